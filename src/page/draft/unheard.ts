import { useCallback } from "react";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { isTicked, readBox } from "./box.ts";
import { type DraftForm, type FieldName, useDraftForm } from "./form.ts";

export type Control = HTMLInputElement | HTMLSelectElement;

/**
 * Takes into the form what its controls show and nobody told: what was typed into the page's markup before its code was
 * there, and what some tools fill in without an event.
 */
export function takeUnheard(
	{ getValues, setValue }: Pick<DraftForm, "getValues" | "setValue">,
	controls: Iterable<Control> = listControls(),
): void {
	for (const control of controls) {
		const name = control.name as FieldName;
		const held: unknown = getValues(name);
		// A row that was just taken out may still be drawn.
		const value = held === undefined ? undefined : readUnheard(control, String(held));
		if (value !== undefined) setValue(name, value, { shouldDirty: true, shouldTouch: true });
	}
}

/** What a control shows, if that is neither what the form holds nor what React gave the control to show. */
export function readUnheard(control: Control, held: string): string | undefined {
	if (control instanceof HTMLSelectElement) return control.value === held ? undefined : control.value;
	const { type, checked, value, defaultValue } = control;
	if (type === "checkbox") return checked === isTicked(control.name, held) ? undefined : readBox(control.name, checked);
	if (type === "radio") return checked && value !== held ? value : undefined;
	// React keeps the attribute as it keeps the value, but for secrets. The browser shows neither with a line break.
	const shown = [held, defaultValue].map((text) => text.replace(/[\r\n]/g, ""));
	return shown.includes(value) ? undefined : value;
}

/** Gives what the form holds at this moment, with what nobody told it, to be handed out. */
export function useReadDraft(): () => CheckpointDraft {
	const { getValues, setValue } = useDraftForm();
	return useCallback(() => {
		takeUnheard({ getValues, setValue });
		return structuredClone(getValues());
	}, [getValues, setValue]);
}

/** Shows in each control what the form holds: WebKit resets them in a page that it kept and shows again. */
export function refillControls({ getValues }: Pick<DraftForm, "getValues">): void {
	for (const control of listControls()) {
		const held = String(getValues(control.name as FieldName));
		if (control instanceof HTMLSelectElement) control.value = held;
		else if (control.type === "radio") control.checked = control.value === held;
		else if (control.type === "checkbox") control.checked = isTicked(control.name, held);
		else control.value = held;
	}
}

/** The form's controls on the page. */
export function listControls(): NodeListOf<Control> {
	return document.querySelectorAll("input[name], select[name]");
}
