import * as fc from "fast-check";
import { expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { type CheckpointDraft, defaultDraft, type OptionRow } from "./draft.ts";
import { adviseEndpoint } from "./endpoint-rules.ts";

const say = (draft: Partial<CheckpointDraft>) =>
	adviseEndpoint({ ...defaultDraft, ...draft }).flatMap(([field, problem]) =>
		problem ? [[field, problem.severity, problem.message, ...listFixes(problem).map(({ text }) => text)]] : [],
	);
const s3 = (aws_endpoint_url: string, options: OptionRow[] = [], url = "s3://my-bucket/ck") =>
	say({ store: "s3", s3: { ...defaultDraft.s3, url, aws_endpoint_url, options } }).map(([, , ...said]) => said);
const virtual = [{ key: "VIRTUAL_HOSTED_STYLE_REQUEST", value: "true" }];

const twice = "Remove the bucket from this address: Polars adds it.";
const hostTwice = "Remove the bucket from this address: Polars adds it.";
const lacks = "Write the bucket in this address: in virtual-hosted style, Polars doesn't add it.";
const other = "This is the host of the bucket other, but the URL names another.";
const itself =
	"For each worker this address is the worker itself. Write an address at which all workers reach the store.";

test("path style adds the bucket", () => {
	expect(s3("https://store.example.com")).toEqual([]);
	expect(s3("https://store.example.com/my-bucket")).toEqual([[twice, "https://store.example.com"]]);
	expect(s3("https://store.example.com:9000/s3/my-bucket/")).toEqual([[twice, "https://store.example.com:9000/s3"]]);
	expect(s3("https://store.example.com/my-bucket/ck")).toEqual([
		["Remove the bucket and what follows: Polars adds the bucket to this address."],
	]);
	expect(s3("https://my-bucket.nbg1.your-objectstorage.com")).toEqual([
		[hostTwice, "https://nbg1.your-objectstorage.com"],
	]);
	expect(s3("https://my-bucket.store.example.com:8443")).toEqual([[hostTwice, "https://store.example.com:8443"]]);
	expect(s3("https://other.s3.eu-west-1.amazonaws.com")).toEqual([[other]]);
	expect(s3("https://store.example.com", [{ key: "aws_virtual_hosted_style_request", value: "false" }])).toEqual([]);
});

test("a server may be called what the bucket is called", () => {
	expect(s3("https://storage.example.com", [], "s3://storage/ck")).toEqual([]);
	expect(s3("https://s3.eu-west-1.amazonaws.com", [], "s3://s3/ck")).toEqual([]);
	expect(s3("https://nyc3.digitaloceanspaces.com", [], "s3://nyc3/ck")).toEqual([]);
});

test("virtual-hosted style adds none", () => {
	expect(s3("https://my-bucket.store.example.com", virtual)).toEqual([]);
	expect(s3("https://store.example.com/my-bucket", virtual)).toEqual([]);
	expect(s3("https://files.example.com", virtual, "s3://files.example.com/ck")).toEqual([]);
	expect(s3("https://store.example.com:9000/", virtual)).toEqual([[lacks, "https://my-bucket.store.example.com:9000"]]);
	expect(s3("http://10.0.0.7:9000", virtual)).toEqual([[lacks]]);
	expect(s3("https://other.nyc3.digitaloceanspaces.com", virtual)).toEqual([[other]]);
	expect(s3("https://my-bucket.store.example.com/", virtual)).toEqual([
		[
			"Remove the slash at the end: in virtual-hosted style, each key would start with another one.",
			"https://my-bucket.store.example.com",
		],
	]);
});

test("the endpoint that wins is judged, where it is set, and none that can't be read", () => {
	const options = [{ key: "aws_endpoint_url_s3", value: "https://0a.r2.cloudflarestorage.com/my-bucket" }];
	const section = { ...defaultDraft.s3, url: "s3://my-bucket/ck", aws_endpoint_url: "http://localhost:9000", options };
	expect(say({ store: "s3", s3: section })).toEqual([
		["s3.options.0.value", "warning", twice, "https://0a.r2.cloudflarestorage.com"],
	]);
	for (const text of ["my-bucket.example.com", "https://${HOST}/my-bucket", "https://<HOST>/my-bucket"])
		expect(s3(text)).toEqual([]);
	for (const url of ["", "oops", "s3://${BUCKET}/ck"])
		expect(s3("https://store.example.com/ck", virtual, url)).toEqual([]);
});

test("localhost is each worker itself, whatever the store", () => {
	for (const host of ["localhost", "127.0.0.1", "127.1", "[::1]", "0.0.0.0", "minio.localhost"]) {
		expect([host, s3(`http://${host}:9000`)]).toEqual([host, [[itself]]]);
	}
	expect(s3("http://localhost.example.com")).toEqual([]);
	const options = [{ key: "BASE_URL", value: "http://localhost:4443" }];
	expect(say({ store: "gcs", gcs: { ...defaultDraft.gcs, url: "gs://b/k", options } })).toEqual([
		["gcs.options.0.value", "warning", itself],
	]);
});

test("Google's address gets the bucket too", () => {
	const options = [{ key: "google_base_url", value: "https://storage.googleapis.com/my-bucket" }];
	expect(say({ store: "gcs", gcs: { ...defaultDraft.gcs, url: "gs://my-bucket/ck", options } })).toEqual([
		["gcs.options.0.value", "warning", twice, "https://storage.googleapis.com"],
	]);
});

const azure = (endpoint: string, options: OptionRow[] = [], url = "az://container/ck") =>
	say({
		store: "abs",
		abs: {
			...defaultDraft.abs,
			url,
			azure_storage_account_name: "account",
			options: [{ key: "AZURE_ENDPOINT", value: endpoint }, ...options],
		},
	}).map(([field, , ...said]) => [field, ...said]);
const must = "Write the account in this address: Polars doesn't add it.";

test("Azure's endpoint holds the account", () => {
	const field = "abs.options.0.value";
	expect(azure("https://blob.core.chinacloudapi.cn")).toEqual([
		[field, must, "https://account.blob.core.chinacloudapi.cn"],
	]);
	expect(azure("https://blob.core.windows.net", [], "abfss://c@named.dfs.core.windows.net/ck")).toEqual([
		[field, must, "https://named.blob.core.windows.net"],
	]);
	expect(azure("http://azurite:10000")).toEqual([[field, must, "http://azurite:10000/account"]]);
	expect(azure("https://other.blob.core.windows.net")).toEqual([
		[field, "This is the host of the account other, but the account here is account."],
	]);
	for (const fine of [
		"https://account.blob.core.windows.net",
		"https://account.privatelink.blob.core.windows.net",
		"https://account.z12.blob.storage.azure.net",
		"https://account-secondary.blob.core.windows.net",
		"https://files.example.com",
		"http://azurite:10000/account",
	]) {
		expect([fine, azure(fine)]).toEqual([fine, []]);
	}
});

test("the emulator has an address of its own", () => {
	const on = [{ key: "use_emulator", value: "yes" }];
	expect(azure("http://azurite:10000/account", on)).toEqual([
		[
			"abs.options.1.value",
			"With the emulator on, Polars ignores azure_storage_endpoint: requests go to http://127.0.0.1:10000.",
			"false",
		],
	]);
	expect(azure("http://127.0.0.1:10000/account", on)).toEqual([]);
	expect(azure("http://azurite:10000/account", [{ key: "use_emulator", value: "false" }])).toEqual([]);
});

test("after a fix there is nothing left to say of bucket and style", () => {
	const bucket = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:-[a-z0-9]{1,6}){0,2}$/);
	const host = fc.constantFrom(
		"store.example.com",
		"s3.eu-west-1.amazonaws.com",
		"minio",
		"0a.r2.cloudflarestorage.com",
	);
	const tail = fc.constantFrom("", "/", "/x", "/x/");
	fc.assert(
		fc.property(bucket, host, tail, fc.boolean(), fc.boolean(), (name, server, path, isBefore, isVirtual) => {
			const before = isBefore ? `${name}.${server}` : server;
			const text = `https://${before}:9000${path}${isBefore ? "" : `/${name}`}`;
			const options = isVirtual ? virtual : [];
			for (const given of [text, `https://${before}:9000${path}`]) {
				for (const [, repaired] of s3(given, options, `s3://${name}/ck`)) {
					if (repaired !== undefined) expect(s3(repaired, options, `s3://${name}/ck`)).toEqual([]);
				}
			}
		}),
	);
});
