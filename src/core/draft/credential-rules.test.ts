import { expect, test } from "vitest";
import type { ObjectStore } from "../stores/stores.ts";
import { listChanges } from "./apply-fix.ts";
import { checkDraft } from "./check.ts";
import { adviseCredentials } from "./credential-rules.ts";
import { type CheckpointDraft, defaultDraft, type OptionRow } from "./draft.ts";

const secretKey = "q8Zt+Lw3/bVn0KxRy7PdUe2MgHs5AfJc4oTi9BXE";
const accountKey = `${"Zk9+/qT3mWx7".repeat(7)}Ag==`;
const sas = "sv=2022-11-02&ss=b&sp=rwdl&se=2999-01-01T00%3A00%3A00Z&sig=c2ln%3D";

type Section = Readonly<Record<string, string>>;

/** A draft of a store from the options that are set, those without a field as rows. */
function draftOf(store: ObjectStore, set: Section): CheckpointDraft {
	const section: CheckpointDraft[typeof store] & Record<string, unknown> = { ...defaultDraft[store], options: [] };
	const options: OptionRow[] = [];
	for (const [key, value] of Object.entries(set)) {
		if (key in section) Object.assign(section, { [key]: value });
		else options.push({ key, value });
	}
	return { ...defaultDraft, store, [store]: { ...section, options } };
}

const pair = { aws_access_key_id: "AKIAIOSFODNN7EXAMPLE", aws_secret_access_key: secretKey, aws_region: "eu-west-1" };
const s3 = (set: Section) => draftOf("s3", { url: "s3://bucket/dir", ...pair, ...set });
const abs = (set: Section) =>
	draftOf("abs", { url: "az://container/dir", azure_storage_account_name: "account", ...set });

const say = (draft: CheckpointDraft) =>
	checkDraft(draft).problems.map(
		({ severity, path, message, fix }) => `${severity} ${path.join(".")}: ${message}${fix ? ` → ${fix.title}` : ""}`,
	);

test("a whole set of credentials draws nothing", () => {
	expect(say(s3({}))).toEqual([]);
	expect(say(s3({ aws_access_key_id: "minioadmin", aws_secret_access_key: "minioadmin" }))).toEqual([]);
	expect(say(s3({ aws_access_key_id: "ASIAIOSFODNN7EXAMPLE", aws_session_token: "token" }))).toEqual([]);
	expect(say(abs({ azure_storage_account_key: accountKey }))).toEqual([]);
	expect(say(abs({ credentials: "shared_access_signature", azure_storage_sas_key: sas }))).toEqual([]);
});

test("what was typed for other credentials than the chosen ones is not weighed", () => {
	const both = { azure_storage_account_key: accountKey, azure_storage_sas_key: sas, azure_storage_client_secret: "s" };
	expect(say(abs({ ...both, credentials: "shared_access_signature" }))).toEqual([]);
	expect(say(abs({ ...both, credentials: "environment" }))).toEqual([]);
	expect(say(s3({ credentials: "environment", aws_access_key_id: "ASIAIOSFODNN7EXAMPLE" }))).toEqual([]);
});

