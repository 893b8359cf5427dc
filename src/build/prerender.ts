import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { createServer, type Plugin, type ResolvedConfig, type Rolldown } from "vite";
import type * as render from "./render.tsx";
import { buildScript } from "./script.ts";

/** As `vite.config.ts` calls what a link needs beside the first load. */
const judgeChunks = ["schemas", "judge"];

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
			if (config.mode !== "offline") this.emitFile({ type: "asset", name: "before-paint.js", source: script });
		},
		transformIndexHtml: {
			order: "post",
			async handler(html, { bundle = {} }) {
				const page = await renderPage(config);
				const file = Object.keys(bundle).find((name) => name.includes("before-paint"));
				const judge = listChunks(bundle).filter(({ name }) => judgeChunks.includes(name));
				const judgeFiles = judge.map(({ fileName }) => `./${fileName}`).join(" ");
				const first = file
					? `<script src="./${file}" data-judge="${judgeFiles}"></script>`
					: `<script>${script.trim()}</script>`;
				const { scripts, styles } = listParts(bundle);
				const preloads = scripts.map((part) => `<link rel="modulepreload" crossorigin href="./${part}">\n\t\t`);
				const sheets = styles.map((part) => `<link rel="stylesheet" crossorigin href="./${part}">\n\t\t`);
				// Behind the policy, which holds for it, and before the styles, which it must not wait for to see them fail.
				return (
					html
						.replace("<title>", () => `${first}\n\t\t<title>`)
						// The page's own styles come after those of its parts, so that they win.
						.replace(/(?=<link rel="stylesheet")/, () => [...preloads, ...sheets].join(""))
						.replace('<div id="root"></div>', () => `<div id="root">${page}</div>`)
				);
			},
		},
	};
}

/** The files that the page's first script asks for at once, a part after the other: the browser need not wait for it. */
function listParts(bundle: Rolldown.OutputBundle) {
	const chunks = listChunks(bundle);
	const [entry] = chunks.filter(({ isEntry }) => isEntry);
	const parts = entry?.dynamicImports.filter((part) => part !== entry.fileName) ?? [];
	const styles = chunks
		.filter(({ fileName }) => parts.includes(fileName))
		.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
	return { scripts: parts, styles };
}

function listChunks(bundle: Rolldown.OutputBundle) {
	return Object.values(bundle).filter((file) => file.type === "chunk");
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
