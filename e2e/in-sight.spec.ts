import type { Page } from "@playwright/test";
import { Builder, expect, test } from "./test.ts";

const s3 = "#v=1&store=s3";

/** Where something begins, or ends, in CSS pixels from the page's top. */
async function edge(page: Page, selector: string, side: "top" | "bottom"): Promise<number> {
	return page
		.locator(selector)
		.last()
		.evaluate((element, side) => Math.round(element.getBoundingClientRect()[side] + scrollY), side);
}

for (const [width, height] of [
	[1280, 800],
	[1366, 768],
] as const) {
	test(`with S3 chosen, the files and what is to fix are in sight at ${width} × ${height}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.goto(`./${s3}`);
		await expect(page.getByRole("heading", { name: "3 to fix" })).toBeVisible();
		const header = page.getByRole("region", { name: "scheduler.toml" });
		expect((await header.boundingBox())?.y).toBeLessThanOrEqual(150);
		expect(await edge(page, "section[aria-label=Files] pre", "bottom")).toBeLessThanOrEqual(560);
		expect(await edge(page, "#summary", "top")).toBeLessThanOrEqual(700);
		const scrollers = await page.evaluate(
			() =>
				[...document.querySelectorAll("body *")].filter((element) => {
					const { overflowX, overflowY } = getComputedStyle(element);
					const down = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
					const sideways = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
					return down || sideways;
				}).length,
		);
		expect(scrollers).toBe(0);
	});
}

test("a narrow page is short, and the files are one tap away from any field", async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`./${s3}`);
	await expect(page.getByRole("link", { name: "View files" })).toBeInViewport();
	expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2000);
	await new Builder(page).field("Secret access key").focus();
	await page.getByRole("link", { name: "View files" }).click();
	await expect(page.getByRole("region", { name: "scheduler.toml" })).toBeInViewport();
	expect(await page.evaluate(() => location.hash)).toContain("store=s3");
});

test("an embed of 700 px has two columns, and no more height than they need", async ({ page }) => {
	await page.setViewportSize({ width: 700, height: 1200 });
	await page.goto(`./?embed${s3}`);
	const header = page.getByRole("region", { name: "scheduler.toml" });
	await expect(page.getByRole("heading", { name: "3 to fix" })).toBeVisible();
	expect((await header.boundingBox())?.y).toBeLessThanOrEqual(150);
	expect(await edge(page, "main", "bottom")).toBeLessThanOrEqual(1200);
});

test("the first Copy is two stops away", async ({ page }) => {
	await page.goto("./");
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "Skip to the files" })).toBeFocused();
	await page.keyboard.press("Enter");
	await page.keyboard.press("Tab");
	await expect(page.getByRole("button", { name: "Copy scheduler.toml" })).toBeFocused();
});

test("a hidden secret is nowhere in the page: not as text, not to assistive tools, not in a selection", async ({
	builder,
	page,
}) => {
	const secret = "wJalrXUtnFEMIK7MDENG";
	await builder.choose("Checkpoint storage", "S3");
	await builder.fill({ URL: "s3://team/dir", "Access key ID": "AKIAEXAMPLE", "Secret access key": secret });
	await expect(builder.file("worker.toml")).toContainText("••••••••");
	expect(await page.evaluate(() => document.body.textContent)).not.toContain(secret);
	// Playwright's own tree holds what a password field holds, which browsers keep from assistive tools.
	expect(await page.getByRole("region", { name: "Files", exact: true }).ariaSnapshot()).not.toContain(secret);
	const selected = await page.evaluate(() => {
		getSelection()?.selectAllChildren(document.body);
		return String(getSelection());
	});
	expect(selected).not.toContain(secret);
});

test("a button says itself that it copied, and nothing else moves", async ({ builder, page, context }) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	const copy = page.getByRole("button", { name: "Copy worker.toml" });
	const places = () =>
		page.evaluate(() =>
			[...document.querySelectorAll("main *")].map((element) => element.getBoundingClientRect().toJSON()),
		);
	const before = await places();
	await copy.click();
	await expect(copy.getByText("Copied ✓")).toHaveCSS("opacity", "1");
	expect(await places()).toEqual(before);
	await expect(builder.file("worker.toml")).toBeVisible();
});