test.each<[Section, string]>([
	[
		{ aws_access_key_id: "ASIAIOSFODNN7EXAMPLE" },
		"warning s3.aws_access_key_id: This is a temporary key, which works only with its session token. Set aws_session_token, or AWS_SESSION_TOKEN on the workers.",
	],
	[
		{ aws_session_token: "token" },
		"advice s3.aws_session_token: An access key ID that starts with AKIA is long-term, and usually has no session token.",
	],
	[
		{ aws_access_key_id: "AKIAIOSFODNN7EXAMPL" },
		"warning s3.aws_access_key_id: Amazon's access key IDs have 20 characters, but this has 19.",
	],
	[
		{ aws_secret_access_key: secretKey.slice(1) },
		"warning s3.aws_secret_access_key: Amazon's secret access keys have 40 characters, but this has 39.",
	],
	[
		{ aws_secret_access_key: "AKIAIOSFODNN7EXAMPLE" },
		"warning s3.aws_secret_access_key: This looks like an access key ID. Write the secret access key that goes with it.",
	],
	[
		{ aws_secret_access_key: '{"SecretAccessKey": "x"}' },
		"warning s3.aws_secret_access_key: This is JSON. Write only the secret access key.",
	],
	[
		{ credentials: "environment", aws_role_arn: "arn:aws:iam::123456789012:role/ck" },
		"warning s3.options.0.value: This has no effect without aws_web_identity_token_file. Set it, or AWS_WEB_IDENTITY_TOKEN_FILE on the workers.",
	],
	[
		{ credentials: "environment", web_identity_token_file: "/run/token" },
		"warning s3.options.0.value: This has no effect without aws_role_arn. Set it, or AWS_ROLE_ARN on the workers.",
	],
	[
		{ credentials: "environment", aws_container_credentials_full_uri: "http://169.254.170.23/v1/credentials" },
		"warning s3.options.0.value: This has no effect without aws_container_authorization_token_file. Set it, or AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE on the workers.",
	],
	[
		{ aws_role_arn: "arn:aws:iam::123456789012:role/ck", aws_web_identity_token_file: "/run/token" },
		"warning s3.options.0.value: This is not used: Polars uses the access key instead.",
	],
	[
		{ SERVER_SIDE_ENCRYPTION: "sse-c" },
		"error s3.options.0.value: sse-c needs your own key. Set aws_sse_customer_key_base64, or Polars refuses to start.",
	],
	[
		{ aws_server_side_encryption: "sse-c", sse_customer_key_base64: "c2hvcnQ=" },
		"error s3.options.1.value: Write a key of 256 bits in base64: 44 characters that end in “=”.",
	],
	[
		{ aws_sse_kms_key_id: "alias/checkpoints" },
		'warning s3.options.0.value: Without aws_server_side_encryption, this is not used. → Add aws_server_side_encryption = "aws:kms"',
	],
	[
		{ aws_sse_kms_key_id: "checkpoints" },
		"warning s3.options.0.value: Without aws_server_side_encryption, this is not used.",
	],
	[
		{ aws_server_side_encryption: "AES256", aws_sse_kms_key_id: "alias/checkpoints" },
		"warning s3.options.1.value: A KMS key is used only if aws_server_side_encryption is aws:kms or aws:kms:dsse.",
	],
	[
		{ aws_sse_bucket_key_enabled: "true" },
		"warning s3.options.0.value: Without aws_server_side_encryption, this is not used.",
	],
	[
		{ aws_s3_express: "on" },
		"error s3.options.0.value: S3 Express needs a bucket whose name ends in --ZONE--x-s3: Polars refuses this one.",
	],
])("of S3, %j draws %s", (set, expected) => {
	expect(say(s3(set))).toEqual([expected]);
});

test.each<[Section, string]>([
	[
		{ azure_storage_account_key: "8Myz7ZysHQ" },
		"error abs.azure_storage_account_key: This is not base64. Write the account key in base64: Azure's has 88 characters and ends in “==”.",
	],
	[
		{ azure_storage_account_key: accountKey.slice(0, -2) },
		"error abs.azure_storage_account_key: This is not base64. Write the account key in base64: Azure's has 88 characters and ends in “==”. → Add the missing “==”",
	],
	[
		{ azure_storage_account_key: encodeURIComponent(accountKey) },
		"error abs.azure_storage_account_key: This is not base64. Write the account key in base64: Azure's has 88 characters and ends in “==”. → Replace the escapes",
	],
	[
		{ azure_storage_account_key: ` ${accountKey}` },
		"error abs.azure_storage_account_key: This is not base64. Write the account key in base64: Azure's has 88 characters and ends in “==”. → Remove the space",
	],
	[
		{ azure_storage_account_key: sas },
		"error abs.azure_storage_account_key: This is a SAS token. Write the account key, in base64. → Use it as azure_storage_sas_key",
	],
	[
		{ azure_storage_account_key: `AccountName=other;AccountKey=${accountKey}` },
		"error abs.azure_storage_account_key: This is a connection string of another account. Write only the account key.",
	],
	[
		{ credentials: "shared_access_signature", azure_storage_sas_key: "mytoken" },
		"error abs.azure_storage_sas_key: Write a SAS token: a query such as sv=…&se=…&sig=….",
	],
	[
		{ credentials: "shared_access_signature", azure_storage_sas_key: `https://account.blob.core.windows.net/?${sas}` },
		"error abs.azure_storage_sas_key: This is an address. Write only the SAS token. → Remove the address",
	],
	[
		{ credentials: "shared_access_signature", azure_storage_sas_key: "sv=1&se=2020-01-01&sig=a" },
		"warning abs.azure_storage_sas_key: This SAS token expired on 2020-01-01: Azure refuses it.",
	],
	[
		{ credentials: "shared_access_signature", azure_storage_sas_key: "sv=1&sp=rl&sig=a" },
		"warning abs.azure_storage_sas_key: This SAS token doesn't allow writing: its sp= has neither w nor c.",
	],
	[
		{ credentials: "shared_access_signature", azure_storage_sas_key: `?${sas}` },
		"advice abs.azure_storage_sas_key: The “?” is not part of the SAS token. Polars ignores it. → Remove the “?”",
	],
	[
		{ credentials: "shared_access_signature", azure_storage_sas_key: sas.replaceAll("&", "&amp;") },
		"warning abs.azure_storage_sas_key: A SAS token has “&” where this has “&amp;”, which comes from a web page. → Replace “&amp;”",
	],
	[
		{ credentials: "shared_access_signature", azure_storage_sas_key: accountKey },
		"error abs.azure_storage_sas_key: This is an account key. Write a SAS token. → Use it as azure_storage_account_key",
	],
	[
		{
			credentials: "service_principal",
			azure_storage_tenant_id: "tenant",
			azure_storage_client_id: "client",
			azure_storage_client_secret: "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
		},
		"warning abs.azure_storage_client_secret: This looks like the secret's ID. Write the secret's value, which Azure shows only once, when you create it.",
	],
	[
		{ azure_storage_account_key: accountKey, bearer_token: "token" },
		"warning abs.azure_storage_account_key: This is not used: Polars uses azure_storage_token instead.",
	],
	[
		{ azure_storage_account_key: accountKey, sas_token: "whatever" },
		"warning abs.options.0.value: This is not used: Polars uses azure_storage_account_key instead.",
	],
	[
		{ credentials: "environment", azure_storage_token: "Bearer token" },
		"warning abs.options.0.value: Write only the token: Polars writes “Bearer” before it. → Remove “Bearer”",
	],
])("of Azure, %j draws %s", (set, expected) => {
	expect(say(abs(set))).toEqual([expected]);
});

