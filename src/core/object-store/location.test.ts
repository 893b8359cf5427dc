import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { type ObjectStore, objectStores } from "../stores/stores.ts";
import { adviseLocation, parseLocation } from "./location.ts";

const credentials = "Remove the credentials from the URL: it isn't kept secret.";
const server = "Write s3://bucket/key. A server's address belongs in the endpoint URL.";
const page = "Write s3://bucket/key: Polars reads https:// as a plain web server.";
const googlePage = "Write gs://bucket/key: Polars reads https:// as a plain web server.";
const azurePage = "Write az://container/key: Polars reads https:// as a plain web server.";
const s3Scheme = "Write a URL that starts with s3://.";
const accountHost = "Write ACCOUNT.dfs.core.windows.net after the “@”.";

const alias = "Polars can't read an ARN. Write the access point's alias instead of the bucket: s3://ALIAS/key.";
const accessPoint = "arn:aws:s3:eu-west-1:000000000000:accesspoint/name";
const objectLambda = "arn:aws-cn:s3-object-lambda:cn-north-1:000000000000:accesspoint:name";

/** A fault, the characters that are marked, and what is offered; with `store:` before it, in another store. */
const faults: Partial<Record<ObjectStore, readonly (readonly [string, string, (string | undefined)?, string?])[]>> = {
	s3: [
		["", s3Scheme],
		["s3", s3Scheme],
		["s3:/bucket/key", s3Scheme, undefined, "s3://bucket/key"],
		["s3:bucket", s3Scheme, undefined, "s3://bucket"],
		["s3//bucket", s3Scheme, undefined, "s3://bucket"],
		["bucket/path", s3Scheme, undefined, "s3://bucket/path"],
		["my bucket/path", s3Scheme],
		["S3://Bucket/key", "Write s3:// in lower case: Polars can't read another spelling.", "S3://", "s3://Bucket/key"],
		["s3n://bucket/key", "Write s3://bucket/key, not “s3n://”.", "s3n://", "s3://bucket/key"],
		["ftp://host/key", "Write s3://bucket/key, not “ftp://”.", "ftp://"],
		["s3://", "Write the bucket's name after s3://.", "s3://"],
		["s3:///key", "Write the bucket's name after s3://.", "s3:///", "s3://key"],
		["s3://my bucket/key", "A bucket's name can't contain a space.", " "],
		["s3://bu|cket", "A bucket's name can't contain “|”.", "|"],
		["s3://bucket:99999/key", "A bucket has no port. Remove it.", ":99999"],
		["s3://bucket:prefix/key", "A bucket's name can't contain “:”.", ":"],
		[
			"s3://arn:aws:s3:::bucket/key",
			"This is an ARN. Write the bucket's name.",
			"arn:aws:s3:::bucket/key",
			"s3://bucket/key",
		],
		[`s3://${accessPoint}/key`, alias, `${accessPoint}/key`],
		[accessPoint, alias, accessPoint],
		[objectLambda, alias, objectLambda],
		[
			"s3://bucket/k\ney",
			"A URL can't contain a line break, a tab or another control character.",
			"\n",
			"s3://bucket/key",
		],
		["s3://AKIA:se/cret@bucket/key", credentials, "AKIA:se/cret@", "s3://bucket/key"],
		["s3://AKIA:secr", credentials, "AKIA:secr"],
		["s3://bucket/key?X-Amz-Signature=abc", credentials, "?X-Amz-Signature=abc", "s3://bucket/key"],
		["gs://AKIA:secret@bucket/key", credentials, "AKIA:secret@", "gcs:gs://bucket/key"],
		[
			"gs://bucket/key",
			"This is an address of Google Cloud Storage. Write s3://bucket/key.",
			"gs://",
			"gcs:gs://bucket/key",
		],
		["gcs://bucket", "This is an address of Google Cloud Storage. Write s3://bucket/key.", "gcs://", "gcs:gs://bucket"],
		[
			"az://container/key",
			"This is an address of Azure Blob Storage. Write s3://bucket/key.",
			"az://",
			"abs:az://container/key",
		],
		["/mnt/key", "This is a path of a file system. Write s3://bucket/key.", undefined, "shared_filesystem:/mnt/key"],
		["file:///mnt", "This is a path of a file system. Write s3://bucket/key.", "file://", "shared_filesystem:/mnt"],
		["~/key", "This is a path of a file system. Write s3://bucket/key."],
		["C:\\key", "This is a path of a file system. Write s3://bucket/key."],
		["arn:aws:s3:::bucket/key/*", s3Scheme, undefined, "s3://bucket/key/"],
		["arn:aws-cn:s3:::bucket", s3Scheme, undefined, "s3://bucket"],
		["https://bucket.s3.eu-west-1.amazonaws.com/key", page, "https://", "s3://bucket/key"],
		["https://my.bucket.s3.amazonaws.com/a%20b", page, "https://", "s3://my.bucket/a b"],
		["https://s3.eu-west-1.amazonaws.com/bucket/key", page, "https://", "s3://bucket/key"],
		["https://s3-us-gov-west-1.amazonaws.com/bucket/", page, "https://", "s3://bucket"],
		["https://s3.dualstack.us-east-2.amazonaws.com/bucket/key", page, "https://", "s3://bucket/key"],
		["https://s3.cn-north-1.amazonaws.com.cn/bucket/key", page, "https://", "s3://bucket/key"],
		["https://bucket.s3-website-us-east-1.amazonaws.com/key", page, "https://", "s3://bucket/key"],
		["https://bucket.s3-website.eu-central-1.amazonaws.com", page, "https://", "s3://bucket"],
		["https://user:password@s3.amazonaws.com/bucket/key", credentials, "user:password@", "s3://bucket/key"],
		[
			"https://s3.console.aws.amazon.com/s3/buckets/bucket?region=eu-west-1&prefix=a%2Fb/",
			page,
			"https://",
			"s3://bucket/a/b/",
		],
		["https://eu-west-1.console.aws.amazon.com/s3/buckets/bucket?tab=objects", page, "https://", "s3://bucket"],
		["https://s3.console.aws.amazon.com/s3/home?region=eu-west-1", page, "https://"],
		["bucket.s3.amazonaws.com/key", s3Scheme, undefined, "s3://bucket/key"],
		["https://account.r2.cloudflarestorage.com/bucket/key", server, "https://", "s3://bucket/key"],
		["https://account.eu.r2.cloudflarestorage.com/bucket", server, "https://", "s3://bucket"],
		["https://bucket.account.r2.cloudflarestorage.com/key", server, "https://", "s3://bucket/key"],
		["https://bucket.fra1.digitaloceanspaces.com/key", server, "https://", "s3://bucket/key"],
		["https://fsn1.your-objectstorage.com/bucket/key", server, "https://", "s3://bucket/key"],
		["https://bucket.s3.us-west-004.backblazeb2.com/key", server, "https://", "s3://bucket/key"],
		["http://minio:9000/bucket/key?x", server, "http://", "s3://bucket/key"],
		["https://minio.example.com", server, "https://"],
	],
	gcs: [
		["bucket", "Write a URL that starts with gs://.", undefined, "gs://bucket"],
		["gcs://bucket/key", "Write gs://bucket/key, not “gcs://”.", "gcs://", "gs://bucket/key"],
		["s3://bucket/key", "This is an address of S3. Write gs://bucket/key.", "s3://", "s3:s3://bucket/key"],
		["https://storage.googleapis.com/bucket/key", googlePage, "https://", "gs://bucket/key"],
		["https://storage.cloud.google.com/bucket/key", googlePage, "https://", "gs://bucket/key"],
		["https://my.bucket.storage.googleapis.com/key", googlePage, "https://", "gs://my.bucket/key"],
		["https://storage.googleapis.com/storage/v1/b/bucket/o/a%2Fb", googlePage, "https://", "gs://bucket/a/b"],
		[
			"https://console.cloud.google.com/storage/browser/bucket/a/b;tab=objects?project=p",
			googlePage,
			"https://",
			"gs://bucket/a/b",
		],
		[
			"https://console.cloud.google.com/storage/browser/bucket;tab=objects?prefix=a/",
			googlePage,
			"https://",
			"gs://bucket/a/",
		],
		["https://console.cloud.google.com/storage/browser/_details/bucket/key", googlePage, "https://", "gs://bucket/key"],
		["https://example.com/key", googlePage, "https://"],
	],
	abs: [
		["container/key", "Write a URL that starts with az://.", undefined, "az://container/key"],
		["az://my.container/key", "A container's name can't contain a dot: Azure refuses it.", "."],
		["az://@container/key", "Write the container's name after az://.", "az://@container/", "az://container/key"],
		[
			"abfss://account.dfs.core.windows.net/container/key",
			"Write the container before the account: container@account.",
			"account.dfs.core.windows.net",
			"abfss://container@account.dfs.core.windows.net/key",
		],
		["abfss://container@account/key", accountHost, "account", "abfss://container@account.dfs.core.windows.net/key"],
		[
			"abfss://c@Account.DFS.core.windows.net",
			accountHost,
			"Account.DFS.core.windows.net",
			"abfss://c@account.dfs.core.windows.net",
		],
		[
			"az://container@account.dfs.core.chinacloudapi.cn/key",
			"Polars doesn't know this host. Set the account's name and endpoint as options.",
			"account.dfs.core.chinacloudapi.cn",
			"az://container/key",
		],
		[
			"abfss://container@my-account.dfs.core.windows.net",
			"A storage account's name has 3 to 24 lower-case letters and digits.",
			"my-account",
		],
		[
			"adl://container@account.dfs.core.windows.net/key",
			"Only az:// and abfss:// can have an account.",
			"adl://",
			"abfss://container@account.dfs.core.windows.net/key",
		],
		[
			"az://container:password@account.dfs.core.windows.net",
			credentials,
			":password",
			"az://container@account.dfs.core.windows.net",
		],
		["az://container/key?sv=1&sig=abc", credentials, "?sv=1&sig=abc", "az://container/key"],
		[
			"https://account.blob.core.windows.net/container/key?sv=1&sig=abc",
			credentials,
			"?sv=1&sig=abc",
			"abfss://container@account.dfs.core.windows.net/key",
		],
		[
			"https://account.dfs.core.windows.net/container/",
			azurePage,
			"https://",
			"abfss://container@account.dfs.core.windows.net",
		],
		["https://account.blob.core.windows.net/", azurePage, "https://"],
		[
			"https://onelake.dfs.fabric.microsoft.com/workspace/item.Lakehouse/Files",
			azurePage,
			"https://",
			"abfss://workspace@onelake.dfs.fabric.microsoft.com/item.Lakehouse/Files",
		],
		[
			"https://portal.azure.com/#view/x/%2Fproviders%2FMicrosoft.Storage%2FstorageAccounts%2Faccount/path/container/etag/x",
			azurePage,
			"https://",
			"abfss://container@account.dfs.core.windows.net",
		],
		[
			"wasbs://container@account.blob.core.windows.net/key",
			"Write az://container/key, not “wasbs://”.",
			"wasbs://",
			"abfss://container@account.dfs.core.windows.net/key",
		],
	],
};

