import { expect, test } from "vitest";
import { defaultDraft } from "../draft/draft.ts";
import { decodeLink } from "./decode.ts";
import { latestVersion, versions } from "./versions.ts";

/**
 * Links of every version that was ever released, with what each must still mean. Lines are added, never changed.
 */
const released: readonly (readonly [link: string, meaning: object])[] = [
	[
		"v=1",
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
			advisor: { workers: "8", failures: "spot", cost_from: "time", checkpoint_cost: "1m", stage_length: "5m" },
		},
	],
	["v=1&store=s3", { store: "s3", s3: { credentials: "access_key", url: "", aws_region: "", options: [] } }],
	["v=1&store=gcs", { store: "gcs", gcs: { credentials: "key_file", url: "", options: [] } }],
	["v=1&store=abs", { store: "abs", abs: { credentials: "shared_key", url: "", options: [] } }],
	["v=1&period=5+mins&path=/mnt/a%20b", { period: "5 mins", shared_filesystem: { path: "/mnt/a b" } }],
	[
		"v=1&shuffle=shared&files=one&key_style=tables&output=operator&secrets=environment",
		{ shuffle: "shared", files: "one", key_style: "tables", output: "operator", secrets: "environment" },
	],
	["v=1&schema=https://builder.example/a/", { schema: "https://builder.example/a/" }],
	["v=1&schema=./", { schema: "./" }],
	["v=1&output=environment", { output: "environment" }],
	[
		"v=1&output=helm",
		{
			output: "helm",
			kubernetes: { service_account: "", volume: "claim", claim: "polars-checkpoints", claim_size: "125Gi" },
		},
	],
	[
		"v=1&output=helm&path=/mnt/nfs&volume=nfs&nfs_server=nfs.example.com&nfs_export=/exports/checkpoints",
		{ kubernetes: { volume: "nfs", nfs_server: "nfs.example.com", nfs_export: "/exports/checkpoints" } },
	],
	[
		"v=1&output=helm&volume=new_claim&storage_class=cephfs&claim_size=1Ti",
		{ kubernetes: { volume: "new_claim", storage_class: "cephfs", claim_size: "1Ti" } },
	],
	["v=1&output=helm&volume=chart_claim&claim=own", { kubernetes: { volume: "chart_claim", claim: "own" } }],
	[
		"v=1&output=helm&store=gcs&credentials=environment&url=gs://b&service_account=polars-worker",
		{ gcs: { credentials: "environment" }, kubernetes: { service_account: "polars-worker" } },
	],
	[
		"v=1&workers=32&failures=custom&worker_mtbf=3+days&cost_from=size&bandwidth=2+GB/s",
		{ advisor: { workers: "32", failures: "custom", worker_mtbf: "3 days", cost_from: "size", bandwidth: "2 GB/s" } },
	],
	[
		"v=1&period=10m&store=s3&url=s3://bucket/dir&aws_region=eu-west-1",
		{ period: "10m", store: "s3", s3: { url: "s3://bucket/dir", aws_region: "eu-west-1" } },
	],
	[
		"v=1&store=s3&url=s3://bucket/dir&aws_access_key_id=AKIAIOSFODNN7EXAMPLE&aws_endpoint_url=http://minio:9000",
		{ s3: { aws_access_key_id: "AKIAIOSFODNN7EXAMPLE", aws_endpoint_url: "http://minio:9000" } },
	],
	[
		"v=1&store=s3&credentials=environment&url=s3://b/c&proxy_url=http://proxy:3128&option=proxy_url=http://other&timeout=30s",
		{
			s3: {
				credentials: "environment",
				options: [
					{ key: "proxy_url", value: "http://proxy:3128" },
					{ key: "proxy_url", value: "http://other" },
					{ key: "timeout", value: "30s" },
				],
			},
		},
	],
	[
		"v=1&store=gcs&url=gs://bucket/dir&google_service_account_path=/etc/polars/gcs.json",
		{ gcs: { url: "gs://bucket/dir", google_service_account_path: "/etc/polars/gcs.json" } },
	],
	["v=1&store=gcs&credentials=inline_key&url=gs://b", { gcs: { credentials: "inline_key", url: "gs://b" } }],
	["v=1&store=gcs&credentials=environment&url=gs://b", { gcs: { credentials: "environment", url: "gs://b" } }],
	[
		"v=1&store=abs&url=az://container/dir&azure_storage_account_name=account",
		{ abs: { credentials: "shared_key", url: "az://container/dir", azure_storage_account_name: "account" } },
	],
	[
		"v=1&store=abs&credentials=service_principal&url=abfss://c@account.dfs.core.windows.net/d&azure_storage_tenant_id=t&azure_storage_client_id=i",
		{
			abs: {
				credentials: "service_principal",
				url: "abfss://c@account.dfs.core.windows.net/d",
				azure_storage_tenant_id: "t",
				azure_storage_client_id: "i",
			},
		},
	],
	["v=1&store=abs&credentials=shared_access_signature&url=az://c", { abs: { credentials: "shared_access_signature" } }],
	["v=1&store=abs&credentials=environment&url=az://c", { abs: { credentials: "environment" } }],
];

test.each(released)("%s", (link, meaning) => {
	const { draft, notices } = decodeLink(link);
	expect(draft).toMatchObject(meaning);
	expect(notices).toEqual([]);
});

test("every version has links above", () => {
	for (let version = 1; version <= latestVersion; version++) {
		expect(released.some(([link]) => link.startsWith(`v=${version}&`))).toBe(true);
	}
});

test("the latest version has the present defaults", () => {
	expect(
		versions.at(-1),
		"A default has changed: leave the released versions as they are, and append one with the new default to src/core/link/versions.ts.",
	).toEqual(defaultDraft);
});
