import type { BrowserType, Frame } from "@playwright/test";
import type { Browser } from "./browser.ts";

/** Drives a browser with Playwright. */
export async function openPlaywright(engine: BrowserType, origin: string, executablePath?: string): Promise<Browser> {
	const browser = await engine.launch(executablePath === undefined ? {} : { executablePath });
	const page = await browser.newPage();
	let frame: Frame = page.mainFrame();
	const element = async (script: string) => {
		const found = (await frame.evaluateHandle(script)).asElement();
		if (!found) throw new Error(`Found nothing: ${script}`);
		return found;
	};
	return {
		title: `${engine.name()} ${browser.version()} (Playwright, ${origin})`,
		close: () => browser.close(),
		tab: {
			open: async (address) => {
				frame = page.mainFrame();
				await page.goto(address);
			},
			resize: (width, height) => page.setViewportSize({ width, height }),
			evaluate: (script) => frame.evaluate(script),
			click: async (script) => (await element(script)).click(),
			type: (text) => page.keyboard.type(text),
			press: (key, withControl) => page.keyboard.press(withControl ? `ControlOrMeta+${key}` : key),
			enterFrame: async (script) => {
				frame = (script && (await (await element(script)).contentFrame())) || page.mainFrame();
			},
			screenshot: async (path) => void (await page.screenshot({ path })),
		},
	};
}
