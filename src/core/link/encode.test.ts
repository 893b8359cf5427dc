import { expect, test } from "vitest";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { listOptions } from "../object-store/option.ts";
import { isObjectStore, isStore, storeNames } from "../stores/stores.ts";
import { decodeLink } from "./decode.ts";
import { encodeLink } from "./encode.ts";

const write = (change: Partial<CheckpointDraft>) => encodeLink({ ...defaultDraft, ...change }).fragment;
const s3 = { ...defaultDraft.s3, url: "s3://bucket/dir" };

test("a link can be read, and says nothing that goes without saying", () => {
	expect(write({})).toBe("v=1");
	expect(write({ period: "10m", store: "s3", s3: { ...s3, aws_region: "eu-west-1" } })).toBe(
		"v=1&period=10m&store=s3&url=s3://bucket/dir&aws_region=eu-west-1",
	);
	expect(write({ period: "1h 30m", shuffle: "shared", files: "one", key_style: "tables" })).toBe(
		"v=1&period=1h+30m&shuffle=shared&files=one&key_style=tables",
	);
	const url = "abfss://container@account.dfs.core.windows.net/a,b";
	expect(write({ store: "abs", abs: { ...defaultDraft.abs, credentials: "environment", url } })).toBe(
		`v=1&store=abs&credentials=environment&url=${url}`,
	);
});

test("what other stores and other credentials hold stays behind", () => {
	const filled = { ...s3, credentials: "environment", aws_access_key_id: "AKIA" } as const;
	expect(write({ store: "s3", s3: filled, gcs: { ...defaultDraft.gcs, url: "gs://b" } })).toBe(
		"v=1&store=s3&credentials=environment&url=s3://bucket/dir",
	);
});

test("an option is a parameter, and one that could be taken for something else says that it is one", () => {
	const options = [
		{ key: "proxy_url", value: "http://proxy:3128" },
		{ key: "aws_disable_tagging", value: "true" },
		{ key: "disable_tagging", value: "false" },
		{ key: "region", value: "x" },
		{ key: "max_retries", value: "3" },
		{ key: "period", value: "5m" },
		{ key: "", value: "" },
	];
	expect(write({ store: "s3", s3: { ...s3, url: "", options } })).toBe(
		"v=1&store=s3&proxy_url=http://proxy:3128&aws_disable_tagging=true&option=disable_tagging=false" +
			"&option=region=x&max_retries=3&option=period=&option==",
	);
});

test("a space in a URL or a path is an escape, elsewhere a plus; what would end an address is escaped", () => {
	expect(write({ shared_filesystem: { path: "/mnt/a b+c" } })).toBe("v=1&path=/mnt/a%20b%2Bc");
	expect(write({ shared_filesystem: { path: "/mnt/(a)'\"<b>*~`|#&%é" } })).toBe(
		"v=1&path=/mnt/%28a%29%27%22%3Cb%3E%2A%7E%60%7C%23%26%25%C3%A9",
	);
	for (const [text, end] of [
		["x.", "x%2E"],
		["x,", "x%2C"],
		["x:", "x%3A"],
		["x_", "x%5F"],
		["x ", "x%20"],
		["/x/", "/x/"],
	] as const) {
		expect(write({ shared_filesystem: { path: text } })).toBe(`v=1&path=${end}`);
	}
});

test("what the advisor reckons with travels too", () => {
	expect(
		write({ advisor: { ...defaultDraft.advisor, workers: "32", failures: "custom", worker_mtbf: "3 days" } }),
	).toBe("v=1&workers=32&failures=custom&worker_mtbf=3+days");
});

test("what a link leaves out is named, if the configuration uses it", () => {
	const draft: CheckpointDraft = {
		...defaultDraft,
		store: "s3",
		s3: {
			...s3,
			url: "s3://AKIA:secret@bucket/dir",
			aws_secret_access_key: "secret",
			options: [
				{ key: "proxy_url", value: "http://user:secret@proxy" },
				{ key: "aws_secret_acces_key", value: "secret" },
			],
		},
		abs: { ...defaultDraft.abs, azure_storage_account_key: "secret" },
	};
	expect(encodeLink(draft).omitted).toEqual([
		"s3.url",
		"s3.aws_secret_access_key",
		"s3.options.0.value",
		"s3.options.1.value",
	]);
	const s3Environment = { ...draft.s3, credentials: "environment" as const, options: [] };
	expect(encodeLink({ ...draft, s3: s3Environment }).omitted).toEqual(["s3.url"]);
	expect(encodeLink({ ...draft, store: "gcs" }).omitted).toEqual([]);
});

