import { undocumentedNotes } from "./undocumented.ts";

/** What takes the place of another library's key here. */
export type Counterpart =
	/** Our key, whose value is the same: only then is it safe to just rename the key. */
	| string
	/** What to do, and our key that has a part in it. */
	| readonly [note: string, instead?: string]
	/** Why nothing is missed although Polars drops the key. */
	| { readonly kind: "harmless"; readonly note: string }
	/** One of Polars' own programs takes it. Whether On-Prem drops it isn't known. */
	| { readonly kind: "undocumented"; readonly note: string }
	/** A table that the library keeps options in. */
	| { readonly kind: "container"; readonly note: string };

/** By library, then by that library's key; one that ends in `*` stands for all that begin so. */
export type Libraries = Readonly<Record<string, Readonly<Record<string, Counterpart>>>>;

/** What people bring to every store. */
export const shared: Libraries = {
	...mapKeys(undocumentedNotes, (note) => ({ kind: "undocumented", note })),
	"Python's file systems": { storage_options: container() },
	"Polars' Helm chart": { options: container() },
};

function mapKeys(
	libraries: Readonly<Record<string, Readonly<Record<string, string>>>>,
	describe: (note: string) => Counterpart,
): Libraries {
	return Object.fromEntries(
		Object.entries(libraries).map(([library, notes]) => [
			library,
			Object.fromEntries(Object.entries(notes).map(([key, note]) => [key, describe(note)])),
		]),
	);
}

export function container(): Counterpart {
	return { kind: "container", note: "Write what is in it one level up, each as an option of its own." };
}

/** A duration in milliseconds, or in a form of its own. */
export function otherUnit(option: string): Counterpart {
	return [`It is ${option} here, whose value has a unit, such as 30s.`, option];
}

export const ambientCredentials: Counterpart = ["Leave out all credentials, and each worker uses its own."];
export const caFile: Counterpart = ["Add the certificate authority to the trust store of every worker."];
export const bucketSetting: Counterpart = [
	"Leave it out: Polars makes no buckets, and objects take the store's defaults.",
];
export const proxyHost: Counterpart = ["It is proxy_url here: one URL with scheme, host and port.", "proxy_url"];
export const verify: Counterpart = [
	"“false” there is allow_invalid_certificates = “true” here; a CA belongs in the worker's trust store.",
	"allow_invalid_certificates",
];
export const ownClient: Counterpart = ["Leave it out: it tunes that program's own client."];
export const tableName: Counterpart = ["Leave it out: the name of the table says which store this is."];
export const location: Counterpart = ["Where checkpoints go is the table's url."];
export const hadoopClient: Counterpart = ["Leave it out: it sets up Hadoop's own client."];

/** What DuckDB's secrets have for every store. */
export const duckDbSecret: Readonly<Record<string, Counterpart>> = {
	provider: ambientCredentials,
	chain: ambientCredentials,
	scope: location,
	type: tableName,
};
