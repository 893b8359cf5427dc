import { access, chmod, chown, constants, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { explainFailure, type UnreadableFile } from "./read-files.ts";
import type { Terminal } from "./terminal.ts";

/** How a file is written. */
export interface SaveSettings {
	/** A file that is there already is left as it is, which is a failure. */
	readonly isNew?: boolean;
	/** Nobody but its owner may read it, if it is made. */
	readonly isSecret?: boolean;
}

/** Writes a file; what keeps it from that is returned. */
export async function saveFile(
	name: string,
	text: string,
	{ folder }: Terminal,
	{ isNew = false, isSecret = false }: SaveSettings = {},
): Promise<UnreadableFile | undefined> {
	const path = resolve(folder, name);
	try {
		if (isNew || !(await replaceFile(path, text)))
			await writeFile(path, text, { flag: isNew ? "wx" : "w", ...(isSecret && { mode: 0o600 }) });
		return undefined;
	} catch (error) {
		return { file: name, message: explainFailure(error) };
	}
}

/**
 * Puts a new file in the place of one that is there, so that it holds the old text or the new one whatever happens
 * meanwhile, such as a full disk. It keeps its owner and its permissions, and a symbolic link stays one.
 *
 * @returns Whether it did. It can't do so for what is no file or has several names, nor where the folder takes no file.
 */
async function replaceFile(path: string, text: string): Promise<boolean> {
	const target = await realpath(path).catch(() => undefined);
	if (target === undefined) return false;
	const present = await stat(target);
	if (!present.isFile() || present.nlink > 1) return false;
	await access(target, constants.W_OK);
	const successor = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
	try {
		await writeFile(successor, text, { flag: "wx", mode: 0o600, flush: true });
		await chown(successor, present.uid, present.gid);
		await chmod(successor, present.mode);
		await rename(successor, target);
		return true;
	} catch (error) {
		await rm(successor, { force: true });
		if (isForbidden(error)) return false;
		throw error;
	}
}

/** Whether the folder, the file's owner or a mount in its place forbids that a file is replaced. */
function isForbidden(error: unknown): boolean {
	return error instanceof Error && "code" in error && ["EACCES", "EPERM", "EBUSY"].includes(String(error.code));
}
