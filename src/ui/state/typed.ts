import { get } from "react-hook-form";
import { defaultDraft } from "../../config/draft.ts";
import { hostedFolder } from "../edition.ts";
import type { FieldName } from "./draft.tsx";

type Control = HTMLInputElement | HTMLSelectElement;

/** What the form's controls show, by field: what somebody typed, or a tool filled in without a word. */
export function readControls(page: ParentNode): Map<FieldName, string> {
	const shown = new Map<FieldName, string>();
	for (const control of page.querySelectorAll<Control>("input[name]:not([type=checkbox]), select[name]")) {
		note(control, shown);
	}
	return shown;
}

function note(control: Control, shown: Map<FieldName, string>): void {
	const isAnswer = control instanceof HTMLInputElement ? control.type !== "radio" || control.checked : control.value;
	if (isAnswer) shown.set(control.name as FieldName, control.value);
}

/**
 * Reads what the controls of the prerendered form hold once the page's code is there, since until then nothing listened
 * to them, and follows what is typed from then on.
 *
 * @returns Ends it, and gives what they hold in the end.
 */
export function followTyped(form: HTMLElement): () => ReadonlyMap<FieldName, string> {
	const shown = readControls(form);
	// What is as it was may still be filled in by a tool that tells nobody: the form library sees that for itself.
	for (const [name, value] of shown) if (value === get(defaultDraft, name)) shown.delete(name);
	const noteBox = ({ name, checked }: HTMLInputElement) => {
		// The one box there is stands for an address that was not known when its markup was made.
		shown.set(name as FieldName, checked ? hostedFolder() : "");
	};
	for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox][name]:checked")) noteBox(box);
	const end = new AbortController();
	const follow = ({ target }: Event) => {
		if (target instanceof HTMLInputElement && target.type === "checkbox") noteBox(target);
		else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) note(target, shown);
	};
	// A button that is clicked has changed already. What its click sets off may take that back before it is told.
	for (const act of ["click", "input"]) form.addEventListener(act, follow, { capture: true, signal: end.signal });
	return () => {
		end.abort();
		return shown;
	};
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
