import { insertSettings, type TomlSetting } from "../formats/toml/insert.ts";
import type { TomlDocument } from "../formats/toml/read.ts";
import { removeItems } from "../formats/toml/remove.ts";
import { renameItem } from "../formats/toml/rename.ts";
import type { Entry } from "../formats/toml/statement.ts";
import { findItem, type Item, type Table } from "../formats/toml/tree.ts";
import { joinKey, quoteString } from "../formats/toml/write.ts";
import { rewriteRenamed } from "../node-file/renamed-keys.ts";
import type { TextEdit } from "../text/edit.ts";

/** The settings that spell an item by entries in lines of their own, each with what of its key follows the item. */
function listLines(text: string, item: Item): readonly TomlSetting[] | undefined {
	const entries: readonly Entry[] | undefined =
		item.kind === "leaf" && "path" in item.within
			? [item.entry]
			: item.kind === "table" && !item.block && item.dottedWithin && "path" in item.dottedWithin
				? item.dotted
				: undefined;
	// A header below it would be left behind.
	if (!entries || (item.kind === "table" && item.names.length > entries.length)) return undefined;
	const block = item.kind === "leaf" ? item.within : item.kind === "table" ? item.dottedWithin : undefined;
	const depth = block && "path" in block ? item.path.length - block.path.length : 1;
	return entries.map(({ key, value }) => [
		key.slice(depth).map(({ name }) => name),
		text.slice(value.start, value.end),
	]);
}

/** Whether a setting can be added at a path: nothing is there, and no value or array is on the way. */
function isFree({ root }: TomlDocument, path: readonly string[]): boolean {
	if (findItem(root, path)) return false;
	for (let length = 1; length < path.length; length++) {
		const item = findItem(root, path.slice(0, length));
		if (item && item.kind !== "table") return false;
	}
	return true;
}

/** Edits that move an item to another table, under its own name; undefined where that takes more than moving it. */
export function moveItem(
	document: TomlDocument,
	item: Item,
	owner: readonly string[],
): readonly TextEdit[] | undefined {
	const name = String(item.path.at(-1));
	if (!isFree(document, [...owner, name])) return undefined;
	const { text } = document;
	const lines = listLines(text, item);
	if (lines) {
		const settings = lines.map(([rest, value]): TomlSetting => [[name, ...rest], value]);
		return [...removeItems(text, [item]), ...insertSettings(document, owner, settings, "dotted")];
	}
	if (item.kind !== "table" || item.dotted.length > 0 || item.inline || owner.length === 0) return undefined;
	const parent = findItem(document.root, owner);
	if (parent?.kind === "table" && parent.inline) return undefined;
	const headers = listHeaders(item);
	if (headers.length !== item.names.length) return undefined;
	const depth = item.path.filter((part) => typeof part === "string").length - 1;
	return headers.map(({ key }) => ({
		range: { start: key[0].start, end: key[depth]?.start ?? key[0].start },
		text: `${joinKey(owner)}.`,
	}));
}

function listHeaders(table: Table) {
	const headers = table.block?.header ? [table.block.header] : [];
	for (const child of table.children.values()) {
		if (child.kind === "table") headers.push(...listHeaders(child));
		if (child.kind === "array") headers.push(...child.tables.flatMap(listHeaders));
	}
	return headers;
}

/** Edits that say in today's keys what a key of an earlier release says; undefined where that isn't plain. */
export function replaceRenamed(document: TomlDocument, item: Item, path: string): readonly TextEdit[] | undefined {
	const { text } = document;
	const leaf = item.kind === "leaf" ? item : undefined;
	const value = leaf?.value.kind === "string" || leaf?.value.kind === "integer" ? leaf.value.value : undefined;
	if (leaf && value === undefined) return undefined;
	const successors = rewriteRenamed(path, value);
	const [first, ...more] = (successors ?? []).map((successor) => ({ ...successor, path: successor.key.split(".") }));
	if (!first || ![first, ...more].every((successor) => isFree(document, successor.path))) return undefined;
	const parent = item.path.slice(0, -1).map(String);
	const rest = first.path.slice(parent.length);
	const isNear = first.path.slice(0, parent.length).join(".") === parent.join(".");
	if (more.length === 0 && isNear && rest.length === 1) {
		const edits = renameItem(text, item, rest[0] ?? "");
		return leaf && first.value !== undefined
			? [...edits, { range: leaf.value, text: quoteString(first.value) }]
			: edits;
	}
	const last = leaf?.entry.key.at(-1);
	if (more.length === 0 && isNear && last && !findItem(document.root, [...parent, rest[0] ?? ""])) {
		return [{ range: { start: last.start, end: last.end }, text: joinKey(rest) }];
	}
	if (!leaf || !("path" in leaf.within)) return undefined;
	const written = text.slice(leaf.value.start, leaf.value.end);
	return [
		...removeItems(text, [leaf]),
		...[first, ...more].flatMap((successor) => {
			const { table, key } = splitAtTable(document, successor.path);
			const setting: TomlSetting = [key, successor.value === undefined ? written : quoteString(successor.value)];
			return insertSettings(document, table, [setting], "dotted");
		}),
	];
}

/** The longest beginning of a path that is a table already, and what follows it. */
function splitAtTable({ root }: TomlDocument, path: readonly string[]): { table: string[]; key: string[] } {
	let length = path.length - 1;
	while (length > 1 && findItem(root, path.slice(0, length))?.kind !== "table") length--;
	return { table: path.slice(0, length), key: path.slice(length) };
}
