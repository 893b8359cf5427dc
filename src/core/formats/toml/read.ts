import type { Path, TextRange } from "../../problem.ts";
import { type Statement, splitStatements } from "./scan.ts";
import { type Entry, type Header, moveStatement, readStatement, type StatementFault } from "./statement.ts";
import { type Block, type KeyFault, type Table, Tree } from "./tree.ts";

/** A text of TOML, read as far as it can be. Offsets count UTF-16 code units of the whole text. */
export interface TomlDocument {
	readonly text: string;
	readonly statements: readonly Reading[];
	/** The entries above the first header, then each header with what follows it. */
	readonly blocks: readonly Block[];
	readonly root: Table;
	/** Why TOML 1.0 refuses the text, in its order; nothing if it doesn't. A byte order mark is not among them. */
	readonly faults: readonly Fault[];
}

/** What came of one statement. */
export interface Reading {
	readonly range: Statement;
	readonly found: Header | Entry | StatementFault;
	/** The table that it opens or stands in, from the root. */
	readonly table: Path;
}

/** Something that TOML 1.0 refuses. */
export type Fault =
	| (StatementFault & { readonly statement: TextRange; readonly unclosed?: number })
	| KeyFault
	| BadCharacter
	| WrongEncoding;

/** A character that no TOML may hold as it is. */
export interface BadCharacter extends TextRange {
	readonly kind: "character";
}

/** A whole text of UTF-16 that was read as if it were of bytes. Nothing else is said of it. */
export interface WrongEncoding extends TextRange {
	readonly kind: "encoding";
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: TOML's own list; a carriage return is lawful before a line feed alone.
const badCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\p{Cs}/gu;

/**
 * Reads TOML 1.0, a byte order mark before it or not, and finds all that is wrong with it rather than the first thing
 * alone: what can't be read is left out, and the rest is read as if it weren't there.
 *
 * It takes time in proportion to the text's length. It never throws.
 *
 * @param known Statements that were read elsewhere, by their text: to read the same again takes long.
 */
export function readToml(text: string, known?: ReadonlyMap<string, Reading>): TomlDocument {
	if (isUtf16(text)) return { ...readToml(""), text, faults: [{ kind: "encoding", start: 0, end: text.length }] };
	const faults: Fault[] = [];
	// What takes the place of a bad character is as long as it is, and lets the rest of its statement be read.
	const readable = text.replace(badCharacter, (character, start: number) => {
		faults.push({ kind: "character", start, end: start + character.length });
		return character === "\r" ? "\n" : " ";
	});
	const source = readable.startsWith("\ufeff") ? ` ${readable.slice(1)}` : readable;
	const tree = new Tree();
	const statements: Reading[] = [];
	for (const range of splitStatements(source)) {
		const same = known?.get(source.slice(range.start, range.end));
		const found = same ? moveStatement(same.found, range.start - same.range.start) : readStatement(source, range);
		if (found.kind === "syntax") {
			faults.push({ ...found, ...(range.unclosed !== undefined && { unclosed: range.unclosed }), statement: range });
			if (source[range.start] === "[") tree.skipBlock(range.start);
		} else {
			const fault = found.kind === "header" ? tree.addHeader(found) : tree.addEntry(found);
			if (fault) faults.push(fault);
		}
		statements.push({ range, found, table: tree.blocks.at(-1)?.path ?? [] });
	}
	const sorted = faults.toSorted((a, b) => startOf(a) - startOf(b));
	return { text, statements, blocks: tree.blocks, root: tree.root, faults: sorted };
}

/** In UTF-16 every other byte of plain text is NUL. A mark that was no UTF-8 may stand before it. */
function isUtf16(text: string): boolean {
	return /^(?:\ufeff|\ufffd{2}|\u00ff\u00fe|\u00fe\u00ff)?(?:[^\0]\0){2}|^(?:\ufffd{2}|\u00fe\u00ff)?(?:\0[^\0]){2}/.test(
		text,
	);
}

function startOf(fault: Fault): number {
	if (fault.kind === "character" || fault.kind === "encoding") return fault.start;
	return fault.kind === "syntax" ? fault.at : fault.part.start;
}
