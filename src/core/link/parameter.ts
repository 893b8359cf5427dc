import { type CheckpointDraft, defaultDraft, listSectionKeys } from "../draft/draft.ts";
import { fields, storeFields } from "../draft/fields.ts";
import { findForeign } from "../object-store/foreign.ts";
import { findOption } from "../object-store/option.ts";
import { isObjectStore, isStore, mapStores, type Store, storeNames } from "../stores/stores.ts";

/** What a parameter is in a link to a store. Its name is the usual one, however it was spelt. */
export type ParameterPlace =
	/** A field of the form, by its name there: `s3.url`. */
	| { readonly kind: "field"; readonly name: string; readonly field: string }
	/** An option of the store that has no field, by its documented key. */
	| { readonly kind: "option"; readonly name: string }
	/** `option=KEY=VALUE`: an option whose key can't stand for itself. */
	| { readonly kind: "row"; readonly name: "option" }
	| { readonly kind: "version"; readonly name: "v" };

const fieldsByStore: Readonly<Record<Store, ReadonlyMap<string, string>>> = mapStores(storeNames, collectFields);

/**
 * The names of a store's fields and of those that every draft has, by the names of their parameters: a field of a
 * section goes by its own key. The draft itself says which they are, so that one that comes later travels too.
 */
function collectFields(store: Store): Map<string, string> {
	return new Map(
		Object.entries(defaultDraft).flatMap(([part, value]): [string, string][] => {
			if (typeof value === "string") return [[part, part]];
			if (isStore(part) && part !== store) return [];
			const section = part === store ? storeFields[store] : value;
			return Object.keys(section).map((key) => [key, `${part}.${key}`]);
		}),
	);
}

/**
 * What a parameter is in a link to a store; undefined if it is nothing there. Case does not matter; an option may have
 * any spelling that Polars reads, and is the field that stands for it if there is one.
 */
export function findParameter(name: string, store: Store): ParameterPlace | undefined {
	const lower = name.toLowerCase();
	const fields = fieldsByStore[store];
	const field = fields.get(lower);
	if (field !== undefined) return { kind: "field", name: lower, field };
	if (lower === "v") return { kind: "version", name: lower };
	if (!isObjectStore(store)) return undefined;
	if (lower === "option") return { kind: "row", name: lower };
	const foreign = findForeign(store, name);
	// The form lets an undocumented key pass.
	const key = findOption(store, name)?.key ?? (foreign?.undocumented ? foreign.key : undefined);
	if (key === undefined) return undefined;
	const standIn = fields.get(key);
	return standIn === undefined ? { kind: "option", name: key } : { kind: "field", name: key, field: standIn };
}

/** What can be chosen in a field; undefined for one that takes any text. */
export function listChoices(field: string): readonly string[] | undefined {
	const choices = fields.get(field)?.choices;
	return choices && Object.keys(choices);
}

/** The names of all parameters that can be fields, in a link to a store. */
export function listParameters(store: Store): readonly string[] {
	return [...fieldsByStore[store].keys()];
}

/** The fields that a draft uses, by the names of their parameters: all but those of other stores and credentials. */
export function listCarried(draft: CheckpointDraft): ReadonlyMap<string, string> {
	const { store } = draft;
	const used = new Set(["credentials", ...listSectionKeys(draft)].map((key) => `${store}.${key}`));
	return new Map([...fieldsByStore[store]].filter(([, field]) => !field.startsWith(`${store}.`) || used.has(field)));
}

/** The text of a field. */
export function readField(draft: CheckpointDraft, field: string): string {
	let part: unknown = draft;
	for (const key of field.split(".")) part = (part as Readonly<Record<string, unknown>>)[key];
	return String(part);
}

/** A copy of a draft in which a field has another text. */
export function writeField(draft: CheckpointDraft, field: string, text: string): CheckpointDraft {
	const [part = "", key] = field.split(".");
	const section = (draft as unknown as Readonly<Record<string, object>>)[part];
	return { ...draft, [part]: key === undefined ? text : { ...section, [key]: text } };
}
