import * as z from "zod/mini";
import { findForeign, listStripped } from "../object-store/foreign.ts";
import { findOption, listOptions } from "../object-store/option.ts";
import { checkOptionValue } from "../object-store/option-value.ts";
import type { BareProblem, TextProblem } from "../problem.ts";
import type { StoreOption } from "../stores/store.ts";
import { mapStores, type ObjectStore, objectStores, stores } from "../stores/stores.ts";
import { findNearest } from "../text/nearest.ts";
import { escapeInvisible } from "../text/quote.ts";
import { suggest } from "../text/wording.ts";
import { hasField } from "./credentials.ts";
import type { OptionRow } from "./draft.ts";
import { judgeEncoding, pushProblem } from "./field.ts";
import { findOptionPlace } from "./option-place.ts";

const optionRow = z.object({
	key: z.string("Write the key in quotes."),
	value: z.string("Write the value in quotes."),
});

/**
 * Schema of the options that a store's form has no field for.
 *
 * @param credentials The kind of credentials that is chosen, which has fields of its own.
 */
export function optionRows(store: ObjectStore, credentials: string) {
	const rows = z.array(optionRow).check((payload) => {
		const first = new Map<StoreOption, OptionRow>();
		payload.value.forEach((row, index) => {
			const key = judgeKey(store, credentials, row, first, payload.value);
			if (key) pushProblem(payload, [index, "key"], key);
			const value = judgeValue(store, row);
			if (value) pushProblem(payload, [index, "value"], value);
		});
	});
	return z._default(rows, []);
}

function judgeKey(
	store: ObjectStore,
	credentials: string,
	row: OptionRow,
	first: Map<StoreOption, OptionRow>,
	rows: readonly OptionRow[],
): TextProblem | undefined {
	const { key } = row;
	const option = findOption(store, key);
	if (!option) {
		const unknown = explainUnknownKey(store, key);
		return unknown.severity === "error" ? withoutRepetition(unknown, store, credentials, rows) : undefined;
	}
	if (hasField(store, credentials, option.key)) return explainField(store, credentials, option);
	const other = first.get(option);
	if (other) return explainRepeatedKey(key, other.key);
	first.set(option, row);
	return undefined;
}

/** A problem with an unknown key, less its fix where that would set an option a second time. */
function withoutRepetition(
	problem: TextProblem,
	store: ObjectStore,
	credentials: string,
	rows: readonly OptionRow[],
): TextProblem {
	const meant = problem.fix && findOption(store, problem.fix.text);
	if (!meant) return problem;
	const { fix: _, ...rest } = problem;
	if (hasField(store, credentials, meant.key)) {
		return { ...rest, message: `${problem.message} ${meant.key} has its own field.` };
	}
	const isSet = rows.some((row) => findOption(store, row.key) === meant);
	return isSet ? { ...rest, message: `${problem.message} ${explainSet(meant.key)}` } : problem;
}

/** What a fix would write a second time. */
export function explainSet(key: string): string {
	return `${key} is set already.`;
}

/** Where an option is set that has a field: above, or above once other credentials are chosen. */
function explainField(store: ObjectStore, credentials: string, option: StoreOption): TextProblem {
	const place = findOptionPlace(store, { credentials, options: [] }, option);
	const message =
		place.kind === "other credentials"
			? `${option.key} needs another kind of credentials. Choose “${place.title}” above and set it there, or remove this option.`
			: `${option.key} has its own field above. Set it there.`;
	return { code: "misplaced-key", severity: "error", message };
}

/** Two spellings of one option, of which the store takes either. */
export function explainRepeatedKey(key: string, other: string): BareProblem {
	return {
		code: "repeated-key",
		severity: "error",
		message: `${key} sets the same option as ${other}. Keep one of them.`,
	};
}

/**
 * Why an option's key does not do what was meant, with the key that does it as the fix where no more than the name
 * changes.
 *
 * @param nested Whether TOML takes the key for tables within the store's. No source shows what Polars does with those.
 * @see Polars, `crates/polars-io/src/cloud/options.rs`: a key that the store doesn't know is dropped without a word.
 */
export function explainUnknownKey(store: ObjectStore, key: string, nested = false): TextProblem {
	const foreign = findForeign(store, key);
	const name = escapeInvisible(key);
	if (foreign?.undocumented) {
		return {
			code: "undocumented-key",
			severity: "advice",
			message: `${name} is not documented for a location. ${foreign.note}`,
		};
	}
	const fate = nested ? "Polars has no option" : "Polars ignores";
	if (foreign) {
		const fix = foreign.sameValue && foreign.instead;
		return {
			code: "foreign-option",
			severity: foreign.harmless ? "advice" : "error",
			message: `${fate} ${name}, a key of ${foreign.library}. ${foreign.note}`,
			...(fix && { fix: { title: fix, text: fix } }),
		};
	}
	const owner = objectStores.find((other) => findOption(other, key));
	if (owner) {
		return {
			code: "foreign-option",
			severity: "error",
			message: `Polars ignores ${name} here: it is an option of ${stores[owner].title}.`,
		};
	}
	const meant = findNearest(listStripped(key).at(-1) ?? key, spellings[store]);
	return {
		code: "unknown-option",
		severity: "error",
		message: `Unknown option “${name}”${nested ? "" : ": Polars ignores it"}.${suggest(meant)}`,
		...(meant && { fix: { title: meant, text: meant } }),
	};
}

/** Every key that each store takes. A file can hold thousands of unknown ones, so they are put together once. */
const spellings = mapStores(objectStores, listSpellings);

function listSpellings(store: ObjectStore): readonly string[] {
	return listOptions(store).flatMap((option) => [option.key, ...option.aliases]);
}

function judgeValue(store: ObjectStore, { key, value }: OptionRow): TextProblem | undefined {
	const option = findOption(store, key);
	if (!option) return undefined;
	const text = option.secret ? value : value.trim();
	if (text === "")
		return { code: "empty-value", severity: "error", message: `Enter a value for ${key}, or remove the option.` };
	return judgeEncoding(text) ?? checkOptionValue(option.type, text);
}