describe.each(objectStores.filter((store) => faults[store]))("%s refuses with a reason", (store) => {
	for (const [text, message, marked, offered] of faults[store] ?? []) {
		test(text, () => {
			const location = parseLocation(store, text);
			if (location.ok) throw new Error("expected a problem");
			const { problem, otherStore } = location;
			expect(problem).toMatchObject({ severity: "error", message });
			expect(problem.range && text.slice(problem.range.start, problem.range.end)).toBe(marked);
			expect(problem.fix?.text ?? (otherStore && `${otherStore.store}:${otherStore.location}`)).toBe(offered);
			expect(adviseLocation(store, text)).toEqual([]);
		});
	}
});

const root = "Without a key, checkpoints go to the root of the bucket.";
const port = "Polars ignores a port here. Write a server's address in the endpoint URL.";
const settings = "Polars reads no settings here. Write each as an option instead.";
const advice: readonly (readonly [
	ObjectStore,
	string,
	"advice" | "warning",
	string,
	(string | undefined)?,
	...string[],
])[] = [
	["s3", "s3://bucket", "advice", root, undefined, "s3://bucket/checkpoints"],
	["s3", "s3://bucket/", "advice", root, undefined, "s3://bucket/checkpoints"],
	["s3", "s3://bucket/path/to/key", "advice", "This is the documentation's example. Write your own bucket.", "bucket"],
	[
		"abs",
		"az://container/path/to/key",
		"advice",
		"This is the documentation's example. Write your own container.",
		"container",
	],
	["s3", "s3://my_bucket/k", "advice", "Amazon refuses “_” in a new bucket's name.", "_"],
	["s3", "s3://MyBucket/k", "advice", "Amazon refuses “M” in a new bucket's name.", "M", "s3://mybucket/k"],
	["s3", "s3://bucket-/k", "advice", "Amazon refuses “-” in a new bucket's name.", "-"],
	["s3", "s3://10.0.0.7/k", "advice", "Amazon refuses “10.0.0.7” in a new bucket's name.", "10.0.0.7"],
	["s3", "s3://bu/k", "advice", "Amazon needs 3 to 63 characters in a new bucket's name, but this has 2.", "bu"],
	["gcs", "gs://Bucket/k", "advice", "Google refuses “B” in a bucket's name.", "B", "gs://bucket/k"],
	["abs", "az://a--b/k", "warning", "Azure refuses “--” in a container's name.", "--"],
	["abs", "az://ab/k", "warning", "Azure needs 3 to 63 characters in a container's name, but this has 2.", "ab"],
	["s3", "s3://minio:9000/bucket/k", "warning", port, ":9000", "s3://bucket/k"],
	["s3", "s3://store.example.com:9000/bucket/k/l", "warning", port, ":9000", "s3://bucket/k/l"],
	["s3", "s3://minio:9000/bucket", "warning", port, ":9000"],
	["s3", "s3://bucket:9000/k", "warning", port, ":9000", "s3://bucket/k"],
	["s3", "s3://bucket/k?region=eu#x", "warning", settings, "?region=eu#x", "s3://bucket/k"],
	[
		"s3",
		"s3://bucket/a//b",
		"warning",
		"Write “/”, not “//”: a key with “//” is refused or rewritten.",
		"/",
		"s3://bucket/a/b",
	],
	[
		"s3",
		"s3://bucket//a/",
		"warning",
		"Write “/”, not “//”: a key with “//” is refused or rewritten.",
		"/",
		"s3://bucket/a/",
	],
	[
		"s3",
		"s3://bucket/a/../b",
		"warning",
		"Remove “.” and “..” from the key: they are refused or rewritten.",
		"..",
		"s3://bucket/a/b",
	],
	["s3", "s3://bucket/a /b", "advice", "A part of the key starts or ends with a space.", "a ", "s3://bucket/a/b"],
	[
		"s3",
		"s3://bucket/a%20b",
		"advice",
		"Polars keeps “%20” as it is. Write the character itself.",
		"%20",
		"s3://bucket/a b",
	],
	["s3", "s3://bucket/%ff", "advice", "Polars keeps “%ff” as it is. Write the character itself.", "%ff"],
];

