import type { StoreOption } from "../stores/store.ts";
import { mapStores, type ObjectStore, objectStores, stores } from "../stores/stores.ts";
import { clientOptions } from "./client.ts";

/**
 * The first Polars that is known to have what a version of the object_store crate brought. On-Prem's own build isn't
 * public.
 *
 * @see Polars 1.44.2, tried: it reads google_bearer_token and others that upstream has from 0.14 on.
 */
const firstPolars = { "0.14": "1.44" } as const;

const tables: Readonly<Record<ObjectStore, readonly StoreOption[]>> = mapStores(objectStores, (store) => [
	...stores[store].options,
	...listClientOptions(stores[store].optionPrefix),
]);

const indexes: Readonly<Record<ObjectStore, ReadonlyMap<string, StoreOption>>> = mapStores(objectStores, (store) =>
	indexBySpelling(tables[store]),
);

function listClientOptions(prefix: string): StoreOption[] {
	return clientOptions.map((option) => ({ ...option, aliases: [prefix + option.key] }));
}

function indexBySpelling(options: readonly StoreOption[]): Map<string, StoreOption> {
	return new Map(options.flatMap((option) => [option.key, ...option.aliases].map((spelling) => [spelling, option])));
}

/** All options of a store, in the order in which a person would look for them: its own, then those of its HTTP client. */
export function listOptions(store: ObjectStore): readonly StoreOption[] {
	return tables[store];
}

/**
 * The option that Polars would set for a key, whichever of its spellings is used; undefined for a key that Polars
 * drops without a word.
 *
 * Like Polars (crates/polars-io/src/cloud/options.rs) it lower-cases ASCII letters and changes nothing else, so that
 * `AWS_REGION` is found and `aws-region` is not.
 */
export function findOption(store: ObjectStore, key: string): StoreOption | undefined {
	const index = indexes[store];
	return index.get(key) ?? index.get(key.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
}

/** Which Polars knows an option, as a sentence; undefined for one that every Polars On-Prem knows. */
export function describeSince({ since }: StoreOption): string | undefined {
	return since && `Known from Polars ${firstPolars[since]} on. Whether your On-Prem has it is not known.`;
}
