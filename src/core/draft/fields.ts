import { docs } from "../docs.ts";
import { findOption } from "../object-store/option.ts";
import type { StoreField } from "../stores/store.ts";
import {
	type CredentialsKind,
	isObjectStore,
	mapStores,
	type ObjectStore,
	type Store,
	storeNames,
	stores,
} from "../stores/stores.ts";

/** What a person is told about a field: one source for the form, the link, the problems and the JSON Schema. */
export interface FieldMeta extends StoreField {
	/** Never written to a link or to storage, masked on the screen. */
	readonly secret?: boolean;
	/** What can be chosen, as the person reads it, where the field is a choice. */
	readonly choices?: Readonly<Record<string, string>>;
}

/** The fields that every configuration has. */
export const sharedFields = {
	period: {
		title: "Checkpoint period",
		help: "Polars makes a checkpoint when a stage ends and this much time has passed since the last one.",
		example: "10 mins",
		docs: docs.checkpointing,
		missing: "Enter a period, for example 10 mins.",
	},
	store: {
		title: "Checkpoint storage",
		help: "Where the workers store checkpoints: worker.checkpoint_location.",
		docs: docs.checkpointing,
		choices: mapStores(storeNames, (store) => stores[store].title),
	},
	shuffle: {
		title: "Shuffles are on shared storage",
		help: "Set in worker.shuffle_location.",
		docs: docs.checkpointing,
		choices: { local: "Local disk", shared: "Shared storage" },
	},
	files: {
		title: "Files",
		help: "One file can serve every node. static_leader then says which node runs the scheduler.",
		docs: docs.reference,
		choices: { separate: "Separate files", one: "One file" },
	},
	key_style: {
		title: "Key style",
		help: "Two ways to write the same settings.",
		docs: docs.reference,
		choices: { dotted: "Dotted keys", tables: "Tables" },
	},
	output: {
		title: "Output",
		help: "How the configuration reaches the nodes.",
		docs: docs.reference,
		choices: {
			bare_metal: "TOML files",
			environment: "Environment variables",
			helm: "Helm values",
			operator: "Kubernetes operator",
		},
	},
	secrets: {
		title: "Secrets go to",
		help: "Environment variables override the TOML file. Use their file with systemd's EnvironmentFile or docker run --env-file.",
		docs: docs.reference,
		choices: { toml: "TOML file", environment: "Environment variables" },
	},
	schema: {
		title: "Start with a schema line",
		help: "Editors with Taplo or Even Better TOML then know every key.",
		example: "https://example.com/folder/",
		docs: docs.schemaLine,
	},
} as const satisfies Readonly<Record<string, FieldMeta>>;

/** What can be chosen in the advisor. Its other fields are texts, which `advisor` describes and judges. */
export const advisorFields = {
	failures: {
		title: "Workers run on",
		help: "This decides how often a worker fails.",
		docs: docs.checkpointing,
		choices: {
			spot: "Spot instances",
			on_demand: "On-demand machines",
			own_hardware: "Own hardware",
			custom: "Something else",
		},
	},
	cost_from: {
		title: "Checkpoint cost",
		help: "How long one checkpoint takes, or how much it writes and how fast.",
		docs: docs.checkpointing,
		choices: { time: "Time", size: "Size and bandwidth" },
	},
} as const satisfies Readonly<Record<string, FieldMeta>>;

/**
 * What workers that run as pods need beside the settings themselves. Only the outputs for Kubernetes read it, and say
 * what is wrong with it.
 */
export const kubernetesFields = {
	service_account: {
		title: "Service account",
		help: "The account that the workers' pods run as. Create it first. If empty, it is the namespace's account “default”.",
		example: "polars-worker",
		docs: docs.kubernetes,
	},
	volume: {
		title: "Volume",
		help: "All workers' pods must be able to write to it at the same time: ReadWriteMany.",
		docs: docs.kubernetes,
		choices: {
			claim: "Claim at this path",
			nfs: "NFS share at this path",
			chart_claim: "Claim at the chart's path",
			new_claim: "New claim at the chart's path",
		},
	},
	claim: {
		title: "Claim",
		help: "Name of a PersistentVolumeClaim in the namespace of the release.",
		example: "polars-checkpoints",
		docs: docs.kubernetes,
		missing: "Enter the name of the claim, for example polars-checkpoints.",
	},
	nfs_server: {
		title: "NFS server",
		help: "The name or address at which the cluster's nodes reach it.",
		example: "nfs.example.com",
		docs: docs.kubernetes,
		missing: "Enter the server's name or address, for example nfs.example.com.",
	},
	nfs_export: {
		title: "NFS export",
		help: "The path on the server of the directory that it shares.",
		example: "/exports/checkpoints",
		docs: docs.kubernetes,
		missing: "Enter the path of the export, for example /exports/checkpoints.",
	},
	storage_class: {
		title: "Storage class",
		help: "One that makes volumes with ReadWriteMany, such as CephFS, EFS, Azure Files or Filestore.",
		example: "cephfs",
		docs: docs.kubernetes,
		missing: "Enter a storage class that allows ReadWriteMany: a cluster's default one rarely does.",
	},
	claim_size: {
		title: "Size",
		help: "How much storage the claim asks for.",
		example: "125Gi",
		docs: docs.kubernetes,
		missing: "Enter a size, for example 125Gi.",
	},
} as const satisfies Readonly<Record<string, FieldMeta>>;

type StoreFields<Name extends Store> = {
	readonly [Key in keyof (typeof stores)[Name]["fields"]]: (typeof stores)[Name]["fields"][Key] & FieldMeta;
} & (Name extends ObjectStore
	? { readonly credentials: FieldMeta & { readonly choices: Readonly<Record<CredentialsKind<Name>, string>> } }
	: unknown);

/** The fields of each store. Further options of an object store have their own catalogue, in `object-store`. */
export const storeFields = mapStores(storeNames, (store) => ({
	...(isObjectStore(store) && { credentials: describeCredentials(store) }),
	...describeFields(store),
})) as { readonly [Name in Store]: StoreFields<Name> };

function describeCredentials(store: ObjectStore): FieldMeta {
	const kinds = Object.entries(stores[store].credentials.kinds);
	return {
		title: "Credentials",
		help: kinds.map(([, { title, help }]) => `${title}: ${help}`).join(" "),
		docs: docs.checkpointing,
		choices: Object.fromEntries(kinds.map(([kind, { title }]) => [kind, title])),
	};
}

/** A field is as secret as the option that it sets. */
function describeFields(store: Store): Readonly<Record<string, FieldMeta>> {
	const described = Object.entries<StoreField>(stores[store].fields).map(([key, field]): [string, FieldMeta] => {
		const secret = isObjectStore(store) && findOption(store, key)?.secret;
		return [key, secret ? { ...field, secret } : field];
	});
	return Object.fromEntries(described);
}

/** Every field by its name in the form: `period`, `s3.url`, `s3.credentials`. */
export const fields: ReadonlyMap<string, FieldMeta> = new Map<string, FieldMeta>([
	...Object.entries(sharedFields),
	...Object.entries({ ...storeFields, kubernetes: kubernetesFields, advisor: advisorFields }).flatMap(
		([part, section]) => Object.entries(section).map(([key, meta]): [string, FieldMeta] => [`${part}.${key}`, meta]),
	),
]);
