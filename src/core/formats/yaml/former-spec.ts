import { isMap, isScalar, type Node, type Pair, type YAMLMap } from "yaml";
import { findLineEnding, type TextEdit } from "../../text/edit.ts";
import type { FileFix } from "../../text/file-problem.ts";
import { findEntry, listEntries, type MapEntry, rangeOf, type YamlFile } from "./document.ts";
import { columnOf, endOfPair, findStep, lineEndOf, lineStartOf, removePair } from "./edit.ts";
import type { SpecPath } from "./kind.ts";
import { saysSameAfter } from "./read-patch.ts";
import { stepDocument } from "./write-view.ts";

/**
 * What a PolarsCluster's spec said of checkpoints before its first release, and the names below `checkpoint` that mean the
 * same today.
 *
 * @see polars-inc/polars-k8s-operator, commit a4c83b8 of 2026-07-14.
 */
export const formerKeys: ReadonlyMap<string, string> = new Map([
	["checkpointPeriod", "period"],
	["checkpointData", "data"],
]);

/** How many characters are read anew at most, where each of a file's documents may be brought up to date. */
const mostRead = 2_000_000;

/**
 * The fix that says below `checkpoint` what a spec says by the names of before. Values, comments and layout stay; what
 * stands apart moves there with the comments right above it.
 *
 * @param index Which of the file's documents.
 * @returns Nothing where both names are there, where a value is shared by an anchor, where the text can't be moved, or where
 * it would take too long.
 */
export function migrateSpec(file: YamlFile, index: number, specPath: SpecPath): FileFix | undefined {
	if (file.text.length * file.documents.length > mostRead) return undefined;
	const edits = stepDocument(file, index, ({ file: { text }, document }) => {
		const spec = specPath.length > 0 ? findEntry(document.root, specPath, document)?.pair.value : document.root;
		const entries = listEntries(spec, document);
		const old = [...formerKeys].flatMap(([name, now]) => {
			const entry = entries.get(name);
			return entry ? [{ entry, now }] : [];
		});
		const [first] = old.toSorted((a, b) => rangeOf(a.entry.key).start - rangeOf(b.entry.key).start);
		return first ? moveEntry(text, first.entry, first.now, entries.get("checkpoint")) : [];
	});
	if (!edits || edits.length === 0) return undefined;
	return saysSameAfter(file.text, edits, index, (document) => rename(document, specPath))
		? { title: "Write checkpoint", edits }
		: undefined;
}

