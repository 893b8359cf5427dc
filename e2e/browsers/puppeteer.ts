import type { Browser } from "./browser.ts";

interface Element {
	click(): Promise<void>;
	scrollIntoView(): Promise<void>;
	contentFrame(): Promise<Frame | null>;
}

interface Frame {
	evaluate(script: string): Promise<unknown>;
	evaluateHandle(script: string): Promise<{ asElement(): Element | null }>;
}

interface Page extends Frame {
	mainFrame(): Frame;
	goto(address: string): Promise<unknown>;
	setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
	screenshot(options: { readonly path: string }): Promise<unknown>;
	readonly keyboard: Readonly<Record<"press" | "down" | "up" | "type", (key: string) => Promise<void>>>;
}

/** What this needs of `puppeteer-core`, which only this folder installs. */
interface Puppeteer {
	launch(options: object): Promise<{
		newPage(): Promise<Page>;
		version(): Promise<string>;
		close(): Promise<void>;
	}>;
}

/** Drives an installed Firefox by WebDriver BiDi: Playwright drives only the Firefox that it brings. */
export async function openPuppeteer(executablePath: string): Promise<Browser> {
	const library: string = "puppeteer-core";
	const { launch } = ((await import(library)) as { default: Puppeteer }).default;
	const browser = await launch({ browser: "firefox", executablePath, headless: true });
	const page = await browser.newPage();
	await page.setViewport({ width: 1280, height: 900 });
	let frame = page.mainFrame();
	const element = async (script: string) => {
		const found = (await frame.evaluateHandle(script)).asElement();
		if (!found) throw new Error(`Found nothing: ${script}`);
		return found;
	};
	return {
		title: `${await browser.version()} (Puppeteer, ${executablePath})`,
		close: () => browser.close(),
		tab: {
			open: async (address) => {
				frame = page.mainFrame();
				await page.goto(address);
			},
			resize: (width, height) => page.setViewport({ width, height }),
			evaluate: (script) => frame.evaluate(script),
			click: async (script) => {
				const found = await element(script);
				await found.scrollIntoView();
				await found.click();
			},
			type: (text) => page.keyboard.type(text),
			press: async (key, withControl) => {
				if (withControl) await page.keyboard.down("Control");
				await page.keyboard.press(key);
				if (withControl) await page.keyboard.up("Control");
			},
			enterFrame: async (script) => {
				frame = (script && (await (await element(script)).contentFrame())) || page.mainFrame();
			},
			screenshot: async (path) => void (await page.screenshot({ path })),
		},
	};
}
