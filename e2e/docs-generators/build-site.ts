import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type EmbedMode, writeSnippet } from "../../src/page/share/snippet.ts";
import type { ProvenGenerator } from "./generators/generator.ts";

/** The height in CSS pixels that the sites' pages keep for the embed, told from all else in them. */
export const keptHeight = 98765;

const s3 = "period=5+mins&store=s3&credentials=environment&url=s3://bucket/ck";

/**
 * Builds a generator's site, with the lines that the builder's own dialog writes for it.
 *
 * @param builder Address of the builder's folder.
 * @param origin Of the site.
 * @returns The folder of the built pages, and how to remove all that the build made.
 */
export async function buildSite(
	{ name, write, commands, built }: ProvenGenerator,
	builder: string,
	origin: string,
): Promise<{ folder: string; remove: () => Promise<void> }> {
	const writeLines = (parameters: string, mode: EmbedMode = "whole") =>
		writeSnippet(builder, `#v=1&${parameters}`, { generator: name, mode, height: keptHeight });
	const files = write({
		origin,
		config: writeLines(s3).config?.text ?? "",
		elements: {
			s3: writeLines(s3).text,
			gcs: writeLines("period=20+mins&store=gcs&url=gs://bucket/ck").text,
			file: writeLines(s3, "file").text,
			link: writeLines(s3, "link").text,
		},
	});
	// Below the modules of this folder and of the repository, where the generators that are written in JavaScript are.
	const sites = join(import.meta.dirname, ".cache");
	await mkdir(sites, { recursive: true });
	const site = await mkdtemp(join(sites, `${name}-`));
	for (const [file, content] of Object.entries(files)) {
		await mkdir(dirname(join(site, file)), { recursive: true });
		await writeFile(join(site, file), content);
	}
	const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NO_UPDATE_NOTIFIER: "1" };
	for (const [program, ...args] of commands) await promisify(execFile)(program, args, { cwd: site, env });
	return { folder: join(site, built), remove: () => rm(site, { recursive: true }) };
}
