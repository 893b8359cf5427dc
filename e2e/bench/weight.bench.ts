import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { test } from "@playwright/test";
import { type Build, builds, locateFolder } from "./builds.ts";
import { record } from "./figure.ts";

interface Limit {
	readonly name: string;
	readonly limit: string;
}

for (const build of builds) test(`the weight${build.isOther ? ", beside" : ""}`, () => weigh(build));

async function weigh(build: Build): Promise<void> {
	const dist = locateFolder(build);
	const config = new URL("../../.size-limit.js", import.meta.url);
	const { default: limits }: { default: readonly Limit[] } = await import(config.href);
	const html = await readFile(new URL("index.html", dist), "utf8");
	const assets = (await readdir(new URL("assets/", dist))).filter((name) => /\.(js|css)$/.test(name));
	// What is only named, in a `data-` attribute, is asked for later.
	const asked = new Set(Array.from(html.matchAll(/\s(?:src|href)="\.\/assets\/([^"]+)"/g), ([, name]) => name));
	const isInitial = (name: string) => asked.has(name);
	const initial = (extension: string) =>
		assets.filter((name) => isInitial(name) && name.endsWith(extension)).map(inAssets);

	await recordWeight("JavaScript of the first load", initial(".js"));
	await recordWeight("index.html", ["index.html"]);
	await recordWeight("Loader of the embed", ["embed.js"]);
	const wholePage = "polars-checkpoint-builder.html";
	if ((await readdir(dist)).includes(wholePage)) await recordWeight(wholePage, [wholePage]);
	const later = assets.filter((name) => !isInitial(name));
	for (const name of later) await recordWeight(`later: ${name.replace(/-[\w-]{8}(?=\.\w+$)/, "")}`, [inAssets(name)]);

	/** Sizes add up file by file, since each is fetched and compressed on its own. */
	async function recordWeight(what: string, files: readonly string[]): Promise<void> {
		const contents = await Promise.all(files.map((file) => readFile(new URL(file, dist))));
		const sum = (sizes: readonly number[]) => sizes.reduce((whole, size) => whole + size, 0) / 1000;
		const limit = limits.find(({ name }) => name === what)?.limit;
		record(
			{
				what: `${what}, gzip`,
				value: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
				unit: "kB",
				note: `${sum(contents.map(({ length }) => length)).toFixed(1)} kB raw`,
				...(limit !== undefined && { aim: Number.parseFloat(limit) }),
			},
			build,
		);
	}
}

function inAssets(name: string): string {
	return `assets/${name}`;
}
