import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ObjectStore } from "../stores/stores.ts";
import { parseLocation } from "./location.ts";
import { checkAccountName } from "./store-url.ts";

const lawful: readonly (readonly [ObjectStore, text: string, bucket: string, key: string, account?: string])[] = [
	["s3", "s3://my-bucket/path/to/key", "my-bucket", "path/to/key"],
	["s3", "s3a://my.bucket/dir/", "my.bucket", "dir/"],
	["s3", "s3://My_Bucket", "My_Bucket", ""],
	["s3", "s3://bucket/a b%20c/é", "bucket", "a b%20c/é"],
	["s3", "s3://bucket/a?b#c", "bucket", "a?b#c"],
	["s3", "s3://bucket?a=b", "bucket", ""],
	["gcs", "gs://my_bucket/key", "my_bucket", "key"],
	["abs", "az://container/key", "container", "key"],
	["abs", "abfs://container/key", "container", "key"],
	["abs", "adl://container", "container", ""],
	["abs", "azure://container/", "container", ""],
	["abs", "az://container@account.dfs.core.windows.net/key", "container", "key", "account"],
	["abs", "abfss://container@account.blob.core.windows.net/key", "container", "key", "account"],
	["abs", "abfss://Workspace@onelake.dfs.fabric.microsoft.com/a.Lakehouse", "Workspace", "a.Lakehouse", "onelake"],
];

test("takes what the builders take", () => {
	for (const [store, text, bucket, key, account] of lawful) {
		expect([text, parseLocation(store, text)]).toEqual([text, { ok: true, bucket, key, ...(account && { account }) }]);
	}
});

test("checkAccountName", () => {
	expect(checkAccountName("account1")).toBeUndefined();
	expect(checkAccountName("YOURACCOUNT")).toBeUndefined();
	expect(checkAccountName("MyAccount")).toEqual({
		code: "wrong-value",
		severity: "error",
		message: "A storage account's name has 3 to 24 lower-case letters and digits.",
		fix: { title: "myaccount", text: "myaccount" },
	});
	expect(checkAccountName("my-account")).not.toHaveProperty("fix");
});

test("takes nothing that the url crate refuses, and reads the same bucket", () => {
	const rows = readFileSync(new URL("vectors/urls.tsv", import.meta.url), "utf8")
		.trimEnd()
		.split("\n")
		.slice(1);
	let taken = 0;
	for (const [json = "", host] of rows.map((row) => row.split("\t"))) {
		const text = JSON.parse(json) as string;
		const store = text.startsWith("s3://") ? "s3" : "gcs";
		const location = parseLocation(store, text);
		if (!location.ok) continue;
		taken += 1;
		expect([text, location.bucket]).toEqual([text, host]);
	}
	expect(taken).toBeGreaterThan(100);
});
