import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pageTexts } from "./generators/generator.ts";
import { findPrograms } from "./install-python.ts";
import { describeEach, expect, test } from "./test.ts";

/** How far texts are from the top of the first page of a PDF file, in CSS pixels; not a number where it has no such text. */
function findInPdf(file: string, texts: readonly string[]): number[] {
	const script = join(import.meta.dirname, "find_in_pdf.py");
	const said = execFileSync(join(findPrograms("current"), "python"), [script, file, ...texts], { encoding: "utf8" });
	return (JSON.parse(said) as (number | null)[]).map((top) => top ?? Number.NaN);
}

describeEach((generator) => {
	for (const width of [1280, 1920]) {
		test(`prints as it stands, whole and without a blank, from a window of ${width} px`, async ({
			siteOf,
			embed,
			page,
		}, info) => {
			const site = await siteOf(generator);
			await page.setViewportSize({ width, height: 900 });
			await page.goto(`${site.origin}/`);
			await embed.fit();
			// The frame takes note of a width that stays.
			await expect.poll(() => embed.root.evaluate((root) => root.style.cssText)).toContain("--frame-width");
			const file = info.outputPath("page.pdf");
			const margin = "1cm";
			// As wide as A4, and so long that no page ends in what is looked at.
			await page.pdf({
				path: file,
				width: "210mm",
				height: "600mm",
				margin: { top: margin, right: margin, bottom: margin, left: margin },
			});
			const [start = 0, worker = 0, end = 0, after = 0] = findInPdf(file, [
				"Checkpoint period",
				"worker.toml",
				"Open full builder",
				pageTexts.after,
			]);
			expect(start).toBeGreaterThan(0);
			expect(worker).toBeGreaterThan(start);
			expect(end).toBeGreaterThan(worker);
			expect(after - end).toBeGreaterThan(16);
			expect(after - end).toBeLessThan(80);
		});
	}

	test("prints in light colours from a dark page", async ({ siteOf, embed, page }) => {
		const site = await siteOf(generator);
		await page.goto(`${site.origin}/`);
		await embed.fit();
		await generator.switchTheme(page, "dark");
		await embed.expectTheme("dark");
		await page.emulateMedia({ media: "print" });
		await embed.expectTheme("light");
		await page.emulateMedia({ media: "screen" });
		await embed.expectTheme("dark");
		await embed.fit();
	});
});
