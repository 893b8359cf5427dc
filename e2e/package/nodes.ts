import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The releases of Node that the package is tried with. */
export const releases = [20, 22, 24] as const;

/**
 * The Node of each release that is at hand: the one that runs this, those that the variable `NODES` names, what nvm has,
 * and what `npm install --prefix .cache/node-22 --no-save node@22` put there.
 */
export function findNodes(): ReadonlyMap<number, string> {
	const versions = join(homedir(), ".nvm/versions/node");
	const paths = [
		process.execPath,
		...(process.env.NODES ?? "").split(delimiter),
		...releases.map((release) => join(import.meta.dirname, `../../.cache/node-${release}/node_modules/node/bin/node`)),
		...(existsSync(versions) ? readdirSync(versions).map((name) => join(versions, name, "bin/node")) : []),
	];
	const found = new Map<number, string>();
	for (const path of paths.filter((each) => each !== "" && existsSync(each))) {
		const release = Number(/^v(\d+)\./.exec(execFileSync(path, ["--version"], { encoding: "utf8" }))?.[1]);
		if (!found.has(release)) found.set(release, path);
	}
	return found;
}
