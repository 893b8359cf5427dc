import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, parse, type YAMLMap, type YAMLSeq } from "yaml";
import type { TextRange } from "../../problem.ts";
import { findLineEnding, type TextEdit } from "../../text/edit.ts";
import { rangeOf } from "./document.ts";

/** What is put into a file: a text, a word that needs no quotes, or maps and lists of them. */
export type Written = string | boolean | readonly Written[] | { readonly [key: string]: Written };

/** Characters that YAML takes in double quotes only as escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: YAML's own list of what is not printable.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/gu;

function quoteDouble(text: string): string {
	const escaped = text
		.replace(/["\\]/g, "\\$&")
		.replace(unprintable, (character) =>
			character === "\n"
				? "\\n"
				: character === "\t"
					? "\\t"
					: `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
		);
	return `"${escaped}"`;
}

/** Whether a text without quotes is that text for every reader. */
function isPlain(text: string): boolean {
	if (!/^[\dA-Za-z/][\w./@+-]*(?::\/\/[\w./@+-]+)?$/.test(text)) return false;
	return (["1.1", "1.2"] as const).every((version) => parse(text, { version }) === text);
}

/** A scalar as it is written in the place of another: in the same kind of quotes, if they can hold it. */
export function spellScalar(value: string | boolean, written = '"'): string {
	if (typeof value === "boolean") return String(value);
	if (written.startsWith("'") && value.search(unprintable) === -1) return `'${value.replaceAll("'", "''")}'`;
	const wasPlain = !/^["'|>]/.test(written) && written !== "";
	return wasPlain && isPlain(value) ? value : quoteDouble(value);
}

/** Writes another key where one stands, in the quotes of that one: JSON is YAML, too. */
export function renameKey(text: string, range: TextRange, name: string): TextEdit {
	return { range, text: spellScalar(name, text.slice(range.start, range.end)) };
}

function spellKey(name: string): string {
	return isPlain(name) ? name : quoteDouble(name);
}

function spellFlow(value: Written): string {
	if (typeof value === "string" || typeof value === "boolean") return spellScalar(value);
	if (isList(value)) return `[${value.map(spellFlow).join(", ")}]`;
	const pairs = Object.entries(value).map(([name, inner]) => `${quoteDouble(name)}: ${spellFlow(inner)}`);
	return pairs.length > 0 ? `{ ${pairs.join(", ")} }` : "{}";
}

function isList(value: object): value is readonly Written[] {
	return Array.isArray(value);
}

/** A pair's lines, the first of them without its indentation. */
function spellPair(name: string, value: Written, indent: number, step: number): string[] {
	if (typeof value === "string" || typeof value === "boolean")
		return [`${spellKey(name)}: ${spellScalar(value, name === "name" || name === "key" ? "x" : undefined)}`];
	const lines = spellBlock(value, indent + step, step);
	return lines.length > 0 ? [`${spellKey(name)}:`, ...lines] : [`${spellKey(name)}: ${isList(value) ? "[]" : "{}"}`];
}

/** A collection's lines, each with its indentation. */
function spellBlock(value: Written, indent: number, step: number): string[] {
	const space = " ".repeat(indent);
	if (typeof value === "string" || typeof value === "boolean") return [space + spellScalar(value)];
	if (isList(value)) {
		return value.flatMap((item) => {
			const [first = "", ...rest] = spellBlock(item, indent + 2, step);
			return [`${space}- ${first.trimStart()}`, ...rest];
		});
	}
	return Object.entries(value).flatMap(([name, inner]) => {
		const [first, ...rest] = spellPair(name, inner, indent, step);
		return [space + first, ...rest];
	});
}

/** Writes another pair where one stands. */
export function replacePair(
	text: string,
	map: YAMLMap,
	pair: Pair,
	pairs: { readonly [key: string]: Written },
	step: number,
): TextEdit[] {
	const { start } = rangeOf(pair.key as Node);
	const column = columnOf(text, start);
	const written = map.flow
		? Object.entries(pairs)
				.map(([name, value]) => `${quoteDouble(name)}: ${spellFlow(value)}`)
				.join(", ")
		: spellBlock(pairs, column, step).join(findLineEnding(text, start)).trimStart();
	return [{ range: { start, end: endOfPair(text, pair) }, text: written }];
}

/** Where what a node says ends: before line ends and comments behind it. */
export function findContentEnd(text: string, node: unknown, otherwise: number): number {
	if (isCollection(node) && !node.flow && node.items.length > 0) {
		const last: unknown = node.items.at(-1);
		if (isSeq(node)) return findContentEnd(text, last, rangeOf(last as Node).end);
		const { key, value } = last as Pair;
		return findContentEnd(text, value, rangeOf(key as Node).end + 1);
	}
	const { start, end } = rangeOf(node as Node | undefined);
	if (end === 0) return otherwise;
	if (start === end) return Math.max(otherwise, Math.min(start, lineEndOf(text, otherwise)));
	return start + text.slice(start, end).trimEnd().length;
}

/** Where the line that an offset is on ends, before its line end. */
export function lineEndOf(text: string, offset: number): number {
	const at = text.indexOf("\n", offset);
	return at === -1 ? text.length : at > 0 && text[at - 1] === "\r" ? at - 1 : at;
}

/** Where the line that an offset is on begins. */
export function lineStartOf(text: string, offset: number): number {
	const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
	// A byte order mark is no column.
	return start === 0 && text.startsWith("\ufeff") ? 1 : start;
}

/** How far in a place stands: its column from 0. */
export function columnOf(text: string, offset: number): number {
	return offset - lineStartOf(text, offset);
}

/** Where a pair ends. */
export function endOfPair(text: string, { key, value }: Pair): number {
	return findContentEnd(text, value, text.indexOf(":", rangeOf(key as Node).end) + 1);
}

/** The place at which whole lines are added below the line that an offset is on. */
function belowLine(text: string, offset: number, lines: readonly string[]): TextEdit {
	const at = lineEndOf(text, offset);
	const ending = findLineEnding(text, at);
	return { range: { start: at, end: at }, text: lines.map((line) => ending + line).join("") };
}

/** Writes another scalar where one stands; into a pair without a value, behind its colon. */
export function setScalar(text: string, pair: Pair, value: string | boolean): TextEdit[] | undefined {
	const { value: node } = pair;
	const { start, end } = rangeOf(node as Node | undefined);
	const colon = text.indexOf(":", rangeOf(pair.key as Node).end) + 1;
	if (node === null || node === undefined || (isScalar(node) && start === end)) {
		return [{ range: { start: colon, end: colon }, text: ` ${spellScalar(value)}` }];
	}
	if (isCollection(node) && !node.flow) return undefined;
	const written = text.slice(start, end);
	const isBlock = /^[|>]/.test(written);
	const kept = isBlock ? (/\r?\n$/.exec(written)?.[0] ?? "") : "";
	return [{ range: { start, end }, text: spellScalar(value, written) + kept }];
}

/** How much deeper than its key the first nested map or list of a file stands. */
export function findStep(text: string): number {
	const [, outer = "", inner = ""] =
		/^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)[^\s#-]/m.exec(text) ?? [];
	const step = inner.length - outer.length;
	return step > 0 && step <= 8 ? step : 2;
}

/**
 * Adds pairs to a map, below its last one and laid out as it is.
 *
 * @param parent The pair that the map is the value of, where the map is empty or isn't there.
 */
export function addPairs(
	text: string,
	map: unknown,
	parent: Pair | undefined,
	pairs: { readonly [key: string]: Written },
	step: number,
): TextEdit[] | undefined {
	const entries = Object.entries(pairs);
	if (entries.length === 0) return [];
	if (isMap(map) && map.flow && map.items.length > 0) {
		const last = map.items.at(-1) as Pair;
		const added = entries.map(([name, value]) => `, ${quoteDouble(name)}: ${spellFlow(value)}`).join("");
		const at = endOfPair(text, last);
		return [{ range: { start: at, end: at }, text: added }];
	}
	const [first] = isMap(map) ? map.items : [];
	if (isMap(map) && first) {
		const column = columnOf(text, rangeOf(first.key as Node).start);
		const lines = entries.flatMap(([name, value]) => {
			const [head, ...rest] = spellPair(name, value, column, step);
			return [" ".repeat(column) + head, ...rest];
		});
		return [belowLine(text, endOfPair(text, map.items.at(-1) as Pair), lines)];
	}
	// A document that is `{}`.
	if (isMap(map) && map.flow && !parent) return [{ range: rangeOf(map), text: spellFlow(pairs) }];
	return fillPair(text, parent, pairs, step);
}

/** Writes a collection into a pair that has none: `key:`, `key: {}`, `key: null`. */
function fillPair(text: string, parent: Pair | undefined, value: Written, step: number): TextEdit[] | undefined {
	if (!parent) return undefined;
	const { start: keyStart, end: keyEnd } = rangeOf(parent.key as Node);
	const { value: node } = parent;
	const range = rangeOf(node as Node | undefined);
	const isAbsent = range.start === range.end;
	if (isAnchored(node)) return undefined;
	const isBlock = /^[ ]*(?:- +)*$/.test(text.slice(lineStartOf(text, keyStart), keyStart));
	if (!isBlock) {
		const colon = text.indexOf(":", keyEnd) + 1;
		return isAbsent
			? [{ range: { start: colon, end: colon }, text: ` ${spellFlow(value)}` }]
			: [{ range, text: spellFlow(value) }];
	}
	const lines = spellBlock(value, columnOf(text, keyStart) + step, step);
	const colon = text.indexOf(":", keyEnd) + 1;
	const gone = isAbsent ? [] : [{ range: { start: colon, end: range.end }, text: "" }];
	return [...gone, belowLine(text, isAbsent ? colon : range.end, lines)];
}

function isAnchored(node: unknown): boolean {
	return typeof node === "object" && node !== null && "anchor" in node && node.anchor !== undefined;
}

/** Adds items to a list, below its last one and laid out as they are. */
export function addItems(
	text: string,
	list: unknown,
	parent: Pair,
	items: readonly Written[],
	step: number,
): TextEdit[] | undefined {
	if (!isSeq(list) || list.items.length === 0) return fillPair(text, parent, items, step);
	const last = list.items.at(-1) as Node;
	if (list.flow) {
		const at = rangeOf(last).end;
		return [{ range: { start: at, end: at }, text: items.map((item) => `, ${spellFlow(item)}`).join("") }];
	}
	const dash = findDash(list, list.items.length - 1);
	if (dash === undefined) return undefined;
	const lines = spellBlock(items, columnOf(text, dash), step);
	return [belowLine(text, findContentEnd(text, last, dash + 1), lines)];
}

/** Where the dash of a list's item stands. */
function findDash(list: YAMLSeq, index: number): number | undefined {
	const token = list.srcToken;
	if (token?.type !== "block-seq") return undefined;
	return token.items[index]?.start.find(({ type }) => type === "seq-item-ind")?.offset;
}

/** Takes a pair out of its map. The comment beside a value goes with it only where other lines do, too. */
export function removePair(text: string, map: YAMLMap, pair: Pair): TextEdit[] | undefined {
	const index = map.items.indexOf(pair);
	if (index === -1) return undefined;
	const { start } = rangeOf(pair.key as Node);
	const end = endOfPair(text, pair);
	if (map.flow)
		return [
			removeBetween(
				text,
				map.items.map((item) => ({ start: rangeOf(item.key as Node).start, end: endOfPair(text, item) })),
				index,
			),
		];
	const next = map.items[index + 1];
	if (map.items.length === 1) return undefined;
	const before = text.slice(lineStartOf(text, start), start);
	if (before.trim() !== "") {
		// The first pair behind a list's dash.
		return next ? [{ range: { start, end: rangeOf(next.key as Node).start }, text: "" }] : undefined;
	}
	return [removeLines(text, start, end)];
}

/** Takes an item out of a list that has others. */
export function removeItem(text: string, list: YAMLSeq, index: number): TextEdit[] | undefined {
	if (list.items.length < 2) return undefined;
	if (list.flow)
		return [
			removeBetween(
				text,
				list.items.map((item) => rangeOf(item as Node)),
				index,
			),
		];
	const dash = findDash(list, index);
	if (dash === undefined || text.slice(lineStartOf(text, dash), dash).trim() !== "") return undefined;
	return [removeLines(text, dash, findContentEnd(text, list.items[index], dash + 1))];
}

/** The lines of what stands from one place to another; a comment beside a single line stays. */
function removeLines(text: string, start: number, end: number): TextEdit {
	const isOneLine = !text.slice(start, end).includes("\n");
	const rest = text.slice(end, lineEndOf(text, end));
	if (isOneLine && /^\s+#/.test(rest)) return { range: { start, end: end + rest.indexOf("#") }, text: "" };
	const lineStart = lineStartOf(text, start);
	const lineEnd = text.indexOf("\n", end);
	if (lineEnd !== -1) return { range: { start: lineStart, end: lineEnd + 1 }, text: "" };
	const before = /\r?\n$/.exec(text.slice(0, lineStart))?.[0].length ?? 0;
	return { range: { start: lineStart - before, end: text.length }, text: "" };
}

/** One of several in brackets or braces, with one comma. */
function removeBetween(text: string, ranges: readonly TextRange[], index: number): TextEdit {
	const own = ranges[index] ?? { start: 0, end: 0 };
	const before = ranges[index - 1];
	const after = ranges[index + 1];
	if (before && /[ \t]#/.test(text.slice(before.end, own.start))) {
		// The comment is the one before's. A comma before a bracket is no fault where there are comments.
		const comma = /^\s*,/.exec(text.slice(own.end))?.[0].length ?? 0;
		return { range: { start: own.start, end: own.end + comma }, text: "" };
	}
	if (before) return { range: { start: before.end, end: own.end }, text: "" };
	return { range: { start: own.start, end: after ? after.start : own.end }, text: "" };
}
