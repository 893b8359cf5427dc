import { expect, test } from "./test.ts";

// One worker after the other, so that the site is built once.
test.describe.configure({ mode: "default" });

for (const width of [360, 1280]) {
	for (const preferred of ["light", "dark"] as const) {
		test(`in VitePress at ${width} px under its theme switch, for one who prefers ${preferred}`, async ({
			vitePress,
			embed,
			page,
			faults,
		}) => {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme: preferred });
			await page.goto(`${vitePress.origin}/`);
			await embed.fit();
			await embed.expectTheme(preferred);
			const readColor = () => embed.root.evaluate((root) => getComputedStyle(root).color);
			const color = await readColor();
			const other = preferred === "light" ? "dark" : "light";
			if (width < 768) await page.getByRole("button", { name: "Menu" }).click();
			await page.getByRole("switch", { name: "Appearance" }).click();
			await embed.expectTheme(other);
			expect(await readColor()).not.toBe(color);
			await page.reload();
			await embed.fit();
			await embed.expectTheme(other);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			expect(await embed.root.evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
			expect(faults).toEqual([]);
		});
	}
}

test("in VitePress, goes with its page and comes back with it", async ({ vitePress, embed, page, faults }) => {
	await page.goto(`${vitePress.origin}/`);
	await embed.fit();
	await page.getByRole("link", { name: "Another page" }).press("Enter");
	await expect(page.getByRole("heading", { name: "Another page" })).toBeVisible();
	await expect.poll(() => page.frames().length).toBe(1);
	await page.getByRole("link", { name: "Back" }).press("Enter");
	await embed.fit();
	await expect(embed.link).toBeHidden();
	expect(faults).toEqual([]);
});
