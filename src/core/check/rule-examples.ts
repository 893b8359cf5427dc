import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import type { ProblemCode } from "../problem-codes.ts";
import type { NamedText } from "./lint.ts";

/** What an example shows: a file, several that are checked together, or a draft with the output that it chooses. */
export type ExampleInput = string | readonly NamedText[] | CheckpointDraft;

/** A rule by example. */
export interface RuleExample {
	/** The rule alone finds a problem in this. */
	readonly wrong: ExampleInput;
	/** The same as it is meant, in which there is no problem. */
	readonly right: ExampleInput;
}

const scheduler = "[scheduler]\nenabled = true\n";
const checkpoint = `${scheduler}\n[scheduler.checkpoint]\nenabled = true\n`;
const worker = "[worker]\nenabled = true\n";

/** A scheduler with a checkpoint period. */
function period(text: string): string {
	return `${checkpoint}period = "${text}"\n`;
}

/** A worker with a checkpoint location in a store. */
function place(store: string, ...lines: readonly string[]): string {
	return `${worker}\n[worker.checkpoint_location.${store}]\n${lines.join("\n")}\n`;
}

function s3(...lines: readonly string[]): string {
	return place("s3", 'url = "s3://team-data/checkpoints"', ...lines);
}

function abs(...lines: readonly string[]): string {
	return place("abs", 'url = "az://team-data/checkpoints"', 'azure_storage_account_name = "teamdata"', ...lines);
}

function path(text: string): string {
	return place("shared_filesystem", `path = ${text}`);
}

function url(text: string): string {
	return place("s3", `url = "${text}"`);
}

/** Two files of one cluster. */
function nodes(one: string, other: string): readonly NamedText[] {
	return [
		{ name: "scheduler.toml", text: one },
		{ name: "worker.toml", text: other },
	];
}

/** Values of the Helm chart, up to what follows. */
const values = "checkpointData:\n  s3:\n    enabled: true\n    endpoint: s3://team-data/checkpoints\ncheckpoint:\n";
const claim = "checkpointData:\n  sharedPersistentVolumeClaim:\n    enabled: true\n";

/** A PolarsCluster with lines of its checkpoint and of what says where it goes. */
function cluster(timing: string, data: string): string {
	const head = "apiVersion: compute.pola.rs/v1alpha1\nkind: PolarsCluster\nmetadata: { name: main }\nspec:\n";
	return `${head}  checkpoint:\n    ${timing}\n    data:\n      ${data}\n`;
}

const mounted = `  workerPool:
    replicas: 2
    podTemplate:
      spec:
        containers:
          - name: worker
            volumeMounts: [{ name: storage, mountPath: /mnt/storage }]
`;

const keyPair = ['aws_access_key_id = "minio-user"', 'aws_secret_access_key = "minio-password"'];

