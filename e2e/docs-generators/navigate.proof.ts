import type { Page } from "@playwright/test";
import { searchWords } from "./generators/generator.ts";
import { describeEach, type Embed, expect, test } from "./test.ts";

/** Types a period, and waits until the docs page knows of it. */
async function type(embed: Embed, period: string): Promise<void> {
	await embed.period.fill(period);
	await expect.poll(() => embed.root.evaluate(() => location.hash)).toContain(period.replace(" ", "+"));
}

/** Marks the document, which a change of pages leaves as it is or not. */
async function markDocument(page: Page): Promise<() => Promise<boolean>> {
	await page.evaluate(() => Object.assign(window, { marked: true }));
	return () => page.evaluate(() => "marked" in window);
}

describeEach((generator) => {
	const typed = generator.isInstant ? "7 mins" : "5 mins";

	test("follows the theme switch both ways", async ({ siteOf, embed, page, faults }) => {
		const site = await siteOf(generator);
		await page.emulateMedia({ colorScheme: "light" });
		await page.goto(`${site.origin}/`);
		await embed.fit();
		await embed.expectTheme("light");
		await generator.switchTheme(page, "dark");
		await embed.expectTheme("dark");
		await generator.switchTheme(page, "light");
		await embed.expectTheme("light");
		expect(faults).toEqual([]);
	});

	test("goes with its page, comes back with it, and with what was typed", async ({ siteOf, embed, page, faults }) => {
		const site = await siteOf(generator);
		await page.goto(`${site.origin}/`);
		await embed.fit();
		const isSame = await markDocument(page);
		const other = page.getByRole("heading", { name: "Another page" });
		await type(embed, "7 mins");
		await page.getByRole("link", { name: "Another page" }).first().click();
		await expect(other).toBeVisible();
		await expect.poll(() => page.frames().length).toBe(1);
		expect(await isSame()).toBe(generator.isInstant);
		await page.goBack();
		await embed.fit();
		await expect(embed.period).toHaveValue(typed);
		await page.goForward();
		await expect(other).toBeVisible();
		await page.getByRole("link", { name: "Back" }).first().click();
		await embed.fit();
		await expect(embed.period).toHaveValue(typed);
		expect(faults).toEqual([]);
	});

	test("keeps what was typed when a heading is chosen in the table of contents", async ({
		siteOf,
		embed,
		page,
		faults,
	}) => {
		const site = await siteOf(generator);
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(`${site.origin}/`);
		await embed.fit();
		await type(embed, "7 mins");
		await page.getByRole("link", { name: "Below", exact: true }).filter({ visible: true }).first().click();
		await expect(page.getByRole("heading", { name: "Below" })).toBeInViewport();
		await embed.element.scrollIntoViewIfNeeded();
		await embed.fit();
		await expect(embed.period).toHaveValue("7 mins");
		expect(faults).toEqual([]);
	});

	const { search } = generator;
	if (!search) return;
	test("stands behind a search, and where its results lead", async ({ siteOf, embed, page, faults }) => {
		const site = await siteOf(generator);
		await page.goto(`${site.origin}/`);
		await embed.fit();
		await type(embed, "7 mins");
		await expect(await search(page, searchWords.other)).toBeVisible();
		if (new URL(page.url()).pathname === "/") {
			await page.keyboard.press("Escape");
			await embed.fit();
			await expect(embed.period).toHaveValue("7 mins");
			await (await search(page, searchWords.other)).click();
		} else {
			await page.goBack();
			await embed.fit();
			await (await search(page, searchWords.other)).click();
		}
		const main = page.getByRole("main");
		await expect(main.getByRole("heading", { name: "Another page" })).toBeVisible();
		await expect(embed.element).toHaveCount(0);
		// Starlight's search is dead after Astro's router has changed the page.
		await page.reload();
		await (await search(page, searchWords.index)).click();
		await expect(main.getByRole("heading", { name: "Checkpoints" })).toBeVisible();
		await embed.fit();
		expect(faults).toEqual([]);
	});
});
