import react from "@vitejs/plugin-react";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { inlineStyles } from "./build/inline-styles.ts";
import { licenses, rememberPackages } from "./build/licenses.ts";
import { linkPreview } from "./build/link-preview.ts";
import { offline } from "./build/offline.ts";
import { hashPolicy } from "./build/policy.ts";
import { prerender } from "./build/prerender.ts";
import { versionFile } from "./build/version.ts";

/** What the page's editions have in common. */
const page: ViteUserConfig = {
	// Relative, so that the built site works from any path of any static host.
	base: "./",
	// The environment variable SITE_URL may say where the page will be hosted.
	envPrefix: "SITE_",
	plugins: [
		react(),
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
	worker: { plugins: () => [rememberPackages()] },
	build: {
		target: "es2022",
		modulePreload: {
			polyfill: false,
			// A part need not ask for those that are there: the one that asks for it, and the first. Firefox takes it for an error.
			resolveDependencies: (_, parts, { hostId }) =>
				parts.filter((part) => part !== hostId && !part.startsWith("assets/index-")),
		},
		// Tells which files a source became.
		manifest: true,
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						// One file each for the first load, and for what judges drafts and reads links: in pieces each costs a request.
						{ name: "index", tags: ["$initial"], priority: 1 },
						{
							name: "judge",
							test: /src\/(page\/draft\/judge|page\/share\/link-address|core\/outputs\/bare-metal)\.ts$/,
						},
					],
				},
			},
		},
	},
	// A timeout only ends what hangs: how fast things are is for the benchmark to say.
	test: {
		include: ["src/**/*.test.{ts,tsx}"],
		setupFiles: ["src/core/fast-check.fixture.ts"],
		testTimeout: 120_000,
	},
};

/** The page: `vite build`. */
const site: ViteUserConfig = {
	...page,
	plugins: [
		...(page.plugins ?? []),
		linkPreview(),
		versionFile(),
		inlineStyles(),
		hashPolicy("index.html", {
			"script-src": (hashes) => `'self' ${hashes}`,
			"style-src": (hashes) => `'self' ${hashes}`,
		}),
	],
};

/** The page as one file, for networks without internet: `vite build --mode offline`. */
const oneFile: ViteUserConfig = {
	...page,
	plugins: [offline(), ...(page.plugins ?? [])],
	build: { ...page.build, emptyOutDir: false, copyPublicDir: false, manifest: false, rolldownOptions: {} },
};

/** The core for other programs, whole in one module: `vite build --mode lib`. */
const library: ViteUserConfig = {
	plugins: [licenses()],
	build: {
		target: "es2022",
		outDir: "dist/lib",
		copyPublicDir: false,
		minify: false,
		lib: { entry: "src/core/index.ts", formats: ["es"], fileName: "index" },
		// Its schemas are zod's, so that a program combines them with its own.
		rolldownOptions: { external: /^zod(?:\/|$)/ },
	},
};

/** The command for terminals, with all that it needs, in a module for each of its commands: `vite build --mode cli`. */
const command: ViteUserConfig = {
	plugins: [licenses()],
	build: {
		target: "node20",
		outDir: "dist/cli",
		copyPublicDir: false,
		minify: true,
		ssr: "src/cli/main.ts",
		rolldownOptions: {
			// None of these modules does anything by being imported, so that each command loads only what it calls.
			treeshake: { moduleSideEffects: (id) => id.endsWith("/src/cli/main.ts") },
			output: { chunkFileNames: "[name]-[hash].js" },
		},
	},
	ssr: {
		noExternal: true,
		// Without "node", under which `yaml` hands out its CommonJS build: all of it runs at each start, and none is left out.
		resolve: { conditions: ["module", "import", "default"] },
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

export default defineConfig(
	({ mode }) => ({ lib: library, cli: command, embed: loader, offline: oneFile })[mode] ?? site,
);