/** For each rule a file that breaks it, and the same file put right. */
export const ruleExamples: Readonly<Record<ProblemCode, RuleExample>> = {
	"toml-syntax": { wrong: "[scheduler]\nenabled = yes\n", right: scheduler },
	"yaml-syntax": { wrong: `${values}  period: "10 mins\n`, right: `${values}  period: "10 mins"\n` },
	"unrelated-file": { wrong: "services:\n  web:\n    image: nginx\n", right: `${values}  period: 10m\n` },
	"filled-in": { wrong: `${values}  period: {{ .Values.period }}\n`, right: `${values}  period: 10m\n` },
	"variable-name": { wrong: "PC_CUBLET_cluster_id=main\n", right: "PC_CUBLET__cluster_id=main\n" },
	"variable-spelling": { wrong: 'PC_CUBLET__cluster_id="main"\n', right: "PC_CUBLET__cluster_id=main\n" },
	"repeated-key": {
		wrong: s3('aws_region = "eu-west-1"', 'region = "eu-west-1"'),
		right: s3('aws_region = "eu-west-1"'),
	},
	"file-encoding": { wrong: [...scheduler].map((character) => `${character}\0`).join(""), right: scheduler },
	"byte-order-mark": { wrong: `\ufeff${scheduler}`, right: scheduler },
	"invisible-character": { wrong: 'cluster_id = "main\u200b"\n', right: 'cluster_id = "main"\n' },
	"path-escape": { wrong: 'license = "/srv/licences\\new"\n', right: 'license = "/srv/licences/new"\n' },
	"surrounding-space": { wrong: path('"/mnt/checkpoints "'), right: path('"/mnt/checkpoints"') },
	"too-large": {
		wrong: s3(...Array.from({ length: 1001 }, (_, index) => `option_${index} = ""`)),
		right: s3(),
	},

	"unknown-key": { wrong: `${scheduler}n_worker = 4\n`, right: `${scheduler}n_workers = 4\n` },
	"renamed-key": {
		wrong: `${worker}heartbeat_interval_secs = 5\n`,
		right: `${worker}heartbeat_period = "5s"\n`,
	},
	"misplaced-key": { wrong: `${worker}cluster_id = "main"\n`, right: `cluster_id = "main"\n\n${worker}` },
	"undocumented-key": {
		wrong: `${scheduler}default_workers_per_query = 2\n`,
		right: `${scheduler}n_workers = 2\n`,
	},
	"wrong-type": { wrong: '[scheduler]\nenabled = "true"\n', right: scheduler },
	"wrong-value": {
		wrong: `${scheduler}worker_service.bind_addr = "192.168.1.2:70000"\n`,
		right: `${scheduler}worker_service.bind_addr = "192.168.1.2:7000"\n`,
	},
	"missing-value": { wrong: s3('aws_access_key_id = "minio-user"'), right: s3(...keyPair) },
	"empty-value": { wrong: s3('aws_region = ""'), right: s3() },
	"two-places": {
		wrong: `${s3()}\n[worker.checkpoint_location.shared_filesystem]\npath = "/mnt/checkpoints"\n`,
		right: s3(),
	},

	"unknown-option": { wrong: s3('aws_regoin = "eu-west-1"'), right: s3('aws_region = "eu-west-1"') },
	"foreign-option": { wrong: s3('region_name = "eu-west-1"'), right: s3('aws_region = "eu-west-1"') },
	"unused-option": { wrong: s3('aws_bucket = "team-data"'), right: s3() },
	"option-without-partner": {
		wrong: s3('aws_role_arn = "arn:aws:iam::123456789012:role/polars"'),
		right: s3(
			'aws_role_arn = "arn:aws:iam::123456789012:role/polars"',
			'aws_web_identity_token_file = "/var/run/secrets/token"',
		),
	},
	"recent-release": { wrong: s3('connect_timeout = "1.5s"'), right: s3('connect_timeout = "1s 500ms"') },

	"duration-syntax": { wrong: period("10 minutos"), right: period("10 mins") },
	"duration-months": { wrong: period("P10M"), right: period("PT10M") },
	"duration-comma": { wrong: period("1,000s"), right: period("1000s") },
	"period-length": { wrong: period("10s"), right: period("10 mins") },
	"period-missing": { wrong: checkpoint, right: period("10 mins") },

	"secret-in-url": {
		wrong: s3('aws_endpoint_url = "https://user:password@s3.example.com"'),
		right: s3('aws_endpoint_url = "https://s3.example.com"', ...keyPair),
	},
	"stray-secret": {
		wrong: s3('aws_region = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"'),
		right: s3('aws_region = "eu-west-1"'),
	},
	"possible-secret": {
		wrong: url("s3://team-data/wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY/checkpoints"),
		right: url("s3://team-data/checkpoints"),
	},
	placeholder: { wrong: url("s3://<BUCKET>/checkpoints"), right: url("s3://team-data/checkpoints") },

	"url-syntax": { wrong: url("https://team-data/checkpoints"), right: url("s3://team-data/checkpoints") },
	"url-ignored-part": {
		wrong: url("s3://team-data/checkpoints?region=eu-west-1"),
		right: s3('aws_region = "eu-west-1"'),
	},
	"bucket-name": { wrong: url("s3://Team_Data/checkpoints"), right: url("s3://team-data/checkpoints") },
	"bucket-root": { wrong: url("s3://team-data"), right: url("s3://team-data/checkpoints") },
	"key-spelling": { wrong: url("s3://team-data//checkpoints"), right: url("s3://team-data/checkpoints") },
	"express-bucket": {
		wrong: url("s3://team-data--euw1-az1--x-s3/checkpoints"),
		right: place("s3", 'url = "s3://team-data--euw1-az1--x-s3/checkpoints"', 'aws_s3_express = "true"'),
	},

	"not-a-path": { wrong: path('"mnt/checkpoints"'), right: path('"/mnt/checkpoints"') },
	"path-spelling": { wrong: path('"/mnt/../srv/checkpoints"'), right: path('"/srv/checkpoints"') },
	"volatile-path": { wrong: path('"/tmp/checkpoints"'), right: path('"/mnt/checkpoints"') },
	"own-disk": { wrong: path('"/var/lib/checkpoints"'), right: path('"/mnt/checkpoints"') },

	"endpoint-scheme": {
		wrong: s3('aws_endpoint_url = "s3.example.com"'),
		right: s3('aws_endpoint_url = "https://s3.example.com"'),
	},
	"endpoint-syntax": {
		wrong: s3('aws_endpoint_url = "https://s3.example.com:90000"'),
		right: s3('aws_endpoint_url = "https://s3.example.com:9000"'),
	},
	"loopback-endpoint": {
		wrong: s3('aws_endpoint_url = "https://localhost:9000"'),
		right: s3('aws_endpoint_url = "https://minio.example.com:9000"'),
	},
	"plain-http": {
		wrong: s3('aws_endpoint_url = "http://minio.example.com:9000"', ...keyPair),
		right: s3('aws_endpoint_url = "https://minio.example.com:9000"', ...keyPair),
	},
	"http-forbidden": {
		wrong: s3('aws_endpoint_url = "http://minio.example.com:9000"', 'allow_http = "false"'),
		right: s3('aws_endpoint_url = "http://minio.example.com:9000"'),
	},
	"bucket-twice": {
		wrong: s3('aws_endpoint_url = "https://s3.example.com/team-data"'),
		right: s3('aws_endpoint_url = "https://s3.example.com"'),
	},
	"endpoint-incomplete": {
		wrong: s3('aws_endpoint_url = "https://s3.example.com"', 'aws_virtual_hosted_style_request = "true"'),
		right: s3('aws_endpoint_url = "https://team-data.s3.example.com"', 'aws_virtual_hosted_style_request = "true"'),
	},
	"name-mismatch": {
		wrong: place(
			"abs",
			'url = "abfss://team-data@teamdata.dfs.core.windows.net/checkpoints"',
			'azure_storage_account_name = "otherdata"',
		),
		right: abs(),
	},
	"region-missing": {
		wrong: s3('aws_endpoint_url = "https://s3.eu-central-1.wasabisys.com"', ...keyPair),
		right: s3('aws_endpoint_url = "https://s3.eu-central-1.wasabisys.com"', 'aws_region = "eu-central-1"', ...keyPair),
	},
	"region-unknown": { wrong: s3('aws_region = "eu-west-1a"'), right: s3('aws_region = "eu-west-1"') },
	"region-mismatch": {
		wrong: s3('aws_endpoint_url = "https://s3.eu-central-1.amazonaws.com"', 'aws_region = "eu-west-1"'),
		right: s3('aws_endpoint_url = "https://s3.eu-west-1.amazonaws.com"', 'aws_region = "eu-west-1"'),
	},

	"credential-shape": {
		wrong: s3('aws_access_key_id = "AKIAIOSFODNN7EXAMPL"', 'aws_secret_access_key = "secret"'),
		right: s3('aws_access_key_id = "AKIAIOSFODNN7EXAMPLE"', 'aws_secret_access_key = "secret"'),
	},
	"wrong-credential": {
		wrong: abs('azure_storage_account_key = "sv=2024-11-04&sp=rwl&sig=c2lnbmF0dXJl"'),
		right: abs('azure_storage_sas_key = "sv=2024-11-04&sp=rwl&sig=c2lnbmF0dXJl"'),
	},
	"sas-token": {
		wrong: abs('azure_storage_sas_key = "sv=2024-11-04&sp=rl&sig=c2lnbmF0dXJl"'),
		right: abs('azure_storage_sas_key = "sv=2024-11-04&sp=rwl&sig=c2lnbmF0dXJl"'),
	},
	"two-credentials": {
		wrong: place(
			"gcs",
			'url = "gs://team-data/checkpoints"',
			'google_service_account_path = "/etc/polars/account.json"',
			'google_application_credentials = "/etc/polars/credentials.json"',
		),
		right: place(
			"gcs",
			'url = "gs://team-data/checkpoints"',
			'google_service_account_path = "/etc/polars/account.json"',
		),
	},

	"enabled-missing": { wrong: "[scheduler]\nn_workers = 4\n", right: `${scheduler}n_workers = 4\n` },
	"no-checkpoint-location": { wrong: `${period("10 mins")}\n${worker}`, right: `${period("10 mins")}\n${s3()}` },
	"checkpoint-disabled": { wrong: `${scheduler}\n${s3()}`, right: `${period("10 mins")}\n${s3()}` },
	"shuffle-on-shared-storage": {
		wrong: `${s3()}\n[worker.shuffle_location.s3]\nurl = "s3://team-data/shuffles"\n`,
		right: `${s3()}\n[worker.shuffle_location.local]\npath = "/mnt/shuffles"\n`,
	},
	"shared-folder": {
		wrong: `${path('"/mnt/data"')}\n[worker.shuffle_location.local]\npath = "/mnt/data"\n`,
		right: `${path('"/mnt/data/checkpoints"')}\n[worker.shuffle_location.local]\npath = "/mnt/shuffles"\n`,
	},
	"public-address": {
		wrong: `${worker}task_service.bind_addr = "0.0.0.0:5052"\n`,
		right: `${worker}task_service.bind_addr = "0.0.0.0:5052"\ntask_service.public_addr = "192.168.1.2:5052"\n`,
	},
	"node-identity": {
		wrong: nodes(`cluster_id = "main"\n\n${scheduler}`, `cluster_id = "other"\n\n${worker}`),
		right: nodes(`cluster_id = "main"\n\n${scheduler}`, `cluster_id = "main"\n\n${worker}`),
	},

	"kubernetes-value": {
		wrong: {
			...defaultDraft,
			output: "helm",
			kubernetes: { ...defaultDraft.kubernetes, volume: "claim", claim: "Polars_Checkpoints" },
		},
		right: {
			...defaultDraft,
			output: "helm",
			kubernetes: { ...defaultDraft.kubernetes, volume: "claim", claim: "polars-checkpoints" },
		},
	},
	"go-duration": {
		wrong: cluster('period: "10 mins"', "s3: { endpoint: s3://team-data/checkpoints, options: [] }"),
		right: cluster("period: 10m", "s3: { endpoint: s3://team-data/checkpoints, options: [] }"),
	},
	"claim-conflict": {
		wrong: `${claim}    existingClaimName: checkpoints\n`,
		right: `${claim}    create: false\n    existingClaimName: checkpoints\n`,
	},
	"volume-missing": {
		wrong: cluster("period: 10m", "sharedFilesystem: { path: /mnt/storage/checkpoints }"),
		right: `${cluster("period: 10m", "sharedFilesystem: { path: /mnt/storage/checkpoints }")}${mounted}`,
	},
	"output-limit": {
		wrong: { ...defaultDraft, output: "operator", shared_filesystem: { path: "/mnt/team:data" } },
		right: { ...defaultDraft, output: "operator", shared_filesystem: { path: "/mnt/team-data" } },
	},
};
