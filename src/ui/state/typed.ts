import { hostedFolder } from "../edition.ts";
import type { FieldName } from "./draft.tsx";

/** What the form's controls show, by field: what somebody typed, or a tool filled in without a word. */
function readControls(page: ParentNode): ReadonlyMap<FieldName, string> {
	const shown = new Map<FieldName, string>();
	const controls = "input[name]:not([type=checkbox]), select[name]";
	for (const control of page.querySelectorAll<HTMLInputElement | HTMLSelectElement>(controls)) {
		const isAnswer = control instanceof HTMLInputElement ? control.type !== "radio" || control.checked : control.value;
		if (isAnswer) shown.set(control.name as FieldName, control.value);
	}
	return shown;
}

/** What the controls of the prerendered form hold once the page's code is there. Until then nothing listened to them. */
export function readTyped(form: ParentNode): ReadonlyMap<FieldName, string> {
	const box = form.querySelector<HTMLInputElement>("input[type=checkbox][name]:checked");
	const shown = readControls(form);
	// The one box there is stands for an address that was not known when its markup was made.
	return box ? new Map([...shown, [box.name as FieldName, hostedFolder()]]) : shown;
}

/** Takes what fields show for what they hold. */
export type Take = (shown: ReadonlyMap<FieldName, string>) => void;

/**
 * Some tools fill fields in and tell nobody. This looks at the fields itself.
 *
 * @param onAct Called at whatever somebody does next, before it has an effect on what is handed out.
 * @param onLeave Called once a field was left.
 * @returns Ends it.
 */
export function watchControls(onAct: Take, onLeave: Take): () => void {
	const end = new AbortController();
	const look = ({ type, target }: Event) => {
		// A key's own letter comes first. What a key does besides is a click, which looks for itself.
		if (type === "keydown") requestAnimationFrame(() => onAct(readControls(document)));
		// A radio button that is clicked has changed already, and says so itself.
		else if (type !== "click" || !(target instanceof HTMLInputElement)) onAct(readControls(document));
	};
	for (const act of ["pointerdown", "keydown", "click"]) {
		document.addEventListener(act, look, { capture: true, signal: end.signal });
	}
	// Fields may be on their way out of the page when they lose the focus: what counts is what stays.
	const lookLater = () => setTimeout(() => onLeave(readControls(document)));
	document.addEventListener("focusout", lookLater, { signal: end.signal });
	return () => end.abort();
}
