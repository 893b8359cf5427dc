import { describe, expect, it } from "vitest";
import { findForeign, listForeign } from "./foreign.ts";
import { foldKey } from "./nearest.ts";
import { findOption, isTooNew } from "./option.ts";

describe.each(["s3", "gcs", "abs"] as const)("foreign options of %s", (store) => {
	const foreign = listForeign(store);

	it("lead to options that Polars has, by the spelling that we write", () => {
		for (const { key, instead } of foreign) {
			if (instead === undefined) continue;
			const option = findOption(store, instead);
			expect(option?.key, key).toBe(instead);
			expect(option && isTooNew(option), key).toBe(false);
		}
	});

	it("are none that the store itself accepts", () => {
		for (const { key } of foreign) {
			expect(findOption(store, key), key).toBeUndefined();
			expect(findOption(store, foldKey(key)), key).toBeUndefined();
		}
	});

	it("are each found by their own key", () => {
		for (const option of foreign) {
			expect(findForeign(store, option.key.replace("*", "x")), option.key).toEqual(option);
		}
	});

	it("each say in one line what to do, naming only options of this store", () => {
		for (const { key, note } of foreign) {
			expect(note, key).toMatch(/^[A-Z“].{10,109}\.$/);
			for (const named of note.match(/\b(?:aws|google|azure)_\w+/g) ?? []) {
				expect(findOption(store, named)?.key, key).toBe(named);
			}
		}
	});
});

describe("findForeign", () => {
	it.each([
		["s3", "key", "s3fs", "aws_access_key_id"],
		["s3", "secret", "s3fs", "aws_secret_access_key"],
		["s3", "anon", "s3fs", "aws_skip_signature"],
		["s3", "region_name", "boto3", "aws_region"],
		["s3", "s3.access-key-id", "PyIceberg and DuckDB", "aws_access_key_id"],
		["s3", "s3_access_key_id", "PyIceberg and DuckDB", "aws_access_key_id"],
		["s3", "s3.region", "PyIceberg and DuckDB", "aws_region"],
		["s3", "fs.s3a.access.key", "Hadoop", "aws_access_key_id"],
		["gcs", "endpoint_url", "gcsfs", "google_base_url"],
		["abs", "AZURE_STORAGE_ACCOUNT", "the Azure CLI", "azure_storage_account_name"],
		["abs", "fs.azure.account.key.mine.dfs.core.windows.net", "Hadoop", "azure_storage_account_key"],
	] as const)("says of %s %s that it is from %s, and %s here", (store, key, library, instead) => {
		expect(findForeign(store, key)).toMatchObject({ library, instead, sameValue: true });
	});

	it("does not promise that a value can stay where it means something else", () => {
		expect(findForeign("s3", "use_ssl")).toEqual({
			key: "use_ssl",
			library: "s3fs",
			instead: "aws_endpoint_url",
			note: "Begin aws_endpoint_url with http:// or https:// to choose.",
		});
		expect(findForeign("s3", "verify")?.sameValue).toBeUndefined();
		expect(findForeign("gcs", "token")?.sameValue).toBeUndefined();
	});

	it("says what to do where there is no counterpart", () => {
		const noteOf = (store: "s3" | "gcs" | "abs", key: string) => {
			const foreign = findForeign(store, key);
			expect(foreign).not.toHaveProperty("instead");
			return foreign?.note;
		};
		expect(noteOf("s3", "client_kwargs")).toBe(
			"Write what is in it as options of their own, such as aws_endpoint_url and aws_region.",
		);
		expect(noteOf("s3", "profile")).toBe(
			"Polars knows no profiles: give the access key itself, or leave it to the environment.",
		);
		expect(noteOf("gcs", "project")).toBe("Leave it out: the bucket's name is enough.");
		expect(noteOf("abs", "connection_string")).toBe(
			"Take it apart: AccountName is azure_storage_account_name, AccountKey is azure_storage_account_key.",
		);
	});

	it("says in a plain case what the key is here", () => {
		expect(findForeign("s3", "anon")?.note).toBe("It is aws_skip_signature here.");
	});

	it.each(["s3", "gcs", "abs"] as const)(
		"does not say under %s that a key is ignored of which nobody knows",
		(store) => {
			expect(findForeign(store, "max_retries")).toEqual({
				key: "max_retries",
				library: "Polars for Python",
				undocumented: true,
				note: "Python's scan_parquet reads it; whether a checkpoint location does is documented nowhere.",
			});
			expect(listForeign(store).filter((option) => option.undocumented)).toHaveLength(12);
		},
	);

	it.each([
		["s3", "token"],
		["s3", "endpoint_url"],
		["s3", "aws_region"],
		["abs", "account_name"],
		["abs", "token"],
		["gcs", "nonsense"],
		["gcs", ""],
		["s3", "constructor"],
	] as const)("has in %s nothing for %j", (store, key) => {
		expect(findForeign(store, key)).toBeUndefined();
	});
});
