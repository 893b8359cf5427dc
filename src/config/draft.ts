import { type advisorFields, type Store, type sharedFields, storeFields } from "./fields.ts";

/** One further option of an object store, as the form holds it: a key and its value's text. */
export interface OptionRow {
	key: string;
	value: string;
}

/** Keys of each store's text fields, by the kind of credentials, in the order in which the documentation writes them. */
const sectionKeys = {
	s3: {
		access_key: [
			"url",
			"aws_access_key_id",
			"aws_secret_access_key",
			"aws_session_token",
			"aws_region",
			"aws_endpoint_url",
		],
		environment: ["url", "aws_region", "aws_endpoint_url"],
	},
	gcs: {
		key_file: ["url", "google_service_account_path"],
		inline_key: ["url", "google_service_account_key"],
		environment: ["url"],
	},
	abs: {
		shared_key: ["url", "azure_storage_account_name", "azure_storage_account_key"],
		shared_access_signature: ["url", "azure_storage_account_name", "azure_storage_sas_key"],
		service_principal: [
			"url",
			"azure_storage_account_name",
			"azure_storage_tenant_id",
			"azure_storage_client_id",
			"azure_storage_client_secret",
		],
		environment: ["url", "azure_storage_account_name"],
	},
} as const;

type SectionKeys = typeof sectionKeys;
type SectionDraft<ObjectStore extends keyof SectionKeys> = {
	credentials: keyof SectionKeys[ObjectStore];
	options: OptionRow[];
} & Record<Exclude<keyof (typeof storeFields)[ObjectStore], "credentials">, string>;

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

/**
 * What the form holds: the texts of every store and every kind of credentials at once, whether they are right or not,
 * so that going back to one finds what was typed there. {@link listSettings} takes what is chosen, and
 * {@link checkDraft} judges it.
 */
export interface CheckpointDraft {
	period: string;
	store: Store;
	shuffle: "local" | "shared";
	files: "separate" | "one";
	key_style: "dotted" | "tables";
	output: keyof (typeof sharedFields)["output"]["choices"];
	secrets: "toml" | "environment";
	/** Address of the folder that holds the JSON Schemas, or an empty text for files without a schema line. */
	schema: string;
	shared_filesystem: { path: string };
	s3: SectionDraft<"s3">;
	gcs: SectionDraft<"gcs">;
	abs: SectionDraft<"abs">;
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
	shared_filesystem: { path: "/mnt/storage/polars/checkpoints" },
	s3: { ...emptyTexts("s3"), credentials: "access_key", options: [] },
	gcs: { ...emptyTexts("gcs"), credentials: "key_file", options: [] },
	abs: { ...emptyTexts("abs"), credentials: "shared_key", options: [] },
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

function emptyTexts<ObjectStore extends keyof SectionKeys>(store: ObjectStore) {
	const keys = Object.keys(storeFields[store]).filter((key) => key !== "credentials");
	return Object.fromEntries(keys.map((key) => [key, ""])) as Omit<SectionDraft<ObjectStore>, "credentials" | "options">;
}

/**
 * Keys of the chosen store's text fields, as its choice of credentials has them, in the documentation's order:
 * `["url", "aws_access_key_id", …]`.
 */
export function listSectionKeys(draft: CheckpointDraft): readonly string[] {
	if (draft.store === "shared_filesystem") return ["path"];
	return listFieldKeys(draft.store, draft[draft.store].credentials);
}

/** Keys of an object store's text fields, as a choice of credentials has them, in the documentation's order. */
export function listFieldKeys(store: keyof SectionKeys, credentials: string): readonly string[] {
	const keys: Readonly<Record<string, readonly string[]>> = sectionKeys[store];
	return keys[credentials] ?? [];
}

/** A kind of credentials that has a field of a store: the present one, if it has; undefined where none has it. */
export function findKindWith(store: string, present: string, key: string): string | undefined {
	const kinds: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = sectionKeys;
	const own = kinds[store] ?? {};
	return [present, ...Object.keys(own)].find((kind) => own[kind]?.includes(key));
}
