import { ensureChromium } from "../chromium.ts";
import { findProgram, installDebianPackages, isProgram } from "../program.ts";
import type { Browser, Engine } from "./browser.ts";
import { ownProgram, startByPlaywright } from "./playwright.ts";
import { startByPuppeteer } from "./puppeteer.ts";
import { startBySelenium } from "./selenium.ts";

/**
 * Starts an engine's browser: Playwright's own if it is there, else Debian's with the driver that can drive it.
 *
 * @throws {Error} If there is neither, and Debian's can't be installed.
 */
export async function startBrowser(engine: Engine): Promise<Browser> {
	if (engine === "chromium") return startByPlaywright(engine, ensureChromium());
	if (isProgram(ownProgram(engine))) return startByPlaywright(engine, undefined);
	if (engine === "firefox") {
		const [firefox] = ensurePrograms(engine, [["firefox-esr", "firefox"]], ["firefox-esr"]);
		return startByPuppeteer(String(firefox));
	}
	const [driver, display] = ensurePrograms(engine, [["WebKitWebDriver"], ["Xvfb"]], ["webkit2gtk-driver", "xvfb"]);
	return startBySelenium(String(driver), String(display));
}

/** The paths of some programs, each of which may have several names. Only root can install the packages that hold them. */
function ensurePrograms(
	engine: Engine,
	programs: readonly (readonly string[])[],
	packages: readonly string[],
): readonly string[] {
	const find = () => programs.map(findProgram).filter((path) => path !== undefined);
	const found = find();
	if (found.length === programs.length) return found;
	if (process.getuid?.() === 0) installDebianPackages(packages);
	const installed = find();
	if (installed.length === programs.length) return installed;
	const missing = programs.filter((names) => !findProgram(names)).map(([name]) => name);
	throw new Error(
		`No ${engine} to drive: ${missing.join(" and ")} not found. Run “npx playwright install --with-deps ${engine}”, or install Debian's ${packages.join(" and ")}.`,
	);
}
