import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { Advisor } from "./advisor.ts";
import { Existing } from "./existing.ts";
import { Builder, expect, readDownload, share, test } from "./test.ts";

const name = "polars-checkpoint-builder.html";
const dist = join(import.meta.dirname, "../dist");
const folder = `${pathToFileURL(dist)}/`;

test("the hosted page offers itself as one file", async ({ builder, page }) => {
	await expect(builder.period).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "Download this page for use offline" }).click(),
	]);
	expect(download.suggestedFilename()).toBe(name);
	expect(await readDownload(download)).toContain("Polars Checkpoint Builder");
});

test.describe("from a disk, without a network", () => {
	test.use({ baseURL: folder, offline: true, permissions: ["clipboard-read", "clipboard-write"] });

	test("the form, its checks and its files work", async ({ page }) => {
		await page.goto(name);
		const builder = new Builder(page);
		await builder.period.fill("10 Mins");
		await page.getByRole("button", { name: "Use 10 mins" }).click();
		await builder.choose("Checkpoint storage", "S3");
		await builder.choose("Credentials", "Workers' own");
		await builder.fill({ URL: "s3://bucket/ck" });
		await builder.addOption("user_agent");
		await expect(builder.field("user_agent")).toBeFocused();
		await page.keyboard.type("mine");
		await expect(builder.file("worker.toml")).toContainText('user_agent = "mine"');
		const [download] = await Promise.all([page.waitForEvent("download"), builder.downloadAll.click()]);
		expect(download.suggestedFilename()).toBe("polars-checkpoint.zip");
		await page.reload();
		await expect(builder.field("user_agent")).toHaveValue("mine");
	});

	test("a link opens its state", async ({ page }) => {
		await page.goto(`${name}#v=1&period=20m&store=gcs&url=gs://bucket/ck&output=operator`);
		const builder = new Builder(page);
		await expect(builder.period).toHaveValue("20m");
		await expect(builder.field("URL")).toHaveValue("gs://bucket/ck");
		await expect(builder.file("polars-cluster.yaml")).toBeVisible();
		expect(parse(await builder.text("polars-cluster.yaml"))).toMatchObject({ kind: "PolarsCluster" });
	});

	test("a file is checked, in its worker", async ({ page }) => {
		await page.goto(name);
		const existing = new Existing(page);
		await existing.open('[worker.checkpoint_location.s3]\naws_acess_key_id = "a"\n');
		await expect(existing.problem("aws_acess_key_id")).not.toHaveCount(0);
	});

	test("help with the period opens", async ({ page }) => {
		await page.goto(name);
		await new Advisor(page).open();
	});

	test("it offers nothing that only the hosted page has", async ({ page }) => {
		await page.goto(name);
		await page.locator("summary", { hasText: "Share" }).click();
		await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
		await expect(page.getByRole("button", { name: /Embed/ })).toHaveCount(0);
		await expect(page.getByRole("link", { name: /offline|Licences/ })).toHaveCount(0);
		await expect(page.getByRole("checkbox", { name: "Start with a schema line" })).toHaveCount(0);
	});

	test("its link leads to itself where nobody said where the page is hosted", async ({ page }) => {
		await page.goto(name);
		await new Builder(page).period.fill("20m");
		await share(page, "Copy link");
		await expect(page.getByText("Link copied. It contains no secret.").first()).toBeVisible();
		await expect(page.getByText("only for those who have it on their computer").first()).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${folder}${name}#v=1&period=20m`);
	});
});

test.describe("built for an address", () => {
	const built = mkdtempSync(join(tmpdir(), "offline-"));
	test.use({ baseURL: `${pathToFileURL(built)}/`, permissions: ["clipboard-read", "clipboard-write"] });
	test.beforeAll(() => {
		execFileSync("npx", ["vite", "build", "--mode", "offline", "--outDir", built, "--logLevel", "error"], {
			env: { ...process.env, SITE_URL: "https://builder.example/checkpoints/" },
			cwd: join(import.meta.dirname, ".."),
		});
	});
	test.afterAll(() => rmSync(built, { recursive: true }));

	test("its schema line names a schema there", async ({ page }) => {
		await page.goto(name);
		await page.locator("summary", { hasText: "Format" }).click();
		await page.getByRole("checkbox", { name: "Start with a schema line" }).check();
		await expect(new Builder(page).file("worker.toml")).toContainText(
			"#:schema https://builder.example/checkpoints/worker.schema.json",
		);
	});

	test("its link leads there", async ({ page }) => {
		await page.goto(name);
		await new Builder(page).period.fill("20m");
		await share(page, "Copy link");
		await expect(page.getByText("Link copied. It contains no secret.").first()).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			"https://builder.example/checkpoints/#v=1&period=20m",
		);
	});
});
