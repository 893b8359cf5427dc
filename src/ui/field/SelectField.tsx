import type { ReactNode } from "react";
import type { FieldMeta } from "../../config/fields.ts";
import { isObjectStore } from "../../stores/stores.ts";
import { type FieldName, useInspection } from "../state/draft.tsx";
import { FieldMessage } from "./FieldMessage.tsx";
import styles from "./field.module.css";
import { useField } from "./use-field.ts";

interface SelectFieldProps {
	readonly name: FieldName;
	readonly meta: FieldMeta;
	readonly choices: readonly string[];
	readonly aside?: ReactNode;
}

/** A field for one of a few values. A present value that is none of them stays on offer, with its problem. */
export function SelectField({ name, meta, choices, aside }: SelectFieldProps) {
	const field = useField(name, meta);
	const present = useInspection(({ draft }) => {
		const [store = "", , index] = name.split(".");
		return isObjectStore(store) ? draft[store].options[Number(index)]?.value : undefined;
	});
	const listed = present === undefined || choices.includes(present) ? choices : [present, ...choices];
	return (
		<div className={styles.field}>
			<div className={styles.top}>
				<label htmlFor={field.id} className={styles.code} translate="no">
					{meta.title}
				</label>
				{aside}
			</div>
			<div className={styles.control}>
				<select {...field.control} className={styles.input}>
					{listed.map((choice) => (
						<option key={choice} value={choice} translate="no">
							{choice}
						</option>
					))}
				</select>
			</div>
			<FieldMessage field={field} />
		</div>
	);
}
