import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { NamedText } from "../core/index.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** How standard input is called where a file's name stands. */
export const inputName = "<stdin>";

/** A file that can't be read, and why. */
export interface UnreadableFile {
	readonly file: string;
	readonly message: string;
}

/** Files as they were read, in the order in which they were named. */
export interface ReadFiles {
	readonly texts: readonly NamedText[];
	readonly unreadable: readonly UnreadableFile[];
}

/**
 * Reads the files of a command line. `-` is standard input; what isn't the name of a file and has `*`, `?`, `[` or `{`
 * in it is a pattern, for shells that leave patterns to the program and for patterns in quotes.
 *
 * @throws {UsageError} If none is named.
 */
export async function readFiles(names: readonly string[], terminal: Terminal): Promise<ReadFiles> {
	if (names.length === 0) throw new UsageError("Name at least one file, or - for standard input.");
	const found = await Promise.all([...new Set(names)].map((name) => readNamed(name, terminal)));
	const seen = new Set<string>();
	const texts = found.flatMap((each) => each.texts).filter(({ name }) => !seen.has(name) && seen.add(name));
	return { texts, unreadable: found.flatMap((each) => each.unreadable) };
}

async function readNamed(name: string, terminal: Terminal): Promise<ReadFiles> {
	if (name === "-") return decode(inputName, await terminal.readInput());
	const read = await readOne(name, terminal.folder);
	if (!/[*?[\]{}]/.test(name) || read.texts.length > 0) return read;
	// Loaded only for patterns. Node's own glob is not in Node 20.
	const { glob } = await import("tinyglobby");
	const matches = (await glob(name, { cwd: terminal.folder, dot: true, expandDirectories: false })).toSorted();
	if (matches.length === 0) return { texts: [], unreadable: [{ file: name, message: "No file has such a name." }] };
	const all = await Promise.all(matches.map((match) => readOne(match, terminal.folder)));
	return { texts: all.flatMap(({ texts }) => texts), unreadable: all.flatMap(({ unreadable }) => unreadable) };
}

async function readOne(name: string, folder: string): Promise<ReadFiles> {
	try {
		return decode(name, await readFile(resolve(folder, name)));
	} catch (error) {
		return { texts: [], unreadable: [{ file: name, message: explainFailure(error) }] };
	}
}

/** A byte order mark stays in the text, and what is no UTF-8 is no text: written back, it would be another one. */
function decode(name: string, bytes: Uint8Array): ReadFiles {
	try {
		const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
		return { texts: [{ name, text }], unreadable: [] };
	} catch {
		return { texts: [], unreadable: [{ file: name, message: "It isn't UTF-8: save it in that encoding." }] };
	}
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: "There is no such file.",
	EISDIR: "It is a folder: name files, or a pattern such as 'conf/**/*.toml'.",
	EACCES: "You may not access it.",
	EPERM: "You may not access it.",
	EEXIST: "It is there already.",
	ENOTDIR: "A part of its path is no folder.",
	EROFS: "Its file system can't be written to.",
	ENOSPC: "There is no space left.",
};

/** Why a file can't be read or written, in one sentence. Errors that are not the file system's are thrown on. */
export function explainFailure(error: unknown): string {
	if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) throw error;
	return reasons[String(error.code)] ?? `The system says ${String(error.code)}.`;
}
