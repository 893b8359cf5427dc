import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, createServer, type Plugin } from "vite";
import type * as render from "./render.tsx";

const script = "before-paint";

/**
 * Puts the first sight into the built `index.html`: the page with the default draft in its element `root`, and in its
 * head the script that hides it, before it is painted, from those who come with another state.
 */
export function prerender(): Plugin {
	return {
		name: "prerender",
		apply: "build",
		async buildStart() {
			this.emitFile({ type: "asset", name: `${script}.js`, source: await buildScript() });
		},
		transformIndexHtml: {
			order: "post",
			async handler(html, { bundle = {} }) {
				const page = await renderPage();
				const fileName = Object.keys(bundle).find((name) => name.includes(`/${script}-`));
				if (!fileName) throw new Error(`The build holds no ${script}.`);
				return {
					html: html.replace('<div id="root"></div>', () => `<div id="root">${page}</div>`),
					tags: [{ tag: "script", attrs: { src: `./${fileName}` }, injectTo: "head" }],
				};
			},
		},
	};
}

/** The page's markup, from its source: Vite's server is what can load TSX and CSS modules here. */
async function renderPage(): Promise<string> {
	const server = await createServer({
		configFile: false,
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

/** The script as one classic script: a module would wait until the page is parsed, and be painted over. */
async function buildScript(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: "warn",
		build: {
			write: false,
			copyPublicDir: false,
			target: "es2022",
			lib: { entry: pathOf(`./${script}.ts`), formats: ["iife"], name: "beforePaint" },
		},
	});
	const [result] = Array.isArray(built) ? built : [built];
	const chunk = result && "output" in result ? result.output[0] : undefined;
	if (!chunk) throw new Error(`Could not build ${script}.`);
	return chunk.code;
}

function pathOf(file: string): string {
	return fileURLToPath(new URL(file, import.meta.url));
}
