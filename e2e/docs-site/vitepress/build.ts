import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Builds the VitePress site, in a folder of its own, as VitePress leaves files beside its sources.
 *
 * @param builder Address of the builder that its pages include.
 * @returns The folder of the built site, and how to remove all that the build made.
 */
export async function buildVitePress(builder: string): Promise<{ folder: string; remove: () => Promise<void> }> {
	await mkdir(join(repository, ".cache"), { recursive: true });
	const site = await mkdtemp(join(repository, ".cache", "vitepress-"));
	await cp(fileURLToPath(new URL(".", import.meta.url)), site, { recursive: true });
	await promisify(execFile)("npx", ["vitepress", "build", site], {
		cwd: repository,
		env: { ...process.env, BUILDER: builder },
	});
	return { folder: join(site, ".vitepress/dist"), remove: () => rm(site, { recursive: true }) };
}
