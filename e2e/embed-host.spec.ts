import type { Page } from "@playwright/test";
import { startSite } from "./docs-site/site.ts";
import { Embed, element, expect, test } from "./docs-site/test.ts";
import { readDownload } from "./test.ts";

const type = "polars-checkpoint-builder/1";

/** Everything that a page's frames tell it. */
async function recordMessages(page: Page): Promise<() => Promise<unknown[]>> {
	const messages: unknown[] = [];
	await page.exposeFunction("record", (message: unknown) => messages.push(message));
	await page.addInitScript(() => {
		if (top === window) {
			addEventListener("message", ({ data }) =>
				(window as unknown as { record: (data: unknown) => void }).record(data),
			);
		}
	});
	return async () => {
		await page.waitForTimeout(200);
		return messages;
	};
}

test("the frame tells its height and what was typed, never a secret, and nothing else", async ({
	docs,
	embed,
	page,
}) => {
	const readMessages = await recordMessages(page);
	await docs.open({ body: element() });
	await embed.fit();
	await embed.choose("Checkpoint storage", "S3");
	await embed.builder.getByLabel("Secret access key", { exact: true }).fill("YOURSECRETKEY");
	await embed.period.fill("10 Mins");
	await embed.fit();
	const messages = await readMessages();
	expect(messages.length).toBeGreaterThan(1);
	for (const message of messages) {
		const told = message as { readonly link?: string };
		if (told.link === undefined) expect(message).toEqual({ type, height: expect.any(Number) });
		else expect(message).toEqual({ type, link: expect.stringMatching(/^#v=1&[\w%.,:/@=+&-]*$/) });
	}
	await expect.poll(async () => JSON.stringify(await readMessages())).toContain("period=10+Mins");
	expect(JSON.stringify(await readMessages())).not.toContain("YOURSECRETKEY");
});

test.describe("forged messages", () => {
	test("don't size a frame: from the page, from another frame, from another site in the frame, or misshapen", async ({
		docs,
		embed,
		page,
		builder,
	}) => {
		const forger = await startSite(() => ({
			body: `<script>parent.postMessage({ type: ${JSON.stringify(type)}, height: 5000 }, "*")</script>`,
		}));
		const readMessages = await recordMessages(page);
		await docs.open({ body: element() });
		const height = await embed.fit();
		await page.evaluate(
			([type, ...addresses]) => {
				postMessage({ type, height: 5000 });
				for (const address of addresses) {
					const other = document.createElement("iframe");
					other.src = address;
					document.body.append(other);
				}
			},
			[type, forger.origin, `${builder}?embed`] as const,
		);
		const sibling = page.locator("body > iframe").last().contentFrame().locator(":root");
		await sibling.evaluate((_, type) => parent.postMessage({ type, height: 5000 }, "*"), type);
		await embed.root.evaluate((_, type) => {
			const misshapen = [
				null,
				5000,
				"5000",
				[type, 5000],
				{ height: 5000 },
				{ type: "polars-checkpoint-builder/2", height: 5000 },
				...["5000", -5000, 0, Number.NaN, Number.POSITIVE_INFINITY, 1e9, null, [5000]].map((height) => ({
					type,
					height,
				})),
			];
			for (const message of misshapen) parent.postMessage(message, "*");
		}, type);
		await expect.poll(async () => (await readMessages()).length).toBeGreaterThan(16);
		expect((await embed.iframe.boundingBox())?.height).toBe(height);
		const count = (await readMessages()).length;
		await embed.root.evaluate((_, origin) => location.assign(origin), forger.origin);
		await expect.poll(async () => (await readMessages()).length).toBeGreaterThan(count);
		expect((await embed.iframe.boundingBox())?.height).toBe(height);
		await forger.close();
	});

	test("don't change the frame's theme: from another frame, from itself, or misshapen", async ({
		docs,
		page,
		builder,
	}) => {
		await docs.open({ body: `<iframe src="${builder}?embed"></iframe><iframe src="${builder}?embed"></iframe>` });
		const roots = [0, 1].map((index) => page.locator("iframe").nth(index).contentFrame().locator(":root"));
		const [root, sibling] = roots as [(typeof roots)[0], (typeof roots)[0]];
		await expect(root).toHaveAttribute("data-embed");
		await expect(sibling).toHaveAttribute("data-embed");
		await sibling.evaluate((_, type) => parent.frames[0]?.postMessage({ type, theme: "dark" }, "*"), type);
		await root.evaluate((_, type) => window.postMessage({ type, theme: "dark" }), type);
		await page.evaluate((type) => {
			const misshapen = [
				null,
				"dark",
				{ theme: "dark" },
				{ type: "polars-checkpoint-builder/2", theme: "dark" },
				...["auto", "<b>", null, ["dark"], 1].map((theme) => ({ type, theme })),
			];
			for (const message of misshapen) frames[0]?.postMessage(message, "*");
		}, type);
		await page.waitForTimeout(300);
		await expect(root).not.toHaveAttribute("data-theme");
		await page.evaluate((type) => frames[0]?.postMessage({ type, theme: "dark" }, "*"), type);
		await expect(root).toHaveAttribute("data-theme", "dark");
	});
});

test("a plain frame works without the script, and says nothing", async ({ docs, page, builder }) => {
	const readMessages = await recordMessages(page);
	await docs.open({ body: `<iframe src="${builder}?embed#v=1&period=5m" height="400" width="600"></iframe>` });
	const frame = page.locator("iframe").contentFrame();
	await expect(frame.getByRole("textbox", { name: "Checkpoint period" })).toHaveValue("5m");
	await frame.getByRole("button", { name: "Download all" }).scrollIntoViewIfNeeded();
	await expect(frame.getByRole("button", { name: "Download all" })).toBeInViewport();
	expect(await readMessages()).toEqual([]);
});

test.describe("in the frame", () => {
	for (const [name, headers] of [
		["copies", {}],
		["copies where the page denies the clipboard", { "permissions-policy": "clipboard-write=()" }],
	] as const) {
		test(name, async ({ docs, embed, page }) => {
			await docs.open({ body: `${element()}<textarea></textarea>`, headers });
			await embed.fit();
			const text = await embed.builder.getByRole("region", { name: "worker.toml" }).locator("code").textContent();
			if (name === "copies") {
				await embed.root.evaluate(() => {
					document.execCommand = () => false;
				});
			}
			await embed.builder.getByRole("button", { name: "Copy worker.toml" }).click();
			await expect(embed.builder.getByText("Copied worker.toml")).toBeAttached();
			await page.locator("textarea").focus();
			await page.keyboard.press("ControlOrMeta+v");
			await expect(page.locator("textarea")).toHaveValue(text ?? "");
		});
	}

	test("downloads", async ({ docs, embed, page }) => {
		await docs.open({ body: element() });
		await embed.fit();
		for (const [button, name, start] of [
			["Download worker.toml", "worker.toml", "[worker]"],
			["Download all", "polars-checkpoint.zip", "PK"],
		] as const) {
			const waiting = page.waitForEvent("download");
			await embed.builder.getByRole("button", { name: button }).click();
			const download = await waiting;
			expect(download.suggestedFilename()).toBe(name);
			expect(await readDownload(download)).toContain(start);
		}
	});

	test("links open tabs that are free of the sandbox", async ({ docs, embed, context }) => {
		await docs.open({ body: element() });
		await embed.fit();
		await embed.builder.locator("body").evaluate((body) => {
			const link = document.createElement("a");
			link.href = "?other";
			link.textContent = "Away";
			body.prepend(link);
		});
		const waiting = context.waitForEvent("page");
		await embed.builder.getByRole("link", { name: "Away" }).click();
		const tab = await waiting;
		await expect(tab.getByRole("textbox", { name: "Checkpoint period" })).toBeVisible();
		await tab.evaluate(() => localStorage.setItem("free", "yes"));
		expect(await embed.root.evaluate(() => location.search)).toBe("?embed");
	});

	test("the keyboard comes in and goes out", async ({ docs, embed, page }) => {
		await docs.open({ body: `<button>Before</button>${element()}<button>After</button>` });
		await embed.fit();
		await page.getByRole("button", { name: "Before" }).focus();
		await page.keyboard.press("Tab");
		await expect(embed.builder.locator(":focus")).toHaveCount(1);
		await page.getByRole("button", { name: "After" }).focus();
		await page.keyboard.press("Shift+Tab");
		await expect(embed.builder.locator(":focus")).toHaveCount(1);
	});
});

test.describe("stands on a page", () => {
	test("under a strict policy", async ({ docs, embed, builder, faults, page }) => {
		const origin = new URL(builder).origin;
		await docs.open({
			body: element(),
			headers: {
				"content-security-policy": `default-src 'none'; script-src ${origin}; frame-src ${origin}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
			},
		});
		await embed.fit();
		await embed.choose("Checkpoint storage", "S3");
		await embed.fit();
		await page.locator("html").evaluate((root) => root.setAttribute("data-theme", "dark"));
		await embed.expectTheme("dark");
		expect(faults).toEqual([]);
	});

	test("that reads from right to left", async ({ docs, embed, page, faults }) => {
		await page.setViewportSize({ width: 700, height: 600 });
		await docs.open({ root: 'dir="rtl"', body: `<main style="inline-size: 400px">${element()}</main>` });
		await embed.fit();
		const [frame, main] = [await embed.iframe.boundingBox(), await page.locator("main").boundingBox()];
		expect([frame?.x, frame?.width]).toEqual([main?.x, main?.width]);
		await expect(embed.root).toHaveCSS("direction", "ltr");
		expect(faults).toEqual([]);
	});

	test("whose own styles would break it", async ({ docs, embed }) => {
		await docs.open({
			head: "<style>iframe { block-size: 10px !important; border: 9px solid; display: none } div { display: none }</style>",
			body: element(),
		});
		expect(await embed.fit()).toBeGreaterThan(200);
	});

	test("in a narrow column, without sideways scrolling", async ({ docs, page }) => {
		await page.setViewportSize({ width: 360, height: 640 });
		await docs.open({ body: element() });
		const embed = new Embed(page);
		await embed.fit();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		expect(await embed.root.evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
	});
});
