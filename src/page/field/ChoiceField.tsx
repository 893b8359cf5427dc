import { memo, type ReactNode } from "react";
import type { FieldName } from "../draft/form.ts";
import { FieldMessage } from "./FieldMessage.tsx";
import styles from "./field.module.css";
import { type Field, useField, useFieldIds } from "./use-field.ts";

interface ChoiceFieldProps extends ChoiceLook {
	readonly name: FieldName;
}

interface ChoiceLook {
	/** Without the line of help, where its label says enough. */
	readonly compact?: boolean;
	/** What the present choice means: stands in the place of the help. */
	readonly meaning?: ReactNode;
}

/** A group of radio buttons for a field whose schema lists its choices: one beside the other, as parts of one bar. */
export function ChoiceField({ name, ...look }: ChoiceFieldProps) {
	return <ChoiceFieldView {...look} {...useField(name)} />;
}

const ChoiceFieldView = memo(function ChoiceFieldView({ compact, meaning, ...field }: ChoiceLook & Field) {
	const { name, meta, value, problem, onChange, onBlur, ref } = field;
	const { id, helpId, messageId, aria } = useFieldIds(field);
	const shown = { ...meta, help: compact || meaning ? "" : meta.help };
	return (
		<div
			className={styles.field}
			role="radiogroup"
			aria-labelledby={`${id}-legend`}
			aria-describedby={compact && !problem ? undefined : aria["aria-describedby"]}
		>
			<div id={`${id}-legend`} className={styles.legend}>
				{meta.title}
			</div>
			<FieldMessage {...{ name, problem, helpId, messageId, meaning }} meta={shown} />
			<div className={styles.segments}>
				{Object.entries(meta.choices ?? {}).map(([choice, title]) => (
					<label key={choice} className={styles.segment}>
						<input
							ref={choice === value ? ref : undefined}
							type="radio"
							name={name}
							value={choice}
							checked={choice === value}
							onChange={onChange}
							onBlur={onBlur}
						/>
						<span>{title}</span>
					</label>
				))}
			</div>
		</div>
	);
});
