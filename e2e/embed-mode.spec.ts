import AxeBuilder from "@axe-core/playwright";
import { element, expect, test } from "./docs-site/test.ts";
import { readDownload, share } from "./test.ts";

const s3 = 'period="5 mins" store="s3" url="s3://bucket/ck" credentials="environment"';

test.describe("as a link, a still card", () => {
	for (const [theme, dir] of [
		["light", "ltr"],
		["dark", "rtl"],
	] as const) {
		test(`opens the builder, on a ${theme} page that reads ${dir}`, async ({ docs, embed, page, builder, faults }) => {
			const asked: string[] = [];
			page.on("request", (request) => asked.push(request.url()));
			await page.emulateMedia({ colorScheme: theme });
			await docs.open({
				root: `dir="${dir}" style="color-scheme: light dark"`,
				body: `<main style="inline-size: 300px"><h1>Docs</h1>${element(`mode="link" ${s3}`)}</main>`,
			});
			const card = embed.element.getByRole("link", { name: /^Polars Checkpoint Builder/ });
			await expect(card).toBeVisible();
			await expect(embed.link).toBeHidden();
			await expect(embed.iframe).toHaveCount(0);
			const [box, main] = [await card.boundingBox(), await page.locator("main").boundingBox()];
			expect([box?.x, box?.width]).toEqual([main?.x, main?.width]);
			const { violations } = await new AxeBuilder({ page }).include("polars-checkpoint-builder").analyze();
			expect(violations).toEqual([]);
			expect(asked.filter((url) => url.startsWith(builder))).toEqual([`${builder}embed.js`]);
			expect(faults).toEqual([]);
			await page.keyboard.press("Tab");
			await expect(card).toBeFocused();
			await page.keyboard.press("Enter");
			await expect(page.getByRole("textbox", { name: "Checkpoint period" })).toHaveValue("5 mins");
			await expect(page.getByLabel("URL", { exact: true })).toHaveValue("s3://bucket/ck");
		});
	}

	test("follows its attributes, and becomes a frame and a card again", async ({ docs, embed, page }) => {
		await docs.open({ body: element(`mode="link" title="الإعداد" ${s3}`) });
		const card = embed.element.getByRole("link", { name: /^الإعداد/ });
		await expect(card).toHaveAttribute("href", /period=5%20mins/);
		await embed.element.evaluate((host) => host.setAttribute("period", "7 mins"));
		await expect(card).toHaveAttribute("href", /period=7%20mins/);
		await embed.element.evaluate((host) => host.removeAttribute("mode"));
		await expect(card).toHaveCount(0);
		await embed.fit();
		await expect(embed.period).toHaveValue("7 mins");
		await embed.element.evaluate((host) => host.setAttribute("mode", "link"));
		await expect(card).toBeVisible();
		await expect.poll(() => page.frames().length).toBe(1);
	});

	test("is the page's own link without the script", async ({ docs, embed, page }) => {
		await page.route("**/embed.js", (route) => route.abort());
		await docs.open({ body: element(`mode="link" ${s3}`) });
		await expect(embed.link).toBeVisible();
	});
});

test.describe("as files", () => {
	for (const [theme, dir, width] of [
		["light", "ltr", 700],
		["dark", "rtl", 360],
	] as const) {
		test(`shows the period, the place and the files: ${theme}, ${dir}, ${width} px`, async ({
			docs,
			embed,
			page,
			faults,
		}) => {
			await page.setViewportSize({ width, height: 800 });
			await docs.open({ root: `dir="${dir}" data-theme="${theme}"`, body: element(s3) });
			const whole = await embed.fit();
			await docs.open({ root: `dir="${dir}" data-theme="${theme}"`, body: element(`mode="file" ${s3}`) });
			const height = await embed.fit();
			await embed.expectTheme(theme);
			expect(height).toBeLessThan(0.8 * whole);
			const { builder } = embed;
			const shown = builder.locator("input:visible, select:visible, textarea:visible");
			expect(new Set(await shown.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).name)))).toEqual(
				new Set(["period", "store", "s3.url"]),
			);
			await expect(builder.locator("summary:visible")).toHaveCount(0);
			await embed.period.fill("7 mins");
			await expect(builder.getByRole("region", { name: "scheduler.toml" })).toContainText("7 mins");
			const waiting = page.waitForEvent("download");
			await builder.getByRole("button", { name: "Download worker.toml" }).click();
			expect(await readDownload(await waiting)).toContain("s3://bucket/ck");
			// Axe takes the ground of a frame without one for white, whatever the page's is.
			const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);
			const { violations } = await axe.disableRules(["color-contrast"]).analyze();
			expect(violations).toEqual([]);
			expect(await embed.root.evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
			expect(faults).toEqual([]);
		});
	}

	test("keeps what was typed, and stays as it is, when the page makes it anew", async ({ docs, embed, page }) => {
		await docs.open({ body: element(`mode="file" ${s3}`) });
		const height = await embed.fit();
		await embed.period.fill("7 mins");
		await expect.poll(() => embed.root.evaluate(() => location.hash)).toContain("7");
		await page.locator("polars-checkpoint-builder").evaluate((old) => old.replaceWith(old.cloneNode(true)));
		await expect(embed.period).toHaveValue("7 mins");
		expect(await embed.fit()).toBe(height);
	});

	test("brings the rest of the form when something in it is to fix", async ({ docs, embed }) => {
		await docs.open({ body: element('mode="file" store="s3" credentials="access_key"') });
		await embed.fit();
		const field = embed.builder.getByLabel("Secret access key", { exact: true });
		await expect(field).toBeHidden();
		await embed.builder.getByRole("button", { name: "Secret access key" }).click();
		await expect(field).toBeFocused();
		await embed.fit();
	});
});

