import { findLineEnding, type TextEdit } from "../../text/edit.ts";
import type { TomlDocument } from "./read.ts";
import type { Entry, InlineTable } from "./statement.ts";
import type { Block, Table } from "./tree.ts";
import { joinKey } from "./write.ts";

/** A key of a table and the TOML of its value. */
export type TomlSetting = readonly [key: readonly string[], value: string];

/**
 * Edits that add settings to a table, where and how a person would write them: in the braces of an inline table, after
 * the table's other dotted keys, below its header, or below a header of its own.
 *
 * @param path The table, from the root. It and the tables that it is in may be missing, but nothing else may be in
 * their place.
 * @param style How to spell a table that is missing in one that has a header: by dotted keys below that, or by a header.
 */
export function insertSettings(
	{ text, root, blocks }: TomlDocument,
	path: readonly string[],
	settings: readonly TomlSetting[],
	style: "dotted" | "header",
): TextEdit[] {
	if (settings.length === 0) return [];
	const table = findNearestTable(root, path);
	const missing = path.slice(table.path.length);
	const write = (prefix: string) =>
		settings.map(([key, value]) => `${prefix}${joinKey([...missing, ...key])} = ${value}`);
	if (table.inline) return [insertInBraces(table.inline.table, write(""))];
	const neighbour = table.dotted.at(-1);
	if (neighbour && table.dottedWithin) {
		const part = neighbour.key.findLastIndex((part) => table.names.includes(part));
		const lines = write(`${text.slice(neighbour.start, neighbour.key[part]?.end)}.`);
		return "path" in table.dottedWithin
			? [insertLines(text, neighbour, lines)]
			: [insertInBraces(table.dottedWithin, lines, neighbour)];
	}
	const block = table === root ? blocks[0] : table.block;
	if (block && (missing.length === 0 || (style === "dotted" && table !== root))) {
		const above = block.entries.at(-1) ?? block.header;
		return above ? [insertLines(text, above, write(""))] : [insertBlock(text, blocks, 0, write(""))];
	}
	const last = table === root ? blocks.length - 1 : blocks.findLastIndex((other) => startsWith(other.path, table.path));
	const lines = settings.map(([key, value]) => `${joinKey(key)} = ${value}`);
	return [insertBlock(text, blocks, last, [`[${joinKey(path)}]`, ...lines])];
}

function findNearestTable(root: Table, path: readonly string[]): Table {
	let table = root;
	for (const name of path) {
		const next = table.children.get(name);
		if (next?.kind !== "table") break;
		table = next;
	}
	return table;
}

function startsWith(path: Block["path"], beginning: Block["path"]): boolean {
	return beginning.every((part, index) => path[index] === part);
}

function insertInBraces(table: InlineTable, entries: readonly string[], after?: Entry): TextEdit {
	const above = after ?? table.entries.at(-1);
	const added = entries.join(", ");
	if (above) return { range: { start: above.end, end: above.end }, text: `, ${added}` };
	return { range: { start: table.start + 1, end: table.end - 1 }, text: ` ${added} ` };
}

/** Adds lines below the line of a statement, indented as it is. */
function insertLines(text: string, { start, end }: { start: number; end: number }, lines: readonly string[]): TextEdit {
	const indent = /[ \t]*$/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1, start))?.[0] ?? "";
	const lineEnd = text.indexOf("\n", end);
	const at = lineEnd === -1 ? text.length : lineEnd + 1;
	return insertWholeLines(
		text,
		at,
		lines.map((line) => indent + line),
	);
}

function insertWholeLines(text: string, at: number, lines: readonly string[]): TextEdit {
	const ending = findLineEnding(text, Math.max(0, at - 2));
	const added = lines.join(ending);
	const range = { start: at, end: at };
	const isFirst = at === 0 || text.slice(0, at) === "\ufeff";
	if (!isFirst && text[at - 1] !== "\n") return { range, text: ending + added };
	return { range, text: added + ending };
}

/** Adds lines at the end of a block, with an empty line on both sides. */
function insertBlock(text: string, blocks: readonly Block[], index: number, lines: readonly string[]): TextEdit {
	const at = findBlockEnd(text, blocks, index);
	const before = text.slice(Math.max(0, at - 4), at);
	const isFirst = at === 0 || before === "\ufeff";
	const after = text.slice(at, at + 2);
	return insertWholeLines(text, at, [
		...(isFirst || /\n\r?\n$|^\r?\n$/.test(before) ? [] : [""]),
		...lines,
		...(at === text.length || /^\r?\n/.test(after) ? [] : [""]),
	]);
}

/** Where a block ends: below its last line that isn't empty, and above comments that belong to the next header. */
function findBlockEnd(text: string, blocks: readonly Block[], index: number): number {
	const block = blocks[index];
	const next = blocks[index + 1];
	const own = block?.entries.at(-1)?.end ?? block?.header?.end ?? (text.startsWith("\ufeff") ? 1 : 0);
	const ownLine = text.indexOf("\n", own);
	const isEmpty = own <= 1 && !block?.header && block?.entries.length === 0;
	const floor = isEmpty ? own : ownLine === -1 ? text.length : ownLine + 1;
	let at = next ? text.lastIndexOf("\n", next.start - 1) + 1 : text.length;
	const climb = (pattern: RegExp) => {
		while (at > floor) {
			// Counted from before the text, lastIndexOf would look at its first character all the same.
			const above = at < 2 ? 0 : text.lastIndexOf("\n", at - 2) + 1;
			if (above < floor || !pattern.test(text.slice(above, at))) return;
			at = above;
		}
	};
	if (next) climb(/^[ \t]*#/);
	climb(/^[ \t\r]*\n?$/);
	return Math.max(at, floor);
}
