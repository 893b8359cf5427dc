import { useCallback } from "react";
import { listChanges } from "../../core/draft/apply-fix.ts";
import { findKindWith, type OptionRow } from "../../core/draft/draft.ts";
import type { Fix } from "../../core/problem.ts";
import { useEditingSteps } from "./EditingProvider.tsx";
import { focusField } from "./focus-field.ts";
import { type FieldName, useDraftForm } from "./form.ts";

/**
 * Makes a repair: the field that it is meant for takes its text and the focus, and can take it back with Undo. If it is not
 * in sight, the store and the credentials that have it are chosen.
 */
export function useApplyFix(): (field: FieldName, fix: Fix) => void {
	const { getValues, setValue } = useDraftForm();
	const { settle } = useEditingSteps();
	return useCallback(
		(field, fix) => {
			const isTyped = !fix.target && !fix.also && insertText(field, fix.text);
			settle();
			if (isTyped) return;
			const set = (name: FieldName, value: string | OptionRow[]) =>
				setValue(name, value, { shouldDirty: true, shouldTouch: true });
			const { values, focus } = listChanges(getValues(), field, fix);
			for (const [name, value] of values) set(name as FieldName, value);
			const [store = "", key] = focus.split(".");
			const credentials = `${store}.credentials` as FieldName;
			const kind = key && findKindWith(store, String(getValues(credentials)), key);
			if (kind) set(credentials, kind);
			focusField(focus);
		},
		[getValues, setValue, settle],
	);
}

/**
 * Types a text into a field as the person would, which the browser's own Undo can take back.
 * `execCommand` is deprecated, and still the one way to do so.
 */
export function insertText(field: string, text: string): boolean {
	const input = document.getElementsByName(field)[0];
	if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) || text === "") return false;
	input.focus();
	if (document.activeElement !== input) return false;
	input.select();
	return document.execCommand("insertText", false, text) && input.value === text;
}
