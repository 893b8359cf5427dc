import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Builder, Key, type WebDriver, WebElement } from "selenium-webdriver";
import { type Browser, type Tab, type TabOptions, type View, viewport } from "./browser.ts";

const { version } = createRequire(import.meta.url)("selenium-webdriver/package.json") as { version: string };

/**
 * Starts a display on which WebKit's own small browser is driven by Selenium. Each tab gets a browser of its own, since
 * that takes the colour scheme and the folder of downloads from its environment.
 *
 * @param driver Path of WebKit's driver.
 * @param server Path of Xvfb.
 */
export async function startBySelenium(driver: string, server: string): Promise<Browser> {
	const size = `${viewport.width + 200}x${viewport.height + 200}x24`;
	const xvfb = spawn(server, ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp"], {
		stdio: ["ignore", "ignore", "ignore", "pipe"],
	});
	// It chooses a free display, and says which once it is ready.
	const display = await new Promise<string>((resolve, reject) => {
		xvfb.stdio[3]?.once("data", (text) => resolve(`:${String(text).trim()}`));
		xvfb.once("error", reject);
		xvfb.once("exit", () => reject(new Error("Xvfb ended before it had a display.")));
	});
	const drivers = new Set<ChildProcess>();
	const start = (options: Partial<TabOptions>) => startSession(driver, display, drivers, options);
	const first = await start({});
	const capabilities = await first.session.getCapabilities();
	await first.end();
	return {
		title: `webkit ${capabilities.getBrowserVersion()} (WebKitGTK’s ${capabilities.getBrowserName()}), driven by selenium-webdriver ${version}`,
		openTab: async (options) => {
			const { session, end } = await start(options);
			await resize(session);
			return driveTab(session, end);
		},
		close: async () => {
			for (const child of [...drivers, xvfb]) await stop(child);
		},
	};
}

/** Starts a driver of its own, which is kept among those that run, and a browser with it. */
async function startSession(
	driver: string,
	display: string,
	running: Set<ChildProcess>,
	{ scheme, downloads }: Partial<TabOptions>,
) {
	const port = await findFreePort();
	const { WAYLAND_DISPLAY: _, ...environment } = process.env;
	const env = {
		...environment,
		DISPLAY: display,
		GTK_THEME: scheme === "dark" ? "Adwaita:dark" : "Adwaita",
		...(downloads !== undefined && { HOME: downloads }),
	};
	const child = spawn(driver, [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" });
	running.add(child);
	const address = `http://127.0.0.1:${port}`;
	await waitForDriver(`${address}/status`, child);
	const session = await new Builder()
		.disableEnvironmentOverrides()
		.usingServer(address)
		.withCapabilities({ browserName: "MiniBrowser", timeouts: { pageLoad: 60_000, script: 60_000 } })
		.build();
	const end = async () => {
		await session.quit();
		await stop(child);
		running.delete(child);
	};
	return { session, end };
}

async function waitForDriver(status: string, child: ChildProcess): Promise<void> {
	while (child.exitCode === null) {
		const ready = await fetch(status).then(
			({ ok }) => ok,
			() => false,
		);
		if (ready) return;
		await wait(50);
	}
	throw new Error(`WebKit's driver ended with code ${child.exitCode}.`);
}

async function findFreePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	if (typeof address !== "object" || address === null) throw new Error("There is no free port.");
	return address.port;
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, "exit");
	child.kill();
	await ended;
}

/** A window's size is told with its bars. */
async function resize(session: WebDriver): Promise<void> {
	const window = session.manage().window();
	const { width, height } = await window.getRect();
	const [innerWidth, innerHeight] = await session.executeScript<[number, number]>("return [innerWidth, innerHeight]");
	await window.setRect({
		width: viewport.width + width - innerWidth,
		height: viewport.height + height - innerHeight,
	});
}

const keys: Readonly<Record<string, string>> = {
	Control: Key.CONTROL,
	Shift: Key.SHIFT,
	Enter: Key.ENTER,
	Tab: Key.TAB,
	Escape: Key.ESCAPE,
	Delete: Key.DELETE,
	End: Key.END,
	Home: Key.HOME,
	ArrowDown: Key.ARROW_DOWN,
	ArrowRight: Key.ARROW_RIGHT,
};

function driveTab(session: WebDriver, end: () => Promise<void>): Tab {
	return {
		...view(session, []),
		open: (address) => session.get(address),
		reload: () => session.navigate().refresh(),
		back: () => session.navigate().back(),
		type: (text) => session.actions().sendKeys(text.replaceAll("\n", Key.ENTER)).perform(),
		press: async (names) => {
			const parts = names.split("+").map((name) => keys[name] ?? name);
			const actions = session.actions();
			for (const key of parts) actions.keyDown(key);
			for (const key of parts.reverse()) actions.keyUp(key);
			await actions.perform();
		},
		// Its keys are the small browser's own, which a driver's don't reach.
		undo: () => session.executeScript('document.execCommand("undo")'),
		takePicture: async (path) => writeFile(path, await session.takeScreenshot(), "base64"),
		logged: [],
		close: end,
	};
}

function view(session: WebDriver, frames: readonly string[]): View {
	const findElement = async (expression: string) => {
		const element = await session.executeScript(`return ${expression}`);
		if (!(element instanceof WebElement)) throw new Error(`There is no element: ${expression}`);
		return element;
	};
	const enter = async () => {
		await session.switchTo().defaultContent();
		for (const frame of frames) await session.switchTo().frame(await findElement(frame));
	};
	return {
		evaluate: async (expression) => {
			await enter();
			return session.executeScript(`return ${expression}`);
		},
		click: async (expression) => {
			await enter();
			await (await findElement(expression)).click();
		},
		frame: (expression) => view(session, [...frames, expression]),
	};
}
