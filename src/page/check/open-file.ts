import type { Text } from "@codemirror/state";
import { largestSize } from "../../core/check/size-limit.ts";
import type { CheckpointConfig } from "../../core/draft/checkpoint.ts";
import { createEditor, type Editor, type EditorEvents } from "./editor.ts";

/** A file in the panel: what its editor holds is its text. */
export interface OpenFile extends Editor {
	readonly id: number;
	readonly name: string;
}

/** The form's settings put into a file. */
export interface Patch {
	/** What the editor holds since then; as long as it does, the file is as we made it. */
	readonly doc: Text;
	readonly before: string;
	readonly config: CheckpointConfig;
}

/** A file that somebody picked or dropped. */
export interface PickedFile {
	readonly name: string;
	readonly text: string;
}

let count = 0;

/** Opens a file in an editor of its own. */
export function openPickedFile({ name, text }: PickedFile, events: EditorEvents): OpenFile {
	count++;
	return { id: count, name, ...createEditor(text, events) };
}

/** Whether nothing is in a file. */
export function isBlank({ view }: OpenFile): boolean {
	return view.state.doc.length === 0;
}

/**
 * Reads a file to its last byte: a byte order mark is kept too.
 *
 * @throws {Error} If it is too large or no text, in words for the person who picked it.
 */
export async function readPicked(file: File): Promise<PickedFile> {
	if (file.size > largestSize) throw new Error(`${file.name} ${explainTooLarge(file.size)}`);
	try {
		const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
		return { name: file.name, text };
	} catch {
		throw new Error(`${file.name} can’t be read as UTF-8 text, which TOML is.`);
	}
}

/** Says that a text is too large, of its size. */
export function explainTooLarge(size: number): string {
	return `is too large to be checked here: ${formatSize(size)}, and ${formatSize(largestSize)} is the most.`;
}

function formatSize(size: number): string {
	return `${(size / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

/** Gives each of some files a name that no other has, so that problems can say which file they are in. */
export function nameApart(files: readonly OpenFile[]): readonly string[] {
	return files.map(({ name }, index) =>
		files.findIndex((other) => other.name === name) === index ? name : `${name} (${index + 1})`,
	);
}

/** The files as they are now, to be worked on elsewhere. */
export function snapshot(files: readonly OpenFile[]): readonly PickedFile[] {
	const names = nameApart(files);
	return files.map(({ view }, index) => ({ name: names[index] ?? "", text: view.state.doc.toString() }));
}
