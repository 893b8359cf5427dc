import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { objectStores } from "../src/core/stores/stores.ts";
import { scheduler } from "./existing.ts";
import { Builder, expect, openWithoutCode, test } from "./test.ts";

const gone = "This page stopped working, but kept what you typed";

/**
 * Translates as browsers do: each text node gives way to elements with another text, at once and after each change.
 * What must not be translated is left alone.
 */
function translate([before, after]: readonly [string, string]): void {
	const isOurs = (node: Node) => node.parentElement?.closest("font, [translate=no], .notranslate, script, style, pre");
	const replace = (root: Node) => {
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		const texts: Text[] = [];
		while (walker.nextNode()) texts.push(walker.currentNode as Text);
		if (root instanceof Text) texts.push(root);
		for (const text of texts) {
			if (text.data.trim() === "" || !text.isConnected || isOurs(text)) continue;
			const outer = document.createElement("font");
			const inner = outer.appendChild(document.createElement("font"));
			inner.textContent = `${before}${text.data}${after}`;
			text.replaceWith(outer);
		}
	};
	const start = () => {
		replace(document.body);
		new MutationObserver((changes) => {
			for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) replace(node);
		}).observe(document.body, { childList: true, subtree: true, characterData: true });
	};
	if (document.body) start();
	else addEventListener("DOMContentLoaded", start);
}

/** All that a person does on the page, and at each stage what they see of it. */
async function travel(page: Page, open: () => Promise<void>): Promise<string[]> {
	const seen: string[] = [];
	const look = async () => {
		await page.waitForTimeout(100);
		seen.push(
			await page.evaluate(() => {
				const root = document.getElementById("root");
				const walker = root && document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
				let text = "";
				while (walker?.nextNode()) {
					const { currentNode: node } = walker;
					const place = node.parentElement;
					if (place?.checkVisibility() && !place.closest("svg, [aria-live]")) text += node.textContent;
				}
				return text.replaceAll(/[«»\s]+/g, "");
			}),
		);
	};
	const builder = new Builder(page);
	const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
	await page.goto("./#v=1&period=20m&nonsense=1");
	await expect(builder.period).toHaveValue("20m");
	await open();
	await look();
	await press(/Dismiss/);
	for (const period of ["10 Mins", "600", "", "5s", "1 day", "10:00", "1h"]) {
		await builder.period.fill(period);
		await look();
	}
	await builder.period.fill("10 Mins");
	await press(/Use 10 mins/);
	for (const store of [...objectStores, "shared_filesystem", "s3"]) {
		await page.locator(`input[name=store][value=${store}]`).check();
		await look();
	}
	await page.locator('[name="s3.url"]').fill("gs://bucket/x");
	await look();
	await page.locator('[name="s3.url"]').fill("s3://bucket/x");
	for (const credentials of ["environment", "access_key", "environment"]) {
		await page.locator(`[name="s3.credentials"][value=${credentials}]`).check();
		await look();
	}
	for (const option of ["connect_timeout", "aws_imdsv1_fallback"]) {
		await (await builder.findAddOption()).click();
		await page.locator("input[role=combobox]").fill(option);
		await look();
		await page.getByRole("option").filter({ hasText: option }).first().click();
		await look();
	}
	await page.locator('[name="s3.options.1.value"]').selectOption({ index: 1 });
	await look();
	await press(/Remove.*option/);
	await look();
	for (const output of ["environment", "operator", "bare_metal"]) {
		await page.locator(`input[name=output][value=${output}]`).check();
		await look();
	}
	await press(/Help me choose/);
	await press(/Show the advice/);
	await expect(page.locator("[role=slider]")).toBeVisible();
	await look();
	for (const [name, value] of [
		["workers", "900"],
		["query_length", "2h"],
		["workers", "x"],
		["workers", "3"],
	] as const) {
		await page.locator(`[name="advisor.${name}"]`).fill(value);
		await look();
	}
	for (const rate of ["spot", "custom", "own_hardware"]) {
		await page.locator(`[name="advisor.failures"][value=${rate}]`).check();
		await look();
	}
	await page.locator("input[name=shuffle]").check();
	await look();
	await page.locator("input[name=shuffle]").uncheck();
	await press(/Help me choose/);
	await press(/Open existing file/);
	await look();
	await press(/Cancel/);
	for (const text of ["[worker]\nenabled = yes\n", "enabled = \n", scheduler]) {
		await press(/Open existing file/);
		await page.locator("dialog textarea").fill(text);
		await press(/Open this text/);
		// The files that the page made stand there until the text was read.
		await expect(page.locator("#files pre code").first()).toHaveText(text);
		await page.waitForTimeout(600);
		await look();
	}
	await page.locator("input[name=period]").fill("1h");
	await expect(page.locator("#files :is(ins, del)")).toHaveCount(2);
	await look();
	await press(/Edit the text/);
	await look();
	await press(/Close file/);
	await look();
	expect(await page.getByText(gone).count()).toBe(0);
	return seen;
}

