import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { OptionType } from "../stores/store.ts";
import { describeSince, findOption, listOptions } from "./option.ts";

interface Fact {
	readonly key: string;
	readonly aliases: readonly string[];
	readonly type: string;
	readonly secret?: true;
	readonly since?: string;
	readonly documentedAs?: string;
}

/** The backends that there are facts of the crate on. */
const stores = ["s3", "gcs", "abs"] as const;
const facts: Record<(typeof stores)[number] | "client", readonly Fact[]> = JSON.parse(
	readFileSync(new URL("./options.json", import.meta.url), "utf8"),
).backends;

const prefixes = { s3: "aws_", gcs: "google_", abs: "azure_" };

/** What the crate accepts in a store: a client key is accepted bare and prefixed, and some are listed twice. */
function listFacts(store: (typeof stores)[number]): Fact[] {
	const client = facts.client.map((fact) => ({ ...fact, aliases: [prefixes[store] + fact.key] }));
	const taken = new Set(client.flatMap(({ aliases }) => aliases));
	return [...facts[store].filter(({ key }) => !taken.has(key)), ...client];
}

function nameType(type: OptionType): string {
	if (typeof type === "string") return type;
	return `${type.orBoolean ? "boolean|" : ""}enum:${type.oneOf.join(",")}`;
}

describe.each(stores)("the options of %s", (store) => {
	const options = listOptions(store);

	it("are those that the object_store crate has", () => {
		const expected = listFacts(store).map(({ key, aliases, type, secret, since, documentedAs }) => ({
			key: documentedAs ?? key,
			spellings: [key, ...aliases].sort(),
			type,
			secret,
			since,
		}));
		const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
		const found = options.map(({ key, aliases, type, secret, since }) => ({
			key,
			spellings: [key, ...aliases].sort(),
			type: nameType(type),
			secret,
			since,
		}));
		expect(found.sort(byKey)).toEqual(expected.sort(byKey));
	});

	it("are found by every key that the crate accepts", () => {
		for (const { key, aliases } of [...facts[store], ...facts.client]) {
			for (const spelling of [key, ...aliases]) expect(findOption(store, spelling), spelling).toBeDefined();
		}
	});

	it("share no spelling", () => {
		const spellings = options.flatMap(({ key, aliases }) => [key, ...aliases]);
		expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([]);
	});

	it("each have one line of help", () => {
		for (const { key, help } of options) {
			expect(help, key).toMatch(/^[A-Z“].{10,89}\.$/);
		}
	});

	it("name only options of the same store in their help", () => {
		const named = options.flatMap(({ help }) => help.match(/\b(?:aws|google|azure)_\w+_\w+/g) ?? []);
		for (const key of named) expect(findOption(store, key), key).toBeDefined();
	});
});

describe("findOption", () => {
	it.each([
		["s3", "AWS_REGION", "aws_region"],
		["s3", "aws_endpoint", "aws_endpoint_url"],
		["s3", "token", "aws_session_token"],
		["s3", "aws_allow_http", "allow_http"],
		["s3", "Aws_Connect_Timeout", "connect_timeout"],
		["gcs", "google_service_account", "google_service_account_path"],
		["gcs", "google_timeout", "timeout"],
		["abs", "account_key", "azure_storage_account_key"],
		["abs", "azure_allow_http", "allow_http"],
	] as const)("knows in %s that %s is %s", (store, spelling, key) => {
		expect(findOption(store, spelling)?.key).toBe(key);
	});

	it.each([
		["s3", "aws-region"],
		["s3", " aws_region"],
		["s3", "azure_timeout"],
		["s3", "account_name"],
		["gcs", "aws_region"],
		["gcs", "token"],
		// The Kelvin sign lower-cases to k, but not for Polars, which lower-cases ASCII alone.
		["s3", "aws_access_\u212aey_id"],
		["abs", ""],
		["abs", "constructor"],
	] as const)("has in %s nothing for %j, like Polars", (store, spelling) => {
		expect(findOption(store, spelling)).toBeUndefined();
	});
});

it("tells which Polars is known to have what came later", () => {
	const late = stores.flatMap((store) => listOptions(store).map((option) => [store, option] as const));
	const told = late.flatMap(([store, option]) => (describeSince(option) ? [`${store} ${option.key}`] : []));
	expect(told).toEqual([
		"s3 aws_disable_bulk_delete",
		"s3 disable_system_certificates",
		"gcs google_bearer_token",
		"gcs disable_system_certificates",
		"abs azure_credential_type",
		"abs azure_storage_encryption_key",
		"abs disable_system_certificates",
	]);
	const option = findOption("gcs", "google_bearer_token");
	expect(option && describeSince(option)).toBe("Known from Polars 1.44 on. Whether your On-Prem has it is not known.");
});
