import fc from "fast-check";
import { expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { checkDraft, parseConfig } from "./check.ts";
import { toDraft } from "./checkpoint.ts";
import { anyDraft } from "./draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft } from "./draft.ts";
import { findNode, listSettings } from "./setting.ts";

const check = (change: Partial<CheckpointDraft>) => checkDraft({ ...defaultDraft, ...change }).problems;
const say = (change: Partial<CheckpointDraft>) =>
	check(change).map(({ severity, path, message }) => `${severity} ${path.join(".")}: ${message}`);

const s3 = { ...defaultDraft.s3, url: "s3://bucket/dir", aws_access_key_id: "AKIA", aws_secret_access_key: "s" };
const gcs = { ...defaultDraft.gcs, url: "gs://bucket/dir", google_service_account_path: "/etc/polars/gcs.json" };
const abs = {
	...defaultDraft.abs,
	url: "az://container/dir",
	azure_storage_account_name: "account",
	azure_storage_account_key: "a2V5",
};

test("what a person sees first is valid, and there is nothing to say about it", () => {
	expect(checkDraft(defaultDraft)).toEqual({ config: expect.objectContaining({ period: "10 mins" }), problems: [] });
});

test("each store is valid once it has what it needs", () => {
	expect(say({ store: "s3", s3 })).toEqual([]);
	expect(say({ store: "gcs", gcs })).toEqual([]);
	expect(say({ store: "abs", abs })).toEqual([]);
});

test("a configuration keeps what its store and credentials use, and drops the rest", () => {
	const { config } = checkDraft({ ...defaultDraft, store: "s3", s3: { ...s3, credentials: "environment" }, gcs });
	expect(config).toEqual({
		period: "10 mins",
		store: "s3",
		shuffle: "local",
		files: "separate",
		key_style: "dotted",
		output: "bare_metal",
		secrets: "toml",
		schema: "",
		kubernetes: defaultDraft.kubernetes,
		s3: { credentials: "environment", url: "s3://bucket/dir", aws_region: "", aws_endpoint_url: "", options: [] },
	});
});

test("credentials come whole, and an error names both halves", () => {
	expect(say({ store: "s3", s3: { ...s3, aws_secret_access_key: "" } })).toEqual([
		"error s3.aws_secret_access_key: Enter the secret access key. It goes with the access key ID.",
	]);
	expect(say({ store: "s3", s3: { ...s3, aws_access_key_id: "" } })).toEqual([
		"error s3.aws_access_key_id: Enter the access key ID. It goes with the secret access key.",
	]);
});

test("Azure needs the account's name unless the URL holds it", () => {
	expect(say({ store: "abs", abs: { ...abs, azure_storage_account_name: "" } })).toEqual([
		"error abs.azure_storage_account_name: Enter the storage account's name: the URL doesn't contain it.",
	]);
	const url = "abfss://container@account.dfs.core.windows.net/dir";
	expect(say({ store: "abs", abs: { ...abs, url, azure_storage_account_name: "" } })).toEqual([]);
	expect(say({ store: "abs", abs: { ...abs, url, azure_storage_account_name: "other" } })).toEqual([
		"warning abs.azure_storage_account_name: The URL names another account, account, which Polars uses instead.",
	]);
});

test("one field's error does not hide another's, nor what is wrong across fields", () => {
	const url = "az://container/dir";
	const problems = check({ period: "x", store: "abs", abs: { ...abs, url, azure_storage_account_name: "" } });
	expect(problems.map(({ path }) => path.join("."))).toEqual(["period", "abs.azure_storage_account_name"]);
});

test("a URL that can't be read draws no error about what it would have held", () => {
	for (const url of ["", "oops!", "wasbs://container@account.blob.core.windows.net/dir"]) {
		const problems = check({ store: "abs", abs: { ...abs, url, azure_storage_account_name: "" } });
		expect(problems.map(({ path }) => path.join("."))).toEqual(["abs.url"]);
	}
});

test("a file never gets an empty account: it is an error, or not written", () => {
	const urls = [
		"${URL}",
		"<url>",
		"az://<container>/k",
		"az://${C}/k",
		"az://c/${X}",
		"wasbs://YOUR_C/k",
		"az://$web/k",
		"YOUR_URL",
	];
	for (const url of urls) {
		const draft: CheckpointDraft = {
			...defaultDraft,
			store: "abs",
			abs: { ...abs, url, azure_storage_account_name: "" },
		};
		const isBlocked = checkDraft(draft).config === undefined;
		const isWritten = listSettings(draft).some(({ key }) => key.at(-1) === "azure_storage_account_name");
		expect([url, isBlocked || !isWritten]).toEqual([url, true]);
	}
});

test("the emulator has an account of its own", () => {
	const options = [{ key: "USE_EMULATOR", value: "true" }];
	const draft: CheckpointDraft = {
		...defaultDraft,
		store: "abs",
		abs: { ...abs, azure_storage_account_name: "", options },
	};
	expect(checkDraft(draft).config).toBeDefined();
	expect(listSettings(draft).map(({ key }) => key.at(-1))).not.toContain("azure_storage_account_name");
});

test.each([
	"https://builder.example/",
	"http://localhost:4317/",
	"http://[::1]:8080/a/b/",
	"https://team.example/~me/a%20b/(1)/",
	" ./ ",
	"../schemas/",
])("a schema line may name the folder %j", (schema) => {
	expect(say({ schema })).toEqual([]);
});

test.each([
	["https://builder.example", "“https://builder.example”", "https://builder.example/"],
	["https://builder.example/a/worker.schema.json", "“https://builder.example…”", "https://builder.example/a/"],
	["https://builder.example/?embed#v=1", "“https://builder.example…”", "https://builder.example/"],
	["https://user:pa55word@builder.example/", "“https://builder.example/”", "https://builder.example/"],
	["..", "“..”", "../"],
	["file:///srv/", "“file:///srv/”", undefined],
	["schemas/", "“schemas/”", undefined],
	["https://x/\nworker.enabled = false\n#/", "“https://x/\nworker.enabl…”", undefined],
])("the address %j of a schema line is an error", (schema, found, fix) => {
	const [problem] = check({ schema });
	expect(problem).toMatchObject({
		severity: "error",
		path: ["schema"],
		message: `Write the address of a folder, such as https://host/ or ./, not ${found}.`,
	});
	expect(problem?.fix?.text).toBe(fix);
});

const optionErrors = (options: { key: string; value: string }[], from: Partial<typeof s3> = {}) =>
	check({ store: "s3", s3: { ...s3, ...from, options } }).map(
		({ severity, path, message, fix }) => `${severity} ${path.join(".")}: ${message}${fix ? ` → ${fix.text}` : ""}`,
	);

test("an option that Polars would ignore is an error with the key that was meant", () => {
	expect(optionErrors([{ key: "aws_sse_kms_key", value: "x" }])).toEqual([
		"error s3.options.0.key: Unknown option “aws_sse_kms_key”: Polars ignores it. Did you mean “aws_sse_kms_key_id”? → aws_sse_kms_key_id",
	]);
});

test("an unknown option is not renamed into one that is set in another place", () => {
	expect(optionErrors([{ key: "s3.access-key", value: "x" }])).toEqual([
		"error s3.options.0.key: Polars ignores s3.access-key, a key of Flink and Trino. Use aws_access_key_id. aws_access_key_id has its own field.",
	]);
	expect(
		optionErrors([
			{ key: "kms_key_id", value: "x" },
			{ key: "sse_kms_key_id", value: "y" },
			{ key: "server_side_encryption", value: "aws:kms" },
		]),
	).toEqual([
		"error s3.options.0.key: Polars ignores kms_key_id, a key of DuckDB. Use aws_sse_kms_key_id. aws_sse_kms_key_id is set already.",
	]);
});

test("an option that is dropped and not missed, or of which nobody knows, is advice", () => {
	const options = [
		{ key: "project", value: "my-project" },
		{ key: "allow_deletes", value: "true" },
	];
	expect(say({ store: "gcs", gcs: { ...gcs, options } })).toEqual([
		"advice gcs.options.0.key: Polars ignores project, a key of gcsfs. Remove it: the bucket's name is enough.",
		"advice gcs.options.1.key: allow_deletes is not documented for a location. Polars' Ray package writes it, as true or false. What it does for checkpoints is not known.",
	]);
});

test("an option that has a field, or stands twice under two names, is an error", () => {
	expect(optionErrors([{ key: "secret_access_key", value: "x" }])).toEqual([
		"error s3.options.0.key: aws_secret_access_key has its own field above. Set it there.",
	]);
	expect(
		optionErrors([
			{ key: "aws_endpoint_url_s3", value: "https://a.example" },
			{ key: "aws_skip_signature", value: "true" },
			{ key: "SKIP_SIGNATURE", value: "true" },
		]).at(0),
	).toBe("error s3.options.2.key: SKIP_SIGNATURE sets the same option as aws_skip_signature. Keep one of them.");
});

test("an option that only other credentials have a field for is an error that names them", () => {
	expect(optionErrors([{ key: "secret_access_key", value: "x" }], { credentials: "environment" })).toEqual([
		"error s3.options.0.key: aws_secret_access_key needs another kind of credentials. Choose “Access key” above and set it there, or remove this option.",
	]);
});

test("an option needs a value of its type", () => {
	expect(optionErrors([{ key: "aws_sse_kms_key_id", value: " " }])).toEqual([
		"error s3.options.0.value: Enter a value for aws_sse_kms_key_id, or remove the option.",
	]);
	expect(optionErrors([{ key: "connect_timeout", value: "30" }])[0]).toMatch(/^error s3\.options\.0\.value: .* → 30s$/);
});

test("a newer object store's option, and one that changes nothing, are said but do not block", () => {
	expect(optionErrors([{ key: "aws_disable_bulk_delete", value: "true" }])).toEqual([
		"advice s3.options.0.key: Known from Polars 1.44 on. Whether your On-Prem has it is not known.",
	]);
	expect(optionErrors([{ key: "aws_bucket", value: "other" }])).toEqual([
		"advice s3.options.0.value: This is not used: Polars uses the name in the URL instead.",
	]);
	expect(
		optionErrors([{ key: "aws_allow_http", value: "false" }], { aws_endpoint_url: "http://minio:9000" })[0],
	).toMatch(/^warning s3\.options\.0\.value: This forbids plain http, which aws_endpoint_url uses/);
});

test("what does nothing, or nothing useful, is a warning and blocks nothing", () => {
	expect(say({ shuffle: "shared" })[0]).toMatch(/^warning shuffle: Checkpoints have no effect here/);
	expect(say({ period: "0s" })[0]).toMatch(/^warning period: With a period of zero/);
	expect(say({ period: "5 secs" })[0]).toMatch(/^warning period: With less than a minute/);
	expect(say({ period: "1m" })).toEqual([]);
	expect(say({ shared_filesystem: { path: "/tmp/checkpoints" } })[0]).toMatch(/^warning shared_filesystem.path: \/tmp/);
	expect(say({ store: "s3", s3: { ...s3, aws_endpoint_url: "http://minio:9000" } })[0]).toMatch(
		/^advice s3.aws_endpoint_url: Plain http does not/,
	);
});

test("what stands for another value is one warning, wherever it stands, and blocks nothing", () => {
	const left = {
		url: "s3://${BUCKET}/dir",
		aws_access_key_id: "$KEY_ID",
		aws_secret_access_key: "YOUR_SECRET",
		aws_region: "<REGION>",
		aws_endpoint_url: "https://<ACCOUNT_ID>.r2.cloudflarestorage.com",
		options: [{ key: "TIMEOUT", value: "{{ timeout }}" }],
	};
	const named = (text: string) => `Replace “${text}” with your own value: nothing else replaces it.`;
	expect(say({ period: "${PERIOD}", store: "s3", s3: { ...s3, ...left } })).toEqual([
		`warning period: ${named("${PERIOD}")}`,
		`warning s3.url: ${named("${BUCKET}")}`,
		`warning s3.aws_access_key_id: ${named("$KEY_ID")}`,
		"warning s3.aws_secret_access_key: Replace this with your own value: nothing else replaces it.",
		`warning s3.aws_region: ${named("<REGION>")}`,
		`warning s3.aws_endpoint_url: ${named("<ACCOUNT_ID>")}`,
		`warning s3.options.0.value: ${named("{{ timeout }}")}`,
	]);
	expect(say({ shared_filesystem: { path: "$HOME/ck" } })).toEqual([
		`warning shared_filesystem.path: ${named("$HOME")}`,
	]);
	expect(say({ store: "s3", s3: { ...s3, aws_secret_access_key: "wJal${X}rX" } })).toEqual([]);
});

test("Azure refuses a name that no account can have", () => {
	const problem = check({ store: "abs", abs: { ...abs, azure_storage_account_name: "MyAccount" } })[0];
	expect(problem).toMatchObject({ severity: "error", fix: { text: "myaccount" } });
});

test("an error that several fields show together leaves no configuration, for the form and for a program", () => {
	const draft: CheckpointDraft = { ...defaultDraft, store: "s3", s3: { ...s3, aws_region: "us_east_1" } };
	expect(checkDraft(draft).config).toBeUndefined();
	expect(() => parseConfig(draft)).toThrow(/s3\.aws_region: Amazon has no region “us_east_1”/);
	expect(parseConfig({ ...draft, s3: { ...s3, aws_region: "us-east-1" } })).toMatchObject({ store: "s3" });
});

test("a key in the place of its file's path moves to where it belongs, and no button shows it", () => {
	const key = JSON.stringify({
		client_email: "a@b.example",
		private_key_id: "1",
		private_key: "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n",
	});
	const problem = check({ store: "gcs", gcs: { ...gcs, google_service_account_path: key } })[0];
	expect(problem?.fix).toEqual({
		title: "Use an inline key",
		text: key,
		target: "gcs.google_service_account_key",
		also: [
			{ target: "gcs.credentials", text: "inline_key" },
			{ target: "gcs.google_service_account_path", text: "" },
		],
	});
	expect(problem?.message).not.toContain("c2VjcmV0");
	const cut = check({ store: "gcs", gcs: { ...gcs, google_service_account_path: key.slice(0, -9) } })[0];
	expect(cut).toMatchObject({ severity: "error" });
	expect(cut).not.toHaveProperty("fix");
});

test("each field is read by one node", () => {
	expect(
		["period", "s3.options.0.value", "shared_filesystem.path", "store", "schema", "constructor"].map(findNode),
	).toEqual(["scheduler", "worker", "worker", "worker", undefined, undefined]);
});

test("white space around a secret is pointed out, since it is written as it is", () => {
	const draft: CheckpointDraft = { ...defaultDraft, store: "s3", s3: { ...s3, aws_secret_access_key: " key\t" } };
	expect(checkDraft(draft).problems[0]).toMatchObject({ severity: "warning", fix: { text: "key" } });
	expect(listSettings(draft).find(({ secret }) => secret)?.value).toBe(" key\t");
});

test("a mark counts from the text as typed, with the white space that is not judged", () => {
	expect(check({ period: "  10 Mins" })[0]?.range).toEqual({ start: 5, end: 9 });
	const [advice] = check({ store: "s3", s3: { ...s3, url: " \ts3://My_Bucket/k" } });
	expect(advice).toMatchObject({ severity: "advice", range: { start: 7, end: 8 } });
	const options = [{ key: "sse_customer_key_base64", value: " a\ud800" }];
	expect(check({ store: "s3", s3: { ...s3, options } })[0]?.range).toEqual({ start: 2, end: 3 });
});

test("a URL of another store offers to switch to it", () => {
	const problem = check({ store: "gcs", gcs: { ...gcs, url: "s3://bucket/dir" } })[0];
	expect(problem?.fix).toEqual({ title: "Switch to S3", text: "s3://bucket/dir", target: "s3.url" });
	const path = check({ shared_filesystem: { path: "gs://bucket/dir" } })[0];
	expect(path?.fix).toMatchObject({ text: "gs://bucket/dir", target: "gcs.url" });
});

test("half a surrogate pair is an error, since no file can hold it", () => {
	const problem = check({ shared_filesystem: { path: "/mnt/a\ud800b" } })[0];
	expect(problem).toMatchObject({ range: { start: 6, end: 7 }, fix: { text: "/mnt/ab" } });
});

test("any draft can be judged; what is valid is written just as it was read", () => {
	fc.assert(
		fc.property(anyDraft, (draft) => {
			const { config, problems } = checkDraft(draft);
			expect(config === undefined).toBe(problems.some(({ severity }) => severity === "error"));
			if (config) expect(listSettings(toDraft(config))).toEqual(listSettings(draft));
			for (const problem of problems) {
				expect(problem.message).not.toBe("");
				for (const fix of listFixes(problem)) expect(fix.text).not.toBe("");
			}
		}),
		{ numRuns: 500 },
	);
});

test("what would be left empty is not offered as a fix", () => {
	const path = checkDraft({ ...defaultDraft, shared_filesystem: { path: "\0\0" } });
	expect(path.problems.map(({ message }) => message)).toEqual(["A path can't contain a NUL character."]);
	expect(path.problems.flatMap(listFixes)).toEqual([]);
	const s3 = { ...defaultDraft.s3, url: "s3://bucket/k", aws_access_key_id: "AKIA", aws_secret_access_key: " \t" };
	const secret = checkDraft({ ...defaultDraft, store: "s3", s3 });
	expect(secret.problems.flatMap(listFixes)).toEqual([]);
	expect(secret.problems[0]?.message).toBe("This secret is only white space.");
});
