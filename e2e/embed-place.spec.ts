import type { Page } from "@playwright/test";
import { Embed, element, expect, test } from "./docs-site/test.ts";

const text = '<p style="height: 300px">Text</p>';
const article = (embed: string) =>
	`${text}${embed}<h2 id="below" style="scroll-margin-top: 60px">Below</h2><p style="height: 3000px">Text</p>`;

/** Lets each answer of the builder take a while longer. */
async function slowDown(page: Page, builder: string, milliseconds: number): Promise<void> {
	await page.route(`${builder}**`, async (route) => {
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
		await route.continue();
	});
}

function readTop(page: Page, selector: string): Promise<number> {
	return page.locator(selector).evaluate((place) => place.getBoundingClientRect().top);
}

test.describe("a link to a heading below it leads there, and stays there while the frame settles", () => {
	for (const latency of [0, 300]) {
		for (const anchoring of ["auto", "none"]) {
			test(`${latency} ms from the builder, scroll anchoring ${anchoring}`, async ({ docs, embed, page, builder }) => {
				await slowDown(page, builder, latency);
				const style = `<style>html, body { overflow-anchor: ${anchoring} }</style>`;
				await docs.open({ head: style, body: article(element('store="s3"')) });
				await page.goto("about:blank");
				await page.goto(`${docs.origin}/#below`, { waitUntil: "commit" });
				await embed.fit();
				await expect.poll(() => readTop(page, "#below").then(Math.abs)).toBeLessThan(100);
			});
		}
	}

	test("a reader who has scrolled away is left where they are", async ({ docs, embed, page, builder }) => {
		let come = () => {};
		const asked = new Promise<void>((resolve) => {
			come = resolve;
		});
		await page.route(`${builder}?embed`, async (route) => {
			await asked;
			await route.continue();
		});
		await docs.open({ body: article(element('store="s3"')) });
		await page.evaluate(() => {
			location.hash = "#below";
		});
		await expect.poll(() => readTop(page, "#below").then(Math.abs)).toBeLessThan(100);
		await page.mouse.wheel(0, 400);
		await expect.poll(() => readTop(page, "#below")).toBeLessThan(-300);
		const before = await readTop(page, "#below");
		come();
		await embed.fit();
		expect(Math.abs((await readTop(page, "#below")) - before)).toBeLessThan(2);
	});
});

test("where the page keeps its height, nothing moves though the script comes half a second late", async ({
	docs,
	embed,
	page,
	builder,
}) => {
	await page.setViewportSize({ width: 700, height: 900 });
	await docs.open({ body: `<main>${element('store="s3"')}<p id="after">After</p></main>` });
	const height = await embed.fit();
	await slowDown(page, builder, 500);
	await page.addInitScript(() => {
		const seen = { shift: 0 };
		Object.assign(window, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
		}).observe({ type: "layout-shift", buffered: true });
	});
	const kept = element(`store="s3" style="display: block; min-height: ${height}px"`);
	await docs.open({ body: `<main>${kept}<p id="after">After</p></main>` });
	expect(await embed.fit()).toBe(height);
	expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBe(0);
});

