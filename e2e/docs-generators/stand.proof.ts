import { Embed } from "../docs-site/test.ts";
import { readDownload } from "../test.ts";
import { pageTexts } from "./generators/generator.ts";
import { describeEach, expect, test } from "./test.ts";

describeEach((generator) => {
	test("loads under a strict policy, moves nothing, copies and downloads", async ({ siteOf, embed, page, faults }) => {
		const site = await siteOf(generator);
		await page.goto(`${site.origin}/`);
		await embed.fit();
		await expect(embed.period).toHaveValue("5 mins");
		expect(await page.evaluate(() => document.activeElement?.localName)).toBe("body");
		expect(await page.evaluate(() => scrollY)).toBe(0);
		await embed.builder.getByRole("button", { name: "Copy worker.toml" }).click();
		await expect(embed.builder.getByText("Copied worker.toml")).toBeAttached();
		const waiting = page.waitForEvent("download");
		await embed.builder.getByRole("button", { name: "Download worker.toml" }).click();
		const download = await waiting;
		expect(download.suggestedFilename()).toBe("worker.toml");
		const shown = await embed.builder.getByRole("region", { name: "worker.toml" }).locator("code").textContent();
		expect(await readDownload(download)).toBe(shown);
		expect(shown).toContain("s3://bucket/ck");
		expect(faults).toEqual([]);
	});

	test("several on a page stay apart, each at its height, beside the files alone and a link", async ({
		siteOf,
		page,
		faults,
	}) => {
		const site = await siteOf(generator);
		await page.goto(`${site.origin}${generator.paths.several}`);
		const [s3, gcs, file, link] = [0, 1, 2, 3].map((index) => new Embed(page, index)) as [Embed, Embed, Embed, Embed];
		const heights: number[] = [];
		for (const embed of [s3, gcs, file]) {
			await embed.element.scrollIntoViewIfNeeded();
			heights.push(await embed.fit());
		}
		expect(heights[2]).toBeLessThan(0.8 * (heights[0] ?? 0));
		await expect(s3.period).toHaveValue("5 mins");
		await expect(gcs.period).toHaveValue("20 mins");
		await expect(file.period).toHaveValue("5 mins");
		await expect(gcs.builder.getByRole("radio", { name: "Google Cloud Storage" })).toBeChecked();
		await file.period.fill("7 mins");
		await expect(file.builder.getByRole("region", { name: "scheduler.toml" })).toContainText("7 mins");
		await expect(s3.period).toHaveValue("5 mins");
		await expect(file.builder.locator("summary:visible")).toHaveCount(0);
		const card = link.element.getByRole("link", { name: /^Polars Checkpoint Builder Choose/ });
		await expect(card).toHaveAttribute("href", /#v=1&period=5%20mins&store=s3/);
		await expect(link.iframe).toHaveCount(0);
		expect(faults).toEqual([]);
	});

	test("a gap is above and below it", async ({ siteOf, page }) => {
		const site = await siteOf(generator);
		await page.goto(`${site.origin}${generator.paths.several}`);
		const elements = page.locator("polars-checkpoint-builder");
		await new Embed(page).fit();
		const gaps = await elements.evaluateAll((hosts, text) => {
			const texts = [...document.querySelectorAll("p")].filter(({ textContent }) => textContent?.trim() === text);
			return hosts.flatMap((host, index) => {
				const [before, after] = [texts[index], texts[index + 1]].map((place) => place?.getBoundingClientRect());
				const { top, bottom } = host.getBoundingClientRect();
				return [top - (before?.bottom ?? Number.NaN), (after?.top ?? Number.NaN) - bottom];
			});
		}, pageTexts.after);
		expect(gaps).toHaveLength(8);
		for (const gap of gaps) {
			expect(gap).toBeGreaterThanOrEqual(8);
			expect(gap).toBeLessThanOrEqual(48);
		}
	});

	for (const width of [360, 1280]) {
		test(`works on a page from right to left, ${width} px wide`, async ({ siteOf, embed, page, faults }) => {
			const site = await siteOf(generator);
			await page.setViewportSize({ width, height: 800 });
			await page.goto(`${site.origin}${generator.paths.arabic ?? "/"}`);
			if (generator.paths.arabic === undefined)
				await page.locator("html").evaluate((root) => root.setAttribute("dir", "rtl"));
			await expect(embed.element).toHaveCSS("direction", "rtl");
			await embed.fit();
			const [frame, text] = await Promise.all([
				embed.iframe.boundingBox(),
				page
					.getByText(generator.paths.arabic ? pageTexts.arabic : pageTexts.index)
					.first()
					.boundingBox(),
			]);
			expect(Math.abs((frame?.x ?? 0) + (frame?.width ?? 0) - (text?.x ?? 0) - (text?.width ?? 0))).toBeLessThan(2);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			expect(await embed.root.evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
			await embed.choose("Checkpoint storage", "Shared filesystem");
			await embed.period.fill("7 mins");
			await expect(embed.builder.getByRole("region", { name: "scheduler.toml" })).toContainText("7 mins");
			await embed.fit();
			expect(faults).toEqual([]);
		});
	}
});
