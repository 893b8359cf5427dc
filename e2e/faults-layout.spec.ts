import type { Page } from "@playwright/test";
import { Advisor } from "./advisor.ts";
import { test as docsTest, element } from "./docs-site/test.ts";
import { Existing, worker } from "./existing.ts";
import { expect, share, test } from "./test.ts";

/** By how many pixels the page can be scrolled sideways. */
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What has the focus, and what of it can't be seen: out of the window, or behind something else. */
async function lookAtFocus(page: Page): Promise<{ readonly name: string; readonly fault: string }> {
	return page.evaluate(() => {
		let focused = document.activeElement;
		while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
		if (!focused || focused === document.body) return { name: "", fault: "" };
		const name = `${focused.tagName} ${focused.getAttribute("name") ?? ""} ${focused.textContent?.slice(0, 40)}`;
		// A tall element is in sight where its start is.
		const { left, right, top, bottom } = focused.getBoundingClientRect();
		const x = Math.min((left + right) / 2, left + 40);
		const y = Math.min((top + bottom) / 2, top + 16);
		if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return { name, fault: `out of sight at ${x},${y}` };
		const root = focused.getRootNode() as Document | ShadowRoot;
		const seen = root.elementFromPoint(x, y);
		const isSeen =
			seen && (focused.contains(seen) || seen.contains(focused) || seen.closest("label")?.contains(focused));
		return { name, fault: isSeen ? "" : `behind ${seen?.outerHTML.slice(0, 80)}` };
	});
}

/** Goes through the whole page with Tab: says how many stops there are, and where the focus can't be seen. */
async function tabThrough(page: Page): Promise<{ readonly stops: number; readonly faults: readonly string[] }> {
	await page.evaluate(() => {
		document.body.tabIndex = -1;
		document.body.focus();
		document.body.removeAttribute("tabindex");
	});
	const faults: string[] = [];
	const names: string[] = [];
	for (let stops = 0; stops < 150; stops++) {
		await page.keyboard.press("Tab");
		const { name, fault } = await lookAtFocus(page);
		if (name === "") return { stops, faults };
		names.push(name);
		if (fault !== "") faults.push(`${name}: ${fault}`);
		if ((await sideways(page)) > 0) faults.push(`${name}: sideways`);
	}
	return { stops: names.length, faults: [...faults, `no end: ${names.slice(-3)}`] };
}

test.describe("a window of 1280 × 1024 pixels at a zoom of 400 %", () => {
	test.use({ viewport: { width: 320, height: 256 } });

	test("each control of the form and its files can be reached and seen", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: `s3://bucket/${"long".repeat(20)}` });
		await builder.period.fill("10 Mins");
		await builder.addOption("connect_timeout");
		await page.getByText("Apply it").click();
		const { stops, faults } = await tabThrough(page);
		expect(faults).toEqual([]);
		expect(stops).toBeGreaterThan(35);
	});

	test("the list of options can be used", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "S3");
		await (await builder.findAddOption()).click();
		const search = page.getByRole("combobox", { name: "Search options" });
		await expect(search).toBeFocused();
		for (let times = 0; times < 5; times++) {
			await page.keyboard.press("ArrowDown");
			await expect(builder.options.nth(times + 1)).toHaveAttribute("aria-selected", "true");
			await expect(builder.options.nth(times + 1)).toBeInViewport({ ratio: 0.5 });
		}
		expect(await sideways(page)).toBe(0);
		await page.keyboard.press("Escape");
		await expect(page.getByRole("button", { name: "Add option" })).toBeInViewport();
	});

	test("the help with the period can be used", async ({ builder, page }) => {
		const advisor = new Advisor(page);
		await advisor.open();
		await advisor.slider.focus();
		await page.keyboard.press("ArrowRight");
		await expect(builder.period).not.toHaveValue("10 mins");
		await expect(advisor.slider).toBeInViewport();
		const { faults } = await tabThrough(page);
		expect(faults).toEqual([]);
	});

	test("an existing file can be opened and mended", async ({ page, builder: _ }) => {
		const existing = new Existing(page);
		await existing.open(worker.replace("enabled = true", "enabled = yes"));
		await existing.problems.first().getByRole("button").first().click();
		await expect(page.locator(":focus")).toContainText("enabled = yes");
		const { faults } = await tabThrough(page);
		expect(faults).toEqual([]);
	});

	test("the dialog of the embed can be used", async ({ page, builder: _ }) => {
		await share(page, "Embed…");
		const dialog = page.getByRole("dialog");
		for (const name of ["Copy snippet", "Close"]) {
			await dialog.getByRole("button", { name }).focus();
			expect((await lookAtFocus(page)).fault).toBe("");
		}
		expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
		expect(await sideways(page)).toBe(0);
		await page.keyboard.press("Escape");
		await expect(dialog).toHaveCount(0);
	});
});

docsTest.describe("a docs page that is written from right to left", () => {
	for (const [where, page] of Object.entries({
		"its root": { root: 'dir="rtl"', body: `<p>نص</p>${element()}` },
		"its body": { body: `<div dir="rtl"><p>نص</p>${element()}</div>` },
		"the element": { body: `<p>Text</p>${element('dir="rtl"')}` },
	})) {
		docsTest(`by ${where}`, async ({ docs, embed, page: tab }) => {
			await tab.setViewportSize({ width: 700, height: 800 });
			await docs.open(page);
			await embed.fit();
			const [frame, host] = [await embed.iframe.boundingBox(), await embed.element.boundingBox()];
			expect(frame?.width).toBe(host?.width);
			expect(frame?.x).toBe(host?.x);
			expect(await sideways(tab)).toBe(0);
			await expect(embed.root).toHaveCSS("direction", "ltr");
			const [text, code] = [embed.builder.locator("pre").first(), embed.builder.locator("pre code span").first()];
			const [start, first] = [(await text.boundingBox())?.x ?? 0, (await code.boundingBox())?.x ?? 0];
			expect(first - start).toBeLessThan(40);
		});
	}
});

for (const width of [320, 1280]) {
	test(`the page itself, turned from right to left, stays whole: ${width} px`, async ({ builder, page }) => {
		await page.setViewportSize({ width, height: 800 });
		await page.evaluate(() => {
			document.documentElement.dir = "rtl";
		});
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: `s3://bucket/${"long".repeat(20)}`, "Secret access key": "YOURSECRETKEY" });
		await builder.period.fill("10 Mins");
		await new Advisor(page).open();
		expect(await sideways(page)).toBe(0);
		// What is code reads from left to right wherever it stands.
		for (const code of [builder.period, builder.field("URL"), page.locator("pre code").first()]) {
			await expect(code).toHaveCSS("direction", "ltr");
		}
	});
}
