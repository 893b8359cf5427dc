import { docs } from "./docs.ts";

/** What a person is told about a field: one source for the form, the link, the problems and the JSON Schema. */
export interface FieldMeta {
	readonly title: string;
	/** One or two sentences under the field. */
	readonly help: string;
	readonly example?: string;
	/** Address of the documentation page that the field comes from. */
	readonly docs: string;
	/** Never written to a link or to storage, masked on the screen. */
	readonly secret?: boolean;
	/** What to say while the field is empty; absent where it may stay empty. */
	readonly missing?: string;
	/** What can be chosen, as the person reads it, where the field is a choice. */
	readonly choices?: Readonly<Record<string, string>>;
}

/** What a person calls each place that a checkpoint can be stored at. */
export const storeTitles = {
	shared_filesystem: "Shared filesystem",
	s3: "S3",
	gcs: "Google Cloud Storage",
	abs: "Azure Blob Storage",
} as const;

/** A place that a checkpoint can be stored at: the table's name under `worker.checkpoint_location`. */
export type Store = keyof typeof storeTitles;

/** The fields that every configuration has. */
export const sharedFields = {
	period: {
		title: "Checkpoint period",
		help: "A checkpoint is made when a stage ends and this much time has passed since the last one.",
		example: "10 mins",
		docs: docs.checkpointing,
		missing: "Enter a duration, for example 10 mins.",
	},
	store: {
		title: "Checkpoint storage",
		help: "Where the workers store checkpoints: worker.checkpoint_location.",
		docs: docs.checkpointing,
		choices: storeTitles,
	},
	shuffle: {
		title: "Shuffle storage",
		help: "Where workers put the data that they hand on between stages: worker.shuffle_location.",
		docs: docs.checkpointing,
		choices: { local: "Local disk", shared: "Shared storage" },
	},
	files: {
		title: "Files",
		help: "One file can serve every node: static_leader then says which node runs the scheduler.",
		docs: docs.reference,
		choices: { separate: "Separate files", one: "One file" },
	},
	key_style: {
		title: "Key style",
		help: "Two spellings of the same values.",
		docs: docs.reference,
		choices: { dotted: "Dotted keys", tables: "Tables" },
	},
	output: {
		title: "Output",
		help: "How the configuration reaches the nodes.",
		docs: docs.reference,
		choices: { bare_metal: "TOML files", environment: "Environment variables", operator: "Kubernetes operator" },
	},
	secrets: {
		title: "Secrets",
		help: "Variables win over the TOML, and their file is for systemd's EnvironmentFile or docker run --env-file.",
		docs: docs.reference,
		choices: { toml: "In the TOML", environment: "In environment variables" },
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
		help: "It decides how often one is lost.",
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
		help: "How long a checkpoint takes, or what that follows from.",
		docs: docs.checkpointing,
		choices: { time: "Time", size: "Size and bandwidth" },
	},
} as const satisfies Readonly<Record<string, FieldMeta>>;

