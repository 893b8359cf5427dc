import { createRequire } from "node:module";
import puppeteer, {
	type Browser as Driven,
	type ElementHandle,
	type Frame,
	type KeyInput,
	type Page,
} from "puppeteer-core";
import { type Browser, type Tab, type TabOptions, type View, viewport } from "./browser.ts";

const { version } = createRequire(import.meta.url)("puppeteer-core/package.json") as { version: string };

/**
 * Starts a Firefox that Puppeteer drives. Each tab gets one of its own, since Firefox is told the colour scheme and the
 * folder of downloads as it starts.
 */
export async function startByPuppeteer(program: string): Promise<Browser> {
	const launch = ({ scheme = "light", downloads }: Partial<TabOptions>) =>
		puppeteer.launch({
			browser: "firefox",
			executablePath: program,
			defaultViewport: viewport,
			extraPrefsFirefox: {
				"layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
				"browser.download.folderList": 2,
				"browser.helperApps.neverAsk.saveToDisk": "application/octet-stream",
				...(downloads !== undefined && { "browser.download.dir": downloads }),
			},
		});
	const first = await launch({});
	const name = (await first.version()).replace("/", " ");
	await first.close();
	return {
		title: `${name} (${program}), driven by puppeteer-core ${version}`,
		openTab: async (options) => {
			const browser = await launch(options);
			return driveTab(browser, await browser.newPage());
		},
		close: async () => {},
	};
}

function driveTab(browser: Driven, page: Page): Tab {
	const logged: string[] = [];
	page.on("pageerror", (error) => logged.push(String(error)));
	page.on("console", (message) => {
		if (message.type() === "error" || message.type() === "warn") logged.push(message.text());
	});
	const press = async (keys: string) => {
		const parts = keys.split("+") as KeyInput[];
		for (const key of parts) await page.keyboard.down(key);
		for (const key of parts.reverse()) await page.keyboard.up(key);
	};
	return {
		...view(async () => page.mainFrame()),
		open: async (address) => {
			await page.goto(address);
		},
		reload: async () => {
			await page.reload();
		},
		// Its own way waits in vain for the load of a page that Firefox had put aside whole.
		back: async () => {
			await page.evaluate("void setTimeout(() => history.back())");
		},
		type: (text) => page.keyboard.type(text),
		press,
		undo: () => press("Control+z"),
		takePicture: async (path) => {
			await page.screenshot({ path: path as `${string}.png` });
		},
		logged,
		close: () => browser.close(),
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
