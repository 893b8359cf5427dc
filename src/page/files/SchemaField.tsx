import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { hostedFolder, isHosted } from "../edition.ts";
import { FieldMessage } from "../field/FieldMessage.tsx";
import styles from "../field/field.module.css";
import { useField, useFieldIds } from "../field/use-field.ts";

/** Whether TOML starts with a schema line. The address is this page's own, unless a link or a file gave another. */
export function SchemaField() {
	const field = useField("schema");
	const { id, helpId, messageId, aria } = useFieldIds(field);
	const isToml = useWatch<CheckpointDraft, "output">({ name: "output" }) === "bare_metal";
	const [focused, setFocused] = useState(false);
	// An address that keeps the files back can be taken away, whatever the files are.
	const { name, meta, value: address, problem } = field;
	if (!problem && !focused && (!isToml || (!isHosted && address === ""))) return null;
	return (
		<div className={styles.compact}>
			<div className={styles.choices}>
				<label className={styles.choice}>
					<input
						id={id}
						ref={field.ref}
						name={name}
						type="checkbox"
						aria-describedby={aria["aria-describedby"]}
						aria-invalid={aria["aria-invalid"]}
						onFocus={() => setFocused(true)}
						onBlur={() => setFocused(false)}
						checked={address !== ""}
						onChange={({ target }) => field.onChange(target.checked ? hostedFolder() : "")}
					/>
					<span>{meta.title}</span>
				</label>
			</div>
			<FieldMessage
				{...{ name, meta, problem, helpId, messageId }}
				meaning={address !== "" && address !== hostedFolder() && address}
			/>
		</div>
	);
}
