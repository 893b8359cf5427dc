import { useId, useState } from "react";
import { type UseFormRegisterReturn, useFormState } from "react-hook-form";
import type { FieldMeta } from "../../config/fields.ts";
import { fields } from "../../config/fields.ts";
import type { Problem } from "../../problem.ts";
import { type FieldName, useDraftForm, useInspection } from "../state/draft.tsx";

/** What a field's control, label and message share. */
export interface Field {
	readonly name: FieldName;
	readonly meta: FieldMeta;
	/** What is wrong, as far as the person should be told by now. */
	readonly problem: Problem | undefined;
	/** The value that it is first drawn with: what the page's markup holds before any code runs. */
	readonly first: string;
	readonly id: string;
	readonly helpId: string;
	readonly messageId: string;
	/** For the control: its form binding, description and state. */
	readonly control: UseFormRegisterReturn & {
		readonly id: string;
		readonly "aria-describedby": string;
		readonly "aria-invalid": boolean;
		readonly "aria-required": boolean;
	};
}

/**
 * Wires a control to the form, its help and its problem, once for every kind of control.
 *
 * An empty field is not scolded before the person has been there: the file's own state says that it is missing.
 *
 * @param own What is wrong with a field that no file is written from, and that the draft's judge does not know.
 */
export function useField(name: FieldName, given?: FieldMeta, own?: Problem): Field {
	const form = useDraftForm();
	const id = useId();
	const meta = given ?? fields.get(name);
	if (!meta) throw new Error(`No such field: ${name}`);
	const formState = useFormState({ control: form.control, name, exact: true });
	const { isTouched, isDirty } = form.getFieldState(name, formState);
	const judged = useInspection(({ problems }) => problems.get(name)?.[0]);
	const found = own ?? judged;
	const [first] = useState(() => String(form.getValues(name)));
	const isEmpty = form.getValues(name) === "";
	const problem = isEmpty && !isTouched && !isDirty ? undefined : found;
	const helpId = `${id}-help`;
	const messageId = `${id}-message`;
	return {
		name,
		meta,
		problem,
		first,
		id,
		helpId,
		messageId,
		control: {
			...form.register(name),
			id,
			"aria-describedby": `${messageId} ${helpId}`,
			"aria-invalid": problem?.severity === "error",
			"aria-required": meta.missing !== undefined,
		},
	};
}
