import { readFileSync } from "node:fs";
import type { Plugin, PluginOption } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { offlineFile } from "../src/page/offline-file.ts";
import { hashPolicy } from "./policy.ts";
import { buildScript } from "./script.ts";

/** Makes the whole page one HTML file that works from a disk, under a policy that names its scripts by their hashes. */
export function offline(): PluginOption[] {
	const policy = hashPolicy(offlineFile, {
		"script-src": (hashes) => hashes,
		"style-src": (hashes) => hashes,
		"worker-src": () => "blob:",
		"img-src": () => "data:",
		"frame-src": () => "'none'",
	});
	return [inlineWorker(), inlineIcon(), viteSingleFile({ outputFileName: offlineFile }), policy];
}

/** The worker's code in the page's own: a page from a disk may not start one by a file's address. */
function inlineWorker(): Plugin {
	const suffix = "?worker&url";
	return {
		name: "inline-worker",
		enforce: "pre",
		async load(id) {
			if (!id.endsWith(suffix)) return undefined;
			const code = await buildScript(id.slice(0, -suffix.length));
			return `export default URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: "text/javascript" }));`;
		},
	};
}

function inlineIcon(): Plugin {
	return {
		name: "inline-icon",
		transformIndexHtml: (html) =>
			html.replace(/href="\.\/(icon\.svg)"/, (_, file) => {
				const icon = readFileSync(`public/${file}`);
				return `href="data:image/svg+xml;base64,${icon.toString("base64")}"`;
			}),
	};
}
