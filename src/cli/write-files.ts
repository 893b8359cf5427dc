import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
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
	try {
		await writeFile(resolve(folder, name), text, { flag: isNew ? "wx" : "w", ...(isSecret && { mode: 0o600 }) });
		return undefined;
	} catch (error) {
		return { file: name, message: explainFailure(error) };
	}
}
