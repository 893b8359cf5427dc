import { chromium } from "@playwright/test";
import { findProgram, installDebianPackages, isProgram, runInstaller } from "./program.ts";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];

/**
 * The Chromium to test with: the one that `CHROMIUM_PATH` names, Playwright's own, one on the PATH, or one that is
 * installed now, Playwright's if its download can be reached and else Debian's.
 *
 * @returns The path of its program; nothing if Playwright finds its own.
 * @throws {Error} If there is none and none can be installed.
 */
export function ensureChromium(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (!isProgram(named)) throw new Error(`CHROMIUM_PATH is ${named}, which is not a program.`);
		return named;
	}
	const isOwnThere = () => isProgram(chromium.executablePath());
	if (isOwnThere()) return undefined;
	const found = findProgram(names);
	if (found) return found;
	if (runInstaller("npx", ["playwright", "install", "--with-deps", "chromium"]) && isOwnThere()) return undefined;
	installDebianPackages(["chromium"]);
	const installed = findProgram(names);
	if (installed) return installed;
	throw new Error("Found no Chromium and could not install one. Set CHROMIUM_PATH to a Chromium's program.");
}
