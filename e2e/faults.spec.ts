import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Advisor } from "./advisor.ts";
import { findIn, startSite } from "./docs-site/site.ts";
import { test as docsTest, element } from "./docs-site/test.ts";
import { Existing } from "./existing.ts";
import { isPart } from "./parts.ts";
import { Builder, expect, readDownload, share, test } from "./test.ts";

/** What no part of the page may let pass, whatever fails: the errors that nobody caught. */
function listErrors(page: Page): string[] {
	const errors: string[] = [];
	page.on("pageerror", ({ message }) => errors.push(message));
	return errors;
}

const judge = isPart("judge");

const s3 = "#v=1&period=20m&store=s3&url=s3://bucket/ck&credentials=environment";

/** The ways in which browsers deny storage: policies, blocked cookies, sandboxes. */
const denials: Readonly<Record<string, () => void>> = {
	"its methods throw": () => {
		for (const method of ["getItem", "setItem", "removeItem"] as const) {
			Storage.prototype[method] = () => {
				throw new DOMException("Denied", "QuotaExceededError");
			};
		}
	},
	"it can't even be named": () => {
		for (const name of ["sessionStorage", "localStorage"]) {
			Object.defineProperty(window, name, {
				get: () => {
					throw new DOMException("Denied", "SecurityError");
				},
			});
		}
	},
};

for (const [how, deny] of Object.entries(denials)) {
	for (const address of ["./", "./?embed"]) {
		test(`storage denied: ${how}, at ${address}`, async ({ page }) => {
			await page.addInitScript(deny);
			await page.goto(address);
			const builder = new Builder(page);
			await builder.period.fill("45m");
			await builder.choose("Checkpoint storage", "S3");
			await builder.fill({ URL: "s3://bucket/ck" });
			await builder.choose("Credentials", "Workers' own");
			await expect(builder.file("worker.toml")).toContainText("s3://bucket/ck");
			await builder.expectComplete();
			if (address !== "./") return;
			await page.waitForURL(/45m/);
			await page.reload();
			await expect(builder.period).toHaveValue("45m");
			await expect(builder.field("URL")).toHaveValue("s3://bucket/ck");
		});
	}
}

