import fc from "fast-check";
import { expect, test } from "vitest";
import { objectStores } from "../stores/stores.ts";
import { anyDraft, anyDraftWithSecret, reveals } from "./draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft } from "./draft.ts";
import { fields, storeFields } from "./fields.ts";
import { isSecretField, removeCredentials, removeSecrets, replaceSecrets } from "./secret.ts";

/** For a machine that is busy with other tests. */
const slow = { timeout: 120_000 };

test.each([
	"10 mins",
	"/mnt/storage/polars/checkpoints",
	"/mnt/a:b@c/date=2026-01-01",
	"s3://bucket/path/to/key",
	"s3://bucket/key=5/a@b?versionId=3",
	"s3://bucket:9000/dir",
	"abfss://container@account.dfs.core.windows.net/dir",
	" wasbs://container@account.blob.core.windows.net",
	"https://s3.example.com:9000",
	"http://[::1]:9000/a",
	"http://10.0.0.1:3128",
	"arn:aws:iam::123456789012:role/someone@example.com",
	"arn:aws:kms:eu-west-1:123456789012:key/0000-0000",
	"AKIAIOSFODNN7EXAMPLE",
	"header:x-amz-copy:1",
	"aws_secret_access_key",
	"-----BEGIN CERTIFICATE-----\nMIIB==\n-----END CERTIFICATE-----",
	"localhost,10.0.0.0/8,*.example.com",
	"polars/1.0 (someone@example.com)",
	"header-with-status:x-auth-token:412",
	"arn:aws:secretsmanager:eu-west-1:123456789012:secret:license-AbCdEf",
	"registry.example/token:1.2",
	"keyspace:5",
	"the bearer token expires",
	"basic settings",
	"s3://bucket/2fd4e1c67a2d28fced849ee1bb76e7391b93eb12/3f2504e0-4f89-11d3-9a0c-0305e82c3301",
	"https://5d41402abc4b2a76b9719d911017c592.r2.cloudflarestorage.com",
	"100%",
	"%zz%ff",
	"",
])("nothing is a secret in %j", (text) => {
	expect(removeCredentials(text)).toBe(text);
});

test.each([
	["s3://AKIA:wJal/rXU@bucket/dir", "s3://bucket/dir"],
	["s3://AKIA@bucket/dir", "s3://bucket/dir"],
	["s3://AKIA:wJal", "s3://"],
	[" S3://AKIA:wJalr@bucket", " S3://bucket"],
	["http://user:p%40ss@proxy:3128", "http://proxy:3128"],
	["http://user:p@ss@proxy:3128", "http://proxy:3128"],
	["user:pass@proxy:3128", "proxy:3128"],
	["az://container:key@account.dfs.core.windows.net/d", "az://container@account.dfs.core.windows.net/d"],
	[
		"https://account.blob.core.windows.net/c/d?sv=2022-11-02&sp=rw&sig=c2ln%3D",
		"https://account.blob.core.windows.net/c/d",
	],
	["https://b.s3.amazonaws.com/k?X-Amz-Expires=9&X-Amz-Signature=ab", "https://b.s3.amazonaws.com/k"],
	["https://host/k?client%5Fse%63ret=ab", "https://host/k"],
	["http://host http://user:pass@host", "http://host"],
	["https://host/k#access_token=ab", "https://host/k"],
	["https://host/k?sas=ab", "https://host/k"],
	["https://host/k?x=1&code=ab", "https://host/k"],
	["https://host/k?jwt=ab", "https://host/k"],
])("of %j, %j is left", (text, rest) => {
	expect(removeCredentials(text)).toBe(rest);
});

