import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { TextRange } from "../../problem.ts";
import { type PlacedNode, rangeOf, WrongRange } from "./ast-range.ts";
import type { Statement } from "./scan.ts";

/** One part of a dotted key, and where it stands: with its quotes, if it has any. */
export interface KeyPart extends TextRange {
	readonly name: string;
}

/** A value and where it stands. */
export type Value =
	| (TextRange & {
			readonly kind: "string";
			readonly value: string;
			readonly style: "basic" | "literal";
			readonly multiline: boolean;
	  })
	| (TextRange & { readonly kind: "integer"; readonly value: bigint; readonly written: string })
	| (TextRange & { readonly kind: "float"; readonly value: number; readonly written: string })
	| (TextRange & { readonly kind: "boolean"; readonly value: boolean })
	| (TextRange & { readonly kind: "date"; readonly written: string })
	| (TextRange & { readonly kind: "array"; readonly items: readonly Value[] })
	| InlineTable;

/** `{ key = value, … }` */
export interface InlineTable extends TextRange {
	readonly kind: "table";
	readonly entries: readonly Entry[];
}

/** `key = value`, in a line of its own or in an inline table. */
export interface Entry extends TextRange {
	readonly kind: "entry";
	readonly key: readonly [KeyPart, ...KeyPart[]];
	readonly value: Value;
}

/** `[key]` or `[[key]]` */
export interface Header extends TextRange {
	readonly kind: "header";
	readonly key: readonly [KeyPart, ...KeyPart[]];
	/** `[[key]]`: one more table of an array. */
	readonly repeats: boolean;
}

/** Why a statement can't be read: the parser's own words, and the offset at which it gave up. */
export interface StatementFault {
	readonly kind: "syntax";
	readonly reason: string;
	readonly at: number;
}

/**
 * Reads one statement as TOML 1.0, or as TOML 1.1.
 *
 * Where toml-eslint-parser 1.0.3 takes what Python's tomllib refuses, the year 0 and the 60th second of a minute, it is
 * refused here. So is what the parser gives a wrong range, since an edit would go to the wrong place.
 */
export function readStatement(
	text: string,
	{ start, end }: Statement,
	tomlVersion: "1.0.0" | "1.1.0" = "1.0.0",
): Header | Entry | StatementFault {
	const source = text.slice(start, end);
	try {
		const [top] = parseTOML(source, { tomlVersion }).body;
		const [node, ...more] = top.body;
		if (!node || more.length > 0) return { kind: "syntax", reason: "Unexpected token", at: start };
		const reader = new Reader(source, start);
		return node.type === "TOMLTable" ? reader.readHeader(node) : reader.readEntry(node);
	} catch (error) {
		if (error instanceof ParseError) return { kind: "syntax", reason: error.message, at: start + error.index };
		if (error instanceof ImpossibleDate) return { kind: "syntax", reason: error.message, at: error.at };
		// Brackets in brackets until the stack ends, or a text longer than the parser can hold.
		if (error instanceof RangeError) return { kind: "syntax", reason: outOfBounds, at: start };
		if (error instanceof WrongRange) return { kind: "syntax", reason: outOfBounds, at: start };
		throw error;
	}
}

/** The reason of a fault that says nothing about TOML: the text is more than this program can read. */
export const outOfBounds = "Out of bounds";

class ImpossibleDate extends Error {
	readonly at: number;

	constructor(at: number) {
		super("Unexpected invalid date");
		this.at = at;
	}
}

/** More parts than this in one key, or brackets in brackets, are nobody's configuration, and trees are walked by recursion. */
const deepest = 100;

/** What a statement's text says, as it is read where the same text stands so many characters further on. */
export function moveStatement(found: Header | Entry | StatementFault, by: number): Header | Entry | StatementFault {
	if (found.kind === "syntax") return { ...found, at: found.at + by };
	return found.kind === "entry" ? moveEntry(found, by) : { ...moveRange(found, by), key: moveKey(found.key, by) };
}

function moveRange<Ranged extends TextRange>(ranged: Ranged, by: number): Ranged {
	return { ...ranged, start: ranged.start + by, end: ranged.end + by };
}

function moveKey([first, ...rest]: Entry["key"], by: number): Entry["key"] {
	return [moveRange(first, by), ...rest.map((part) => moveRange(part, by))];
}

function moveEntry(entry: Entry, by: number): Entry {
	return { ...moveRange(entry, by), key: moveKey(entry.key, by), value: moveValue(entry.value, by) };
}

function moveValue(value: Value, by: number): Value {
	const moved = moveRange(value, by);
	if (moved.kind === "array") return { ...moved, items: moved.items.map((item) => moveValue(item, by)) };
	if (moved.kind === "table") return { ...moved, entries: moved.entries.map((entry) => moveEntry(entry, by)) };
	return moved;
}

/** Takes over what the parser read, with each range held against the text. */
class Reader {
	private readonly source: string;
	private readonly base: number;

	constructor(source: string, base: number) {
		this.source = source;
		this.base = base;
	}

	readHeader(node: AST.TOMLTable): Header {
		return { kind: "header", key: this.readKey(node.key), repeats: node.kind === "array", ...this.place(node) };
	}

	readEntry(node: AST.TOMLKeyValue, depth = 0): Entry {
		const key = this.readKey(node.key);
		const value = this.readValue(node.value, depth);
		return { kind: "entry", key, value, start: key[0].start, end: value.end };
	}

	private readKey(node: AST.TOMLKey): Entry["key"] {
		if (node.keys.length > deepest) throw new RangeError("A key of too many parts");
		const [first, ...rest] = node.keys.map(
			(part): KeyPart => ({ name: part.type === "TOMLBare" ? part.name : part.value, ...this.place(part) }),
		);
		if (!first) throw new WrongRange();
		return [first, ...rest];
	}

	private readValue(node: AST.TOMLContentNode, depth: number): Value {
		if (depth > deepest) throw new RangeError("Brackets in too many brackets");
		const range = this.place(node);
		if (node.type === "TOMLArray") {
			return { kind: "array", items: node.elements.map((item) => this.readValue(item, depth + 1)), ...range };
		}
		if (node.type === "TOMLInlineTable") {
			return { kind: "table", entries: node.body.map((entry) => this.readEntry(entry, depth + 1)), ...range };
		}
		const written = this.source.slice(range.start - this.base, range.end - this.base);
		switch (node.kind) {
			case "string": {
				const { value, style, multiline } = node;
				return { kind: "string", value, style, multiline, ...range };
			}
			case "integer":
				return { kind: "integer", value: node.bigint, written, ...range };
			case "float":
				return { kind: "float", value: node.value, written, ...range };
			case "boolean":
				return { kind: "boolean", value: node.value, ...range };
			default:
				if (/^0000-|:60(?!\d)/.test(node.datetime)) throw new ImpossibleDate(range.start);
				return { kind: "date", written, ...range };
		}
	}

	private place(node: PlacedNode): TextRange {
		const { start, end } = rangeOf(node, this.source);
		return { start: start + this.base, end: end + this.base };
	}
}
