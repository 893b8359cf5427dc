import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

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
	if (isProgram(chromium.executablePath())) return undefined;
	const found = findOnPath();
	if (found) return found;
	if (run("npx", ["playwright", "install", "--with-deps", "chromium"]) && isProgram(chromium.executablePath())) {
		return undefined;
	}
	run("apt-get", ["update"]);
	run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
	const installed = findOnPath();
	if (installed) return installed;
	throw new Error("Found no Chromium and could not install one. Set CHROMIUM_PATH to a Chromium's program.");
}

function findOnPath(): string | undefined {
	const folders = (process.env.PATH ?? "").split(delimiter);
	return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function run(command: string, args: readonly string[]): boolean {
	process.stderr.write(`Looking for a Chromium: ${command} ${args.join(" ")}\n`);
	try {
		execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
		return true;
	} catch {
		return false;
	}
}
