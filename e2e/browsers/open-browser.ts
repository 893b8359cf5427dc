import { chromium, firefox, webkit } from "@playwright/test";
import { ensureChromium } from "../chromium.ts";
import { findProgram, installPackages, isProgram } from "../program.ts";
import type { Browser } from "./browser.ts";
import { openPlaywright } from "./playwright.ts";
import { openPuppeteer } from "./puppeteer.ts";
import { openSelenium } from "./selenium.ts";

export type Engine = "Chromium" | "Firefox" | "WebKit";

/**
 * Opens a browser of an engine: Playwright's own if it is there, else Debian's, which is installed if need be.
 *
 * @throws {Error} If there is none and none can be installed.
 */
export function openBrowser(engine: Engine): Promise<Browser> {
	return { Chromium: openChromium, Firefox: openFirefox, WebKit: openWebKit }[engine]();
}

async function openChromium(): Promise<Browser> {
	const path = ensureChromium();
	return openPlaywright(chromium, path ?? "Playwright's own", path);
}

async function openFirefox(): Promise<Browser> {
	if (isProgram(firefox.executablePath())) return openPlaywright(firefox, "Playwright's own");
	const [path] = ensurePrograms("Firefox", ["firefox-esr"], ["firefox-esr", "firefox"]);
	return openPuppeteer(path);
}

async function openWebKit(): Promise<Browser> {
	if (isProgram(webkit.executablePath())) return openPlaywright(webkit, "Playwright's own");
	const folders = ["x86_64", "aarch64"].flatMap((machine) =>
		["4.1", "4.0"].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
	);
	const [driver, browser] = ensurePrograms("WebKit", ["webkit2gtk-driver", "xvfb"], ["WebKitWebDriver"], folders, [
		"Xvfb",
	]);
	return openSelenium(driver, browser ?? "");
}

/** The paths of some programs, each under the first of its names that is there, once their packages are installed. */
function ensurePrograms(
	engine: Engine,
	packages: readonly string[],
	...programs: readonly (readonly string[])[]
): [string, ...string[]] {
	const look = () => programs.map((names) => findProgram(...names));
	let found = look();
	if (found.includes(undefined)) {
		installPackages(...packages);
		found = look();
	}
	const [first, ...others] = found.filter((path) => path !== undefined);
	if (first === undefined || others.length < programs.length - 1) {
		throw new Error(
			`Found no ${engine}. Install Playwright's (npx playwright install ${engine.toLowerCase()}) or Debian's packages ${packages.join(" and ")}.`,
		);
	}
	return [first, ...others];
}
