import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { type ObjectStore, objectStores } from "../stores/stores.ts";
import { listForeign } from "./foreign.ts";
import { listOptions } from "./option.ts";
import { searchOptions } from "./search.ts";

function searchKeys(store: ObjectStore, query: string): string[] {
	return searchOptions(store, query).hits.map(({ option }) => option.key);
}

function firstHit(store: ObjectStore, query: string): { key: string | undefined; via: string | undefined } {
	const [hit] = searchOptions(store, query).hits;
	return { key: hit?.option.key, via: hit?.via };
}

describe("searchOptions", () => {
	it.each(objectStores)("lists all options of %s in table order for an empty query", (store) => {
		const all = listOptions(store).map(({ key }) => key);
		expect(searchKeys(store, "")).toEqual(all);
		expect(searchKeys(store, "  ")).toEqual(all);
	});

	it.each(objectStores)("puts an option of %s first for any of its spellings", (store) => {
		for (const { key, aliases } of listOptions(store)) {
			for (const spelling of [key, ...aliases]) expect(firstHit(store, spelling).key, spelling).toBe(key);
		}
	});

	it.each(objectStores)("leads from every foreign key of %s to its option or to a note", (store) => {
		for (const foreign of listForeign(store)) {
			const { hits, note } = searchOptions(store, foreign.key.replace("*", "x"));
			if (foreign.instead !== undefined) expect(hits[0]?.option.key, foreign.key).toBe(foreign.instead);
			expect(note, foreign.key).toBe(foreign.sameValue ? undefined : foreign.note);
		}
	});

	it.each([
		["s3", "endpoint_url", "aws_endpoint_url", undefined],
		["s3", "aws_endpoint", "aws_endpoint_url", undefined],
		["s3", "AWS Access-Key.ID", "aws_access_key_id", undefined],
		["s3", "secret", "aws_secret_access_key", undefined],
		["s3", "anon", "aws_skip_signature", "anon"],
		["s3", "s3.proxy-uri", "proxy_url", "s3.proxy-uri"],
		["s3", "aws_token", "aws_session_token", "aws_token"],
		["s3", "aws_allow", "allow_http", "aws_allow_http"],
		["s3", "MinIO", "aws_endpoint_url", undefined],
		["s3", "Requester Pays", "aws_request_payer", "requester_pays"],
		["s3", "endpiont_url", "aws_endpoint_url", "endpoint_url"],
		["gcs", "default credentials", "google_application_credentials", undefined],
		["gcs", "key file", "google_service_account_path", undefined],
		["abs", "azurite", "azure_storage_use_emulator", undefined],
		["abs", "sas token", "azure_storage_sas_key", "sas_token"],
		["abs", "access key", "azure_storage_account_key", "access_key"],
	] as const)("finds in %s for %j %s via %s", (store, query, key, via) => {
		expect(firstHit(store, query)).toEqual({ key, via });
	});

	it("ranks key, alias, beginning, word and help in this order", () => {
		expect(searchKeys("s3", "timeout")).toEqual([
			"timeout",
			"connect_timeout",
			"read_timeout",
			"pool_idle_timeout",
			"http2_keep_alive_timeout",
		]);
		expect(searchKeys("s3", "region")).toEqual(["aws_region", "aws_default_region", "aws_endpoint_url_sts"]);
	});

	it("says what to do about a foreign key that has no counterpart, also while it is typed", () => {
		const { hits, note } = searchOptions("s3", "client_kw");
		expect(hits).toEqual([]);
		expect(note).toBe("Write each of its keys one level up, as an option.");
		expect(searchOptions("s3", "Client-Kwargs").note).toBe(note);
	});

	it("finds nothing for nonsense", () => {
		expect(searchOptions("s3", "zzzzzzzz")).toEqual({ hits: [] });
		expect(searchOptions("gcs", "日本")).toEqual({ hits: [] });
	});

	it("answers any query with distinct options of the store", () => {
		assert(
			property(string({ unit: "grapheme" }), (query) => {
				for (const store of objectStores) {
					const keys = searchKeys(store, query);
					expect(new Set(keys).size).toBe(keys.length);
					expect(listOptions(store).map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
				}
			}),
		);
	});
});