test.describe("a translation", () => {
	test("leaves nothing behind that is no longer true, and breaks nothing", async ({ page }) => {
		const errors: string[] = [];
		page.on("pageerror", ({ message }) => {
			errors.push(message);
		});
		const plain = await travel(page, async () => undefined);
		expect(plain.join(" ")).toContain("10minutes");
		for (const marks of [
			["", ""],
			["«", "»"],
		] as const) {
			await page.goto("about:blank");
			await page.evaluate(() => undefined);
			const translated = await travel(page, () => page.evaluate(translate, marks));
			expect(translated).toEqual(plain);
			expect(await page.locator("font").count()).toBeGreaterThan(50);
		}
		expect(errors).toEqual([]);
	});

	test("keeps its hands off what is copied: files, keys, options of a select", async ({ page }) => {
		await page.goto("./#v=1&store=s3&url=s3://b/c&aws_imdsv1_fallback=true");
		const builder = new Builder(page);
		await expect(builder.field("URL")).toBeVisible();
		const text = await builder.text("worker.toml");
		await page.evaluate(translate, ["«", "»"] as const);
		expect(await builder.text("worker.toml")).toBe(text);
		await page.locator('[name="s3.options.0.value"]').selectOption({ index: 1 });
		await expect(builder.file("worker.toml")).toContainText('aws_imdsv1_fallback = "false"');
		await expect(page.locator("pre font, code font")).toHaveCount(0);
	});
});

test.describe("a tool that fills fields", () => {
	/** Sets a value as tools do that live in a world of their own: the page's own code sees nothing of it. */
	const set = (page: Page, name: string, value: string, events: readonly string[]) =>
		page.locator(`[name="${name}"]`).evaluate(
			(input, [value, events]) => {
				Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
				for (const event of events) input.dispatchEvent(new Event(event, { bubbles: true }));
			},
			[value, events] as const,
		);

	test("and says so", async ({ builder, page }) => {
		await set(page, "period", "45m", ["input", "change"]);
		await expect(builder.file("scheduler.toml")).toContainText('period = "45m"');
	});

	test("and says nothing: the field is left", async ({ builder, page }) => {
		await builder.period.focus();
		await set(page, "period", "45m", []);
		await builder.period.blur();
		await expect(builder.file("scheduler.toml")).toContainText('period = "45m"');
	});

	test("and says nothing: another field is edited", async ({ builder, page }) => {
		const path = builder.field("Path");
		await path.focus();
		await set(page, "period", "45m", []);
		await page.keyboard.press("End");
		await page.keyboard.type("/x");
		await expect(builder.file("scheduler.toml")).toContainText('period = "45m"');
		await expect(builder.file("worker.toml")).toContainText('checkpoints/x"');
	});

	for (const how of ["pointer", "keyboard"] as const) {
		test(`and says nothing: the files are copied, by ${how}`, async ({ builder, page, context }) => {
			await context.grantPermissions(["clipboard-read", "clipboard-write"]);
			const copy = page.getByRole("button", { name: "Copy scheduler.toml" });
			await copy.focus();
			await builder.expectComplete();
			await page.waitForLoadState("networkidle");
			await set(page, "period", "45m", []);
			if (how === "pointer") await copy.click();
			else await page.keyboard.press("Enter");
			await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('period = "45m"');
			await expect(builder.file("scheduler.toml")).toContainText('period = "45m"');
		});
	}

	test("never takes back what is typed, nor what a removed option held", async ({ page }) => {
		await page.goto("./#v=1&store=s3&url=s3://b/c&connect_timeout=30s&timeout=40s&aws_checksum_algorithm=sha256");
		const builder = new Builder(page);
		await expect(builder.field("connect_timeout")).toHaveValue("30s");
		await builder.field("connect_timeout").focus();
		await page.getByRole("button", { name: "Remove option" }).first().click();
		await expect(builder.field("timeout")).toHaveValue("40s");
		await builder.period.pressSequentially("x");
		await expect(builder.file("worker.toml")).toContainText('timeout = "40s"');
		await expect(builder.file("worker.toml")).not.toContainText("30s");
		await builder.field("timeout").focus();
		await page.evaluate(() => {
			location.hash = "#v=1&store=s3&url=s3://b/c&pool_idle_timeout=50s";
		});
		await expect(builder.field("pool_idle_timeout")).toHaveValue("50s");
		await builder.period.click();
		await expect(builder.file("worker.toml")).toContainText('pool_idle_timeout = "50s"');
		await expect(builder.file("worker.toml")).not.toContainText("40s");
	});

	test.describe("before the page's code is there", () => {
		// React says that the markup is not its own, and then draws it anew.
		test.use({ watch: undefined });
		const meddlers: Readonly<Record<string, () => void>> = {
			"a value": () => undefined,
			attributes: () => {
				document.body.className = "extension-dark";
				for (const input of document.querySelectorAll("input")) {
					input.setAttribute("data-gramm", "false");
					input.setAttribute("style", "background: none");
				}
			},
			elements: () => {
				document.body.append(document.createElement("grammarly-desktop-integration"));
				for (const input of document.querySelectorAll("input[type=text]")) {
					input.after(document.createElement("com-1password-button"));
					input.parentElement?.prepend(document.createElement("div"));
				}
			},
		};
		for (const [what, meddle] of Object.entries(meddlers)) {
			test(`with ${what}`, async ({ page }) => {
				const come = await openWithoutCode(page);
				const builder = new Builder(page);
				await expect(builder.field("Path")).toBeVisible();
				await page.evaluate(meddle);
				await set(page, "period", "45m", []);
				await builder.field("Path").fill("/srv/x");
				come();
				await expect(builder.file("scheduler.toml")).toContainText('period = "45m"');
				await expect(builder.file("worker.toml")).toContainText("/srv/x");
				await expect(builder.period).toHaveValue("45m");
				await expect(builder.field("Path")).toHaveValue("/srv/x");
				await expect(page.locator("#load-failure")).toBeHidden();
			});
		}
	});
});

