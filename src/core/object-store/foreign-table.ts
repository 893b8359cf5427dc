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
	return { kind: "container", note: "Write each of its keys one level up, as an option." };
}

/** A duration in milliseconds, or in a form of its own. */
export function otherUnit(option: string): Counterpart {
	return [`Use ${option}, with a unit, such as 30s.`, option];
}

export const ambientCredentials: Counterpart = ["Remove all credentials: then each worker uses its own."];
export const caFile: Counterpart = ["Add the certificate authority to the trust store of every worker."];
export const bucketSetting: Counterpart = [
	"Remove it: Polars creates no buckets, and objects get the store's defaults.",
];
export const proxyHost: Counterpart = ["Use proxy_url: one URL with scheme, host and port.", "proxy_url"];
export const verify: Counterpart = [
	"For “false”, use allow_invalid_certificates = “true”. Add a CA to the worker's trust store.",
	"allow_invalid_certificates",
];
export const ownClient: Counterpart = ["Remove it: it tunes that program's own client."];
export const tableName: Counterpart = ["Remove it: the name of the table says which store this is."];
export const location: Counterpart = ["Set the place for checkpoints in the table's url."];
export const hadoopClient: Counterpart = ["Remove it: it sets up Hadoop's own client."];

/** What DuckDB's secrets have for every store. */
export const duckDbSecret: Readonly<Record<string, Counterpart>> = {
	provider: ambientCredentials,
	chain: ambientCredentials,
	scope: location,
	type: tableName,
};
