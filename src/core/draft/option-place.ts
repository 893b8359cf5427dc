import { findOption } from "../object-store/option.ts";
import type { StoreOption } from "../stores/store.ts";
import type { ObjectStore } from "../stores/stores.ts";
import { findKindOf } from "./credentials.ts";
import { listFieldKeys, type OptionRow } from "./draft.ts";
import { storeFields } from "./fields.ts";

/** Where the form sets an option of an object store. */
export type OptionPlace =
	/** In a field that is there. */
	| { readonly kind: "field" }
	/** In the row of options with this index, which is there. */
	| { readonly kind: "row"; readonly index: number }
	/** In a field that another kind of credentials has; to set the option is to choose that kind. */
	| { readonly kind: "other credentials"; readonly credentials: string; readonly title: string }
	/** In a row that has yet to be added. */
	| { readonly kind: "new row" };

/**
 * Where an option is set, or would be.
 *
 * A field that other credentials have and that is no sign of them, such as a client ID, is an option of these
 * credentials like any other: with the worker's environment it says which identity is meant.
 */
export function findOptionPlace(
	store: ObjectStore,
	{ credentials, options }: { readonly credentials: string; readonly options: readonly OptionRow[] },
	option: StoreOption,
): OptionPlace {
	if (listFieldKeys(store, credentials).includes(option.key)) return { kind: "field" };
	const index = options.findIndex(({ key }) => findOption(store, key) === option);
	if (index >= 0) return { kind: "row", index };
	const kind = findKindOf(store, option.key);
	return kind === undefined
		? { kind: "new row" }
		: { kind: "other credentials", credentials: kind, title: titleCredentials(store, kind) };
}

/** What a person calls a kind of credentials: `Access key`. */
export function titleCredentials(store: ObjectStore, credentials: string): string {
	const choices: Readonly<Record<string, string>> = storeFields[store].credentials.choices;
	return choices[credentials] ?? credentials;
}
