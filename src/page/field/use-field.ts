import { type ChangeEvent, type FocusEvent, useCallback } from "react";
import { type RefCallBack, useController } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import type { FieldMeta } from "../../core/draft/fields.ts";
import { fields } from "../../core/draft/fields.ts";
import type { Problem } from "../../core/problem.ts";
import { useEditingSteps } from "../draft/EditingProvider.tsx";
import { fieldId } from "../draft/focus-field.ts";
import type { FieldName } from "../draft/form.ts";
import { useShownProblems } from "../draft/ShownProblemsProvider.tsx";
import { readUnheard } from "../draft/unheard.ts";

type Control = HTMLInputElement | HTMLSelectElement;

/** What a field's control, label and message show. It is the same, part by part, until the field itself changes. */
export interface Field {
	readonly name: FieldName;
	readonly meta: FieldMeta;
	readonly value: string;
	/** What is wrong, as far as the person should be told by now. */
	readonly problem: Problem | undefined;
	/** Takes another value, from an event or as it is. */
	readonly onChange: (value: ChangeEvent<Control> | string) => void;
	readonly onBlur: (event: FocusEvent<Control>) => void;
	/** For the element that takes the focus. */
	readonly ref: RefCallBack;
}

/**
 * Binds a field to the form and to what there is to say about it, once for every kind of control.
 *
 * @param given Where the schema has no field of that name: a row of options.
 * @param own What is wrong with a field that no file is written from, and that the draft's judge does not know.
 */
export function useField(name: FieldName, given?: FieldMeta, own?: Problem): Field {
	const { field } = useController<CheckpointDraft>({ name });
	const { onChange, onBlur, ref } = field;
	const { type, leave } = useEditingSteps();
	const found = useShownProblems().get(name)?.[0];
	const meta = given ?? fields.get(name);
	if (!meta) throw new Error(`No such field: ${name}`);
	const value = String(field.value);
	const change = useCallback(
		(next: ChangeEvent<Control> | string) => {
			// A choice is whole at once; a text grows.
			if (typeof next !== "string" && isTyped(next.target)) type(name);
			onChange(next);
		},
		[name, onChange, type],
	);
	const blur = useCallback(
		({ target }: FocusEvent<Control>) => {
			// Some tools fill a field in and tell nobody. Whoever leaves it has seen that.
			const unheard = readUnheard(target, value);
			if (unheard !== undefined) onChange(unheard);
			onBlur();
			// Whoever goes to another window, to fetch what belongs here, comes back to the same field.
			if (document.activeElement !== target) leave(name);
		},
		[name, value, onChange, onBlur, leave],
	);
	return { name, meta, value, problem: own ?? found, onChange: change, onBlur: blur, ref };
}

function isTyped(control: Control): boolean {
	return control instanceof HTMLInputElement && (control.type === "text" || control.type === "password");
}

/** The names by which a control, its label and its message know each other, and what the control says of its state. */
export function useFieldIds({ name, meta, problem }: Pick<Field, "name" | "meta" | "problem">) {
	const id = fieldId(name);
	const helpId = `${id}-help`;
	const messageId = `${id}-message`;
	const isWrong = problem?.severity === "error";
	return {
		id,
		helpId,
		messageId,
		aria: {
			"aria-describedby": [...(hasHint(meta) ? [helpId] : []), ...(problem ? [messageId] : [])].join(" ") || undefined,
			"aria-invalid": isWrong || undefined,
			"aria-required": meta.missing !== undefined || undefined,
		},
	};
}

/** Whether there is a line of help to show. */
export function hasHint({ help }: FieldMeta): boolean {
	return help !== "";
}