describe("advises on", () => {
	for (const [store, text, severity, message, marked, ...fixes] of advice) {
		test(text, () => {
			const [problem, ...others] = adviseLocation(store, text);
			expect(others).toEqual([]);
			expect(problem).toMatchObject({ severity, message });
			expect(problem?.range && text.slice(problem.range.start, problem.range.end)).toBe(marked);
			expect(problem && listFixes(problem).map((fix) => fix.text)).toEqual(fixes);
		});
	}
});

test("has no advice on ordinary locations", () => {
	const ordinary: readonly (readonly [ObjectStore, string])[] = [
		["s3", "s3://my-bucket.eu/checkpoints"],
		["gcs", "gs://my_bucket/a b/c"],
		["abs", "az://$web/checkpoints"],
		["abs", "abfss://My_Workspace@onelake.dfs.fabric.microsoft.com/a.Lakehouse/Files/x"],
	];
	for (const [store, text] of ordinary) expect([text, adviseLocation(store, text)]).toEqual([text, []]);
});

test("knows nothing of a location that stands for another, and the bucket before a key that does", () => {
	for (const text of ["${URL}", "s3://<BUCKET>/key", "minio://{{ bucket }}/key", "$S3_PREFIX/key"]) {
		expect(parseLocation("s3", text)).toMatchObject({ ok: false, problem: { severity: "warning" } });
		expect(adviseLocation("s3", text)).toEqual([]);
	}
	expect(parseLocation("s3", "s3://bucket/<RUN>/k")).toEqual({ ok: true, bucket: "bucket", key: "<RUN>/k" });
	expect(adviseLocation("s3", "s3://bu_cket//<RUN>/k")).toEqual([]);
});

