import type { ObjectStoreDescriptor } from "../stores/store.ts";
import {
	type CredentialsKind,
	isObjectStore,
	mapStores,
	type ObjectStore,
	type Store,
	storeNames,
	stores,
} from "../stores/stores.ts";
import type { advisorFields, kubernetesFields, sharedFields } from "./fields.ts";

/** One further option of an object store, as the form holds it: a key and its value's text. */
export interface OptionRow {
	key: string;
	value: string;
}

/** What the form holds of a store: a text for each field, and of an object store the choice of credentials and rows. */
type SectionDraft<Name extends Store> = Record<keyof (typeof stores)[Name]["fields"], string> &
	(Name extends ObjectStore ? { credentials: CredentialsKind<Name>; options: OptionRow[] } : unknown);

type SectionDrafts = { [Name in Store]: SectionDraft<Name> };

/**
 * What the advisor on the period reckons with, as typed: `8`, `5m`, `10 days`, `60 GB`, `1 GB/s`. It is about queries and
 * machines, so no file is written from it.
 */
export interface AdvisorDraft {
	workers: string;
	failures: keyof (typeof advisorFields)["failures"]["choices"];
	/** Time between the failures of one worker, where {@link failures} is `custom`. */
	worker_mtbf: string;
	cost_from: keyof (typeof advisorFields)["cost_from"]["choices"];
	checkpoint_cost: string;
	checkpoint_size: string;
	bandwidth: string;
	stage_length: string;
	query_length: string;
	restart_time: string;
}

/** What workers that run as pods need, as typed. It is for the outputs for Kubernetes alone. */
export type KubernetesDraft = Record<Exclude<keyof typeof kubernetesFields, "volume">, string> & {
	volume: keyof (typeof kubernetesFields)["volume"]["choices"];
};

/**
 * What the form holds: the texts of every store and every kind of credentials at once, whether they are right or not,
 * so that going back to one finds what was typed there. {@link listSettings} takes what is chosen, and
 * {@link checkDraft} judges it.
 */
export interface CheckpointDraft extends SectionDrafts {
	period: string;
	store: Store;
	shuffle: "local" | "shared";
	files: "separate" | "one";
	key_style: "dotted" | "tables";
	output: keyof (typeof sharedFields)["output"]["choices"];
	secrets: "toml" | "environment";
	/** Address of the folder that holds the JSON Schemas, or an empty text for files without a schema line. */
	schema: string;
	kubernetes: KubernetesDraft;
	advisor: AdvisorDraft;
}

/** What a person sees before touching anything: the documentation's own example. */
export const defaultDraft: CheckpointDraft = {
	period: "10 mins",
	store: "shared_filesystem",
	shuffle: "local",
	files: "separate",
	key_style: "dotted",
	output: "bare_metal",
	secrets: "toml",
	schema: "",
	...(mapStores(storeNames, startSection) as SectionDrafts),
	kubernetes: {
		service_account: "",
		volume: "claim",
		claim: "polars-checkpoints",
		nfs_server: "",
		nfs_export: "",
		storage_class: "",
		claim_size: "125Gi",
	},
	advisor: {
		workers: "8",
		failures: "spot",
		worker_mtbf: "10 days",
		cost_from: "time",
		checkpoint_cost: "1m",
		checkpoint_size: "60 GB",
		bandwidth: "1 GB/s",
		stage_length: "5m",
		query_length: "4h",
		restart_time: "5m",
	},
};

/** A path has the documentation's own; all that an object store has is still to be typed. */
function startSection(store: Store): object {
	if (!isObjectStore(store)) return { path: stores[store].fields.path.example };
	const texts = Object.fromEntries(Object.keys(stores[store].fields).map((key) => [key, ""]));
	return { ...texts, credentials: listKinds(store)[0], options: [] };
}

/** The kinds of credentials that an object store has, in the order in which they are offered. */
export function listKinds<Name extends ObjectStore>(store: Name): readonly CredentialsKind<Name>[] {
	return Object.keys(stores[store].credentials.kinds) as CredentialsKind<Name>[];
}

/**
 * Keys of the chosen store's text fields, as its choice of credentials has them, in the documentation's order:
 * `["url", "aws_access_key_id", …]`.
 */
export function listSectionKeys(draft: CheckpointDraft): readonly string[] {
	const { store } = draft;
	return isObjectStore(store) ? listFieldKeys(store, draft[store].credentials) : Object.keys(stores[store].fields);
}

/** Keys of an object store's text fields, as a choice of credentials has them, in the documentation's order. */
export function listFieldKeys(store: ObjectStore, credentials: string): readonly string[] {
	const kinds: ObjectStoreDescriptor["credentials"]["kinds"] = stores[store].credentials.kinds;
	return Object.hasOwn(kinds, credentials) ? (kinds[credentials]?.keys ?? []) : [];
}

/** A kind of credentials that has a field of a store: the present one, if it has; undefined where none has it. */
export function findKindWith(store: string, present: string, key: string): string | undefined {
	if (!isObjectStore(store)) return undefined;
	return [present, ...listKinds(store)].find((kind) => listFieldKeys(store, kind).includes(key));
}
