import { expect, test } from "vitest";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { decodeLink } from "./decode.ts";

const say = (fragment: string) => decodeLink(fragment).notices.map(({ message }) => message);
const read = (fragment: string): CheckpointDraft => decodeLink(fragment).draft;

test("a link that a person types by hand", () => {
	const link = "#v=1&period=10m&store=s3&url=s3://bucket/dir&aws_region=eu-west-1";
	expect(decodeLink(link)).toEqual({
		draft: {
			...defaultDraft,
			period: "10m",
			store: "s3",
			s3: { ...defaultDraft.s3, url: "s3://bucket/dir", aws_region: "eu-west-1" },
		},
		notices: [],
		hadSecret: false,
	});
});

test("no parameter at all, or nothing but separators, is the default", () => {
	for (const link of ["", "#", "v=1", "#&&", "&amp;"]) {
		expect(decodeLink(link)).toEqual({ draft: defaultDraft, notices: [], hadSecret: false });
	}
});

test("a space may be written as a plus or an escape; in a URL or a path a plus is a plus", () => {
	for (const period of ["5+mins", "5%20mins", "5 mins"]) expect(read(`period=${period}`).period).toBe("5 mins");
	expect(read("store=s3&url=s3://bucket/a+b%20c").s3.url).toBe("s3://bucket/a+b c");
	expect(read("path=/mnt/a+b").shared_filesystem.path).toBe("/mnt/a+b");
	const byTool = new URLSearchParams({ store: "s3", url: "s3://bucket/a+b c", aws_region: "eu west" });
	expect(read(byTool.toString()).s3).toMatchObject({ url: "s3://bucket/a+b c", aws_region: "eu west" });
});

test("a link from a page's source, with &amp; between its parts", () => {
	expect(decodeLink("#v=1&amp;period=5m&amp;files=one")).toMatchObject({
		draft: { period: "5m", files: "one" },
		notices: [],
	});
});

test("case does not matter in names and choices, nor what joins a choice's words", () => {
	expect(decodeLink("Period=5m&STORE=S3&Credentials=Access-Key&AWS_Region=x&URL=s3://b/c")).toMatchObject({
		draft: { period: "5m", store: "s3", s3: { url: "s3://b/c", aws_region: "x" } },
		notices: [],
	});
	expect(read("store=Shared Filesystem&path=/x").shared_filesystem.path).toBe("/x");
});

test("an option lands in the field that stands for it, whatever its spelling, or else among the options", () => {
	expect(decodeLink("store=s3&aws_endpoint=https://a&AWS_SSE_KMS_KEY_ID=b&proxy_url=http://c")).toMatchObject({
		draft: {
			s3: {
				aws_endpoint_url: "https://a",
				options: [
					{ key: "AWS_SSE_KMS_KEY_ID", value: "b" },
					{ key: "proxy_url", value: "http://c" },
				],
			},
		},
		notices: [],
	});
});

test("an option whose key can't stand for itself is written as option=KEY=VALUE", () => {
	const rows = [
		{ key: "aws_region", value: "a=b&c" },
		{ key: "max_retries", value: "1" },
		{ key: "max_retries", value: "2" },
		{ key: "x=y", value: "" },
	];
	const link = "store=s3&option=aws_region=a=b%26c&max_retries=1&option=max_retries=2&option=x%3Dy=";
	expect(decodeLink(link)).toMatchObject({ draft: { s3: { options: rows } }, notices: [] });
	const rejoined = [{ key: "max-retries", value: "1" }];
	expect(decodeLink("store=s3&max-retries=1")).toMatchObject({ draft: { s3: { options: rejoined } }, notices: [] });
	expect(read("store=s3&option=allow_http%3Dtrue").s3.options).toEqual([{ key: "allow_http", value: "true" }]);
});

test("what is merely wrong stands in its field, and so does an empty text", () => {
	expect(decodeLink("period=10+Mins&path=")).toMatchObject({
		draft: { period: "10 Mins", shared_filesystem: { path: "" } },
		notices: [],
	});
});