const stores = fc.constantFrom(...objectStores);
const tokens = fc.constantFrom(
	...[
		"s3",
		"gs",
		"gcs",
		"az",
		"abfss",
		"adl",
		"https",
		"arn:aws:s3:::",
		"://",
		"://",
		":",
		"/",
		"//",
		"@",
		"?",
		"#",
		"%20",
	],
	...[
		"bucket",
		"My_Bucket",
		"..",
		"account.dfs.core.windows.net",
		"account",
		"s3.amazonaws.com",
		"<X>",
		" ",
		"\t",
		"|",
	],
	...["storage.googleapis.com", "9000", "sig=1", "console.cloud.google.com/storage/browser", "C:\\", "file", "\ud800"],
);
const texts = fc
	.oneof(
		fc.string({ unit: "binary" }),
		fc.array(tokens, { maxLength: 9 }).map((parts) => parts.join("")),
	)
	.map((text) => text.trim());

test("offers only what it takes itself, and marks only characters of the text", () => {
	fc.assert(
		fc.property(stores, texts, (store, text) => {
			const location = parseLocation(store, text);
			const problems = location.ok ? adviseLocation(store, text) : [location.problem];
			for (const { range, ...problem } of problems) {
				if (range) expect([0 <= range.start, range.start < range.end, range.end <= text.length]).not.toContain(false);
				for (const fix of listFixes(problem)) {
					expect(parseLocation(store, fix.text)).toMatchObject({ ok: true });
					expect(fix.text).not.toBe(text);
				}
			}
			if (location.ok || !location.otherStore) return;
			const { store: other, location: meant } = location.otherStore;
			expect(other).not.toBe(store);
			if (other !== "shared_filesystem") expect(parseLocation(other, meant)).toMatchObject({ ok: true });
		}),
		{ numRuns: 3000 },
	);
});

