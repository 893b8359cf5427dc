import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Browser, Key } from "./browser.ts";

interface Element {
	click(): Promise<void>;
}

interface Actions {
	keyDown(key: string): Actions;
	keyUp(key: string): Actions;
	sendKeys(...keys: string[]): Actions;
	perform(): Promise<void>;
}

interface Session {
	get(address: string): Promise<void>;
	executeScript(script: string): Promise<unknown>;
	actions(): Actions;
	manage(): { window(): { setRect(rect: { readonly width: number; readonly height: number }): Promise<unknown> } };
	switchTo(): { frame(element: Element | null): Promise<void> };
	takeScreenshot(): Promise<string>;
	getCapabilities(): Promise<{ get(name: string): unknown }>;
	quit(): Promise<void>;
}

/** What this needs of `selenium-webdriver`, which only this folder installs. */
interface Selenium {
	readonly Builder: new () => SessionBuilder;
	readonly Key: Readonly<Record<string, string>>;
}

interface SessionBuilder {
	disableEnvironmentOverrides(): SessionBuilder;
	usingServer(address: string): SessionBuilder;
	withCapabilities(capabilities: object): SessionBuilder;
	build(): Promise<Session>;
}

const keys: Readonly<Record<Key, string>> = {
	Enter: "ENTER",
	Tab: "TAB",
	ArrowDown: "ARROW_DOWN",
	ArrowRight: "ARROW_RIGHT",
	Escape: "ESCAPE",
	Delete: "DELETE",
	a: "a",
};

/** Drives Debian's WebKitGTK by WebDriver, on a screen of its own that nobody sees. */
export async function openSelenium(webdriver: string, miniBrowser: string): Promise<Browser> {
	const library: string = "selenium-webdriver";
	const { Builder, Key } = ((await import(library)) as { default: Selenium }).default;
	const home = mkdtempSync(join(tmpdir(), "webkit-"));
	const started: ChildProcess[] = [];
	const close = () => {
		for (const program of started) program.kill();
		rmSync(home, { recursive: true, force: true });
	};
	try {
		const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"], {
			stdio: ["ignore", "ignore", "ignore", "pipe"],
		});
		started.push(screen);
		const [display] = await once(screen.stdio[3] as Readable, "data");
		const port = await findPort();
		const env = { ...process.env, HOME: home, DISPLAY: `:${String(display).trim()}` };
		started.push(spawn(webdriver, [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" }));
		await waitFor(port);
		const session = await new Builder()
			.disableEnvironmentOverrides()
			.usingServer(`http://127.0.0.1:${port}`)
			.withCapabilities({
				browserName: "MiniBrowser",
				"webkitgtk:browserOptions": { binary: miniBrowser, args: ["--automation"] },
			})
			.build();
		await session.manage().window().setRect({ width: 1280, height: 1000 });
		const element = async (script: string) => {
			const found = (await session.executeScript(`return ${script}`)) as Element | null;
			if (!found) throw new Error(`Found nothing: ${script}`);
			return found;
		};
		const capabilities = await session.getCapabilities();
		return {
			title: `WebKitGTK ${capabilities.get("browserVersion")} (Selenium, ${miniBrowser})`,
			close: async () => {
				await session.quit().catch(() => undefined);
				close();
			},
			tab: {
				open: async (address) => {
					await session.switchTo().frame(null);
					await session.get(address);
				},
				resize: async (width, height) => void (await session.manage().window().setRect({ width, height })),
				evaluate: (script) => session.executeScript(`return ${script}`),
				click: async (script) => {
					const found = await element(script);
					await session.executeScript(`(${script}).scrollIntoView({ block: "center" })`);
					await found.click();
				},
				type: (text) => session.actions().sendKeys(text).perform(),
				press: async (key, withControl) => {
					const name = keys[key];
					const code = Key[name] ?? name;
					const control = Key["CONTROL"] ?? "";
					const actions = session.actions();
					await (withControl
						? actions.keyDown(control).sendKeys(code).keyUp(control)
						: actions.sendKeys(code)
					).perform();
				},
				enterFrame: async (script) => session.switchTo().frame(script ? await element(script) : null),
				screenshot: async (path) => writeFileSync(path, Buffer.from(await session.takeScreenshot(), "base64")),
			},
		};
	} catch (error) {
		close();
		throw error;
	}
}

async function findPort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	return typeof address === "object" && address ? address.port : 0;
}

/** Waits until a driver answers. */
async function waitFor(port: number): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt++) {
		const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error("WebKit's driver does not answer.");
}