test("without a store, what only one store can have tells which it is", () => {
	expect(read("url=s3://b/c").store).toBe("s3");
	expect(read("period=5m&url=gcs://b/c").gcs.url).toBe("gcs://b/c");
	expect(read("url=https://account.blob.core.windows.net/c/d").store).toBe("abs");
	expect(read("aws_region=x&url=b/c").s3).toMatchObject({ aws_region: "x", url: "b/c" });
	expect(read("path=/x&aws_region=x").store).toBe("shared_filesystem");
	expect(read("store=none&google_base_url=https://x").store).toBe("gcs");
	expect(read("url=/mnt/x&token=").store).toBe("shared_filesystem");
});

test("without credentials, the fields that are there tell which they are", () => {
	expect(read("store=abs&azure_storage_client_id=c").abs.credentials).toBe("service_principal");
	expect(read("store=abs&azure_storage_sas_key=c").abs.credentials).toBe("shared_access_signature");
	expect(read("store=abs&url=az://c&account_name=a").abs.credentials).toBe("shared_key");
	expect(read("store=gcs&service_account_key=x").gcs.credentials).toBe("inline_key");
	expect(read("store=s3&credentials=environment&url=s3://b").s3.credentials).toBe("environment");
});

test("what can't be used is dropped alone, with the reason and what was likely meant", () => {
	const link =
		"v=1&perod=5m&store=s3&shuffle=both&files=one&files=separate&url=s3://b/c%zz&region=x&aws_region=y&aws_regoin=z&" +
		"google_base_url=x&path=/x&key=AKIA&credentials=environment&access_key_id=AKIA&no-such-thing=1&=x&output=operator";
	const { draft, notices } = decodeLink(link);
	expect(draft).toMatchObject({ files: "one", output: "operator", s3: { url: "s3://b/c%zz", aws_region: "x" } });
	expect(notices.map(({ parameter, message }) => `${parameter}: ${message}`)).toMatchInlineSnapshot(`
		[
		  "perod: “perod” was ignored: there is no such parameter. Did you mean “period”?",
		  "shuffle: shuffle must be local or shared: “both” was ignored.",
		  "files: files is there twice: the first one is used.",
		  "url: A % in url was kept as it is. In a link, write %25 for it.",
		  "aws_region: aws_region is there twice: the first one is used.",
		  "aws_regoin: “aws_regoin” was ignored: there is no such parameter. Did you mean “aws_region”?",
		  "google_base_url: “google_base_url” was ignored: it is for Google Cloud Storage, but this link is for S3.",
		  "path: “path” was ignored: it is for Shared filesystem, but this link is for S3.",
		  "key: “key” was ignored: it is a key of s3fs. Use aws_access_key_id.",
		  "aws_access_key_id: aws_access_key_id was ignored: it does not go with these credentials.",
		  "no-such-thing: “no-such-thing” was ignored: there is no such parameter.",
		  ": A part of the link was ignored: there is no such parameter.",
		]
	`);
});

test("of several values, the first that exists counts", () => {
	expect(read("store=s4&store=gcs&store=s3&url=gs://b").gcs.url).toBe("gs://b");
	expect(read("shuffle=x&shuffle=shared").shuffle).toBe("shared");
	expect(say("period=1m&period=2m")).toEqual(["period is there twice: the first one is used."]);
});

test("an option needs an object store", () => {
	expect(say("store=shared_filesystem&option=a=b")).toMatchInlineSnapshot(`
		[
		  "“option” was ignored: it is for S3, Google Cloud Storage or Azure Blob Storage, but this link is for Shared filesystem.",
		]
	`);
});

test("a missing version is the first; one that does not exist is said", () => {
	expect(say("period=5m")).toEqual([]);
	expect(say("v=2&period=5m")).toMatchInlineSnapshot(`
		[
		  "This link was made by a newer version of this page. Reload the page, or check each field.",
		]
	`);
	expect(say("v=one")).toMatchInlineSnapshot(`
		[
		  "v must be 1, not “one”: the link is read as version 1.",
		]
	`);
	expect(read("v=2&period=5m").period).toBe("5m");
	expect(say("v=1&v=1")).toEqual(["v is there twice: the first one is used."]);
});

