import { useId } from "react";
import type { FieldMeta } from "../../config/fields.ts";
import { findOption } from "../../object-store/option.ts";
import { isSecretOption } from "../../object-store/secret-option.ts";
import { type ObjectStore, stores } from "../../stores/stores.ts";
import { FieldMessage } from "../field/FieldMessage.tsx";
import { SelectField } from "../field/SelectField.tsx";
import { TextField } from "../field/TextField.tsx";
import { useInspection } from "../state/draft.tsx";
import styles from "./form.module.css";

interface OptionFieldProps {
	readonly store: ObjectStore;
	readonly index: number;
	readonly onRemove: () => void;
}

/** One added option: a control that suits its type, and a button that removes it. */
export function OptionField({ store, index, onRemove }: OptionFieldProps) {
	const key = useInspection(({ draft }) => draft[store].options[index]?.key ?? "");
	const option = findOption(store, key);
	const id = useId();
	const keyName = `${store}.options.${index}.key` as const;
	const problem = useInspection(({ problems }) => (key === "" ? undefined : problems.get(keyName)?.[0]));
	const meta: FieldMeta = {
		...describe(key),
		help: option?.help ?? "",
		...(isSecretOption(store, key) && { secret: true }),
		missing: "",
	};
	const name = `${store}.options.${index}.value` as const;
	const choices = listChoices(option?.type);
	const inputMode = option?.type === "integer" ? "numeric" : option?.type === "url" ? "url" : undefined;
	const removeButton = (
		<button type="button" className={styles.remove} aria-describedby={`${id}-key`} onClick={onRemove}>
			Remove option
			<span id={`${id}-key`} hidden translate="no">
				{key}
			</span>
		</button>
	);
	return (
		<div className={styles.option}>
			{choices ? (
				<SelectField name={name} meta={meta} choices={choices} aside={removeButton} />
			) : (
				<TextField name={name} meta={meta} inputMode={inputMode} code aside={removeButton} />
			)}
			{problem && (
				<FieldMessage
					field={{ name: keyName, meta: describe("Key"), problem, messageId: `${id}-message`, helpId: `${id}-help` }}
				/>
			)}
		</div>
	);

	function describe(title: string): FieldMeta {
		return { title, help: "", docs: stores[store].docs };
	}
}

/** What a select can offer: nothing where a member of an enum takes text of the person's own. */
function listChoices(
	type: NonNullable<ReturnType<typeof findOption>>["type"] | undefined,
): readonly string[] | undefined {
	if (type === "boolean") return ["true", "false"];
	if (typeof type !== "object" || type.oneOf.some((member) => member.endsWith("*"))) return undefined;
	return type.orBoolean ? ["true", "false", ...type.oneOf] : type.oneOf;
}
