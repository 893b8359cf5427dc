import { execFileSync } from "node:child_process";
import type { Plugin } from "vite";
import manifest from "../package.json" with { type: "json" };

/** Puts `version.json` beside the site, so that whoever hosts a copy can ask which one it is. */
export function versionFile(): Plugin {
	return {
		name: "version-file",
		apply: "build",
		generateBundle() {
			const { name, version } = manifest;
			const commit = findCommit();
			const source = `${JSON.stringify({ name, version, ...(commit !== undefined && { commit }) }, undefined, "\t")}\n`;
			this.emitFile({ type: "asset", fileName: "version.json", source });
		},
	};
}

/** The commit that is built; undefined outside of a clone, as from an archive of the sources. */
function findCommit(): string | undefined {
	try {
		return execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
	} catch {
		return undefined;
	}
}
