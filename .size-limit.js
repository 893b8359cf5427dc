import { readFileSync } from "node:fs";

/** What the bundler says of the built page. */
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const { file, imports = [], css = [] } = manifest["index.html"];
const scripts = [file, ...imports.map((name) => manifest[name].file)];

export default [
	{
		name: "JavaScript of the first load",
		path: scripts.map((script) => `dist/${script}`),
		limit: "114 kB",
		gzip: true,
	},
	{
		name: "CSS of the first load",
		path: css.map((sheet) => `dist/${sheet}`),
		limit: "10 kB",
		gzip: true,
	},
	{
		name: "Loader of the embed",
		path: "dist/embed.js",
		limit: "2 kB",
		gzip: true,
	},
];
