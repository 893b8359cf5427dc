import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { createServer, type Plugin, type ResolvedConfig } from "vite";
import type * as render from "./render.tsx";
import { buildScript } from "./script.ts";

/**
 * Puts the first sight into the built `index.html`: the page with the default draft in its element `root`, how it looks
 * with each other store and in another page as templates, and two small scripts. The one in the head hides the default
 * page, before it is painted, from those who come with another state; the one behind the markup shows them the frame of
 * theirs.
 */
export function prerender(): Plugin {
	let config: ResolvedConfig;
	let head: string;
	let body: string;
	return {
		name: "prerender",
		apply: "build",
		configResolved: (resolved) => {
			config = resolved;
		},
		async buildStart() {
			head = await buildInlineScript("./before-paint.ts");
			body = await buildInlineScript("./still-frame.ts");
		},
		transformIndexHtml: {
			order: "post",
			async handler(html, { bundle = {} }) {
				const [page, ...others] = await renderFrames(config);
				const judge = Object.values(bundle).find((each) => each.type === "chunk" && each.name === "judge");
				if (!judge && config.mode !== "offline") throw new Error("The build has no file of what judges a draft.");
				const templates = others.map(
					({ store, schemes, embedded, markup }) =>
						`<template data-store="${store}" data-schemes="${schemes.join(" ")}"${embedded ? " data-embed" : ""}>${markup}</template>`,
				);
				const link = judge ? ` data-link="./${judge.fileName}"` : "";
				// Behind the policy, which holds for it, and before the page's code, which it must see fail.
				return html
					.replace("<title>", () => `<script${link}>${head}</script>\n\t\t<title>`)
					.replace(
						'<div id="root"></div>',
						() => `<div id="root">${page?.markup}</div>${templates.join("")}<script>${body}</script>`,
					);
			},
		},
	};
}

async function buildInlineScript(file: string): Promise<string> {
	const text = (await buildScript(pathOf(file))).trim();
	if (/<\/|<!--/.test(text)) throw new Error(`${file} can't stand in a page.`);
	return text;
}

/** The page's markup, from its source: Vite's server is what can load TSX and CSS modules here. */
async function renderFrames({ mode, envPrefix = [] }: ResolvedConfig): Promise<readonly render.Frame[]> {
	const server = await createServer({
		configFile: false,
		mode,
		envPrefix,
		appType: "custom",
		plugins: [react()],
		server: { middlewareMode: true, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
	});
	try {
		const module = await server.ssrLoadModule(pathOf("./render.tsx"));
		return (module as typeof render).renderFrames();
	} finally {
		await server.close();
	}
}

function pathOf(file: string): string {
	return fileURLToPath(new URL(file, import.meta.url));
}