/** A document's value in which a spec says by the names of today what it says by those of before. */
function rename(document: unknown, [head, ...rest]: readonly string[]): unknown {
	if (!isRecord(document)) return document;
	if (head !== undefined) return { ...document, [head]: rename(document[head], rest) };
	const moved = [...formerKeys].filter(([name]) => Object.hasOwn(document, name));
	const others = Object.entries(document).filter(([name]) => !formerKeys.has(name));
	const { checkpoint } = document;
	const below = moved.map(([name, now]) => [now, document[name]] as const);
	return {
		...Object.fromEntries(others),
		checkpoint: { ...(isRecord(checkpoint) && checkpoint), ...Object.fromEntries(below) },
	};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Moves one entry below `checkpoint`, which takes its place where there is none yet. */
function moveEntry(
	text: string,
	entry: MapEntry,
	now: string,
	checkpoint: MapEntry | undefined,
): readonly TextEdit[] | undefined {
	const { pair, map, key } = entry;
	if (entry.isShared || checkpoint?.isShared) return undefined;
	const owner = checkpoint?.pair.value;
	const isEmpty = owner === undefined || owner === null || (isScalar(owner) && owner.value === null);
	if (checkpoint && !isEmpty && !isMap(owner)) return undefined;
	// Both names are there: nobody knows which of them is meant.
	if (isMap(owner) && owner.items.some((item) => isScalar(item.key) && item.key.value === now)) return undefined;
	if (map.flow) return moveInBraces(text, pair, map, now, checkpoint);
	const { start, end } = rangeOf(key);
	const lineStart = lineStartOf(text, start);
	if (text.slice(lineStart, start).trim() !== "") return undefined;
	const step = findStep(text);
	const column = columnOf(text, start);
	const ending = findLineEnding(text, start);
	if (!checkpoint) {
		const head = `checkpoint:${ending}${" ".repeat(column + step)}`;
		const name = { range: { start, end }, text: head + respell(text, entry, now) };
		return [name, ...indentLines(text, end, endOfPair(text, pair), step)];
	}
	const from = findCommentStart(text, lineStart, column, map.items[0] !== pair);
	const to = lineEndOf(text, endOfPair(text, pair));
	const moveTo = (deeper: number) =>
		text
			.slice(from, start)
			.concat(respell(text, entry, now), text.slice(end, to))
			.replace(/^(?=[^\r\n])/gm, " ".repeat(deeper));
	const gone = cutLines(text, from, to);
	if (isMap(owner) && owner.items.length > 0 && !owner.flow) {
		const [first] = owner.items;
		const inner = columnOf(text, rangeOf((first as Pair).key as Node).start);
		const at = lineEndOf(text, endOfPair(text, owner.items.at(-1) as Pair));
		return joinNeighbours([gone, { range: { start: at, end: at }, text: ending + moveTo(inner - column) }]);
	}
	const colon = text.indexOf(":", rangeOf(checkpoint.key).end) + 1;
	const braces = rangeOf(owner as Node | undefined);
	const isThere = braces.end > braces.start;
	const held = isMap(owner) ? owner.items.map((item) => spellItem(text, item)) : [];
	if (held.includes(undefined)) return undefined;
	const space = " ".repeat(column + step);
	const lines = [...held.map((item) => `${space}${item}`), moveTo(step)];
	const rest = isThere ? braces.end : colon;
	const at = lineEndOf(text, rest);
	const opened = isThere ? [{ range: { start: colon, end: rest }, text: "" }] : [];
	return joinNeighbours([
		...opened,
		gone,
		{ range: { start: at, end: at }, text: lines.map((line) => ending + line).join("") },
	]);
}

/** The new name of a key, in the quotes of the old one. */
function respell(text: string, { key }: MapEntry, now: string): string {
	const quote = /^["']/.exec(text.slice(rangeOf(key).start))?.[0] ?? "";
	return quote + now + quote;
}

/** A pair of braces as a line of its own; nothing where it takes more than one. */
function spellItem(text: string, pair: Pair): string | undefined {
	const written = text.slice(rangeOf(pair.key as Node).start, endOfPair(text, pair));
	return /[\r\n]/.test(written) || !isScalar(pair.value) ? undefined : written;
}

/** Sets the lines behind the first one of a stretch further in. */
function indentLines(text: string, start: number, end: number, step: number): TextEdit[] {
	const edits: TextEdit[] = [];
	for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) {
		const isBlank = /^[ \t]*\r?$/.test(text.slice(at + 1, lineEndOf(text, at + 1)));
		if (!isBlank) edits.push({ range: { start: at + 1, end: at + 1 }, text: " ".repeat(step) });
	}
	return edits;
}

/** Where the comments begin that stand right above a line, as far in as it; those above a first key are the map's. */
function findCommentStart(text: string, lineStart: number, column: number, hasAbove: boolean): number {
	let from = lineStart;
	while (hasAbove && from > 0) {
		const above = lineStartOf(text, from - 1);
		if (!text.startsWith(`${" ".repeat(column)}#`, above)) break;
		from = above;
	}
	return from;
}

/** Whole lines taken out, with the line end behind them, or before them at the end of a text. */
function cutLines(text: string, start: number, end: number): TextEdit {
	const after = /^\r?\n/.exec(text.slice(end))?.[0].length;
	if (after !== undefined) return { range: { start, end: end + after }, text: "" };
	const before = /\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0;
	return { range: { start: start - before, end }, text: "" };
}

/** What is put in right where something is taken out belongs before it or behind it, never within. */
function joinNeighbours(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
	const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
	return sorted.every(({ range }, index) => index === 0 || range.start >= (sorted[index - 1]?.range.end ?? 0))
		? sorted
		: undefined;
}

function moveInBraces(
	text: string,
	pair: Pair,
	map: YAMLMap,
	now: string,
	checkpoint: MapEntry | undefined,
): readonly TextEdit[] | undefined {
	const { start, end } = rangeOf(pair.key as Node);
	const valueEnd = endOfPair(text, pair);
	const isQuoted = /^["']/.test(text.slice(start));
	const name = isQuoted ? `"${now}"` : now;
	if (!checkpoint) {
		const head = isQuoted ? '"checkpoint": { ' : "checkpoint: { ";
		return [
			{ range: { start, end }, text: head + name },
			{ range: { start: valueEnd, end: valueEnd }, text: " }" },
		];
	}
	const owner = checkpoint.pair.value;
	const gone = removePair(text, map, pair);
	if (!isMap(owner) || !gone) return undefined;
	const moved = name + text.slice(end, valueEnd);
	const last = owner.items.at(-1);
	const at = last ? endOfPair(text, last) : rangeOf(owner).start + 1;
	return joinNeighbours([...gone, { range: { start: at, end: at }, text: last ? `, ${moved}` : ` ${moved} ` }]);
}
