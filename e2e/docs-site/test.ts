import { test as base, expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import { type DocsSite, findIn, type SitePage, startSite } from "./site.ts";
import { buildVitePress } from "./vitepress/build.ts";

/** An embed on a docs page, and the builder in its frame. */
export class Embed {
	readonly element: Locator;
	readonly iframe: Locator;
	readonly builder: FrameLocator;
	/** What the docs page says where there is no builder. */
	readonly link: Locator;

	constructor(page: Page, index = 0) {
		this.element = page.locator("polars-checkpoint-builder").nth(index);
		this.iframe = this.element.locator("iframe");
		this.builder = this.iframe.contentFrame();
		this.link = this.element.getByRole("link", { name: "Open the builder" });
	}

	get root(): Locator {
		return this.builder.locator(":root");
	}

	get period(): Locator {
		return this.builder.getByRole("textbox", { name: "Checkpoint period" });
	}

	async choose(group: string, name: string): Promise<void> {
		await this.builder.getByRole("radiogroup", { name: group }).getByRole("radio", { name, exact: true }).check();
	}

	/** Waits until the frame is as high as its content and stays so, as parts come later, and gives that height. */
	async fit(): Promise<number> {
		await expect(this.iframe).toBeVisible();
		let before = 0;
		let height = 0;
		const settles = async () => {
			before = height;
			height = await this.root.evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
			return before === height && (await this.iframe.boundingBox())?.height === height;
		};
		await expect.poll(settles, { intervals: [200] }).toBe(true);
		return height;
	}

	async expectTheme(theme: "light" | "dark"): Promise<void> {
		await expect(this.root).toHaveCSS("color-scheme", theme);
	}
}

export interface HostPage {
	/** Attributes of the root element. */
	readonly root?: string;
	readonly head?: string;
	readonly body: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A docs page's line for an embed. */
export function element(attributes = ""): string {
	return `<polars-checkpoint-builder ${attributes}><a href="#">Open the builder</a></polars-checkpoint-builder>`;
}

interface Docs {
	readonly origin: string;
	/** Opens a docs page that includes the script. */
	readonly open: (page: HostPage) => Promise<void>;
}

interface Fixtures {
	/** Address of the builder's folder. */
	readonly builder: string;
	readonly docs: Docs;
	readonly embed: Embed;
	/** What any frame of the page logged as an error, or its policy refused. */
	readonly faults: readonly string[];
}

export const test = base.extend<Fixtures, { readonly vitePress: DocsSite }>({
	builder: ({ baseURL }, use) => use(baseURL ?? ""),
	docs: async ({ page, builder }, use) => {
		let current: SitePage | undefined;
		const site = await startSite((path) => (path === "/" ? current : undefined));
		const open = async ({ root = "", head = "", body, headers = {} }: HostPage) => {
			const script = `<script src="${builder}embed.js" async></script>`;
			current = {
				body: `<!doctype html><html lang="en" ${root}><head><title>Docs</title>${head}${script}</head><body>${body}</body></html>`,
				headers,
			};
			await page.goto(site.origin, { waitUntil: "domcontentloaded" });
		};
		await use({ origin: site.origin, open });
		await site.close();
	},
	embed: ({ page }, use) => use(new Embed(page)),
	faults: async ({ page }, use) => {
		const faults: string[] = [];
		page.on("pageerror", ({ message }) => faults.push(message));
		page.on("console", (message) => {
			if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
		});
		await use(faults);
	},
	vitePress: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter.
		async ({}, use, { project }) => {
			const { folder, remove } = await buildVitePress(project.use.baseURL ?? "");
			const site = await startSite(findIn(folder));
			await use(site);
			await site.close();
			await remove();
		},
		{ scope: "worker", timeout: 60_000 },
	],
});

export { expect };
