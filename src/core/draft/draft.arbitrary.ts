import fc from "fast-check";
import { listOptions } from "../object-store/option.ts";
import {
	isObjectStore,
	mapStores,
	type ObjectStore,
	objectStores,
	type Store,
	storeNames,
	stores,
} from "../stores/stores.ts";
import { type CheckpointDraft, defaultDraft, listKinds } from "./draft.ts";
import { fields } from "./fields.ts";

/** What people type: nothing, likely texts of every kind, or anything at all. */
const anyText = fc.oneof(
	fc.constant(""),
	fc.constantFrom(
		"10 mins",
		"PT1H",
		"600",
		" /mnt/x ",
		"s3://bucket/dir",
		"gs://bucket",
		"az://container/dir",
		"abfss://container@account.dfs.core.windows.net/x",
		"https://s3.example.com:9000",
		'{"type": "service_account"}',
		"eu-west-1",
		'quote " and \\ and \n line',
		"https://host.example/folder/",
		"./",
		"100% a+b=c&d #e; (f) <g>.",
		"s3://bucket/a+b c%20d",
		"half of a character \ud83d",
		"s3://AKIA:se/cret@bucket/dir",
		"http://user:password@proxy:3128",
		"https://account.blob.core.windows.net/c?sv=2022-11-02&sig=c2lnbmF0dXJl",
	),
	fc.string({ unit: "binary", maxLength: 20 }),
);

function anyOptions(store: ObjectStore) {
	const known = listOptions(store).flatMap(({ key, aliases }) => [key, ...aliases]);
	const row = fc.record({ key: fc.oneof(fc.constantFrom(...known), anyText), value: anyText });
	return fc.array(row, { maxLength: 4 });
}

function anySection<Name extends Store>(store: Name) {
	const texts = Object.keys(stores[store].fields).map((key) => [key, anyText] as const);
	return fc.record({
		...Object.fromEntries(texts),
		...(isObjectStore(store) && { credentials: fc.constantFrom(...listKinds(store)), options: anyOptions(store) }),
	}) as unknown as fc.Arbitrary<CheckpointDraft[Name]>;
}

/** Texts of a part that belongs to no store, and choices where it offers some. */
function anyPart<Name extends "advisor" | "kubernetes">(name: Name) {
	const parts = Object.keys(defaultDraft[name]).map((key) => {
		const choices = fields.get(`${name}.${key}`)?.choices;
		return [key, choices ? fc.constantFrom(...Object.keys(choices)) : anyText];
	});
	return fc.record(Object.fromEntries(parts)) as unknown as fc.Arbitrary<CheckpointDraft[Name]>;
}

/** Any draft that the form can hold, most of them wrong somewhere. */
export const anyDraft: fc.Arbitrary<CheckpointDraft> = fc.record({
	period: anyText,
	store: fc.constantFrom(...storeNames),
	shuffle: fc.constantFrom("local", "shared"),
	files: fc.constantFrom("separate", "one"),
	key_style: fc.constantFrom("dotted", "tables"),
	output: fc.constantFrom("bare_metal", "environment", "helm", "operator"),
	secrets: fc.constantFrom("toml", "environment"),
	schema: anyText,
	...(mapStores(storeNames, anySection) as { [Name in Store]: fc.Arbitrary<CheckpointDraft[Name]> }),
	kubernetes: anyPart("kubernetes"),
	advisor: anyPart("advisor"),
});

/** A secret that no other text holds by chance: base64, with what a URL gives a meaning of its own. */
const anySecret = fc
	.array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"), {
		minLength: 16,
		maxLength: 44,
	})
	.map((characters) => characters.join(""));

type Plant = (draft: CheckpointDraft, secret: string) => void;

/** Puts a secret into an option, known or not. */
const inOption =
	(store: ObjectStore, key: string, write = (secret: string) => secret): Plant =>
	(draft, secret) => {
		draft[store].options.push({ key, value: write(secret) });
	};

/** Puts a secret into the field that is made for it. */
const inField =
	(store: ObjectStore, key: string): Plant =>
	(draft, secret) => {
		Object.assign(draft[store], { [key]: secret });
	};

