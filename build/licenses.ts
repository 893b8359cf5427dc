import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { offlineFile } from "../src/page/offline-file.ts";

interface LockedPackage {
	readonly version: string;
	readonly license?: string;
	readonly dev?: boolean;
	readonly optional?: boolean;
}

/**
 * Puts the licences of all that ships beside the site, as `licenses.md`, and into the offline page, as a comment.
 * Vite's own `build.license` leaves out what only a worker holds; the lock file's packages that are not for development
 * are all that can ship.
 */
export function licenses(): Plugin {
	return {
		name: "licenses",
		apply: "build",
		enforce: "post",
		generateBundle: {
			order: "post",
			handler(_, bundle) {
				const source = listLicenses();
				const page = bundle[offlineFile];
				if (page?.type !== "asset") this.emitFile({ type: "asset", fileName: "licenses.md", source });
				else page.source = `${page.source}\n<!--\n${source.replaceAll("--", "- -")}-->\n`;
			},
		},
	};
}

/** The name, version and licence of each package that ships, with the licence's text. */
function listLicenses(): string {
	const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
	const shipped = Object.entries(lock.packages).filter(([path, { dev, optional }]) => path !== "" && !dev && !optional);
	const sections = shipped.map(([path, { version, license }]) => {
		const file = readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
		const text = file ? readFileSync(join(path, file), "utf8").trim() : "";
		return `\n## ${path.replace("node_modules/", "")} ${version} (${license ?? "unknown"})\n\n${text}\n`;
	});
	return `# Licences of what this page holds\n${sections.join("")}`;
}
