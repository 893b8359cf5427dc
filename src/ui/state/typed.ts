import { hostedFolder } from "../edition.ts";
import type { FieldName } from "./draft.tsx";

/**
 * What somebody changed in the prerendered form before the page's code was there, by field.
 * Nothing listened then: only the controls themselves know.
 */
export function readTyped(form: ParentNode): ReadonlyMap<FieldName, string> {
	const typed = new Map<FieldName, string>();
	for (const input of form.querySelectorAll<HTMLInputElement>("input[name]")) {
		const isBox = input.type === "checkbox";
		const changed =
			isBox || input.type === "radio" ? input.checked && !input.defaultChecked : input.value !== input.defaultValue;
		// The one box there is stands for an address that was not known when its markup was made.
		if (changed) typed.set(input.name as FieldName, isBox ? hostedFolder() : input.value);
	}
	return typed;
}