test("no two parameters of a link have the same name", () => {
	for (const store of storeNames) {
		const sections = Object.entries(defaultDraft).flatMap(([part, value]) => {
			if (typeof value === "string") return [part];
			return isStore(part) && part !== store ? [] : Object.keys(value).filter((key) => key !== "options");
		});
		const names = ["v", "option", ...sections];
		expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
		if (!isObjectStore(store)) continue;
		const options = listOptions(store).filter(({ key }) => !names.includes(key));
		expect(options.flatMap(({ key, aliases }) => [key, ...aliases]).filter((key) => names.includes(key))).toEqual([]);
	}
});

const address = `https://${"documentation.example.com/".repeat(3)}polars-checkpoint-builder/`;
const fill = (length: number) => "checkpoints-of-the-cluster_01/".repeat(length).slice(0, length).replace(/.$/, "x");
const id = "00000000-0000-0000-0000-000000000000";
/** Every field as long as its service allows, or as a path or a host can reasonably be. */
const longest: readonly Partial<CheckpointDraft>[] = [
	{ shared_filesystem: { path: `/${fill(1023)}` } },
	{
		store: "s3",
		s3: {
			...s3,
			url: `s3://${"b".repeat(63)}/${fill(1024)}`,
			aws_access_key_id: "A".repeat(128),
			aws_secret_access_key: "s".repeat(40),
			aws_session_token: "t".repeat(1000),
			aws_region: "ap-southeast-2-extra-long",
			aws_endpoint_url: `https://${"host.".repeat(20)}example.com:65535`,
		},
	},
	{
		store: "gcs",
		gcs: {
			...defaultDraft.gcs,
			url: `gs://${"b".repeat(63)}/${fill(1024)}`,
			google_service_account_path: `/${fill(255)}`,
		},
	},
	{
		store: "abs",
		abs: {
			...defaultDraft.abs,
			credentials: "service_principal",
			url: `abfss://${"c".repeat(63)}@${"a".repeat(24)}.dfs.core.windows.net/${fill(1024)}`,
			azure_storage_account_name: "a".repeat(24),
			azure_storage_tenant_id: id,
			azure_storage_client_id: id,
			azure_storage_client_secret: "s".repeat(40),
		},
	},
];

test.each(longest)("a configuration without further options fits in 2,000 characters: %#", (change) => {
	const draft: CheckpointDraft = {
		...defaultDraft,
		period: "1 hour, 30 minutes, 15 seconds and then 500 milliseconds",
		shuffle: "shared",
		files: "one",
		key_style: "tables",
		output: "environment",
		secrets: "environment",
		schema: "https://polars-checkpoint-builder.example.com/",
		advisor: {
			workers: "1000",
			failures: "custom",
			worker_mtbf: "365 days",
			cost_from: "size",
			checkpoint_cost: "1 min 30 secs",
			checkpoint_size: "1000 GB",
			bandwidth: "12.5 GB/s",
			stage_length: "1 min 30 secs",
			query_length: "12 hours",
			restart_time: "1 min 30 secs",
		},
		...change,
	};
	const link = `${address}#${encodeLink(draft).fragment}`;
	expect(link.length).toBeGreaterThan(1000);
	expect(link.length).toBeLessThanOrEqual(2000);
	expect(decodeLink(new URL(link).hash).notices).toEqual([]);
});

test("a browser keeps a link as it was written", () => {
	const { fragment } = encodeLink({ ...defaultDraft, period: "é ' \" < > ` \\ ^ | \n +", store: "s3", s3 });
	expect(new URL(`https://example.com/?embed#${fragment}`).hash).toBe(`#${fragment}`);
});