test.describe("what was typed, but secrets, is there again when the page makes the element anew", () => {
	const again = (page: Page) =>
		page.locator("polars-checkpoint-builder").evaluateAll((elements) => {
			for (const old of elements) old.replaceWith(old.cloneNode(true));
		});

	test("each for itself, and at its height at once", async ({ docs, page }) => {
		await docs.open({ body: `${element('period="5 mins"')}${element('period="5 mins"')}` });
		const [one, other] = [new Embed(page, 0), new Embed(page, 1)];
		await one.fit();
		await other.fit();
		await one.choose("Checkpoint storage", "S3");
		await one.builder.getByLabel("URL", { exact: true }).fill("s3://bucket/ck");
		await one.builder.getByLabel("Access key ID", { exact: true }).fill("YOURACCESSKEY");
		await one.builder.getByLabel("Secret access key", { exact: true }).fill("YOURSECRETKEY");
		await other.period.fill("7 mins");
		await expect.poll(() => one.root.evaluate(() => location.hash)).toContain("bucket");
		await expect.poll(() => other.root.evaluate(() => location.hash)).toContain("7");
		const height = await one.fit();
		await again(page);
		expect((await one.iframe.boundingBox())?.height).toBe(height);
		await expect(one.builder.getByLabel("URL", { exact: true })).toHaveValue("s3://bucket/ck");
		await expect(one.builder.getByLabel("Secret access key", { exact: true })).toHaveValue("");
		await expect(one.period).toHaveValue("5 mins");
		await expect(other.period).toHaveValue("7 mins");
	});

	test("not on another page, and not after a reload", async ({ docs, embed, page }) => {
		await docs.open({ body: element() });
		await embed.fit();
		await embed.period.fill("7 mins");
		await expect.poll(() => embed.root.evaluate(() => location.hash)).toContain("7");
		await page.evaluate(() => history.pushState(null, "", "/other"));
		await again(page);
		await expect(embed.period).toHaveValue("10 mins");
		await page.evaluate(() => history.back());
		await expect.poll(() => page.evaluate(() => location.pathname)).toBe("/");
		await again(page);
		await expect(embed.period).toHaveValue("7 mins");
		await page.reload();
		await expect(embed.period).toHaveValue("10 mins");
	});

	test("and nothing that another frame or another shape of message says", async ({ docs, embed, page }) => {
		await docs.open({ body: element() });
		await embed.fit();
		await page.evaluate(() => postMessage({ type: "polars-checkpoint-builder/1", link: "#v=1&period=1m" }));
		await embed.root.evaluate(() => {
			for (const link of [
				5,
				null,
				"https://other.example",
				"javascript:alert(1)",
				"#v=1&<script>",
				"#".repeat(200_000),
			]) {
				parent.postMessage({ type: "polars-checkpoint-builder/1", link }, "*");
			}
		});
		await again(page);
		await embed.fit();
		await expect(embed.period).toHaveValue("10 mins");
		expect(await embed.root.evaluate(() => location.search)).toBe("?embed");
	});
});

test("on paper it is whole in a narrower column, light from a dark page, and no room is left for one that has not come", async ({
	docs,
	embed,
	page,
}) => {
	await page.setViewportSize({ width: 1000, height: 900 });
	const kept = element('store="gcs" style="display: block; min-height: 1200px"');
	await docs.open({
		root: 'data-theme="dark"',
		head: "<style>@media print { main { inline-size: 500px } }</style>",
		body: `<main>${element('store="s3"')}</main><p style="height: 9000px">Text</p><aside>${kept}</aside>`,
	});
	const height = await embed.fit();
	const width = (await embed.iframe.boundingBox())?.width ?? Number.NaN;
	await expect.poll(() => embed.root.evaluate((root) => root.style.cssText)).toContain(`${width}px`);
	await page.emulateMedia({ media: "print" });
	await embed.expectTheme("light");
	const paper = await embed.iframe.boundingBox();
	expect(paper?.width).toBe(500);
	expect(Math.abs((paper?.height ?? 0) - (500 / width) * height)).toBeLessThan(2);
	const end = embed.builder.getByRole("link", { name: "Open full builder" });
	const box = await end.boundingBox();
	expect((paper?.y ?? 0) + (paper?.height ?? 0) - (box?.y ?? 0) - (box?.height ?? 0)).toBeGreaterThanOrEqual(0);
	const other = new Embed(page, 1);
	await expect(other.link).toBeVisible();
	expect((await other.element.boundingBox())?.height).toBeLessThan(100);
});

test("the page's ground shows through the frame, in a dark theme too", async ({ docs, embed, page }) => {
	await docs.open({
		root: 'data-theme="dark"',
		head: "<style>body { background: rgb(10, 40, 10); margin: 0 }</style>",
		body: `<p style="height: 40px">Text</p>${element()}`,
	});
	await embed.fit();
	await embed.expectTheme("dark");
	const box = await embed.iframe.boundingBox();
	const look = (y: number) => page.screenshot({ clip: { x: box?.x ?? 0, y: (box?.y ?? 0) + y, width: 1, height: 1 } });
	expect((await look(0)).equals(await look(-10))).toBe(true);
});
