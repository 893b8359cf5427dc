import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin, PluginOption } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { offlineFile } from "../src/page/offline-file.ts";
import { buildScript } from "./script.ts";

/** Makes the whole page one HTML file that works from a disk, under a policy that names its scripts by their hashes. */
export function offline(): PluginOption[] {
	return [inlineWorker(), inlineIcon(), viteSingleFile({ outputFileName: offlineFile }), hashPolicy()];
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

/** Allows exactly the scripts and styles that stand in the file, and the worker that they make. */
function hashPolicy(): Plugin {
	return {
		name: "hash-policy",
		enforce: "post",
		generateBundle: {
			order: "post",
			handler(_, bundle) {
				const page = bundle[offlineFile];
				if (page?.type !== "asset") throw new Error(`The build holds no ${offlineFile}.`);
				const html = String(page.source);
				const sources = {
					"script-src": hashAll(html, "script"),
					"style-src": hashAll(html, "style"),
					"worker-src": "blob:",
					"img-src": "data:",
					"frame-src": "'none'",
				};
				page.source = Object.entries(sources).reduce(
					(text, [directive, source]) => text.replace(`${directive} 'self'`, `${directive} ${source}`),
					html,
				);
			},
		},
	};
}

/** The hashes of all inline elements of a kind, as a content security policy names them. */
function hashAll(html: string, tag: "script" | "style"): string {
	const contents = [...html.matchAll(new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`, "g"))].map(
		([, content = ""]) => content,
	);
	return contents.map((content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`).join(" ");
}
