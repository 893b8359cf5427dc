import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import type { FieldMeta } from "../../core/draft/fields.ts";
import { findOption } from "../../core/object-store/option.ts";
import { isSecretOption } from "../../core/object-store/secret-option.ts";
import { type ObjectStore, stores } from "../../core/stores/stores.ts";
import { useShownProblems } from "../draft/ShownProblemsProvider.tsx";
import { ProblemMessage } from "../field/FieldMessage.tsx";
import { SelectField } from "../field/SelectField.tsx";
import { TextField } from "../field/TextField.tsx";
import styles from "./form.module.css";

interface OptionFieldProps {
	readonly store: ObjectStore;
	readonly index: number;
	readonly onRemove: () => void;
}

/** One added option: a control that suits its type, and a button that removes it. */
export function OptionField({ store, index, onRemove }: OptionFieldProps) {
	const key = useWatch<CheckpointDraft, `${ObjectStore}.options.${number}.key`>({
		name: `${store}.options.${index}.key`,
	});
	const option = findOption(store, key);
	const meta = useMemo(
		(): FieldMeta => ({
			title: key,
			docs: stores[store].docs,
			help: option?.help ?? "",
			...(isSecretOption(store, key) && { secret: true }),
			missing: "",
		}),
		[store, key, option],
	);
	const name = `${store}.options.${index}.value` as const;
	const choices = listChoices(option?.type);
	const inputMode = option?.type === "integer" ? "numeric" : option?.type === "url" ? "url" : undefined;
	const removeButton = (
		<button type="button" className={styles.remove} onClick={onRemove}>
			Remove
			<span className="visually-hidden">
				{" option "}
				<span translate="no">{key}</span>
			</span>
		</button>
	);
	return (
		<div className={styles.option}>
			{key !== "" && <KeyMessage store={store} index={index} />}
			{choices ? (
				<SelectField name={name} meta={meta} choices={choices} aside={removeButton} />
			) : (
				<TextField name={name} meta={meta} inputMode={inputMode} code aside={removeButton} />
			)}
		</div>
	);
}

/** What is wrong with an option's name. */
function KeyMessage({ store, index }: Pick<OptionFieldProps, "store" | "index">) {
	const name = `${store}.options.${index}.key` as const;
	const problem = useShownProblems().get(name)?.[0];
	return problem && <ProblemMessage name={name} problem={problem} />;
}

/** What a select can offer: nothing where a member of an enum takes text of the person's own. */
function listChoices(
	type: NonNullable<ReturnType<typeof findOption>>["type"] | undefined,
): readonly string[] | undefined {
	if (type === "boolean") return ["true", "false"];
	if (typeof type !== "object" || type.oneOf.some((member) => member.endsWith("*"))) return undefined;
	return type.orBoolean ? ["true", "false", ...type.oneOf] : type.oneOf;
}
