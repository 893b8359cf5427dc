import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pageTexts } from "./generators/generator.ts";
import { findPrograms } from "./install-python.ts";
import { describeEach, expect, test } from "./test.ts";

interface PdfPlace {
	readonly page: number;
	/** From the page's top, in CSS pixels. */
	readonly top: number;
}

/** Where texts stand in a PDF file. */
function findInPdf(file: string, texts: readonly string[]): (PdfPlace | null)[] {
	const script = join(import.meta.dirname, "find_in_pdf.py");
	return JSON.parse(
		execFileSync(join(findPrograms("current"), "python"), [script, file, ...texts], { encoding: "utf8" }),
	);
}

describeEach((generator) => {
	for (const width of [1280, 1920]) {
		test(`prints as it stands, whole and without a blank, from a window of ${width} px`, async ({
			siteOf,
			embed,
			page,
		}, { outputPath }) => {
			const site = await siteOf(generator);
			await page.setViewportSize({ width, height: 900 });
			await page.goto(`${site.origin}/`);
			await embed.fit();
			// The frame takes note of a width that stays.
			await expect.poll(() => embed.root.evaluate((root) => root.style.cssText)).toContain("--frame-width");
			const file = outputPath("page.pdf");
			const margin = "1cm";
			await page.pdf({
				path: file,
				format: "A4",
				margin: { top: margin, right: margin, bottom: margin, left: margin },
			});
			const places = findInPdf(file, ["Checkpoint period", "worker.toml", "Open full builder", pageTexts.after]);
			const [start, worker, end, after] = places.map((place) => place ?? { page: Number.NaN, top: Number.NaN }) as [
				PdfPlace,
				PdfPlace,
				PdfPlace,
				PdfPlace,
			];
			expect([start.page, worker.page, end.page]).toEqual([after.page, after.page, after.page]);
			expect(worker.top).toBeGreaterThan(start.top);
			expect(end.top).toBeGreaterThan(worker.top);
			expect(after.top - end.top).toBeGreaterThan(16);
			expect(after.top - end.top).toBeLessThan(80);
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
