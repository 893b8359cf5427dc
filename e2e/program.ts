import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The path of the first of some programs that is on the `PATH`, or stands at a path of its own. */
export function findProgram(...names: readonly string[]): string | undefined {
	const folders = (process.env.PATH ?? "").split(delimiter);
	const paths = names.flatMap((name) => (name.startsWith("/") ? [name] : folders.map((folder) => join(folder, name))));
	return paths.find(isProgram);
}

/** Whether there is a program at a path. */
export function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Installs packages of Debian's, where that is allowed. Whether it worked shows in what is there afterwards. */
export function installPackages(...names: readonly string[]): void {
	tryRun("apt-get", ["update"]);
	tryRun("apt-get", ["install", "--yes", "--no-install-recommends", ...names]);
}

/**
 * Runs a command, and shows what it prints.
 *
 * @returns Whether it succeeded.
 */
export function tryRun(command: string, args: readonly string[]): boolean {
	process.stderr.write(`Looking for a browser: ${command} ${args.join(" ")}\n`);
	try {
		execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
		return true;
	} catch {
		return false;
	}
}