test("a secret is not loaded, wherever it stands, and the notice does not repeat it", () => {
	const secret = "wJalrXUtnFEMI";
	const found = (link: string) => {
		const decoded = decodeLink(link);
		expect(JSON.stringify(decoded)).not.toContain(secret);
		expect(decoded.hadSecret).toBe(true);
		return decoded.notices.map(({ message }) => message);
	};
	expect([
		found(`store=s3&aws_secret_access_key=${secret}&aws_session_token=`),
		found(`store=s3&url=s3://AKIA:${secret}@bucket/dir`),
		found(`store=s3&proxy_url=http://user:${secret}@proxy:3128`),
		found(`store=s3&option=aws_secret_acces_key=${secret}`),
		found(`store=s3&option=secret%3D${secret}=x`),
		found(`store=gcs&aws_secret_access_key=${secret}`),
		found(`store=s3&secret=${secret}`),
		found(`store=s3&aws_secret_acces_key=${secret}`),
		found(`store=s3&token=&token=${secret}`),
		found(`store=https://user:${secret}@host`),
		found(`v=https://user:${secret}@host`),
		found(`user:${secret}@host`),
		found(`store=abs&azure_storage_sas_key=sv=2022-11-02&ss=b&sig=${secret}&period=5m`),
		found(`store=s3&aws_secret_access_key=ab&${secret}`),
	]).toMatchInlineSnapshot(`
		[
		  [
		    "aws_secret_access_key is a secret and was not loaded. Enter it here.",
		  ],
		  [
		    "url contained credentials, which were not loaded. Check the rest of it.",
		  ],
		  [
		    "proxy_url contained credentials, which were not loaded. Check the rest of it.",
		  ],
		  [
		    "The value of “aws_secret_acces_key” was not loaded: the option is not known, so it may be a secret.",
		  ],
		  [
		    "option contained credentials, which were not loaded. Check the rest of it.",
		    "The value of “option” was not loaded: the option is not known, so it may be a secret.",
		  ],
		  [
		    "“aws_secret_access_key” was ignored: it is for S3, but this link is for Google Cloud Storage.",
		  ],
		  [
		    "“secret” was ignored: it is a key of s3fs. Use aws_secret_access_key.",
		  ],
		  [
		    "“aws_secret_acces_key” was ignored: there is no such parameter. Did you mean “aws_secret_access_key”?",
		  ],
		  [
		    "aws_session_token is there twice: the first one is used.",
		  ],
		  [
		    "store must be shared_filesystem, s3, gcs or abs: “https://host” was ignored.",
		  ],
		  [
		    "v must be 1, not “https://host”: the link is read as version 1.",
		  ],
		  [
		    "“host” was ignored: there is no such parameter.",
		  ],
		  [
		    "azure_storage_sas_key is a secret and was not loaded. Enter it here.",
		  ],
		  [
		    "aws_secret_access_key is a secret and was not loaded. Enter it here.",
		  ],
		]
	`);
	expect(read(`store=abs&azure_storage_sas_key=sv=1&sig=x&period=5m`).period).toBe("5m");
});

test("without a secret there is none to report", () => {
	for (const link of [
		"store=gcs&aws_access_key_id=AKIA",
		"#main-content",
		"store=s3&aws_secret_access_key=",
		"foo=bar",
	]) {
		expect(decodeLink(link).hadSecret).toBe(false);
	}
});

test("names that every object has are names like any other", () => {
	const { draft, notices } = decodeLink("__proto__=x&constructor=y&store=s3&option=__proto__=z&toString=x&s3=y");
	expect(draft).toEqual({
		...defaultDraft,
		store: "s3",
		s3: { ...defaultDraft.s3, options: [{ key: "__proto__", value: "" }] },
	});
	expect(notices).toHaveLength(5);
	expect(Object.keys(Object.prototype)).toEqual([]);
});

test("a link that is too long is read in part, with a few notices", { timeout: 120_000 }, () => {
	for (const piece of [
		"&a=b",
		"%",
		"&option=secret=v",
		"&aws_regoin=x",
		"//a:x",
		"&url=s3://k:s@",
		"=",
		"sig&",
		"\ud800",
	]) {
		const { draft, notices, hadSecret } = decodeLink(`period=5m&${piece.repeat(1_000_000 / piece.length)}`);
		expect([draft.period, hadSecret]).toEqual(["5m", true]);
		expect(notices.length).toBeLessThanOrEqual(20);
	}
	expect(say(`a=${"x".repeat(100_000)}`)).toEqual(["This link is too long: only its start was read."]);
	expect(say("&perod=".repeat(30)).at(-1)).toBe("There are 11 more notes like these.");
});
