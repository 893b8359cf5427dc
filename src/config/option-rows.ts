import * as z from "zod/mini";
import { findForeign } from "../object-store/foreign.ts";
import { findNearest } from "../object-store/nearest.ts";
import { findOption, listOptions, type ObjectStore } from "../object-store/option.ts";
import { checkOptionValue } from "../object-store/option-value.ts";
import type { Finding } from "../problem.ts";
import type { OptionRow } from "./draft.ts";
import { judgeEncoding, pushFinding } from "./field.ts";
import { storeFields, storeTitles } from "./fields.ts";

const optionRow = z.object({
	key: z.string("Expected a key in quotes."),
	value: z.string("Expected a text in quotes."),
});

/** Schema of the options that a store's form has no field for. */
export function optionRows(store: ObjectStore) {
	const rows = z.array(optionRow).check((payload) => {
		payload.value.forEach((row, index) => {
			const key = judgeKey(store, payload.value, index);
			if (key) pushFinding(payload, [index, "key"], key);
			const value = judgeValue(store, row);
			if (value) pushFinding(payload, [index, "value"], value);
		});
	});
	return z._default(rows, []);
}

function judgeKey(store: ObjectStore, rows: readonly OptionRow[], index: number): Finding | undefined {
	const key = rows[index]?.key ?? "";
	const option = findOption(store, key);
	if (!option) {
		const unknown = explainUnknownKey(store, key);
		return unknown.severity === "error" ? unknown : undefined;
	}
	if (option.key in storeFields[store]) {
		return { severity: "error", message: `${option.key} has a field of its own above: set it there.` };
	}
	const first = rows.findIndex((other) => findOption(store, other.key) === option);
	if (first === index) return undefined;
	return {
		severity: "error",
		message: `${key} sets the same option as ${rows[first]?.key ?? option.key}: keep one of them.`,
	};
}

/**
 * Why an option's key does not do what was meant, with the key that does it as the fix where no more than the name
 * changes.
 *
 * @see Polars, `crates/polars-io/src/cloud/options.rs`: a key that the store doesn't know is dropped without a word.
 */
export function explainUnknownKey(store: ObjectStore, key: string): Finding {
	const foreign = findForeign(store, key);
	if (foreign?.undocumented)
		return { severity: "advice", message: `${key} is documented nowhere for a location. ${foreign.note}` };
	if (foreign) {
		const fix = foreign.sameValue && foreign.instead;
		return {
			severity: "error",
			message: `Polars ignores ${key}, a key of ${foreign.library}. ${foreign.note}`,
			...(fix && { fix: { title: fix, text: fix } }),
		};
	}
	const owner = stores.find((other) => findOption(other, key));
	if (owner)
		return { severity: "error", message: `Polars ignores ${key} here: it is an option of ${storeTitles[owner]}.` };
	const meant = findNearest(
		key,
		listOptions(store).flatMap((option) => [option.key, ...option.aliases]),
	);
	return {
		severity: "error",
		message: `Polars ignores ${key}: it knows no such option.`,
		...(meant && { fix: { title: meant, text: meant } }),
	};
}

const stores = ["s3", "gcs", "abs"] as const;

function judgeValue(store: ObjectStore, { key, value }: OptionRow): Finding | undefined {
	const option = findOption(store, key);
	if (!option) return undefined;
	const text = option.secret ? value : value.trim();
	if (text === "") return { severity: "error", message: `Enter a value for ${key}, or remove the option.` };
	return judgeEncoding(text) ?? checkOptionValue(option.type, text);
}