test.describe("the page breaks", () => {
	test.use({ watch: undefined });

	/** Takes away an element that React is about to remove. */
	async function breakPage(builder: Builder): Promise<void> {
		const { page } = builder;
		await page.getByRole("radiogroup", { name: "Credentials" }).evaluate((group) => group.parentElement?.remove());
		await builder.radio("Checkpoint storage", "Google Cloud Storage").click();
		await expect(page.getByRole("heading", { name: gone })).toBeFocused();
	}

	for (const width of [360, 1280]) {
		test(`and keeps what was typed, at ${width} px`, async ({ page }) => {
			await page.setViewportSize({ width, height: 800 });
			await page.goto("./");
			const builder = new Builder(page);
			await builder.period.fill("45m");
			await builder.choose("Checkpoint storage", "S3");
			await builder.fill({ URL: "s3://bucket/ck", "Access key ID": "AKIA", "Secret access key": "YOURSECRETKEY" });
			await breakPage(builder);
			const [first] = [builder.file("scheduler.toml")];
			await expect(first).toContainText('period = "45m"');
			const download = page.waitForEvent("download");
			await page.getByRole("button", { name: "Download scheduler.toml" }).click();
			expect((await download).suggestedFilename()).toBe("scheduler.toml");
			await expect(builder.file("worker.toml")).toContainText("Not complete yet");
			await expect(page.getByRole("button", { name: "Copy worker.toml" })).toHaveCount(0);
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme });
				expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			}
			await page.getByRole("button", { name: "Show the form again" }).click();
			await expect(builder.period).toHaveValue("45m");
			await builder.choose("Checkpoint storage", "S3");
			await expect(builder.field("URL")).toHaveValue("s3://bucket/ck");
			await expect(builder.field("Secret access key")).toHaveValue("YOURSECRETKEY");
			await builder.period.fill("25m");
			await expect(builder.file("scheduler.toml")).toContainText('period = "25m"');
		});
	}

	test("and hides secrets, which a copy holds", async ({ page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.goto("./#v=1&store=gcs&credentials=inline_key&url=gs://bucket/ck");
		const builder = new Builder(page);
		await builder.fill({
			"Service account key":
				'{"client_email": "a@b.iam.gserviceaccount.com", "private_key_id": "i", "private_key": "-----BEGIN PRIVATE KEY-----\\nYOURSECRETKEY==\\n-----END PRIVATE KEY-----\\n"}',
		});
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: "s3://bucket/ck" });
		await page.getByRole("radiogroup", { name: "Credentials" }).evaluate((group) => group.parentElement?.remove());
		await builder.radio("Checkpoint storage", "Google Cloud Storage").click();
		await expect(page.getByRole("heading", { name: gone })).toBeFocused();
		await expect(builder.file("worker.toml")).toContainText("••••••••");
		expect(await page.locator("main").innerText()).not.toContain("YOURSECRETKEY");
		await page.getByRole("button", { name: "Copy worker.toml" }).click();
		await expect(page.getByText("Copied worker.toml")).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("YOURSECRETKEY");
	});
});
