import { findOption } from "../object-store/option.ts";
import { type CheckpointDraft, listSectionKeys } from "./draft.ts";
import { fields } from "./fields.ts";

/** One key of Polars' configuration with its value. Every output is written from a list of these. */
export interface Setting {
	/** From the root: `["worker", "checkpoint_location", "s3", "url"]`. The first says which node reads it. */
	readonly key: readonly [node: "scheduler" | "worker", ...rest: string[]];
	/** Empty where the person has yet to give a value; such a setting has no place in a finished file. */
	readonly value: string | true;
	/** Name of the form's field that holds the value: `s3.url`. */
	readonly field?: string;
	readonly secret?: boolean;
}

/**
 * The settings that a draft asks for, in the documentation's order. What is optional and empty is left out; what is
 * required and empty is there with an empty value.
 *
 * @see docs: the five samples of the checkpointing page.
 */
export function listSettings(draft: CheckpointDraft): readonly Setting[] {
	return [
		{ key: ["scheduler", "enabled"], value: true },
		{ key: ["scheduler", "checkpoint", "enabled"], value: true },
		{ key: ["scheduler", "checkpoint", "period"], value: draft.period.trim(), field: "period" },
		{ key: ["worker", "enabled"], value: true },
		...listLocation(draft),
	];
}

function listLocation(draft: CheckpointDraft): Setting[] {
	const { store } = draft;
	const section: Readonly<Record<string, unknown>> = draft[store];
	const settings = listSectionKeys(draft).flatMap((key): Setting[] => {
		const field = `${store}.${key}`;
		const meta = fields.get(field);
		const text = String(section[key] ?? "");
		const value = meta?.secret ? text : text.trim();
		const required = meta?.missing !== undefined || (key === accountName && !draft.abs.url.includes("@"));
		if (value === "" && !required) return [];
		return [
			{ key: ["worker", "checkpoint_location", store, key], value, field, ...(meta?.secret && { secret: true }) },
		];
	});
	if (store === "shared_filesystem") return settings;
	const options = draft[store].options.map((row, index): Setting => {
		const secret = findOption(store, row.key)?.secret;
		return {
			key: ["worker", "checkpoint_location", store, row.key],
			value: secret ? row.value : row.value.trim(),
			field: `${store}.options.${index}.value`,
			...(secret && { secret }),
		};
	});
	return [...settings, ...options];
}

/** Azure's account is the one field that is needed or not by what another holds: `abfss://container@ACCOUNT.…`. */
const accountName = "azure_storage_account_name";
