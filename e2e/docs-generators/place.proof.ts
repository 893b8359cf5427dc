import type { Page } from "@playwright/test";
import { describeEach, expect, test } from "./test.ts";

/** How far a heading is from where a link to it leads, in CSS pixels. */
function measureMiss(page: Page): Promise<number> {
	return page.getByRole("heading", { name: "Below" }).evaluate((heading) => {
		const target = document.getElementById("below") ?? heading;
		const margin = Number.parseFloat(getComputedStyle(target).scrollMarginTop) || 0;
		return Math.abs(heading.getBoundingClientRect().top - margin);
	});
}

describeEach((generator) => {
	for (const latency of [0, 300]) {
		for (const anchoring of ["auto", "none"]) {
			test(`a link to a heading below leads there, ${latency} ms from the builder, scroll anchoring ${anchoring}`, async ({
				siteOf,
				embed,
				page,
				slowDown,
			}) => {
				const site = await siteOf(generator);
				await slowDown(latency);
				await page.addInitScript((anchoring) => {
					// A policy says nothing of such a sheet.
					const sheet = new CSSStyleSheet();
					sheet.replaceSync(`html, body { overflow-anchor: ${anchoring} !important }`);
					document.adoptedStyleSheets.push(sheet);
				}, anchoring);
				await page.goto(`${site.origin}/#below`);
				await expect(page.locator("body")).toHaveCSS("overflow-anchor", anchoring);
				await embed.fit();
				await expect.poll(() => measureMiss(page)).toBeLessThan(100);
				await page.waitForTimeout(500);
				expect(await measureMiss(page)).toBeLessThan(100);
			});
		}
	}

	test("nothing moves where the page keeps its height, and the script is late", async ({
		siteOf,
		embed,
		page,
		slowDown,
	}) => {
		const site = await siteOf(generator);
		await page.goto(`${site.origin}/`);
		await site.keep(await embed.fit());
		await slowDown(500);
		await page.addInitScript(() => {
			const seen = { shift: 0 };
			Object.assign(window, { seen });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
			}).observe({ type: "layout-shift", buffered: true });
		});
		await page.goto(`${site.origin}/`);
		await embed.fit();
		const { shift } = await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen);
		expect(shift).toBeLessThan(0.001);
		await site.keep(1200);
	});
});
