import { memo, type ReactNode } from "react";
import type { FieldMeta } from "../../core/draft/fields.ts";
import type { FieldName } from "../draft/form.ts";
import { FieldMessage } from "./FieldMessage.tsx";
import styles from "./field.module.css";
import { type Field, useField, useFieldIds } from "./use-field.ts";

interface SelectFieldProps extends SelectLook {
	readonly name: FieldName;
	readonly meta: FieldMeta;
}

interface SelectLook {
	readonly choices: readonly string[];
	readonly aside?: ReactNode;
}

/** A field for one of a few values. A present value that is none of them stays on offer, with its problem. */
export function SelectField({ name, meta, ...look }: SelectFieldProps) {
	return <SelectFieldView {...look} {...useField(name, meta)} />;
}

const SelectFieldView = memo(function SelectFieldView({ choices, aside, ...field }: SelectLook & Field) {
	const { name, meta, value, problem, onChange, onBlur, ref } = field;
	const { id, helpId, messageId, aria } = useFieldIds(field);
	const listed = choices.includes(value) ? choices : [value, ...choices];
	return (
		<div className={styles.field}>
			<div className={styles.top}>
				<label htmlFor={id} className={styles.code} translate="no">
					{meta.title}
				</label>
				{aside}
			</div>
			<div className={styles.said}>
				<FieldMessage {...{ name, meta, problem, helpId, messageId }} />
			</div>
			<div className={styles.control}>
				<select
					{...aria}
					id={id}
					ref={ref}
					name={name}
					value={value}
					onChange={onChange}
					onBlur={onBlur}
					className={styles.input}
				>
					{listed.map((choice) => (
						<option key={choice} value={choice} translate="no">
							{choice}
						</option>
					))}
				</select>
			</div>
		</div>
	);
});