test("an account's address is cut to its name", () => {
	for (const text of ["account.blob.core.windows.net", "https://account.dfs.core.windows.net/container?x=1"]) {
		const { problems } = checkDraft(abs({ azure_storage_account_name: text, azure_storage_account_key: accountKey }));
		expect(problems).toMatchObject([{ severity: "error", fix: { text: "account" } }]);
	}
});

test("a service account goes before application default credentials", () => {
	const set = { url: "gs://bucket/dir", google_service_account_path: "/k.json", application_credentials: "/adc.json" };
	expect(say(draftOf("gcs", set))).toEqual([
		"warning gcs.options.0.value: This is not used: Polars uses the service account instead.",
	]);
});

test("a bucket's name says whether it is Express One Zone's, at Amazon alone", () => {
	const url = "s3://records--use1-az4--x-s3/ck";
	const message = "This is a bucket of S3 Express One Zone. Polars can reach it only with aws_s3_express.";
	expect(say(s3({ url }))).toEqual([`warning s3.url: ${message} → Add aws_s3_express = "true"`]);
	expect(say(s3({ url, s3_express: "no" }))).toEqual([`warning s3.options.0.value: ${message} → Turn it on`]);
	expect(say(s3({ url, aws_s3_express: "true" }))).toEqual([]);
	expect(say(s3({ url, aws_endpoint_url: "https://minio.example" }))).toEqual([]);
});

test("a token is soon to expire by the clock that is passed in", () => {
	const draft = abs({ credentials: "shared_access_signature", azure_storage_sas_key: "se=2030-01-10&sig=a" });
	const judge = (now: string) =>
		adviseCredentials(draft, Date.parse(now)).flatMap(([, problem]) => problem?.message ?? []);
	expect(judge("2030-01-01")).toEqual([]);
	expect(judge("2030-01-05")).toEqual([
		"This SAS token expires on 2030-01-10. After that, Polars can't write checkpoints.",
	]);
	expect(judge("2030-01-11")).toEqual(["This SAS token expired on 2030-01-10: Azure refuses it."]);
});

test("of what a placeholder stands in, the shape says nothing", () => {
	const judge = (draft: CheckpointDraft) => adviseCredentials(draft).flatMap(([, problem]) => problem ?? []);
	expect(judge(abs({ azure_storage_account_key: "YOURACCOUNTKEY" }))).toEqual([]);
	expect(judge(abs({ azure_storage_account_key: "${KEY}" }))).toEqual([]);
	expect(judge(s3({ aws_access_key_id: "YOURACCESSKEY", aws_secret_access_key: "<SECRET>" }))).toEqual([]);
});

test("a connection string is taken apart, its endpoint included", () => {
	const text = `DefaultEndpointsProtocol=http;AccountName=account;AccountKey=${accountKey};BlobEndpoint=http://azurite:10000/account;`;
	const draft = abs({ azure_storage_account_name: "", azure_storage_account_key: text });
	const { problems } = checkDraft(draft);
	expect(problems.map(({ message }) => message)).toEqual(["This is a connection string. Write only the account key."]);
	const { values } = listChanges(draft, "abs.azure_storage_account_key", problems[0]?.fix ?? { title: "", text: "" });
	expect(Object.fromEntries(values)).toEqual({
		"abs.azure_storage_account_key": accountKey,
		"abs.azure_storage_account_name": "account",
		"abs.options": [{ key: "azure_storage_endpoint", value: "http://azurite:10000/account" }],
	});
	const china = `AccountName=account;AccountKey=${accountKey};EndpointSuffix=core.chinacloudapi.cn`;
	expect(checkDraft(abs({ azure_storage_account_key: china })).problems[0]?.fix?.also).toEqual([
		{ target: "abs.options.azure_storage_endpoint", text: "https://account.blob.core.chinacloudapi.cn" },
	]);
});
