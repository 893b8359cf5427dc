import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { findIn, startSite } from "../docs-site/site.ts";
import { builds, locateFolder } from "./builds.ts";

/** How long a small machine is busy with what came before, in milliseconds. */
const rest = 30_000;

/**
 * Serves each build, compressed as hosts do, and lets the machine come to rest: the build that comes before a benchmark
 * makes its times longer.
 *
 * @returns Ends the servers.
 */
export default async function start(): Promise<() => Promise<void>> {
	const sites = await Promise.all(
		builds.map((build) => startSite(compress(fileURLToPath(locateFolder(build))), build.port)),
	);
	process.stderr.write("Letting the machine rest…\n");
	await wait(rest);
	return async () => {
		await Promise.all(sites.map(({ close }) => close()));
	};
}

function compress(folder: string): ReturnType<typeof findIn> {
	const find = findIn(folder);
	const packed = new Map<string, Promise<Awaited<ReturnType<typeof find>>>>();
	const pack = async (path: string) => {
		const page = await find(path);
		return page && { body: gzipSync(page.body), headers: { ...page.headers, "content-encoding": "gzip" } };
	};
	return (path) => {
		const known = packed.get(path) ?? pack(path);
		packed.set(path, known);
		return known;
	};
}
