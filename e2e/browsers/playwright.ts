import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium, type ElementHandle, type Frame, firefox, type Page, webkit } from "@playwright/test";
import { type Browser, type Engine, type Tab, type View, viewport } from "./browser.ts";

const types = { chromium, firefox, webkit };
const { version } = createRequire(import.meta.url)("@playwright/test/package.json") as { version: string };

/** Where Playwright looks for its own build of an engine; it need not be there. */
export function ownProgram(engine: Engine): string {
	return types[engine].executablePath();
}

/**
 * Starts a browser that Playwright drives.
 *
 * @param program Path of another Chromium than Playwright's own.
 */
export async function startByPlaywright(engine: Engine, program: string | undefined): Promise<Browser> {
	const browser = await types[engine].launch(program === undefined ? {} : { executablePath: program });
	return {
		title: `${engine} ${browser.version()}${program === undefined ? " (Playwright’s own)" : ""}, driven by Playwright ${version}`,
		openTab: async ({ scheme = "light", downloads }) => {
			const context = await browser.newContext({ colorScheme: scheme, viewport });
			const page = await context.newPage();
			page.on("download", (download) => download.saveAs(join(downloads, download.suggestedFilename())));
			return driveTab(page);
		},
		close: () => browser.close(),
	};
}

function driveTab(page: Page): Tab {
	const logged: string[] = [];
	page.on("pageerror", ({ message }) => logged.push(message));
	page.on("console", (message) => {
		if (message.type() === "error" || message.type() === "warning") logged.push(message.text());
	});
	return {
		...view(async () => page.mainFrame()),
		open: async (address) => {
			await page.goto(address);
		},
		reload: async () => {
			await page.reload();
		},
		back: async () => {
			await page.goBack();
		},
		type: (text) => page.keyboard.type(text),
		press: (keys) => page.keyboard.press(keys.replace("Control", "ControlOrMeta")),
		undo: () => page.keyboard.press("ControlOrMeta+z"),
		takePicture: async (path) => {
			await page.screenshot({ path });
		},
		logged,
		close: () => page.context().close(),
	};
}

function view(find: () => Promise<Frame>): View {
	const findElement = async (expression: string) => {
		const element = (await (await find()).evaluateHandle(expression)).asElement() as ElementHandle<Element> | null;
		if (!element) throw new Error(`There is no element: ${expression}`);
		return element;
	};
	return {
		evaluate: async (expression) => (await find()).evaluate(expression),
		click: async (expression) => (await findElement(expression)).click(),
		frame: (expression) =>
			view(async () => {
				const frame = await (await findElement(expression)).contentFrame();
				if (!frame) throw new Error(`There is no frame: ${expression}`);
				return frame;
			}),
	};
}