test.each([
	"http://user:12345/pa@ss@proxy",
	"https:///user:pass@host",
	"//user:pass@host/share",
	"user://pa/ss@host",
	"http%3A%2F%2Fuser%253Apass%40host",
	"az://container%3Akey@account.dfs.core.windows.net",
	"sv=2022-11-02&ss=b&sig=c2ln",
	"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=a2V5==",
	"aws_secret_access_key = 'wJalr'",
	"aws_secret_access_key: wJalr",
	'{"AccessKeyId":"AKIA","SecretAccessKey":"wJalr"}',
	"export AWS_SECRET_ACCESS_KEY=wJalr",
	'{"private_key": "-----BEGIN PRIVATE KEY-----"}',
	"private%5Fkey",
	"sig=c2ln",
	"password:hunter2",
	"secretAccessKey:wJalr",
	"- api-key:wJalr",
	"{token:wJalr}",
	"AKIAIOSFODNN7EXAMPLE:wJalr",
	"Bearer wJalr",
	"Authorization: Basic dXNlcjpwYXNz",
	"-----BEGIN RSA PRIVATE KEY-----\nMIIE",
	"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ3b3JrZXIifQ.c2lnbmF0dXJl",
	"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
	"s3://bucket/wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
	"s3://bucket/wJalrXUtnFEMI%2FK7MDENG%2FbPxRfiCYEXAMPLEKEY",
	"s3://a:b/c@".repeat(9),
])("nothing is left of %j, where a secret can't be told from the rest", (text) => {
	expect(removeCredentials(text)).toBe("");
});

test("what is left of a text has nothing more to lose", slow, () => {
	const parts = fc.constantFrom(
		"s3://",
		"http://",
		"//",
		"a",
		"key",
		"=",
		":",
		"@",
		"/",
		"?",
		"&",
		"#",
		"%",
		"%3A",
		"%40",
		" ",
	);
	fc.assert(
		fc.property(fc.array(parts, { maxLength: 14 }), (pieces) => {
			const rest = removeCredentials(pieces.join(""));
			expect(removeCredentials(rest)).toBe(rest);
		}),
		{ numRuns: 2000 },
	);
});

test("a long text is read to its end", slow, () => {
	for (const piece of ["//a:x", "key", "s3://a:b/c@", "%2", "sig", "/", " ", "&a=", "a:", "@"]) {
		const text = piece.repeat(1_000_000 / piece.length);
		for (const long of [`s3://${text}`, text]) expect(removeCredentials(long).length).toBeLessThanOrEqual(long.length);
	}
});

const draft: CheckpointDraft = {
	...defaultDraft,
	store: "s3",
	s3: {
		...defaultDraft.s3,
		url: "s3://AKIA:secret@bucket/dir",
		aws_access_key_id: "AKIA",
		aws_secret_access_key: "secret",
		aws_session_token: "",
		options: [
			{ key: "sse_customer_key_base64", value: "secret" },
			{ key: "proxy_url", value: "http://user:secret@proxy" },
			{ key: "timeout", value: "30s" },
			{ key: "max_retries", value: "3" },
			{ key: "no such Option!", value: "secret" },
			{ key: "", value: "secret" },
			{ key: "aws_secret_access_key = secret", value: "" },
		],
	},
	gcs: { ...defaultDraft.gcs, google_service_account_key: "secret" },
};

test("secrets are removed from every store, and the fields that lost one are named", () => {
	const { draft: open, removed } = removeSecrets(draft);
	expect(JSON.stringify(open)).not.toContain("= secret");
	expect(open).toEqual({
		...defaultDraft,
		store: "s3",
		s3: {
			...defaultDraft.s3,
			url: "s3://bucket/dir",
			aws_access_key_id: "AKIA",
			options: [
				{ key: "sse_customer_key_base64", value: "" },
				{ key: "proxy_url", value: "http://proxy" },
				{ key: "timeout", value: "30s" },
				{ key: "max_retries", value: "3" },
				{ key: "no such Option!", value: "" },
				{ key: "", value: "" },
				{ key: "", value: "" },
			],
		},
	});
	expect(removed.toSorted()).toEqual([
		"gcs.google_service_account_key",
		"s3.aws_secret_access_key",
		"s3.options.0.value",
		"s3.options.1.value",
		"s3.options.4.value",
		"s3.options.5.value",
		"s3.options.6.key",
		"s3.url",
	]);
});

test("a placeholder says which secret belongs in its place", () => {
	const { s3, gcs, abs } = replaceSecrets({
		...draft,
		abs: { ...draft.abs, azure_storage_sas_key: "s", azure_storage_client_secret: "s", azure_storage_account_key: "s" },
	});
	expect(s3).toMatchObject({
		url: "s3://bucket/dir",
		aws_access_key_id: "AKIA",
		aws_secret_access_key: "YOUR_SECRET_ACCESS_KEY",
		aws_session_token: "",
	});
	expect(s3.options.map(({ value }) => value)).toEqual([
		"YOUR_SSE_CUSTOMER_KEY_BASE64",
		"http://proxy",
		"30s",
		"3",
		"YOUR_NO_SUCH_OPTION_",
		"YOUR_VALUE",
		"",
	]);
	expect(gcs.google_service_account_key).toBe("YOUR_SERVICE_ACCOUNT_KEY");
	expect(abs).toMatchObject({
		azure_storage_account_key: "YOUR_ACCOUNT_KEY",
		azure_storage_sas_key: "YOUR_SAS_TOKEN",
		azure_storage_client_secret: "YOUR_CLIENT_SECRET",
	});
});

