import react from "@vitejs/plugin-react";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { licenses } from "./src/build/licenses.ts";
import { offline } from "./src/build/offline.ts";
import { prerender } from "./src/build/prerender.ts";
import { reactMarks } from "./src/build/react-marks.ts";

/** The page: `vite build`. */
const site: ViteUserConfig = {
	// Relative, so that the built site works from any path of any static host.
	base: "./",
	// The environment variable SITE_URL may say where the page will be hosted.
	envPrefix: "SITE_",
	plugins: [
		react(),
		reactMarks(),
		prerender(),
		licenses(),
		{
			// The development server injects scripts and styles that the built page's policy forbids.
			name: "policy-in-the-built-page-alone",
			apply: "serve",
			transformIndexHtml: (html, { server }) =>
				server ? html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, "") : html,
		},
	],
	build: {
		target: "es2022",
		modulePreload: {
			polyfill: false,
			// A later part need not ask for the first load again. Firefox takes it for an error.
			resolveDependencies: (_, parts, { hostType }) =>
				hostType === "html" ? parts : parts.filter((part) => !/\/(index|react|page)-[^/]*\.js$/.test(part)),
		},
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						// The first load is these three, one for each part that `main.tsx` runs, however later parts share pieces.
						{ name: "index", tags: ["$initial"], priority: 3 },
						{ name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
						{ name: "page", test: /src\/ui\/page\.tsx$/, priority: 1 },
						// What judges drafts and reads links is two more: in pieces it would cost a request each.
						{ name: "schemas", test: /src\/config\/checkpoint\.ts$/ },
						{ name: "judge", test: /src\/(ui\/state\/judge|ui\/link\/address|outputs\/bare-metal)\.ts$/ },
					],
				},
			},
		},
	},
	// A timeout only ends what hangs: how fast things are is for the benchmark to say.
	test: {
		include: ["src/**/*.test.{ts,tsx}"],
		setupFiles: ["src/fast-check.fixture.ts"],
		testTimeout: 120_000,
	},
};

/** The page as one file, for networks without internet: `vite build --mode offline`. */
const oneFile: ViteUserConfig = {
	...site,
	plugins: [offline(), ...(site.plugins ?? [])],
	build: { ...site.build, emptyOutDir: false, copyPublicDir: false, rolldownOptions: {} },
};

/** The core for other programs, whole in one module: `vite build --mode lib`. */
const library: ViteUserConfig = {
	build: {
		target: "es2022",
		outDir: "dist/lib",
		copyPublicDir: false,
		minify: false,
		lib: { entry: "src/index.ts", formats: ["es"], fileName: "index" },
	},
};

/** The loader that a docs page includes, one script whose name stays the same: `vite build --mode embed`. */
const loader: ViteUserConfig = {
	build: {
		target: "es2022",
		emptyOutDir: false,
		copyPublicDir: false,
		lib: { entry: "src/embed/embed.ts", formats: ["iife"], name: "embed", fileName: () => "embed.js" },
	},
};

export default defineConfig(({ mode }) => ({ lib: library, embed: loader, offline: oneFile })[mode] ?? site);
