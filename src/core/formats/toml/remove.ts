import type { TextRange } from "../../problem.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Entry, Header, InlineTable } from "./statement.ts";
import type { Block, Item } from "./tree.ts";

/** What spells an item: entries, each with what it stands in, and headers. */
interface Spelling {
	readonly entries: [entry: Entry, within: Block | InlineTable][];
	readonly headers: Header[];
}

/**
 * Edits that take items out of a text. A line that held nothing else goes with its line end; a comment stays, in a line
 * of its own.
 */
export function removeItems(text: string, items: readonly Item[]): TextEdit[] {
	const spelling: Spelling = { entries: [], headers: [] };
	for (const item of items) collect(item, spelling);
	const lines: TextRange[] = spelling.headers;
	const braces = new Map<InlineTable, Set<Entry>>();
	for (const [entry, within] of spelling.entries) {
		if ("path" in within) lines.push(entry);
		else braces.set(within, (braces.get(within) ?? new Set()).add(entry));
	}
	return [
		...mergeRanges(lines.map((range) => findRemoval(text, range))).map((range) => keepLastLine(text, range)),
		...[...braces].flatMap(([table, entries]) => removeFromBraces(table, entries)),
	].map((range) => ({ range, text: "" }));
}

function collect(item: Item, spelling: Spelling): void {
	if (item.kind === "leaf") spelling.entries.push([item.entry, item.within]);
	else if (item.kind === "array") for (const table of item.tables) collect(table, spelling);
	else if (item.inline) spelling.entries.push([item.inline.entry, item.inline.within]);
	else {
		if (item.block?.header) spelling.headers.push(item.block.header);
		for (const child of item.children.values()) collect(child, spelling);
	}
}

/** The line of a statement, or what of it is not its comment. */
function findRemoval(text: string, { start, end }: TextRange): TextRange {
	const rest = /[ \t]*(#?)[^\n]*\n?/y;
	rest.lastIndex = end;
	const [line = "", comment] = rest.exec(text) ?? [];
	if (comment) return { start, end: end + line.indexOf("#") };
	const lineStart = Math.max(text.lastIndexOf("\n", start - 1) + 1, text.startsWith("\ufeff") ? 1 : 0);
	return { start: lineStart, end: end + line.length };
}

function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
	const merged: TextRange[] = [];
	for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last && range.start <= last.end)
			merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
		else merged.push(range);
	}
	return merged;
}

/** A text without a line end at its end shall not get one by losing its last line. */
function keepLastLine(text: string, { start, end }: TextRange): TextRange {
	if (end < text.length || text.endsWith("\n")) return { start, end };
	return { start: start - (/\r?\n$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0), end };
}

/** Entries of an inline table with the commas that would be too many. */
function removeFromBraces({ entries }: InlineTable, removed: ReadonlySet<Entry>): TextRange[] {
	const ranges: TextRange[] = [];
	for (let index = 0; index < entries.length; index++) {
		if (!removed.has(entries[index] as Entry)) continue;
		const before = entries[index - 1];
		while (removed.has(entries[index + 1] as Entry)) index++;
		const last = entries[index] as Entry;
		const after = entries[index + 1];
		const first = before ? before.end : (entries[0] as Entry).start;
		ranges.push({ start: first, end: before || !after ? last.end : after.start });
	}
	return ranges;
}
