import type { CheckpointDraft } from "../../config/draft.ts";
import type { FieldName } from "./draft.tsx";

/** What the form's controls show, by field: what somebody typed, or a tool filled in without a word. */
export function readControls(page: ParentNode): ReadonlyMap<FieldName, string> {
	const shown = new Map<FieldName, string>();
	for (const control of page.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input[name], select[name]")) {
		const isAnswer = control instanceof HTMLInputElement ? control.type !== "radio" || control.checked : control.value;
		if (isAnswer) shown.set(control.name as FieldName, control.value);
	}
	return shown;
}

/**
 * Some tools fill fields in and tell nobody. This looks at the fields itself before whatever somebody does next, and
 * once a field was left.
 *
 * @param take Is told what the fields show, and of a field that was left also what is known by then.
 * @returns Ends it.
 */
export function watchControls(
	take: (shown: ReadonlyMap<FieldName, string>, known?: CheckpointDraft) => void,
	readKnown: () => CheckpointDraft,
): () => void {
	const end = new AbortController();
	const look = ({ type, target }: Event) => {
		// A radio button that is clicked has changed already, and says so itself.
		if (type !== "click" || !(target instanceof HTMLInputElement)) take(readControls(document));
	};
	for (const act of ["pointerdown", "keydown", "click"]) {
		document.addEventListener(act, look, { capture: true, signal: end.signal });
	}
	// Fields may be on their way out of the page when they lose the focus: what counts is what stays.
	const lookLater = () => setTimeout(() => take(readControls(document), readKnown()));
	document.addEventListener("focusout", lookLater, { signal: end.signal });
	return () => end.abort();
}