test.describe("clipboard denied", () => {
	const clipboards: Readonly<Record<string, () => void>> = {
		"there is none": () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
		"it refuses": () => {
			navigator.clipboard.writeText = () => Promise.reject(new DOMException("Denied", "NotAllowedError"));
		},
	};
	const denial = "Your browser didn’t allow copying.";
	const selection = (page: Page) => page.evaluate(() => String(getSelection()));
	for (const [how, deny] of Object.entries(clipboards)) {
		test(`each button says so, and leaves the text to be copied by hand: ${how}`, async ({ page }) => {
			await page.addInitScript(deny);
			await page.addInitScript(() => {
				const { execCommand } = document;
				document.execCommand = (name, ...rest) => name !== "copy" && execCommand.call(document, name, ...rest);
			});
			await page.goto(`./${s3}`);
			const builder = new Builder(page);
			const worker = builder.file("worker.toml");
			await page.getByRole("button", { name: "Copy worker.toml" }).click();
			await expect(worker.getByText(denial)).toBeVisible();
			expect((await selection(page)).trim()).toBe((await builder.text("worker.toml")).trim());

			const byHand = page.getByRole("textbox", { name: "Text to copy by hand" });
			await share(page, "Copy link");
			await expect(page.getByRole("banner").getByText(denial)).toBeVisible();
			await expect(byHand).toHaveValue(page.url());
			await share(page, "Copy as Markdown");
			await expect(byHand).toHaveValue(/```toml/);
			expect(await byHand.evaluate((area: HTMLTextAreaElement) => area.selectionEnd)).toBe(
				(await byHand.inputValue()).length,
			);

			await page.getByText("Apply it").click();
			const command = page.getByRole("button", { name: /Copy command/ }).last();
			await command.click();
			const step = page.locator("div").filter({ has: command }).last();
			await expect(step.getByText(denial)).toBeVisible();
			expect((await selection(page)).trim()).toBe((await step.locator("pre").innerText()).trim());

			await share(page, "Embed…");
			const dialog = page.getByRole("dialog");
			await dialog.getByRole("button", { name: "Copy snippet" }).click();
			await expect(dialog.getByText(denial)).toBeVisible();
			expect((await selection(page)).trim()).toBe((await dialog.locator("pre").innerText()).trim());
			await dialog.getByRole("button", { name: "Close" }).click();

			const existing = new Existing(page);
			await existing.open('cluster_id = "mine"');
			await existing.pane.getByRole("button", { name: "Copy config.toml" }).click();
			await expect(existing.pane.getByText("Your browser didn’t allow copying.")).toBeVisible();
			await existing.edit();
			await page.keyboard.press("ControlOrMeta+a");
			expect(await selection(page)).toContain('cluster_id = "mine"');
		});
	}
});

test.describe("no ResizeObserver", () => {
	test("the page, its advisor and its editor work", async ({ page }) => {
		await page.addInitScript(() => Reflect.deleteProperty(window, "ResizeObserver"));
		await page.setViewportSize({ width: 1000, height: 800 });
		await page.goto("./");
		const advisor = new Advisor(page);
		await advisor.open();
		const plot = advisor.panel.locator("svg[role=group]");
		const isDrawnToItsWidth = () =>
			plot.evaluate(
				(svg: SVGSVGElement) => Math.abs(svg.viewBox.baseVal.width - svg.getBoundingClientRect().width) < 1,
			);
		await expect.poll(isDrawnToItsWidth).toBe(true);
		await page.setViewportSize({ width: 500, height: 800 });
		await expect.poll(isDrawnToItsWidth).toBe(true);
		const existing = new Existing(page);
		await existing.open("[worker]\nenabled = yes\n");
		await expect(existing.problem("Line 2, column 11")).toBeVisible();
		await existing.edit();
		expect(await existing.edited()).toContain("enabled = yes");
	});

	docsTest("a frame is as high as its content, through each change of it", async ({ docs, embed, page }) => {
		await page.addInitScript(() => Reflect.deleteProperty(window, "ResizeObserver"));
		await docs.open({ body: element() });
		const closed = await embed.fit();
		await embed.choose("Checkpoint storage", "S3");
		expect(await embed.fit()).toBeGreaterThan(closed);
		await embed.builder.getByText("Apply it").click();
		await embed.fit();
		await page.setViewportSize({ width: 400, height: 800 });
		await embed.fit();
	});
});

test.describe("a part that does not load", () => {
	// What the browser itself logs of a failed request is no fault of the page.
	test.use({ watch: undefined });

	interface Part {
		readonly files: (url: URL) => boolean;
		readonly address?: string;
		/** Asks for the part; the page must be whole without it. */
		readonly ask: (builder: Builder) => Promise<void>;
		/** Shows that it is there. */
		readonly has: (builder: Builder) => Promise<void>;
	}
	const click = (name: string) => async (builder: Builder) => builder.page.getByRole("button", { name }).click();
	const isComplete = (builder: Builder) => builder.expectComplete();
	const parts: Readonly<Record<string, Part>> = {
		"the checks": {
			files: isPart("judge"),
			// They are in one file with what reads links, which would say so itself.
			address: "",
			ask: async (builder) => builder.fill({ Path: "/mnt/other" }),
			has: async (builder) => {
				await builder.period.fill("10 Mins");
				await expect(builder.page.getByRole("button", { name: "Use 10 mins" })).toBeVisible();
			},
		},
		"the operator's files": {
			files: isPart("operator"),
			ask: async (builder) => builder.choose("Output", "Kubernetes operator"),
			has: async ({ page }) => expect(page.locator("pre code").first()).toContainText("PolarsCluster"),
		},
		"environment variables": {
			files: isPart("environment"),
			ask: async (builder) => builder.choose("Output", "Environment variables"),
			has: async ({ page }) => expect(page.locator("pre code").first()).toContainText("period=45m"),
		},
		"the list of options": {
			files: isPart("OptionPicker"),
			ask: async (builder) => (await builder.findAddOption()).click(),
			has: async ({ options }) => expect(options.first()).toBeVisible(),
		},
		"the looks of the list of options": {
			files: isPart("OptionPicker", "css"),
			ask: async (builder) => (await builder.findAddOption()).click(),
			has: async ({ page }) => expect(page.getByRole("listbox")).toHaveCSS("overflow-y", "auto"),
		},
		"the help with the period": {
			files: isPart("AdvisorPanel"),
			ask: click("Help me choose"),
			has: async ({ page }) => expect(page.getByRole("button", { name: "Show the advice" })).toBeVisible(),
		},
		"the dialog": {
			files: isPart("OpenForm"),
			ask: click("Open existing file"),
			has: async ({ page }) => expect(new Existing(page).area).toBeVisible(),
		},
		"your file": {
			files: isPart("ExistingFiles"),
			ask: async ({ page }) => {
				const existing = new Existing(page);
				await existing.ask();
				await existing.dialog.getByRole("button", { name: "Open an example" }).click();
			},
			has: async ({ page }) => expect(new Existing(page).pane).toBeVisible(),
		},
		"the editor": {
			files: isPart("TextEditor"),
			ask: async ({ page }) => {
				await new Existing(page).openExample();
				await page.getByRole("button", { name: "Edit the text" }).click();
			},
			has: async ({ page }) => expect(new Existing(page).editor).toBeVisible(),
		},
		"the steps": {
			files: isPart("Steps"),
			ask: async ({ page }) => page.getByText("Apply it").click(),
			has: async ({ page }) => expect(page.getByRole("heading", { name: "Add the settings" })).toBeVisible(),
		},
		"the embed": {
			files: isPart("EmbedDialog"),
			ask: ({ page }) => share(page, "Embed…"),
			has: async ({ page }) => expect(page.getByRole("dialog")).toBeVisible(),
		},
	};
	for (const [name, { files, address = s3, ask, has }] of Object.entries(parts)) {
		for (const [how, fail] of [
			["the network is down", (page: Page) => page.route(files, (route) => route.abort())],
			[
				"a new version has taken its place",
				(page: Page) => page.route(files, (route) => route.fulfill({ status: 404 })),
			],
		] as const) {
			test(`${name}: ${how}`, async ({ page }) => {
				const errors = listErrors(page);
				await fail(page);
				await page.goto(`./${address}`);
				const builder = new Builder(page);
				await builder.period.fill("45m");
				await ask(builder);
				const alert = page.getByRole("alert").filter({ hasText: "Could not load" });
				await expect(alert).toContainText("What you typed is still here.");
				await expect(alert).toContainText("reload the page: it may have been updated");
				await alert.getByRole("button", { name: "Try again" }).click();
				await expect(alert).toBeVisible();
				await page.unroute(files);
				await alert.getByRole("button", { name: "Try again" }).click();
				await has(builder);
				await expect(alert).toHaveCount(0);
				if (name !== "the checks") await expect(builder.period).toHaveValue("45m");
				expect(errors).toEqual([]);
			});
		}
	}

	test("what writes links: the page says so where a link is asked for, and is whole otherwise", async ({ page }) => {
		const errors = listErrors(page);
		await page.route(judge, (route) => route.abort());
		await page.goto("./");
		const builder = new Builder(page);
		await builder.period.fill("45m");
		const banner = page.getByRole("banner");
		await share(page, "Copy link");
		await expect(banner.getByText("Part of this page did not load: nothing was copied or saved.")).toBeVisible();
		await page.evaluate(() => {
			location.hash = "#period=15m";
		});
		await expect(page.getByRole("status", { name: "About this link" })).toContainText("could not be read");
		await expect(builder.period).toHaveValue("45m");
		await page.unroute(judge);
		await page.evaluate(() => {
			location.hash = "#period=25m";
		});
		await expect(builder.period).toHaveValue("25m");
		expect(errors).toEqual([]);
	});

	test("what reads the link that the page was opened with: the page says so", async ({ page }) => {
		await page.route(judge, (route) => route.abort());
		await page.goto("./#period=15m");
		await expect(page.getByRole("status", { name: "About this link" })).toContainText("Reload the page to try again");
		await expect(new Builder(page).period).toHaveValue("10 mins");
		await page.unroute(judge);
		await page.reload();
		await expect(new Builder(page).period).toHaveValue("15m");
	});

	test("Markdown and the archive: each can be asked for again", async ({ page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		const errors = listErrors(page);
		const files = (url: URL) => isPart("markdown")(url) || isPart("browser")(url);
		await page.route(files, (route) => route.abort());
		await page.goto(`./${s3}`);
		const builder = new Builder(page);
		await isComplete(builder);
		await share(page, "Copy as Markdown");
		await expect(page.getByRole("banner").getByText("did not load: nothing was copied or saved")).toBeVisible();
		await builder.downloadAll.click();
		await expect(page.locator("main").getByText("did not load: nothing was copied or saved")).toBeVisible();
		const one = page.waitForEvent("download");
		await page.getByRole("button", { name: "Download worker.toml" }).click();
		expect(await readDownload(await one)).toBe(await builder.text("worker.toml"));
		await page.unroute(files);
		await share(page, "Copy as Markdown");
		await expect(page.getByRole("banner").getByText("Markdown copied.")).toBeVisible();
		const all = page.waitForEvent("download");
		await builder.downloadAll.click();
		expect((await all).suggestedFilename()).toBe("polars-checkpoint.zip");
		expect(errors).toEqual([]);
	});

	test("what only adds: the page is whole without marks", async ({ page }) => {
		const errors = listErrors(page);
		await page.route(isPart("changes"), (route) => route.abort());
		await page.goto(`./${s3}`);
		const builder = new Builder(page);
		await builder.expectComplete();
		await builder.period.fill("45m");
		await expect(builder.file("scheduler.toml")).toContainText('"45m"');
		await page.waitForURL(/45m/);
		await page.reload();
		await expect(builder.period).toHaveValue("45m");
		expect(errors).toEqual([]);
	});
});

test.describe("a second tab", () => {
	test("has a draft of its own", async ({ builder, page, context }) => {
		await builder.period.fill("45m");
		await page.waitForURL(/45m/);
		const other = await context.newPage();
		await other.goto("./");
		await expect(new Builder(other).period).toHaveValue("10 mins");
		await new Builder(other).period.fill("15m");
		await other.waitForURL(/15m/);
		await page.reload();
		await expect(builder.period).toHaveValue("45m");
	});

	test("made as a copy, starts with the draft and goes its own way", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: "s3://bucket/ck", "Secret access key": "YOURSECRETKEY" });
		await builder.choose("Checkpoint storage", "Shared filesystem");
		await builder.period.fill("45m");
		await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain("45m");
		const opening = page.waitForEvent("popup");
		await page.evaluate(() => void window.open(location.href));
		const copy = new Builder(await opening);
		await expect(copy.period).toHaveValue("45m");
		await copy.choose("Checkpoint storage", "S3");
		await expect(copy.field("URL")).toHaveValue("s3://bucket/ck");
		await expect(copy.field("Secret access key")).toHaveValue("");
		await copy.period.fill("15m");
		await copy.page.waitForURL(/15m/);
		await page.reload();
		await expect(builder.period).toHaveValue("45m");
		await expect(builder.radio("Checkpoint storage", "Shared filesystem")).toBeChecked();
		await copy.page.reload();
		await expect(copy.period).toHaveValue("15m");
	});
});

test.describe("a part that never comes, without an error", () => {
	test.use({ watch: undefined });

	type Files = (url: URL) => boolean;

	/** The built page on a site that leaves requests for some files without an answer, until they are let come. */
	const hanging = test.extend<{
		readonly hang: (files: Files) => { readonly url: string; readonly come: () => void; readonly answer: () => void };
	}>({
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter.
		hang: async ({}, use) => {
			let hangs: Files = () => false;
			const waiting: (() => void)[] = [];
			const find = findIn(join(import.meta.dirname, "../dist"));
			const site = await startSite(async (path) => {
				if (hangs(new URL(path, "http://site"))) await new Promise<void>((resolve) => waiting.push(resolve));
				return find(path);
			});
			await use((files) => {
				hangs = files;
				const come = () => {
					hangs = () => false;
				};
				const answer = () => {
					for (const go of waiting) go();
				};
				return { url: site.origin, come, answer };
			});
			await site.close();
		},
	});

	hanging("is said after a few seconds, and comes when it is asked for again", async ({ page, hang }) => {
		const { url, come } = hang(isPart("EmbedDialog"));
		await page.goto(url);
		await share(page, "Embed…");
		const alert = page.getByRole("alert").filter({ hasText: "Still loading the embed" });
		await expect(alert).toBeVisible();
		come();
		await alert.getByRole("button", { name: "Try again" }).click();
		await expect(page.getByRole("dialog")).toBeVisible();
		await expect(alert).toHaveCount(0);
	});

	hanging("is shown when it comes after all", async ({ page, hang }) => {
		const { url, answer } = hang(isPart("judge"));
		await page.goto(url);
		const builder = new Builder(page);
		await builder.period.fill("10 Mins");
		const alert = page.getByRole("alert").filter({ hasText: "Still loading the checks" });
		await expect(alert).toBeVisible();
		answer();
		await expect(page.getByRole("button", { name: "Use 10 mins" })).toBeVisible();
		await expect(alert).toHaveCount(0);
	});

	hanging(
		"the page opens without what reads its link, says so, and opens it when that comes",
		async ({ page, hang }) => {
			const { url, answer } = hang(isPart("judge"));
			await page.goto(`${url}/${s3}`);
			const builder = new Builder(page);
			const notice = page.getByRole("status", { name: "About this link" });
			await expect(notice).toContainText("The link is not read yet");
			await expect(builder.period).toHaveValue("10 mins");
			await builder.period.fill("45m");
			answer();
			await expect(builder.field("URL")).toHaveValue("s3://bucket/ck");
			await expect(builder.period).toHaveValue("20m");
			await expect(notice).not.toContainText("not read yet");
		},
	);

	hanging("what is handed out says that it did not come, and can be asked for again", async ({ page, hang }) => {
		const { url, come } = hang(isPart("browser"));
		await page.goto(url);
		const { downloadAll } = new Builder(page);
		await downloadAll.click();
		await expect(page.getByText("has not loaded yet: nothing was copied or saved").first()).toBeVisible();
		come();
		const all = page.waitForEvent("download");
		await downloadAll.click();
		expect((await all).suggestedFilename()).toBe("polars-checkpoint.zip");
	});

	hanging("the page's own code: it says so", async ({ page, hang }) => {
		const { url } = hang(isPart("index"));
		await page.goto(url, { waitUntil: "commit" });
		await expect(page.locator("#load-failure")).toBeVisible();
	});
});
