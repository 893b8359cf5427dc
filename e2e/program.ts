import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Whether a path leads to a program that may be run. */
export function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** The first program on the PATH that has one of some names; nothing if there is none. */
export function findProgram(names: readonly string[]): string | undefined {
	const folders = (process.env.PATH ?? "").split(delimiter);
	return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

/**
 * Runs a command that installs something, and says so.
 *
 * @returns Whether it succeeded.
 */
export function runInstaller(command: string, args: readonly string[]): boolean {
	process.stderr.write(`Looking for a browser: ${command} ${args.join(" ")}\n`);
	try {
		execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
		return true;
	} catch {
		return false;
	}
}

/** Installs packages of Debian's, as far as that is possible. */
export function installDebianPackages(packages: readonly string[]): void {
	runInstaller("apt-get", ["update"]);
	runInstaller("apt-get", ["install", "--yes", "--no-install-recommends", ...packages]);
}
