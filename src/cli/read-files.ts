import { readFile } from "node:fs/promises";
import { isAbsolute, parse, resolve } from "node:path";
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
 * in it is a pattern, for shells that leave patterns to the program and for patterns in quotes. A file that is named
 * twice is read once.
 *
 * @param decode Makes a text of a file's bytes; one that is fatal, as `TextDecoder` has it, refuses what is no text.
 * @throws {UsageError} If none is named.
 */
export async function readFiles(
	names: readonly string[],
	terminal: Terminal,
	decode: (bytes: Uint8Array) => string = decodeConfig,
): Promise<ReadFiles> {
	if (names.length === 0) throw new UsageError("Name at least one file, or - for standard input.");
	const texts: NamedText[] = [];
	const unreadable: UnreadableFile[] = [];
	const seen = new Set<string>();
	// One after the other: a system lets a process open some hundred files at once, and a pattern may match more.
	const read = async (name: string): Promise<void> => {
		const path = name === "-" ? name : resolve(terminal.folder, name);
		if (seen.has(path)) return;
		seen.add(path);
		const one =
			name === "-"
				? await readOne(inputName, terminal.readInput, decode)
				: await readOne(name, () => readFile(path), decode);
		const matches = "text" in one || !isPattern(name) ? undefined : await listMatches(name, terminal.folder);
		if (matches && matches.length > 0) for (const match of matches) await read(match);
		else if (matches) unreadable.push({ file: name, message: "No file matches." });
		else if ("text" in one) texts.push(one);
		else unreadable.push(one);
	};
	for (const name of names) await read(name);
	return { texts, unreadable };
}

function isPattern(name: string): boolean {
	return /[*?[\]{}]/.test(name);
}

async function listMatches(pattern: string, folder: string): Promise<readonly string[]> {
	// Loaded only for patterns. Node's own glob is not in Node 20.
	const { glob } = await import("tinyglobby");
	// It starts where the pattern does, since tinyglobby 0.2.17 misses what is in the folder that it starts from where the
	// pattern leads through one above.
	const start = isAbsolute(pattern) ? parse(pattern).root : (/^(?:\.{1,2}\/)+/.exec(pattern)?.[0] ?? "");
	const settings = { cwd: resolve(folder, start), dot: true, expandDirectories: false };
	const matches = await glob(pattern.slice(start.length), settings);
	return matches.map((match) => `${start}${match}`).toSorted();
}

async function readOne(
	name: string,
	readBytes: () => Promise<Uint8Array>,
	decode: (bytes: Uint8Array) => string,
): Promise<NamedText | UnreadableFile> {
	try {
		const bytes = await readBytes();
		return { name, text: decode(bytes) };
	} catch (error) {
		const isOfText =
			error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA";
		return { file: name, message: isOfText ? "It is not UTF-8. Save it as UTF-8." : explainFailure(error) };
	}
}

/** A byte order mark stays in the text, and what is no UTF-8 is no text: written back, it would be another one. */
function decodeConfig(bytes: Uint8Array): string {
	return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: "There is no such file.",
	EISDIR: "It is a folder. Name files, or a pattern such as 'conf/**/*.toml'.",
	EACCES: "You don't have permission to access it.",
	EPERM: "You don't have permission to access it.",
	EEXIST: "It exists already.",
	ENOTDIR: "Part of its path is not a folder.",
	ELOOP: "Its links lead in a circle.",
	EROFS: "Its file system is read-only.",
	ENOSPC: "There is no space left.",
};

/** Why a file can't be read or written, in one sentence. Errors that are not the file system's are thrown on. */
export function explainFailure(error: unknown): string {
	if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) throw error;
	return reasons[String(error.code)] ?? `The system says ${String(error.code)}.`;
}