/** The texts that people paste a secret in, where none belongs. */
const pasted: readonly ((secret: string) => string)[] = [
	(secret) => `s3://AKIAIOSFODNN7EXAMPLE:${secret}@bucket/dir`,
	(secret) => `  "s3://AKIAIOSFODNN7EXAMPLE:${secret}@bucket/dir"`,
	(secret) => `S3A://AKIAIOSFODNN7EXAMPLE:${secret}`,
	(secret) => `s3://${encodeURIComponent(`key:${secret}`)}@bucket`,
	(secret) => `az://container:${secret}@account.dfs.core.windows.net/dir`,
	(secret) => `az://container%3A${encodeURIComponent(secret)}@account.dfs.core.windows.net/dir`,
	(secret) => `http://user:12345/${secret}@proxy:3128`,
	(secret) => `https:///user:${secret}@host`,
	(secret) => `//user:${secret}@host/share`,
	(secret) => `user:${secret}@host`,
	(secret) => `http://host http://user:${secret}@host`,
	(secret) => `http%3A%2F%2Fuser%3A${encodeURIComponent(encodeURIComponent(secret))}%40host`,
	(secret) => `s3://key:p@ss/${secret}@bucket`,
	(secret) => `az://container/dir?sv=2022-11-02&sp=rw&sig=${encodeURIComponent(secret)}`,
	(secret) => `https://bucket.s3.amazonaws.com/dir?X-Amz-Expires=60&X-Amz-Signature=${secret}`,
	(secret) => `https://host/dir#access_token=${secret}`,
	(secret) => `https://host/dir?client%5Fse%63ret=${secret}`,
	(secret) => `sv=2022-11-02&ss=b&sig=${secret}`,
	(secret) =>
		`DefaultEndpointsProtocol=https;AccountName=account;AccountKey=${secret}==;EndpointSuffix=core.windows.net`,
	(secret) => `export AWS_SECRET_ACCESS_KEY=${secret}`,
	(secret) => `{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\n${secret}"}`,
];

/** Every place where a secret can be, by all the ways to put it there. */
const plants: readonly Plant[] = [
	...objectStores.flatMap((store) =>
		listOptions(store)
			.filter(({ secret }) => secret)
			.map(({ key }) => (key in defaultDraft[store] ? inField(store, key) : inOption(store, key))),
	),
	(draft, secret) => {
		draft.gcs.google_service_account_key = JSON.stringify({ type: "service_account", private_key: secret });
	},
	inOption("s3", "AWS_SSE_CUSTOMER_KEY_BASE64"),
	inOption("s3", "secret_access_key"),
	inOption("s3", "aws_secret_acces_key"),
	inOption("s3", "secret"),
	inOption("gcs", "bearer_token"),
	inOption("gcs", "token"),
	inOption("abs", "master_key"),
	inOption("abs", ""),
	...pasted.flatMap((write): Plant[] => [
		inOption("s3", "proxy_url", write),
		inOption("abs", "azure_storage_endpoint", write),
		(draft, secret) => {
			draft.gcs.options.push({ key: write(secret), value: "" });
		},
		(draft, secret) => {
			draft.period = write(secret);
		},
		(draft, secret) => {
			draft.schema = write(secret);
		},
		(draft, secret) => {
			draft.shared_filesystem.path = write(secret);
		},
		(draft, secret) => {
			draft.s3.url = write(secret);
			draft.s3.aws_endpoint_url = write(secret);
		},
		(draft, secret) => {
			draft.gcs.google_service_account_path = write(secret);
		},
		(draft, secret) => {
			draft.abs.azure_storage_account_name = write(secret);
		},
	]),
];

/** A draft in which a secret was put wherever one can be, and that secret. */
export const anyDraftWithSecret: fc.Arbitrary<readonly [CheckpointDraft, string]> = fc
	.tuple(anyDraft, anySecret, fc.subarray([...plants], { minLength: 1 }))
	.map(([draft, secret, chosen]) => {
		const copy = structuredClone(draft);
		for (const plant of chosen) plant(copy, secret);
		return [copy, secret];
	});

/** Whether a part of a secret that gives it away can be read in a text. */
export function reveals(text: string, secret: string): boolean {
	const parts = Array.from({ length: secret.length - 7 }, (_, start) => secret.slice(start, start + 8));
	const plain = text.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
	return [text, plain].some((readable) => parts.some((part) => readable.includes(part)));
}
