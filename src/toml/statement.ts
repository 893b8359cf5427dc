import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { Range } from "../problem.ts";
import type { Statement } from "./scan.ts";

/** One part of a dotted key, and where it stands: with its quotes, if it has any. */
export interface KeyPart extends Range {
	readonly name: string;
}

/** A value and where it stands. */
export type Value =
	| (Range & {
			readonly kind: "string";
			readonly value: string;
			readonly style: "basic" | "literal";
			readonly multiline: boolean;
	  })
	| (Range & { readonly kind: "integer"; readonly value: bigint })
	| (Range & { readonly kind: "float"; readonly value: number })
	| (Range & { readonly kind: "boolean"; readonly value: boolean })
	| (Range & { readonly kind: "date" })
	| (Range & { readonly kind: "array"; readonly items: readonly Value[] })
	| InlineTable;

/** `{ key = value, … }` */
export interface InlineTable extends Range {
	readonly kind: "table";
	readonly entries: readonly Entry[];
}

/** `key = value`, in a line of its own or in an inline table. */
export interface Entry extends Range {
	readonly kind: "entry";
	readonly key: readonly [KeyPart, ...KeyPart[]];
	readonly value: Value;
}

/** `[key]` or `[[key]]` */
export interface Header extends Range {
	readonly kind: "header";
	readonly key: readonly [KeyPart, ...KeyPart[]];
	/** `[[key]]`: one more table of an array. */
	readonly repeats: boolean;
}

/** Why a statement can't be read: the parser's own words, and the offset at which it gave up. */
export interface Refusal {
	readonly kind: "refusal";
	readonly reason: string;
	readonly at: number;
}

/**
 * Reads one statement as TOML 1.0.
 *
 * Where toml-eslint-parser 1.0.3 takes what Python's tomllib refuses, the year 0 and the 60th second of a minute, it is
 * refused here.
 */
export function readStatement(text: string, { start, end }: Statement): Header | Entry | Refusal {
	try {
		const [top] = parseTOML(text.slice(start, end), { tomlVersion: "1.0.0" }).body;
		const node = top.body[0];
		if (!node) return { kind: "refusal", reason: "Unexpected token", at: start };
		return node.type === "TOMLTable" ? readHeader(node, start) : readEntry(node, start);
	} catch (error) {
		if (error instanceof ParseError) return { kind: "refusal", reason: error.message, at: start + error.index };
		if (error instanceof ImpossibleDate) return { kind: "refusal", reason: error.message, at: error.at };
		// Brackets in brackets until the stack ends, or a text longer than the parser can hold.
		if (error instanceof RangeError) return { kind: "refusal", reason: "Out of bounds", at: start };
		throw error;
	}
}

class ImpossibleDate extends Error {
	readonly at: number;

	constructor(at: number) {
		super("Unexpected invalid date");
		this.at = at;
	}
}

function readHeader(node: AST.TOMLTable, base: number): Header {
	return { kind: "header", key: readKey(node.key, base), repeats: node.kind === "array", ...place(node, base) };
}

function readEntry(node: AST.TOMLKeyValue, base: number): Entry {
	return { kind: "entry", key: readKey(node.key, base), value: readValue(node.value, base), ...place(node, base) };
}

/** More parts than this in one key are nobody's configuration, and trees are walked by recursion. */
const deepest = 100;

function readKey(node: AST.TOMLKey, base: number): Entry["key"] {
	if (node.keys.length > deepest) throw new RangeError("A key of too many parts");
	const [first, ...rest] = node.keys.map(
		(part): KeyPart => ({ name: part.type === "TOMLBare" ? part.name : part.value, ...place(part, base) }),
	);
	return first ? [first, ...rest] : [{ name: "", ...place(node, base) }];
}

function readValue(node: AST.TOMLContentNode, base: number): Value {
	const range = place(node, base);
	if (node.type === "TOMLArray") {
		return { kind: "array", items: node.elements.map((item) => readValue(item, base)), ...range };
	}
	if (node.type === "TOMLInlineTable") {
		return { kind: "table", entries: node.body.map((entry) => readEntry(entry, base)), ...range };
	}
	switch (node.kind) {
		case "string": {
			const { value, style, multiline } = node;
			return { kind: "string", value, style, multiline, ...range };
		}
		case "integer":
			return { kind: "integer", value: node.bigint, ...range };
		case "float":
			return { kind: "float", value: node.value, ...range };
		case "boolean":
			return { kind: "boolean", value: node.value, ...range };
		default:
			if (/^0000-|:60(?!\d)/.test(node.datetime)) throw new ImpossibleDate(range.start);
			return { kind: "date", ...range };
	}
}

function place({ range: [start, end] }: AST.TOMLNode, base: number): Range {
	return { start: start + base, end: end + base };
}
