import { listWrites, readTarget, type Write } from "../draft/apply-fix.ts";
import { insertSettings, type TomlSetting } from "../formats/toml/insert.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import { removeItems } from "../formats/toml/remove.ts";
import { renameItem } from "../formats/toml/rename.ts";
import type { Section } from "../formats/toml/section.ts";
import { findItem, type Item, type Leaf, type Table } from "../formats/toml/tree.ts";
import { quoteLike, quoteString } from "../formats/toml/write.ts";
import { findOption } from "../object-store/option.ts";
import type { Fix } from "../problem.ts";
import { isObjectStore, type Store } from "../stores/stores.ts";
import type { TextEdit } from "../text/edit.ts";
import type { FileFix } from "../text/file-problem.ts";

/**
 * The edits of a store's table that make a fix of the form: values that change, entries that come, go, or get the
 * name under which their value counts.
 *
 * @param field The field that was judged.
 * @returns Nothing for a fix that reaches beyond the table, but for a URL in the place of a path: it gets the table and
 * the key of its own store, if the location has no such table yet.
 */
export function writeStoreFix(
	file: OpenedFile,
	store: Store,
	table: Table,
	entries: Section["entries"],
	field: string,
	fix: Fix,
): FileFix | undefined {
	if (store === "shared_filesystem" && fix.target) return writeOtherStore(file, table, fix.target, fix);
	const { document } = file;
	const edits: TextEdit[] = [];
	const removed: Leaf[] = [];
	const added: TomlSetting[] = [];
	const path = table.path.filter((part) => typeof part === "string");
	if (path.length < table.path.length) return undefined;
	for (const write of listWrites(field, fix)) {
		// What a file says of credentials is told by its keys.
		if (write.target === `${store}.credentials`) continue;
		const key = readKey(store, write, entries);
		if (key === undefined) return undefined;
		const item = findSetting(store, table, key);
		if (item && item.kind !== "leaf") return undefined;
		if (!item) {
			if (write.text !== "") added.push([[key], quoteString(write.text)]);
		} else if (write.text === "") removed.push(item);
		else
			edits.push({
				range: item.value,
				text: quoteLike(write.text, document.text.slice(item.value.start, item.value.end)),
			});
	}
	while (removed[0] && added[0]) {
		const [leaf, [[name = ""], value]] = [removed.shift() as Leaf, added.shift() as TomlSetting];
		edits.push(...renameItem(document.text, leaf, name));
		if (value !== document.text.slice(leaf.value.start, leaf.value.end)) edits.push({ range: leaf.value, text: value });
	}
	edits.push(...removeItems(document.text, removed), ...insertSettings(document, path, added, "header"));
	return { title: fix.title, edits };
}

function writeOtherStore(
	{ document }: OpenedFile,
	table: Table,
	target: string,
	{ title, text }: Fix,
): FileFix | undefined {
	const [store = "", key = ""] = target.split(".");
	const location = findItem(document.root, table.path.slice(0, -1).map(String));
	const path = table.children.get("path");
	if (location?.kind !== "table" || location.children.has(store) || path?.kind !== "leaf") return undefined;
	const { start, end } = path.value;
	const value = { range: { start, end }, text: quoteLike(text, document.text.slice(start, end)) };
	const edits = [...renameItem(document.text, table, store), ...renameItem(document.text, path, key), value];
	return { title, edits };
}

/** The key of the store's table that a fix writes; undefined for a field that has none in it. */
function readKey(store: Store, { target }: Write, entries: Section["entries"]): string | undefined {
	const entry = entries.get(target);
	if (entry) return entry.key.at(-1)?.name;
	const option = readTarget(target);
	if (option) return option.store === store ? option.key : undefined;
	const [part, key, ...rest] = target.split(".");
	return part === store && rest.length === 0 ? key : undefined;
}

/** What sets a key, under any of the spellings that the store takes. */
function findSetting(store: Store, table: Table, key: string): Item | undefined {
	const own = table.children.get(key);
	if (own || !isObjectStore(store)) return own;
	const option = findOption(store, key);
	if (!option) return undefined;
	return [...table.children].find(([name]) => findOption(store, name) === option)?.[1];
}
