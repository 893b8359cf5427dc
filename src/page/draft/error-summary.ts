import { type CheckpointDraft, listSectionKeys } from "../../core/draft/draft.ts";
import { fields } from "../../core/draft/fields.ts";
import { type FieldError, lineOf } from "./inspection.ts";

/** An error in the words of a list that leads to each: `Secret access key`. */
export interface NamedError {
	/** The field's name in the form, which `focusField` takes. */
	readonly name: string;
	readonly label: string;
	readonly message: string;
}

/** Errors with the labels of their fields, in the order of the form. */
export function nameErrors(draft: CheckpointDraft, errors: readonly FieldError[]): readonly NamedError[] {
	const { store } = draft;
	const section = listSectionKeys(draft).map((key) => `${store}.${key}`);
	const order = ["period", "store", ...section.slice(0, 1), `${store}.credentials`, ...section.slice(1)];
	const placeOf = ({ path }: FieldError) => {
		const place = order.indexOf(path.join("."));
		if (place !== -1) return place;
		return path[1] === "options" ? order.length + Number(path[2]) : Number.POSITIVE_INFINITY;
	};
	return errors
		.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
		.map((error) => ({ name: lineOf(error), label: nameField(draft, lineOf(error)), message: error.message }));
}

/** What a field is called on the page; an added option by its name. */
export function nameField(draft: CheckpointDraft, name: string): string {
	const title = fields.get(name)?.title;
	if (title !== undefined) return title;
	const [store, , index] = name.split(".");
	const section: { readonly options?: readonly { readonly key: string }[] } | undefined = Object(draft)[store ?? ""];
	return section?.options?.[Number(index)]?.key || "Option without a name";
}
