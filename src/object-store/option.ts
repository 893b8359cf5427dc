import { absOptions } from "./abs.ts";
import { clientOptions } from "./client.ts";
import { gcsOptions } from "./gcs.ts";
import { s3Options } from "./s3.ts";

/** A backend by the name of its table in the configuration. */
export type ObjectStore = "s3" | "gcs" | "abs";

/**
 * What the text of an option must be. All of them are TOML strings: the store takes nothing else.
 *
 * In `oneOf`, a member that ends in `*` stands for itself with any text in the place of the `*`. With `anyCase` its
 * members are taken in any case, with `orBoolean` every text of a boolean is taken too.
 */
export type OptionType =
	| "string"
	| "boolean"
	| "integer"
	| "duration"
	| "url"
	| "path"
	| "json"
	| { readonly oneOf: readonly string[]; readonly anyCase?: true; readonly orBoolean?: true };

/** One option of an object store. */
export interface StoreOption {
	/** The spelling that we write: the one that Polars documents, else the crate's canonical one. */
	readonly key: string;
	/** Every other spelling that the store accepts. */
	readonly aliases: readonly string[];
	readonly type: OptionType;
	readonly secret?: true;
	/** The first version of the object_store crate that knows the option; absent if every Polars On-Prem does. */
	readonly since?: keyof typeof firstPolars;
	/** What it does and when it is needed, in one sentence or two short ones. */
	readonly help: string;
}

/**
 * The first Polars that is known to have what a version of the object_store crate brought. On-Prem's own build isn't
 * public.
 *
 * @see Polars 1.44.2, tried: it reads google_bearer_token and others that upstream has from 0.14 on.
 */
const firstPolars = { "0.14": "1.44" } as const;

const tables: Readonly<Record<ObjectStore, readonly StoreOption[]>> = {
	s3: [...s3Options, ...listClientOptions("aws_")],
	gcs: [...gcsOptions, ...listClientOptions("google_")],
	abs: [...absOptions, ...listClientOptions("azure_")],
};

const indexes: Readonly<Record<ObjectStore, ReadonlyMap<string, StoreOption>>> = {
	s3: indexBySpelling(tables.s3),
	gcs: indexBySpelling(tables.gcs),
	abs: indexBySpelling(tables.abs),
};

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
	return since && `Known from Polars ${firstPolars[since]} on. Whether your On-Prem has it isn't known.`;
}
