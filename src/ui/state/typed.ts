import type { FieldName } from "./draft.tsx";

/**
 * What somebody changed in the prerendered form before the page's code was there, by field.
 * Nothing listened then: only the controls themselves know.
 */
export function readTyped(form: ParentNode): ReadonlyMap<FieldName, string> {
	const typed = new Map<FieldName, string>();
	for (const input of form.querySelectorAll<HTMLInputElement>("input[name]")) {
		const changed =
			input.type === "radio" ? input.checked && !input.defaultChecked : input.value !== input.defaultValue;
		if (changed) typed.set(input.name as FieldName, input.value);
	}
	return typed;
}
