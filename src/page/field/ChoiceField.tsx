import { memo, type ReactNode } from "react";
import type { FieldName } from "../draft/form.ts";
import { FieldMessage } from "./FieldMessage.tsx";
import styles from "./field.module.css";
import { type Field, useField, useFieldIds } from "./use-field.ts";

interface ChoiceFieldProps extends ChoiceLook {
	readonly name: FieldName;
}

interface ChoiceLook {
	/** Without the line of help under it, where its label says enough. */
	readonly compact?: boolean;
	/** What the present choice means, shown while nothing is wrong with it. */
	readonly meaning?: ReactNode;
}

/** A group of radio buttons for a field whose schema lists its choices. */
export function ChoiceField({ name, ...look }: ChoiceFieldProps) {
	return <ChoiceFieldView {...look} {...useField(name)} />;
}

const ChoiceFieldView = memo(function ChoiceFieldView({ compact, meaning, ...field }: ChoiceLook & Field) {
	const { name, meta, value, problem, onChange, onBlur, ref } = field;
	const { id, helpId, messageId, aria } = useFieldIds(field);
	return (
		<div
			className={compact ? styles.compact : styles.field}
			role="radiogroup"
			aria-labelledby={`${id}-legend`}
			aria-describedby={compact ? undefined : aria["aria-describedby"]}
		>
			<div id={`${id}-legend`} className={styles.legend}>
				{meta.title}
			</div>
			<div className={styles.choices}>
				{Object.entries(meta.choices ?? {}).map(([choice, title]) => (
					<label key={choice} className={styles.choice}>
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
			{!compact && <FieldMessage {...{ name, meta, problem, helpId, messageId, meaning }} />}
		</div>
	);
});
