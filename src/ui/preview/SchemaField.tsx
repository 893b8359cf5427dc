import { useState } from "react";
import { hostedFolder, isHosted } from "../edition.ts";
import { FieldMessage } from "../field/FieldMessage.tsx";
import styles from "../field/field.module.css";
import { useField } from "../field/use-field.ts";
import { useDraftForm, useInspection } from "../state/draft.tsx";

/** Whether TOML starts with a schema line. The address is this page's own, unless a link or a file gave another. */
export function SchemaField() {
	const field = useField("schema");
	const { setValue } = useDraftForm();
	const address = useInspection(({ draft }) => draft.schema);
	const isToml = useInspection(({ draft }) => draft.output === "bare_metal");
	const [focused, setFocused] = useState(false);
	// An address that keeps the files back can be taken away, whatever the files are.
	if (!field.problem && !focused && (!isToml || (!isHosted && address === ""))) return null;
	const { id, ref, "aria-describedby": describedBy, "aria-invalid": invalid } = field.control;
	return (
		<div className={styles.compact}>
			<div className={styles.choices}>
				<label className={styles.choice}>
					<input
						id={id}
						// The form gets a text field in its place: it would take the box's own state for the value.
						ref={(box) => ref(box && { type: "text", focus: () => box.focus() })}
						name={field.name}
						type="checkbox"
						aria-describedby={describedBy}
						aria-invalid={invalid}
						onFocus={() => setFocused(true)}
						onBlur={() => setFocused(false)}
						checked={address !== ""}
						onChange={({ target }) => setValue("schema", target.checked ? hostedFolder() : "", { shouldDirty: true })}
					/>
					<span>{field.meta.title}</span>
				</label>
			</div>
			<FieldMessage field={field} meaning={address !== "" && address !== hostedFolder() && address} />
		</div>
	);
}
