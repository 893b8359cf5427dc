import { findOption } from "../object-store/option.ts";
import type { Fix } from "../problem.ts";
import { isObjectStore, isStore, type ObjectStore } from "../stores/stores.ts";
import { type CheckpointDraft, listFieldKeys, type OptionRow } from "./draft.ts";

/** One text that a fix writes, and where. */
export type Write = NonNullable<Fix["also"]>[number];

/** All that a fix writes, that in the place of the judged text first. */
export function listWrites(field: string, { text, target = field, also = [] }: Fix): readonly Write[] {
	return [{ target, text }, ...also];
}

/** The store and the key of an option that is named by its key: `s3.options.aws_s3_express`. */
export function readTarget(target: string): { readonly store: ObjectStore; readonly key: string } | undefined {
	const [, store = "", key = ""] = /^([^.]*)\.options\.([^\d.][^.]*)$/.exec(target) ?? [];
	return isObjectStore(store) ? { store, key } : undefined;
}

/** What becomes of the form by a fix. */
export interface FixChanges {
	/** New values by the names of their fields; where a row comes or goes, all rows of that store. */
	readonly values: ReadonlyMap<string, string | OptionRow[]>;
	/** The field to go on in. */
	readonly focus: string;
}

/**
 * What a fix changes in a draft. A text for an option goes into its field, if the chosen credentials show that, else
 * into the row that sets it, else into a new row.
 *
 * @param field The one that was judged.
 */
export function listChanges(draft: CheckpointDraft, field: string, fix: Fix): FixChanges {
	const values = new Map<string, string | OptionRow[]>();
	let focus = "";
	// Rows that go are taken out first, since those below them move up.
	for (const { target, text } of listWrites(field, fix).toSorted(
		(a, b) => Number(a.text !== "") - Number(b.text !== ""),
	)) {
		const [part = ""] = target.split(".");
		if (isStore(part) && part !== draft.store && target.includes(".")) values.set("store", part);
		const option = readTarget(target);
		const place = option ? writeOption(draft, values, option.store, option.key, text) : target;
		if (!option) values.set(target, text);
		if (text !== "") focus ||= place;
	}
	return { values, focus };
}

/** @returns The name of the field that holds the text now. */
function writeOption(
	draft: CheckpointDraft,
	values: Map<string, string | OptionRow[]>,
	store: ObjectStore,
	key: string,
	text: string,
): string {
	const field = `${store}.${key}`;
	if (listFieldKeys(store, draft[store].credentials).includes(key)) {
		values.set(field, text);
		return field;
	}
	const name = `${store}.options`;
	const held = values.get(name);
	const rows = Array.isArray(held) ? held : draft[store].options;
	const found = rows.findIndex((row) => findOption(store, row.key)?.key === key);
	const index = found === -1 ? rows.length : found;
	const row = { key: rows[index]?.key ?? key, value: text };
	values.set(name, [...rows.slice(0, index), ...(text === "" ? [] : [row]), ...rows.slice(index + 1)]);
	return `${name}.${index}.value`;
}
