import { isTicked, readBox } from "../draft/box.ts";
import type { FieldName } from "../draft/form.ts";
import styles from "./field.module.css";
import { useField, useFieldIds } from "./use-field.ts";

/** A checkbox for a field with two values. What there is to say of it stands elsewhere: it can't be wrong by itself. */
export function CheckField({ name }: { readonly name: FieldName }) {
	const { problem: _, ...field } = useField(name);
	const { meta, value, onChange, onBlur, ref } = field;
	const { id, helpId, aria } = useFieldIds({ ...field, problem: undefined });
	return (
		<div className={styles.check}>
			<input
				id={id}
				ref={ref}
				name={name}
				type="checkbox"
				aria-describedby={aria["aria-describedby"]}
				checked={isTicked(name, value)}
				onChange={({ target }) => onChange(readBox(name, target.checked))}
				onBlur={onBlur}
			/>
			<label htmlFor={id}>{meta.title}</label>
			<p id={helpId} className={styles.help}>
				{meta.help}
			</p>
		</div>
	);
}