test("the dialog writes what is to be shown, and previews it", async ({ page, docs, embed, faults }) => {
	await page.goto(`./#v=1&period=7m&store=s3&url=s3://bucket/ck`);
	await expect(page.locator("html")).toHaveAttribute("data-start", "ready");
	await share(page, "Embed…");
	const dialog = page.getByRole("dialog", { name: "Embed in a documentation page" });
	const snippet = dialog.locator("pre");
	const readHeight = async () => Number(/min-height: (\d+)px/.exec((await snippet.textContent()) ?? "")?.[1]);
	await expect.poll(readHeight).toBeGreaterThan(0);
	const whole = await readHeight();
	await dialog.getByLabel("Show").selectOption("The period, the place and the files");
	await expect(snippet).toContainText('<polars-checkpoint-builder mode="file"');
	await expect.poll(readHeight).toBeLessThan(0.8 * whole);
	const preview = dialog.frameLocator("iframe");
	await expect(preview.getByRole("textbox", { name: "Checkpoint period" })).toHaveValue("7m");
	await expect(preview.getByRole("radiogroup", { name: "Credentials" })).toBeHidden();
	await dialog.getByLabel("Show").selectOption("A card that opens the builder");
	await expect(dialog.locator("iframe")).toHaveCount(0);
	await expect(dialog.getByText("The card is a link")).toBeVisible();
	const axe = new AxeBuilder({ page }).include("dialog").withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);
	expect((await axe.analyze()).violations).toEqual([]);
	const card = ((await snippet.textContent()) ?? "").replace(/<script.*<\/script>/, "");
	await docs.open({ body: `${card}<p>Next</p>` });
	await expect(embed.element.getByRole("link", { name: /^Polars Checkpoint Builder Choose/ })).toBeVisible();
	expect(faults).toEqual([]);
});

test("a card takes the room that was kept for it", async ({ docs, embed, page }) => {
	let come = () => {};
	const late = new Promise<void>((resolve) => {
		come = resolve;
	});
	await page.route("**/embed.js", async (route) => {
		await late;
		await route.continue();
	});
	await docs.open({
		body: `${element('mode="link" style="display: block; min-height: 5em"')}<p>Next</p>`,
	});
	const next = page.getByText("Next");
	const before = await next.boundingBox();
	come();
	await expect(embed.element.getByRole("link", { name: /^Polars Checkpoint Builder/ })).toBeVisible();
	expect(await next.boundingBox()).toEqual(before);
	const [card, host] = [
		await embed.element.locator("a[href*='#v=1']").boundingBox(),
		await embed.element.boundingBox(),
	];
	expect(card?.height).toBe(host?.height);
});

test("the dialog says where the script goes, for what the site is made with", async ({ page, docs, faults }) => {
	await page.goto("./");
	await expect(page.locator("html")).toHaveAttribute("data-start", "ready");
	await share(page, "Embed…");
	const dialog = page.getByRole("dialog", { name: "Embed in a documentation page" });
	const generator = dialog.getByLabel("The site uses");
	const shown = dialog.locator("pre");
	await expect(shown).toContainText(["<script"]);
	await generator.selectOption("MkDocs Material");
	await expect(dialog.getByRole("heading", { name: "Once, in mkdocs.yml" })).toBeVisible();
	await expect(shown).toContainText(["extra_javascript:", "<polars-checkpoint-builder"]);
	await expect(shown.last()).not.toContainText("<script");
	await dialog.getByRole("button", { name: "Copy configuration" }).click();
	await expect(page.getByText("Copied the configuration.")).toBeAttached();
	const copied = (await shown.first().textContent()) ?? "";
	const axe = new AxeBuilder({ page }).include("dialog").exclude("dialog iframe");
	const { violations } = await axe.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
	expect(violations).toEqual([]);
	expect(faults).toEqual([]);
	await docs.open({ body: "<textarea></textarea>" });
	await page.locator("textarea").focus();
	await page.keyboard.press("ControlOrMeta+v");
	await expect(page.locator("textarea")).toHaveValue(copied);
});
