import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { describeCreation, describeLook } from "./location-steps.ts";

const commandsOf = (draft: CheckpointDraft) => [describeCreation(draft).command, describeLook(draft).command];
const s3 = (change: Partial<CheckpointDraft["s3"]>): CheckpointDraft => ({
	...defaultDraft,
	store: "s3",
	s3: { ...defaultDraft.s3, url: "s3://bucket/dir", ...change },
});
const abs = (change: Partial<CheckpointDraft["abs"]>): CheckpointDraft => ({
	...defaultDraft,
	store: "abs",
	abs: { ...defaultDraft.abs, url: "az://container", azure_storage_account_name: "account", ...change },
});

test("a location that isn't valid gets steps without commands", () => {
	expect(commandsOf(s3({ url: "" }))).toEqual([undefined, undefined]);
	expect(commandsOf(s3({ url: "gs://bucket" }))).toEqual([undefined, undefined]);
	expect(commandsOf(abs({ azure_storage_account_name: "" }))).toEqual([undefined, undefined]);
	expect(commandsOf({ ...defaultDraft, shared_filesystem: { path: "relative" } })).toEqual([undefined, undefined]);
	expect(describeCreation(s3({ url: "" })).title).toBe("Create the bucket");
});

test("an address that a tool can't be told gets no command, and one with a password in it least of all", () => {
	expect(commandsOf(s3({ aws_endpoint_url: "https://user:pass@host" }))).toEqual([undefined, undefined]);
	const row = { key: "virtual_hosted_style_request", value: "true" };
	expect(commandsOf(s3({ options: [row] }))).toEqual([undefined, undefined]);
	expect(commandsOf(s3({ options: [{ ...row, value: "false" }] }))[0]).toBe("aws s3 mb s3://bucket");
	expect(commandsOf(abs({ options: [{ key: "azure_endpoint", value: "http://127.0.0.1" }] }))).toEqual([
		undefined,
		undefined,
	]);
});

test("the S3 endpoint that wins is the one in the command", () => {
	const options = [{ key: "AWS_ENDPOINT_URL_S3", value: " https://b.example " }];
	expect(commandsOf(s3({ aws_region: " eu-west-1 ", aws_endpoint_url: "https://a.example", options }))).toEqual([
		"aws s3 mb s3://bucket --region=eu-west-1 --endpoint-url=https://b.example",
		"aws s3 ls --recursive s3://bucket/dir/ --region=eu-west-1 --endpoint-url=https://b.example",
	]);
});

test("a bucket without a key is listed from its root, and s3a:// as the s3:// that the AWS CLI knows", () => {
	expect(commandsOf(s3({ url: "s3a://bucket" }))[1]).toBe("aws s3 ls --recursive s3://bucket/");
	expect(commandsOf(abs({}))[1]).toBe(
		"az storage blob list --container-name=container --account-name=account --auth-mode=login --output=table",
	);
	expect(commandsOf(abs({ url: "abfss://c@other.dfs.core.windows.net/a/b" }))).toEqual([
		"az storage container create --name=c --account-name=other --auth-mode=login",
		"az storage blob list --container-name=c --prefix=a/b/ --account-name=other --auth-mode=login --output=table",
	]);
});

const hostile = `it's "x" $(touch /tmp/owned) \`id\` ; & | > * ~ #\\ ü🐻`;

test.each([
	[
		{ ...defaultDraft, shared_filesystem: { path: `/mnt/${hostile}\u001b[201~` } },
		[
			["mkdir", "-p", `/mnt/${hostile}\u001b[201~`],
			["findmnt", "--target", `/mnt/${hostile}\u001b[201~`],
			["find", `/mnt/${hostile}\u001b[201~`, "-type", "f"],
		],
	],
	[
		s3({ url: `s3://bucket/${hostile}`, aws_region: hostile }),
		[
			["aws", "s3", "mb", "s3://bucket", `--region=${hostile}`],
			["aws", "s3", "ls", "--recursive", `s3://bucket/${hostile}/`, `--region=${hostile}`],
		],
	],
	[
		{ ...defaultDraft, store: "gcs" as const, gcs: { ...defaultDraft.gcs, url: `gs://bucket/${hostile}` } },
		[
			["gcloud", "storage", "buckets", "create", "gs://bucket", "--uniform-bucket-level-access"],
			["gcloud", "storage", "ls", "--recursive", `gs://bucket/${hostile}/`],
		],
	],
	[
		abs({ url: `az://container/${hostile}`, azure_storage_account_name: hostile }),
		[
			["az", "storage", "container", "create", "--name=container", `--account-name=${hostile}`, "--auth-mode=login"],
			[
				"az",
				"storage",
				"blob",
				"list",
				"--container-name=container",
				`--prefix=${hostile}/`,
				`--account-name=${hostile}`,
				"--auth-mode=login",
				"--output=table",
			],
		],
	],
])("a shell reads each command as it is meant, whatever the names hold (%#)", (draft, expected) => {
	const show = `{ printf '%s\\0' "\${FUNCNAME[0]}" "$@"; printf '\\n\\0'; }`;
	const tools = ["mkdir", "findmnt", "find", "aws", "gcloud", "az"].map((tool) => `${tool}() ${show}`);
	const { stdout } = spawnSync("bash", ["--norc", "-c", [...tools, ...commandsOf(draft)].join("\n")], {
		encoding: "utf8",
	});
	const calls = stdout.split("\n\0").slice(0, -1);
	expect(calls.map((call) => call.split("\0").slice(0, -1))).toEqual(expected);
});
