import { isTrue } from "../object-store/boolean.ts";
import { findOption } from "../object-store/option.ts";
import type { ObjectStore } from "../stores/stores.ts";
import { type CheckpointDraft, listFieldKeys } from "./draft.ts";
import { fields } from "./fields.ts";

/** An option's text as it will be written, and the name of the form's field that holds it. */
export interface OptionText {
	readonly text: string;
	readonly field: string;
}

/**
 * What a draft sets an option to, wherever it is set: in the field that the form has for it, if the chosen credentials
 * show that, or in a row, under any spelling.
 *
 * @param key The option's own key: `aws_region`.
 * @returns Nothing where the option isn't set; an empty field sets nothing.
 */
export function readOption(draft: CheckpointDraft, store: ObjectStore, key: string): OptionText | undefined {
	const section: CheckpointDraft[ObjectStore] & Readonly<Record<string, unknown>> = { ...draft[store] };
	const held = section[key];
	if (typeof held === "string" && listFieldKeys(store, section.credentials).includes(key)) {
		const text = fields.get(`${store}.${key}`)?.secret ? held : held.trim();
		if (text !== "") return { text, field: `${store}.${key}` };
	}
	const index = section.options.findIndex((row) => findOption(store, row.key)?.key === key);
	const row = section.options[index];
	if (!row) return undefined;
	const text = findOption(store, key)?.secret ? row.value : row.value.trim();
	return { text, field: `${store}.options.${index}.value` };
}

/** Whether a draft sets an option of type `boolean` to true. */
export function isOn(draft: CheckpointDraft, store: ObjectStore, key: string): boolean {
	return isTrue(readOption(draft, store, key)?.text ?? "");
}
