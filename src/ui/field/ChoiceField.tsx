import { memo, type ReactNode } from "react";
import type { FieldName } from "../state/draft.tsx";
import { FieldMessage } from "./FieldMessage.tsx";
import styles from "./field.module.css";
import { useField } from "./use-field.ts";

interface ChoiceFieldProps {
	readonly name: FieldName;
	/** Without the line of help under it, where its label says enough. */
	readonly compact?: boolean;
	/** What the present choice means, shown while nothing is wrong with it. */
	readonly meaning?: ReactNode;
}

/** A group of radio buttons for a field whose schema lists its choices. */
export const ChoiceField = memo(function ChoiceField({ name, compact, meaning }: ChoiceFieldProps) {
	const field = useField(name);
	const { id, "aria-required": _, "aria-describedby": describedBy, "aria-invalid": __, ...control } = field.control;
	return (
		<div
			className={compact ? styles.compact : styles.field}
			role="radiogroup"
			aria-labelledby={`${id}-legend`}
			aria-describedby={compact ? undefined : describedBy}
		>
			<div id={`${id}-legend`} className={styles.legend}>
				{field.meta.title}
			</div>
			<div className={styles.choices}>
				{Object.entries(field.meta.choices ?? {}).map(([value, title]) => (
					<label key={value} className={styles.choice}>
						<input
							{...control}
							ref={(input) => {
								if (input) forgetDefault(input);
								control.ref(input);
							}}
							type="radio"
							value={value}
							defaultChecked={value === field.first}
						/>
						<span>{title}</span>
					</label>
				))}
			</div>
			{!compact && <FieldMessage field={field} meaning={meaning} />}
		</div>
	);
});

/**
 * Leaves a radio button as it is, without the mark of having been chosen at first: by that, react-hook-form 7.92 takes
 * the form's value from the page when another draft is opened, while no button is chosen yet.
 */
function forgetDefault(input: HTMLInputElement): void {
	const { checked } = input;
	input.defaultChecked = false;
	input.checked = checked;
}
