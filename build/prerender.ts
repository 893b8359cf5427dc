import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { createServer, type Plugin, type ResolvedConfig } from "vite";
import type * as render from "./render.tsx";
import { buildScript } from "./script.ts";

const scriptName = "before-paint.js";

/**
 * Puts the first sight into the built `index.html`: the page with the default draft in its element `root`, and in its
 * head the script that hides it, before it is painted, from those who come with another state.
 */
export function prerender(): Plugin {
	let config: ResolvedConfig;
	let script: string;
	return {
		name: "prerender",
		apply: "build",
		configResolved: (resolved) => {
			config = resolved;
		},
		async buildStart() {
			script = await buildScript(pathOf("./before-paint.ts"));
			if (config.mode !== "offline") this.emitFile({ type: "asset", name: scriptName, source: script });
		},
		transformIndexHtml: {
			order: "post",
			async handler(html, { bundle = {} }) {
				const page = await renderPage(config);
				const file = Object.values(bundle).find((each) => each.type === "asset" && each.names.includes(scriptName));
				const judge = Object.values(bundle).find((each) => each.type === "chunk" && each.name === "judge");
				if (file && !judge) throw new Error("The build has no file of what judges a draft.");
				const first = file
					? `<script src="./${file.fileName}" data-link="./${judge?.fileName}"></script>`
					: `<script>${script.trim()}</script>`;
				// Behind the policy, which holds for it, and before the styles, which it must not wait for to see them fail.
				return html
					.replace("<title>", () => `${first}\n\t\t<title>`)
					.replace('<div id="root"></div>', () => `<div id="root">${page}</div>`);
			},
		},
	};
}

/** The page's markup, from its source: Vite's server is what can load TSX and CSS modules here. */
async function renderPage({ mode, envPrefix = [] }: ResolvedConfig): Promise<string> {
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
		return (module as typeof render).renderPage();
	} finally {
		await server.close();
	}
}

function pathOf(file: string): string {
	return fileURLToPath(new URL(file, import.meta.url));
}
