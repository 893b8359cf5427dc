import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describeForPreview } from "../build/link-preview.ts";
import { expect, test } from "./test.ts";

const dist = join(import.meta.dirname, "../dist");

for (const [page, own] of [
	["index.html", "'self' "],
	["polars-checkpoint-builder.html", ""],
] as const) {
	test(`the policy of ${page} allows its own scripts and styles, and nothing else`, async () => {
		const html = readFileSync(join(dist, page), "utf8");
		const policy = /Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1] ?? "";
		const directives = policy.split(";").map((directive) => directive.trim());
		const hashes = (tag: string) =>
			[...html.matchAll(new RegExp(`<${tag}[^>]*>([^<]+|[^]*?)</${tag}>`, "g"))]
				.filter(([, text]) => text !== "")
				.map(([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`)
				.join(" ");
		expect(hashes("script").split(" ").length).toBeGreaterThan(1);
		expect(directives).toEqual(
			expect.arrayContaining([
				"default-src 'none'",
				`script-src ${own}${hashes("script")}`,
				`style-src ${own}${hashes("style")}`,
				"connect-src 'none'",
				"form-action 'none'",
				"base-uri 'none'",
				"require-trusted-types-for 'script'",
			]),
		);
		expect(policy).not.toMatch(/unsafe|https?:|\*/);
		expect(html.replace(/<script[\s\S]*?<\/script>/g, "")).not.toMatch(/style="|\son[a-z]+="/);
	});
}

test.describe("a link to the page in a chat shows its title and description", () => {
	test("without a picture where nobody said at which address it is hosted", async ({ page, builder: _ }) => {
		const read = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute("content");
		expect(await read("og:title")).toBe(await page.title());
		expect(await read("og:description")).toBe(await page.locator('meta[name="description"]').getAttribute("content"));
		await expect(page.locator('meta[property="og:image"], meta[property="og:url"]')).toHaveCount(0);
		await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute("content", "summary");
	});

	test("with a picture that stands beside the page at that address", () => {
		const html = readFileSync(join(dist, "index.html"), "utf8");
		const tags = describeForPreview(html, "https://builder.example/tools/?a=1&b=2");
		const properties = Object.fromEntries(tags.map(({ attrs }) => [attrs?.property ?? attrs?.name, attrs?.content]));
		expect(properties).toMatchObject({
			"og:url": "https://builder.example/tools/?a=1&b=2",
			"og:image": "https://builder.example/tools/screenshot.png",
			"og:image:width": "1280",
			"og:image:height": "800",
			"twitter:card": "summary_large_image",
		});
		expect(existsSync(join(dist, "screenshot.png"))).toBe(true);
		expect(() => describeForPreview(html, "builder.example")).toThrow();
	});
});

test("the first sight needs one request, and the page's code one more", async ({ page }) => {
	const loaded: string[] = [];
	page.on("response", (response) => loaded.push(new URL(response.url()).pathname));
	await page.goto("./");
	await expect(page.getByRole("region", { name: "worker.toml" })).toBeVisible();
	await page.waitForLoadState("networkidle");
	const weigh = (path: string) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;
	const scripts = loaded.filter((path) => path.endsWith(".js"));
	expect(scripts).toHaveLength(1);
	expect(scripts.map(weigh).every((bytes) => bytes < 121_000)).toBe(true);
	expect(loaded.filter((path) => /\.(css|woff2?|ttf|otf)$/.test(path))).toEqual([]);
	// What a server sends before it waits for a first answer.
	expect(weigh("index.html")).toBeLessThan(14_000);
});

test("a link needs one request more, for what reads and judges it", async ({ page }) => {
	const scripts: string[] = [];
	page.on("response", (response) => {
		if (response.url().endsWith(".js")) scripts.push(response.url());
	});
	await page.goto("./#v=1&period=20m&store=s3&url=s3://bucket/ck");
	await expect(page.getByRole("region", { name: "worker.toml" })).toContainText("s3://bucket/ck");
	await page.waitForLoadState("networkidle");
	expect(scripts).toHaveLength(2);
});

test.describe("from any path of any static host", () => {
	let server: Server;
	let address: string;
	test.beforeAll(async () => {
		const types: Readonly<Record<string, string>> = {
			".html": "text/html",
			".js": "text/javascript",
			".css": "text/css",
			".svg": "image/svg+xml",
		};
		server = createServer((request, response) => {
			const path = new URL(request.url ?? "/", "http://host").pathname.replace("/docs/tools/builder/", "");
			const file = join(dist, path === "" ? "index.html" : path);
			if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
			response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
			return createReadStream(file).pipe(response);
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const bound = server.address();
		address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}/docs/tools/builder/`;
	});
	test.afterAll(() => server.close());
	test.use({ baseURL: async ({ baseURL: _ }, use) => use(address) });

	test("everything works, parts that load later too", async ({ builder, page }) => {
		expect(page.url()).toContain("/docs/tools/builder/");
		await builder.period.fill("10 Mins");
		await page.getByRole("button", { name: "Use 10 mins" }).click();
		await builder.choose("Checkpoint storage", "S3");
		await builder.addOption("user_agent");
		await expect(builder.field("user_agent")).toBeFocused();
	});
});
