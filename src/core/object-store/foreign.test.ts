import { describe, expect, it } from "vitest";
import { type ObjectStore, objectStores } from "../stores/stores.ts";
import { foldKey } from "../text/fold-key.ts";
import { findForeign, listForeign, listStripped } from "./foreign.ts";
import { findOption } from "./option.ts";

describe.each(objectStores)("foreign options of %s", (store) => {
	const foreign = listForeign(store);

	it("lead to options that Polars has, by the spelling that we write", () => {
		for (const { key, instead, sameValue } of foreign) {
			if (instead === undefined) continue;
			const option = findOption(store, instead);
			expect(option?.key, key).toBe(instead);
			if (sameValue) expect(option?.since, key).toBeUndefined();
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
		["abs", "AZURE_STORAGE_ACCOUNT", "Azure's tools", "azure_storage_account_name"],
		["abs", "fs.azure.account.key.mine.dfs.core.windows.net", "Hadoop", "azure_storage_account_key"],
	] as const)("says of %s %s that it is from %s, and %s here", (store, key, library, instead) => {
		expect(findForeign(store, key)).toMatchObject({ library, instead, sameValue: true });
	});

	it("does not promise that a value can stay where it means something else", () => {
		expect(findForeign("s3", "use_ssl")).toEqual({
			key: "use_ssl",
			library: "s3fs",
			instead: "aws_endpoint_url",
			note: "Start aws_endpoint_url with http:// or https:// instead.",
		});
		expect(findForeign("s3", "verify")?.sameValue).toBeUndefined();
		expect(findForeign("gcs", "token")?.sameValue).toBeUndefined();
	});

	it("says what to do where there is no counterpart", () => {
		const noteOf = (store: ObjectStore, key: string) => {
			const foreign = findForeign(store, key);
			expect(foreign).not.toHaveProperty("instead");
			return foreign?.note;
		};
		expect(noteOf("s3", "client_kwargs")).toBe("Write each of its keys one level up, as an option.");
		expect(noteOf("s3", "profile")).toBe(
			"Polars has no profiles. Set the access key itself, or let workers use their own credentials.",
		);
		expect(noteOf("gcs", "project")).toBe("Remove it: the bucket's name is enough.");
		expect(noteOf("abs", "connection_string")).toBe(
			"Split it up: write AccountName as azure_storage_account_name, and AccountKey as azure_storage_account_key.",
		);
	});

	it.each([
		["s3", "spark.hadoop.fs.s3a.secret.key", "aws_secret_access_key"],
		["s3", "spark.sql.catalog.lake.s3.access-key-id", "aws_access_key_id"],
		["s3", "spark_sql_catalog_lake.s3.region", "aws_region"],
		["s3", "exchange.s3.aws-access-key", "aws_access_key_id"],
		["s3", "exchange.s3.region", "aws_region"],
		["s3", "hive.s3.aws-secret-key", "aws_secret_access_key"],
		["s3", "trino.bypass.hive.s3.endpoint", "aws_endpoint_url"],
		["s3", "presto.s3.access-key", "aws_access_key_id"],
		["s3", "fs.s3.access-key", "aws_access_key_id"],
		["s3", "fs.s3n.awsSecretAccessKey", "aws_secret_access_key"],
		["s3", "fs.s3a.bucket.my-bucket.session.token", "aws_session_token"],
		["s3", "storage_options.aws_security_token", "aws_session_token"],
		["gcs", "exchange.gcs.json-key-file-path", "google_service_account_path"],
		["gcs", "spark.hadoop.google.cloud.auth.service.account.json.keyfile", "google_service_account_path"],
		["abs", "spark.hadoop.fs.azure.account.key.mine.dfs.core.windows.net", "azure_storage_account_key"],
	] as const)("sees in %s through what a program writes before %s", (store, key, instead) => {
		expect(findForeign(store, key)).toMatchObject({ instead, sameValue: true });
	});

	it("takes nothing away from a key that has no such beginning", () => {
		expect(listStripped("aws_region")).toEqual([]);
		expect(listStripped("fs.s3a.access.key")).toEqual([]);
		expect(listStripped("spark.hadoop.fs.s3.access.key")).toEqual(["fs.s3.access.key", "fs.s3a.access.key"]);
	});

	it.each([
		["s3", "s3.access-key", "aws_access_key_id"],
		["s3", "s3.secret-key", "aws_secret_access_key"],
		["s3", "AWS_SECRET_KEY", "aws_secret_access_key"],
		["s3", "AWS_S3_ENDPOINT", "aws_endpoint_url"],
		["s3", "MINIO_ROOT_USER", "aws_access_key_id"],
		["s3", "KEY_ID", "aws_access_key_id"],
		["abs", "adls.auth.shared-key.account.key", "azure_storage_account_key"],
		["abs", "fs.azure.account.oauth2.client.secret", "azure_storage_client_secret"],
	] as const)("knows in %s what %s is here", (store, key, instead) => {
		expect(findForeign(store, key)).toMatchObject({ instead, sameValue: true });
	});

	it("tells what is a table of options, and what nobody misses", () => {
		for (const key of ["client_kwargs", "storage_options", "options"]) {
			expect(findForeign("s3", key)).toMatchObject({ container: true });
		}
		expect(findForeign("gcs", "project")).toMatchObject({ harmless: true });
		expect(findForeign("s3", "AWS_DEFAULT_OUTPUT")).toMatchObject({ harmless: true });
		expect(findForeign("s3", "fs.s3a.threads.max")).not.toHaveProperty("instead");
	});

	it("says in a plain case what the key is here", () => {
		expect(findForeign("s3", "anon")?.note).toBe("Use aws_skip_signature.");
	});

	it.each(objectStores)("does not say under %s that a key is ignored of which nobody knows", (store) => {
		expect(findForeign(store, "max_retries")).toEqual({
			key: "max_retries",
			library: "Polars for Python",
			undocumented: true,
			note: "Python's scan_parquet reads it. Whether a checkpoint location does is not documented.",
		});
		expect(findForeign(store, "allow_deletes")).toMatchObject({ undocumented: true });
		expect(listForeign(store).filter((option) => option.undocumented)).toHaveLength(13);
	});

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
