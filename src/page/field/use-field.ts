import { type ChangeEvent, type FocusEvent, useCallback, useId } from "react";
import { type RefCallBack, useController } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import type { FieldMeta } from "../../core/draft/fields.ts";
import { fields } from "../../core/draft/fields.ts";
import type { Problem } from "../../core/problem.ts";
import type { FieldName } from "../draft/form.ts";
import { useInspection } from "../draft/InspectionProvider.tsx";
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
 * An empty field is not scolded before the person has been there: the file's own state says that it is missing.
 *
 * @param given Where the schema has no field of that name: a row of options.
 * @param own What is wrong with a field that no file is written from, and that the draft's judge does not know.
 */
export function useField(name: FieldName, given?: FieldMeta, own?: Problem): Field {
	const { field, fieldState } = useController<CheckpointDraft>({ name });
	const { onChange, onBlur, ref } = field;
	const found = useInspection().problems.get(name)?.[0];
	const meta = given ?? fields.get(name);
	if (!meta) throw new Error(`No such field: ${name}`);
	const value = String(field.value);
	const isUntouched = value === "" && !fieldState.isTouched && !fieldState.isDirty;
	const leave = useCallback(
		({ target }: FocusEvent<Control>) => {
			// Some tools fill a field in and tell nobody. Whoever leaves it has seen that.
			const unheard = readUnheard(target, value);
			if (unheard !== undefined) onChange(unheard);
			onBlur();
		},
		[value, onChange, onBlur],
	);
	return { name, meta, value, problem: isUntouched ? undefined : (own ?? found), onChange, onBlur: leave, ref };
}

/** The names by which a control, its label and its message know each other, and what the control says of its state. */
export function useFieldIds({ meta, problem }: Pick<Field, "meta" | "problem">) {
	const id = useId();
	const helpId = `${id}-help`;
	const messageId = `${id}-message`;
	return {
		id,
		helpId,
		messageId,
		aria: {
			"aria-describedby": `${messageId} ${helpId}`,
			"aria-invalid": problem?.severity === "error",
			"aria-required": meta.missing !== undefined,
		},
	};
}
