import type { Range } from "../problem.ts";
import { splitStatements } from "./scan.ts";
import { type Refusal, readStatement } from "./statement.ts";
import { type Block, type Conflict, type Table, Tree } from "./tree.ts";

/** A text of TOML, read as far as it can be. Offsets count UTF-16 code units of the whole text. */
export interface Document {
	readonly text: string;
	/** The entries above the first header, then each header with what follows it. */
	readonly blocks: readonly Block[];
	readonly root: Table;
	/** Why TOML 1.0 refuses the text, in its order; nothing if it doesn't. A byte order mark is not among them. */
	readonly faults: readonly Fault[];
}

/** Something that TOML 1.0 refuses. */
export type Fault = (Refusal & { readonly statement: Range; readonly unclosed?: number }) | Conflict | BadCharacter;

/** A character that no TOML may hold as it is. */
export interface BadCharacter extends Range {
	readonly kind: "character";
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: TOML's own list; a carriage return is lawful before a line feed alone.
const badCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\p{Cs}/gu;

/**
 * Reads TOML 1.0, a byte order mark before it or not, and finds all that is wrong with it rather than the first thing
 * alone: what can't be read is left out, and the rest is read as if it weren't there.
 *
 * It takes time in proportion to the text's length. It never throws.
 */
export function readToml(text: string): Document {
	const faults: Fault[] = [];
	// What takes the place of a bad character is as long as it is, and lets the rest of its statement be read.
	const readable = text.replace(badCharacter, (character, start: number) => {
		faults.push({ kind: "character", start, end: start + character.length });
		return character === "\r" ? "\n" : " ";
	});
	const source = readable.startsWith("\ufeff") ? ` ${readable.slice(1)}` : readable;
	const tree = new Tree();
	for (const statement of splitStatements(source)) {
		const found = readStatement(source, statement);
		if (found.kind === "refusal") {
			faults.push({ ...found, ...(statement.unclosed !== undefined && { unclosed: statement.unclosed }), statement });
			if (source[statement.start] === "[") tree.skipBlock(statement.start);
			continue;
		}
		const conflict = found.kind === "header" ? tree.addHeader(found) : tree.addEntry(found);
		if (conflict) faults.push(conflict);
	}
	return { text, blocks: tree.blocks, root: tree.root, faults: faults.toSorted((a, b) => startOf(a) - startOf(b)) };
}

function startOf(fault: Fault): number {
	if (fault.kind === "character") return fault.start;
	return fault.kind === "refusal" ? fault.at : fault.part.start;
}
