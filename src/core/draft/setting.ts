import { isTrue } from "../object-store/boolean.ts";
import { findOption } from "../object-store/option.ts";
import { isSecretOption } from "../object-store/secret-option.ts";
import { isObjectStore, isStore } from "../stores/stores.ts";
import { type CheckpointDraft, listSectionKeys, type OptionRow } from "./draft.ts";
import { fields } from "./fields.ts";
import { settlePath } from "./pods.ts";

/** One key of Polars' configuration with its value. Every output is written from a list of these. */
export interface Setting {
	/** From the root: `["worker", "checkpoint_location", "s3", "url"]`. The first says which node reads it. */
	readonly key: readonly [node: "scheduler" | "worker", ...rest: string[]];
	/** Empty where the person has yet to give a value; such a setting has no place in a finished file. */
	readonly value: string | true;
	/** Name of the form's field that holds the value: `s3.url`. */
	readonly field?: string;
	/** It can be kept apart from the rest. */
	readonly secret?: boolean;
	/** It is masked like a secret: it is one, or its option is unknown to Polars and may be a misspelt secret. */
	readonly hidden?: boolean;
}

/**
 * The settings that a draft asks for, in the documentation's order. What is optional and empty is left out; what is
 * required and empty is there with an empty value.
 *
 * @see docs: the five samples of the checkpointing page.
 */
export function listSettings(given: CheckpointDraft): readonly Setting[] {
	const draft = settlePath(given);
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
		const required = meta?.missing !== undefined || (key === accountName && needsAccountName(draft.abs));
		if (value === "" && !required) return [];
		return [
			{
				key: ["worker", "checkpoint_location", store, key],
				value,
				field,
				...(meta?.secret && { secret: true, hidden: true }),
			},
		];
	});
	if (!isObjectStore(store)) return settings;
	const options = draft[store].options.map((row, index): Setting => {
		const secret = findOption(store, row.key)?.secret;
		const hidden = isSecretOption(store, row.key);
		return {
			key: ["worker", "checkpoint_location", store, row.key],
			value: hidden ? row.value : row.value.trim(),
			field: `${store}.options.${index}.value`,
			...(secret && { secret }),
			...(hidden && { hidden }),
		};
	});
	return [...settings, ...options];
}

const accountName = "azure_storage_account_name";

/**
 * Whether Azure's account must be named beside the URL: of all fields, this one alone is needed or not depending on others.
 * `abfss://container@ACCOUNT.…` names it, a URL with a placeholder may, and the emulator has one of its own.
 */
export function needsAccountName({ url, options }: { url: string; options: readonly OptionRow[] }): boolean {
	const authority = /^[^/]*(?:\/\/[^/]*)?/.exec(url)?.[0] ?? "";
	// No name of a container holds what begins a placeholder; to know each of them would weigh on the first load.
	if (url.includes("@") || /[$<{%]/.test(authority.replace(/\$(?:root|web|logs)$/, ""))) return false;
	return !options.some(
		({ key, value }) => findOption("abs", key)?.key === "azure_storage_use_emulator" && isTrue(value),
	);
}

/** Which node reads a field of the form: the first part of its setting's key. Undefined for one that is in no file. */
export function findNode(field: string): Setting["key"][0] | undefined {
	const [part = ""] = field.split(".");
	if (part === "period") return "scheduler";
	return isStore(part) || part === "store" ? "worker" : undefined;
}
