import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { offlineFile } from "../src/page/offline-file.ts";

/** Folders of the packages whose code is in what was built: `/…/node_modules/zod`. */
const shipped = new Set<string>();

/**
 * Remembers whose code a build holds. Each build that ends up in another one has it, as a worker's, since that other one
 * knows nothing of its modules.
 */
export function rememberPackages(): Plugin {
	return {
		name: "remember-packages",
		apply: "build",
		generateBundle(_, bundle) {
			for (const part of Object.values(bundle)) {
				if (part.type !== "chunk") continue;
				for (const id of part.moduleIds) {
					const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
					if (folder !== undefined) shipped.add(folder);
				}
			}
		},
	};
}

/** Puts the licences of all that ships beside what was built, as `licenses.md`, and into the offline page, as a comment. */
export function licenses(): Plugin[] {
	return [
		rememberPackages(),
		{
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
		},
	];
}

/** The name, version and licence of each package that ships, with the licence's text. */
function listLicenses(): string {
	const sections = [...shipped].map((folder) => {
		const { name, version, license = "unknown" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
		const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
		const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
		return `\n## ${name} ${version} (${license})\n\n${text}\n`;
	});
	return `# Licences of what this holds\n${sections.toSorted().join("")}`;
}