/** The fields of each store. Further options of an object store have their own catalogue, in `object-store`. */
export const storeFields = {
	shared_filesystem: {
		path: {
			title: "Path",
			help: "A directory on storage that every worker mounts at this same path, such as NFS or CephFS.",
			example: "/mnt/storage/polars/checkpoints",
			docs: docs.checkpointing,
			missing: "Enter an absolute path, for example /mnt/storage/polars/checkpoints.",
		},
	},
	s3: {
		credentials: {
			title: "Credentials",
			help: "In the worker's environment, Polars finds AWS variables, files or a role.",
			docs: docs.checkpointing,
			choices: { access_key: "Access key", environment: "Worker's environment" },
		},
		url: {
			title: "URL",
			help: "The bucket and, after it, the folder that holds the checkpoints.",
			example: "s3://bucket/path/to/key",
			docs: docs.checkpointing,
			missing: "Enter a URL, for example s3://bucket/path/to/key.",
		},
		aws_access_key_id: {
			title: "Access key ID",
			help: "The public half of the key pair.",
			docs: docs.checkpointing,
			missing: "Enter the access key ID: it works only together with its secret access key.",
		},
		aws_secret_access_key: {
			title: "Secret access key",
			help: "The secret half of the key pair.",
			docs: docs.checkpointing,
			secret: true,
			missing: "Enter the secret access key: the access key ID works only together with it.",
		},
		aws_session_token: {
			title: "Session token",
			help: "Only for temporary credentials. When they expire, checkpoints fail.",
			docs: docs.s3,
			secret: true,
		},
		aws_region: {
			title: "Region",
			help: "Where the bucket is. Left empty, Polars asks Amazon, or takes us-east-1 if an endpoint is set.",
			example: "eu-west-1",
			docs: docs.s3,
		},
		aws_endpoint_url: {
			title: "Endpoint URL",
			help: "Only for a store that speaks the S3 API and isn't Amazon's own.",
			example: "https://s3.example.com",
			docs: docs.checkpointing,
		},
	},
	gcs: {
		credentials: {
			title: "Credentials",
			help: "In the worker's environment, Polars finds application default credentials.",
			docs: docs.checkpointing,
			choices: { key_file: "Key file", inline_key: "Inline key", environment: "Worker's environment" },
		},
		url: {
			title: "URL",
			help: "The bucket and, after it, the folder that holds the checkpoints.",
			example: "gs://bucket/path/to/key",
			docs: docs.checkpointing,
			missing: "Enter a URL, for example gs://bucket/path/to/key.",
		},
		google_service_account_path: {
			title: "Service account path",
			help: "The service account's JSON file, at this same path on every worker.",
			example: "/etc/polars/gcs-service-account.json",
			docs: docs.checkpointing,
			missing: "Enter the path of the service account's JSON file on the workers.",
		},
		google_service_account_key: {
			title: "Service account key",
			help: "The whole content of the service account's JSON file.",
			example: '{"type": "service_account", …}',
			docs: docs.gcs,
			secret: true,
			missing: "Paste the content of the service account's JSON file.",
		},
	},
	abs: {
		credentials: {
			title: "Credentials",
			help: "In the worker's environment, Polars finds a managed or a workload identity.",
			docs: docs.checkpointing,
			choices: {
				shared_key: "Shared key",
				shared_access_signature: "Shared access signature",
				service_principal: "Service principal",
				environment: "Worker's environment",
			},
		},
		url: {
			title: "URL",
			help: "The container and, after it, the folder that holds the checkpoints.",
			example: "az://container/path/to/key",
			docs: docs.checkpointing,
			missing: "Enter a URL, for example az://container/path/to/key.",
		},
		azure_storage_account_name: {
			title: "Account name",
			help: "The storage account. It may stay empty if the URL names it.",
			example: "mystorageaccount",
			docs: docs.checkpointing,
		},
		azure_storage_account_key: {
			title: "Account key",
			help: "One of the storage account's two keys, in base64.",
			docs: docs.checkpointing,
			secret: true,
			missing: "Enter the account key: the account name alone gives no access.",
		},
		azure_storage_sas_key: {
			title: "SAS token",
			help: "It must allow to read, write, list and delete. When it expires, checkpoints fail.",
			docs: docs.abs,
			secret: true,
			missing: "Enter the SAS token: the account name alone gives no access.",
		},
		azure_storage_tenant_id: {
			title: "Tenant ID",
			help: "The directory that the application is registered in.",
			docs: docs.abs,
			missing: "Enter the tenant ID: it goes with the client ID and the client secret.",
		},
		azure_storage_client_id: {
			title: "Client ID",
			help: "The ID of the registered application.",
			docs: docs.abs,
			missing: "Enter the client ID: it goes with the tenant ID and the client secret.",
		},
		azure_storage_client_secret: {
			title: "Client secret",
			help: "The value of the secret, not its ID.",
			docs: docs.abs,
			secret: true,
			missing: "Enter the client secret: it goes with the tenant ID and the client ID.",
		},
	},
} as const satisfies Readonly<Record<Store, Readonly<Record<string, FieldMeta>>>>;

/** Every field by its name in the form: `period`, `s3.url`, `s3.credentials`. */
export const fields: ReadonlyMap<string, FieldMeta> = new Map<string, FieldMeta>([
	...Object.entries(sharedFields),
	...Object.entries({ ...storeFields, advisor: advisorFields }).flatMap(([part, section]) =>
		Object.entries(section).map(([key, meta]): [string, FieldMeta] => [`${part}.${key}`, meta]),
	),
]);
