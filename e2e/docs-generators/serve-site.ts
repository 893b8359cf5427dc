import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { findIn, startSite } from "../docs-site/site.ts";
import { buildSite, keptHeight } from "./build-site.ts";
import { writePolicy } from "./content-policy.ts";
import type { ProvenGenerator } from "./generators/generator.ts";

/** A built site that is served under its policy. */
export interface BuiltSite {
	readonly origin: string;
	/** Has the pages keep a height for the embed, in CSS pixels. */
	readonly keep: (height: number) => Promise<void>;
	readonly close: () => Promise<void>;
}

/** Builds and serves a generator's site. Its pages keep 1200 CSS pixels for each embed. */
export async function serveSite(generator: ProvenGenerator, builder: string): Promise<BuiltSite> {
	let find: ReturnType<typeof findIn> = async () => undefined;
	let height = 1200;
	let policy = "";
	const write = (text: string | Buffer) => String(text).replaceAll(String(keptHeight), String(height));
	const { origin, close } = await startSite(async (path) => {
		const page = await find(path);
		if (!page) return undefined;
		const isText = /\.(?:html|js)$|\/$/.test(path);
		const headers = { ...page.headers, "content-security-policy": policy };
		return { body: isText ? write(page.body) : page.body, headers };
	});
	const { folder, remove } = await buildSite(generator, builder, origin);
	find = findIn(folder);
	const keep = async (kept: number) => {
		height = kept;
		const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html"));
		const pages = await Promise.all(names.map(async (name) => write(await readFile(join(folder, name)))));
		policy = writePolicy(pages, builder, generator.policy);
	};
	await keep(height);
	return { origin, keep, close: () => Promise.all([close(), remove()]).then(() => undefined) };
}
