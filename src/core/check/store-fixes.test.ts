import { expect, test } from "vitest";
import { applyEdits } from "../text/edit.ts";
import { lintConfig } from "./lint.ts";

const secretKey = "q8Zt+Lw3/bVn0KxRy7PdUe2MgHs5AfJc4oTi9BXE";
const accountKey = `${"Zk9+/qT3mWx7".repeat(7)}Ag==`;
const pair = { aws_access_key_id: "AKIAIOSFODNN7EXAMPLE", aws_secret_access_key: secretKey, aws_region: "eu-west-1" };

type Section = Readonly<Record<string, string>>;

const write = (set: Section) => {
	const lines = Object.entries(set).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
	const store = set.url?.startsWith("az") ? "abs" : "s3";
	return `[worker]\nenabled = true\n\n[worker.checkpoint_location.${store}]\n${lines.join("\n")}\n`;
};

test.each<[string, Section, Section]>([
	[
		"a flag that the bucket's name asks for",
		{ url: "s3://records--use1-az4--x-s3/ck", ...pair },
		{ url: "s3://records--use1-az4--x-s3/ck", ...pair, aws_s3_express: "true" },
	],
	[
		"the encryption of a KMS key",
		{ url: "s3://b/ck", ...pair, sse_kms_key_id: "alias/ck" },
		{ url: "s3://b/ck", ...pair, sse_kms_key_id: "alias/ck", aws_server_side_encryption: "aws:kms" },
	],
	[
		"a secret one line too high",
		{ url: "s3://b/ck", access_key_id: secretKey },
		{ url: "s3://b/ck", aws_secret_access_key: secretKey },
	],
	[
		"the halves of a key pair in each other's place",
		{ url: "s3://b/ck", aws_access_key_id: secretKey, secret_access_key: "AKIAIOSFODNN7EXAMPLE" },
		{ url: "s3://b/ck", aws_access_key_id: "AKIAIOSFODNN7EXAMPLE", secret_access_key: secretKey },
	],
	[
		"a connection string",
		{ url: "az://c/ck", account_key: `AccountName=account;AccountKey=${accountKey}` },
		{ url: "az://c/ck", account_key: accountKey, azure_storage_account_name: "account" },
	],
	[
		"a token that is a key",
		{ url: "az://c/ck", account_name: "account", sas_token: accountKey },
		{ url: "az://c/ck", account_name: "account", azure_storage_account_key: accountKey },
	],
])("in a file, the fix of %s writes what was meant", (_, set, expected) => {
	const text = write(set);
	const fix = lintConfig(text).find((problem) => problem.fix)?.fix;
	expect(applyEdits(text, fix?.edits ?? [])).toBe(write(expected));
	expect(fix?.title).not.toContain(secretKey.slice(0, 8));
	expect(fix?.title).not.toContain(accountKey.slice(0, 8));
});

test("braces and dotted keys take what a fix adds", () => {
	const message = "This is a bucket of S3 Express One Zone. Polars can reach it only with aws_s3_express.";
	for (const [before, after] of [
		[
			'worker.checkpoint_location = { s3 = { url = "s3://r--use1-az4--x-s3/k" } }',
			'worker.checkpoint_location = { s3 = { url = "s3://r--use1-az4--x-s3/k", aws_s3_express = "true" } }',
		],
		[
			'[worker]\ncheckpoint_location.s3.url = "s3://r--use1-az4--x-s3/k"\n',
			'[worker]\ncheckpoint_location.s3.url = "s3://r--use1-az4--x-s3/k"\ncheckpoint_location.s3.aws_s3_express = "true"\n',
		],
	] as const) {
		const problem = lintConfig(before).find((found) => found.message === message);
		expect(applyEdits(before, problem?.fix?.edits ?? [])).toBe(after);
	}
});