test("a value is as secret as its option, in any spelling; an unknown one may be secret", () => {
	const isSecret = (key: string) =>
		isSecretField({ ...draft, s3: { ...draft.s3, options: [{ key, value: "x" }] } }, "s3.options.0.value");
	expect(["TOKEN", "aws_secret_acces_key", "secret", ""].map(isSecret)).toEqual([true, true, true, true]);
	expect(["aws_region", "Timeout", "max_retries", "max-retries", "MAX_RETRIES"].map(isSecret)).toEqual(
		Array(5).fill(false),
	);
	expect(isSecretField(draft, "s3.options.99.value")).toBe(true);
	expect(isSecretField(draft, "period")).toBe(false);
});

/** A secret as Amazon and most others that speak the S3 API make it, and none that looks like something else. */
const anyKey = fc
	.array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"), {
		minLength: 40,
		maxLength: 40,
	})
	.map((characters) => characters.join(""))
	.filter((text) => (text.match(/[a-z][A-Z\d]|\d[A-Za-z]/g)?.length ?? 0) > 12 && !/[A-Z]{6}|[a-z]{6}/.test(text));

/** Every text of a draft that isn't made for a secret, by the name of its field. */
const openFields = ["period", "schema", "shared_filesystem.path"].concat(
	objectStores.flatMap((store) =>
		Object.keys(storeFields[store])
			.map((key) => `${store}.${key}`)
			.filter((field) => !fields.get(field)?.secret && !field.endsWith("credentials")),
	),
);

test("a secret one field too high leaves the page no more than one in its own field", slow, () => {
	fc.assert(
		fc.property(
			anyKey,
			fc.constantFrom(...openFields, "s3.options.0.key", "s3.options.0.value"),
			fc.constantFrom("", " ", "s3://bucket/", "https://host/a/"),
			(key, field, before) => {
				const dirty = structuredClone(defaultDraft);
				dirty.s3.options.push({ key: "user_agent", value: "" });
				let part: unknown = dirty;
				const names = field.split(".");
				for (const name of names.slice(0, -1)) part = (part as Record<string, unknown>)[name];
				(part as Record<string, unknown>)[names.at(-1) ?? ""] = before + key;
				const { draft: open, removed } = removeSecrets(dirty);
				expect(removed).toContain(field);
				for (const copy of [open, replaceSecrets(dirty)]) expect(reveals(JSON.stringify(copy), key)).toBe(false);
			},
		),
		{ numRuns: 1000 },
	);
});

test("the secret of R2 is one where a key ID belongs, and a hash elsewhere", () => {
	const hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
	const s3 = { ...defaultDraft.s3, url: `s3://bucket/${hash}`, aws_access_key_id: hash };
	const { draft: open, removed } = removeSecrets({ ...defaultDraft, s3 });
	expect(removed).toEqual(["s3.aws_access_key_id"]);
	expect(open.s3.url).toBe(s3.url);
});

test("neither copy of a draft gives a secret away, and a clean draft has nothing to lose", slow, () => {
	fc.assert(
		fc.property(anyDraftWithSecret, ([dirty, secret]) => {
			const { draft: open } = removeSecrets(dirty);
			expect(reveals(JSON.stringify(open), secret)).toBe(false);
			expect(reveals(JSON.stringify(replaceSecrets(dirty)), secret)).toBe(false);
			expect(removeSecrets(open)).toEqual({ draft: open, removed: [] });
		}),
		{ numRuns: 500 },
	);
	fc.assert(
		fc.property(anyDraft, (any) => {
			const { draft: open, removed } = removeSecrets(any);
			if (removed.length === 0) expect(open).toEqual(any);
			expect(replaceSecrets(open)).toEqual(open);
		}),
		{ numRuns: 300 },
	);
});
