import { readFileSync } from "node:fs";

/** What the bundler says of the built page. */
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const { file, imports = [] } = manifest["index.html"];
const scripts = [file, ...imports.map((name) => manifest[name].file)];

export default [
	{
		name: "JavaScript of the first load",
		path: scripts.map((script) => `dist/${script}`),
		limit: "121 kB",
		gzip: true,
	},
	{
		// What a server sends before it waits for a first answer.
		name: "index.html",
		path: "dist/index.html",
		limit: "14 kB",
		gzip: true,
	},
	{
		name: "Loader of the embed",
		path: "dist/embed.js",
		limit: "3 kB",
		gzip: true,
	},
];
