import { expect } from "vitest";
import type { Journey } from "./journey.ts";
import { button, file, openAdvisor, type Page, period, textbox } from "./page.ts";

const element = '<polars-checkpoint-builder period="20m" store="s3"><a href="#">Open</a></polars-checkpoint-builder>';

/** What the documentation site has: the embed, and the whole builder in a narrow frame, since windows have a least width. */
export function writeDocs(path: string, builder: string): string {
	const body =
		path === "/narrow"
			? `<iframe src="${builder}" width="320" height="850"></iframe>`
			: `<script src="${builder}embed.js" async></script><p>Before</p>${element}<p>After</p>`;
	return `<!doctype html><html lang="en" data-theme="light"><head><title>Docs</title></head><body>${body}</body></html>`;
}

/** How far a page could be scrolled sideways, in CSS pixels. */
function readOverflow(page: Page): Promise<number> {
	return page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The height of the embed's frame; nothing before it is shown. */
function readFrameHeight(page: Page): Promise<number> {
	return page.run(() => {
		const frame = document.querySelector("polars-checkpoint-builder")?.shadowRoot?.querySelector("iframe");
		return frame?.checkVisibility({ visibilityProperty: true }) ? frame.getBoundingClientRect().height : 0;
	});
}

export const embedJourneys: Readonly<Record<string, Journey>> = {
	"on a documentation page the frame is as high as its content, and follows the page's theme": async (visit) => {
		const page = await visit.open(`${visit.sites.docs}/`);
		await expect.poll(() => readFrameHeight(page)).toBeGreaterThan(300);
		const frame = page.within(() =>
			document.querySelector("polars-checkpoint-builder")?.shadowRoot?.querySelector("iframe"),
		);
		await frame.see(period, { value: "20m" });
		const readContent = () => frame.run(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
		const settle = () => expect.poll(async () => (await readFrameHeight(page)) - (await readContent())).toBe(0);
		await settle();
		const before = await readContent();
		await frame.choose("Checkpoint storage", "Shared filesystem");
		await expect.poll(readContent).not.toBe(before);
		await settle();
		await frame.fill(period, "30m");
		await frame.see(file("scheduler.toml"), { text: expect.stringContaining('"30m"') });
		const readScheme = () => frame.run(() => getComputedStyle(document.documentElement).colorScheme);
		expect(await readScheme()).toBe("light");
		await page.run(() => document.documentElement.setAttribute("data-theme", "dark"));
		await expect.poll(readScheme).toBe("dark");
		await visit.takePicture(page, "embed");
		await frame.click(button("Copy worker.toml"));
		await expect.poll(() => frame.run(() => document.body.textContent)).toContain("Copied worker.toml");
		await frame.click(button("Download worker.toml"));
		expect((await visit.readDownload("worker.toml")).toString()).toContain("[worker]");
		await frame.collectFaults();
	},

	"the embed's snippet is shown with a live preview, and Escape leads back": async (visit) => {
		const page = await visit.open(`${visit.sites.builder}#v=1&period=20m`);
		await page.see(period, { value: "20m" });
		await page.click(button("Share"));
		await page.click(button("Embed…"));
		const dialog = { role: "dialog", name: "Embed in a documentation page" };
		await page.see(dialog, { text: expect.stringContaining('period="20m"') });
		const preview = page.within(() => document.querySelector("dialog iframe"));
		await preview.see(period, { value: "20m" });
		await visit.takePicture(page, "snippet");
		await preview.collectFaults();
		await page.click(button("Copy snippet"));
		await page.tab.press("Escape");
		await page.seeNone(dialog);
		await page.see(button("Share"), { focused: true });
	},

	"nothing scrolls sideways at 320 pixels": async (visit) => {
		const page = await visit.open(`${visit.sites.docs}/narrow`);
		const narrow = page.within(() => document.querySelector("iframe"));
		await narrow.see(period);
		expect(await narrow.run(() => innerWidth)).toBe(320);
		expect(await readOverflow(narrow)).toBe(0);
		await visit.takePicture(page, "narrow");
		await narrow.choose("Checkpoint storage", "S3");
		await narrow.fill(textbox("URL"), `https://${"long".repeat(20)}.example.com/x`);
		await narrow.fill(period, "10 Mins and quite a lot of other words");
		await narrow.see(period, { invalid: true });
		await openAdvisor(narrow);
		expect(await readOverflow(narrow)).toBe(0);
		await visit.takePicture(page, "narrow-advisor");
		await narrow.click(button("Open existing file"));
		await narrow.click(button("Open an example"));
		await narrow.see({ role: "list", name: "Problems in example.toml" });
		expect(await readOverflow(narrow)).toBe(0);
		await visit.takePicture(page, "narrow-existing");
		await narrow.collectFaults();
	},
};
