import { findCredentialsKind, hasField } from "../../draft/credentials.ts";
import { type CheckpointDraft, defaultDraft, type OptionRow } from "../../draft/draft.ts";
import { findOption } from "../../object-store/option.ts";
import { type FileStore, isObjectStore, type ObjectStore, type Store } from "../../stores/stores.ts";
import type { Entry, Value } from "./statement.ts";
import type { Item, Table } from "./tree.ts";

/** A store's table as the form holds it. */
export interface Section<Name extends Store = Store> {
	readonly draft: CheckpointDraft[Name];
	/** The entry that each field's text comes from, by the field's name in the form: `s3.url`, `s3.options.0.value`. */
	readonly entries: ReadonlyMap<string, Entry>;
	/** What the form has no place for: a table, an array, a date. */
	readonly rest: readonly Item[];
}

/** The text that a value stands for in the form, which knows nothing but texts; undefined if it can't. */
export function readText(value: Value): string | undefined {
	switch (value.kind) {
		case "string":
			return value.value;
		case "integer":
		case "float":
		case "boolean":
			return `${value.value}`;
		default:
			return undefined;
	}
}

/** Reads the table of any store. */
export function readSection<Name extends Store>(store: Name, table: Table): Section<Name>;
export function readSection(store: Store, table: Table): Section {
	return isObjectStore(store) ? readObjectStore(store, table) : readFileSystem(store, table);
}

/** Reads the table of a file system, which has one key. */
function readFileSystem(store: FileStore, table: Table): Section {
	const path = table.children.get("path");
	const text = path?.kind === "leaf" ? readText(path.value) : undefined;
	return {
		draft: { path: text ?? "" },
		entries: new Map(path?.kind === "leaf" && text !== undefined ? [[`${store}.path`, path.entry]] : []),
		rest: [...table.children.values()].filter((item) => item !== path || text === undefined),
	};
}

/**
 * Reads the table of an object store: each option into the form's field for it, whatever its spelling and whether or not
 * the credentials that count show that field, and all others into rows.
 */
function readObjectStore<Name extends ObjectStore>(store: Name, table: Table): Section<Name> {
	const texts: (OptionRow & { readonly entry: Entry })[] = [];
	const rest: Item[] = [];
	for (const [key, item] of table.children) {
		const text = item.kind === "leaf" ? readText(item.value) : undefined;
		if (item.kind === "leaf" && text !== undefined) texts.push({ key, value: text, entry: item.entry });
		else rest.push(item);
	}
	const known = new Set(texts.map(({ key }) => findOption(store, key)?.key));
	const credentials = findCredentialsKind(store, (key) => known.has(key));
	const fields = new Map<string, string>();
	const options: OptionRow[] = [];
	const entries = new Map<string, Entry>();
	for (const { key, value, entry } of texts) {
		const field = key === "url" ? key : findOption(store, key)?.key;
		const isField = field !== undefined && (field === "url" || hasField(store, credentials, field));
		if (isField && !fields.has(field)) {
			fields.set(field, value);
			entries.set(`${store}.${field}`, entry);
		} else {
			entries.set(`${store}.options.${options.length}.value`, entry);
			options.push({ key, value });
		}
	}
	const draft = { ...defaultDraft[store], ...Object.fromEntries(fields), credentials, options };
	return { draft, entries, rest };
}
