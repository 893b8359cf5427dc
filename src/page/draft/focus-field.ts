import { showWhole } from "../frame/embed-parameter.ts";

/**
 * Moves the focus to a field of the form once it is drawn: of a choice, to what is chosen. An option's key has no control
 * of its own, and shares its value's. In an embed that shows a part of the page, what is not in it brings the rest.
 *
 * @param name Of the field, which may only appear with what was just set: `s3.url`.
 */
export function focusField(name: string): void {
	requestAnimationFrame(() => {
		const find = (state: string) =>
			document.querySelector<HTMLElement>(`[name="${name.replace(/\.key$/, ".value")}"]${state}`);
		const control = find(":checked") ?? find("");
		const folded = control?.closest("details");
		if (folded) folded.open = true;
		if (control?.checkVisibility() === false) showWhole();
		control?.focus();
	});
}

/** The id of the control of a field with one, for a link that leads there: `field-s3-url`. */
export function fieldId(name: string): string {
	return `field-${name.replaceAll(".", "-")}`;
}