test("never repeats a secret", () => {
	const secret = fc.stringMatching(/^[A-Za-z0-9+/]{20,40}$/);
	const schemes = fc.constantFrom("s3", "s3a", "gs", "gcs", "az", "abfss", "S3", "https", "ftp");
	fc.assert(
		fc.property(stores, schemes, secret, fc.boolean(), (store, scheme, text, whole) => {
			const location = parseLocation(store, `${scheme}://AKIAEXAMPLE:${text}${whole ? "@bucket/key" : ""}`);
			expect(location.ok).toBe(false);
			expect(JSON.stringify(location)).not.toContain(text);
		}),
	);
});

test("comes to an end on any long text", () => {
	const heads = ["", "s3://", "s3://bucket/", "az://c@", "https://", "https://s3.amazonaws.com/b/", "arn:aws:s3:::"];
	const parts = [
		"a",
		"a.",
		"/",
		" ",
		"/ ",
		"%20",
		"%",
		":",
		"@",
		"@/",
		"<",
		"../",
		"\t",
		"?sig",
		"&secret",
		"s3.",
		"\\",
	];
	for (const text of heads.flatMap((head) => parts.map((part) => head + part.repeat(100_000 / part.length)))) {
		for (const store of ["s3", "abs"] as const) {
			const location = parseLocation(store, text);
			const problems = location.ok ? adviseLocation(store, text) : [location.problem];
			for (const { message } of problems) expect(message.length).toBeLessThan(300);
		}
	}
});
