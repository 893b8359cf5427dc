import type { CheckpointDraft } from "../draft/draft.ts";

/**
 * What a link of each version means where it says nothing: version 1 is the first. A link that worked once works for
 * ever, so what is released here never changes.
 *
 * - A default that changes becomes a new version: a copy of the last one with the new value.
 * - A field that comes later joins every version, with the value that older links meant without it.
 */
export const versions: readonly [CheckpointDraft, ...CheckpointDraft[]] = [
	{
		period: "10 mins",
		store: "shared_filesystem",
		shuffle: "local",
		files: "separate",
		key_style: "dotted",
		output: "bare_metal",
		secrets: "toml",
		schema: "",
		shared_filesystem: { path: "/mnt/storage/polars/checkpoints" },
		s3: {
			credentials: "access_key",
			url: "",
			aws_access_key_id: "",
			aws_secret_access_key: "",
			aws_session_token: "",
			aws_region: "",
			aws_endpoint_url: "",
			options: [],
		},
		gcs: {
			credentials: "key_file",
			url: "",
			google_service_account_path: "",
			google_service_account_key: "",
			options: [],
		},
		abs: {
			credentials: "shared_key",
			url: "",
			azure_storage_account_name: "",
			azure_storage_account_key: "",
			azure_storage_sas_key: "",
			azure_storage_tenant_id: "",
			azure_storage_client_id: "",
			azure_storage_client_secret: "",
			options: [],
		},
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
	},
];

/** The version that is written. */
export const latestVersion = versions.length;

/** The defaults of a version; those of the latest for one that this page doesn't know. */
export function getDefaults(version: number): CheckpointDraft {
	return versions[version - 1] ?? versions[latestVersion - 1] ?? versions[0];
}
