import fc from "fast-check";
import { findOption, listOptions } from "../object-store/option.ts";
import type { OptionType } from "../stores/store.ts";
import { mapStores, type ObjectStore, objectStores, storeNames, stores } from "../stores/stores.ts";
import { checkDraft } from "./check.ts";
import { hasField } from "./credentials.ts";
import { type CheckpointDraft, defaultDraft, listFieldKeys, listKinds, type OptionRow } from "./draft.ts";
import { anyKubernetes } from "./kubernetes.arbitrary.ts";

const secret = fc.string({ minLength: 1, maxLength: 20 });
const serviceAccount = JSON.stringify({
	type: "service_account",
	client_email: "a@b.example",
	private_key_id: "1",
	private_key: "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
});

/** Lawful texts for each field, by its key. */
const fieldTexts: Readonly<Record<string, fc.Arbitrary<string>>> = {
	aws_access_key_id: fc.constantFrom("AKIAEXAMPLE", "minio"),
	aws_secret_access_key: secret,
	aws_session_token: fc.oneof(fc.constant(""), secret),
	aws_region: fc.constantFrom("", "eu-west-1"),
	aws_endpoint_url: fc.constantFrom("", "http://minio:9000", "HTTPS://s3.example.com"),
	google_service_account_path: fc.constantFrom("/etc/polars/key.json", "/a b/'c'.json"),
	google_service_account_key: fc.constant(serviceAccount),
	azure_storage_account_name: fc.constant("account"),
	azure_storage_account_key: fc
		.uint8Array({ minLength: 1, maxLength: 64 })
		.map((bytes) => btoa(String.fromCharCode(...bytes))),
	azure_storage_sas_key: secret.map((text) => `sv=2022-11-02&se=2999-01-01&sig=${encodeURIComponent(text)}`),
	azure_storage_tenant_id: fc.constant("tenant"),
	azure_storage_client_id: fc.constant("client"),
	azure_storage_client_secret: secret,
};

const urls: { readonly [Name in ObjectStore]?: fc.Arbitrary<string> } = {
	s3: fc.constantFrom("s3://bucket/ck", "s3a://bucket", " s3://bucket/a b/é"),
	gcs: fc.constantFrom("gs://bucket/ck", "gs://bucket.example.com/x"),
	abs: fc.constantFrom("az://container/ck", "abfss://container@account.dfs.core.windows.net/ck"),
};

function textOf(type: OptionType): readonly string[] {
	if (typeof type === "object") return type.oneOf.map((member) => member.replace("*", "X-Name:value"));
	const texts = {
		string: ["text", "it's"],
		boolean: ["true", "FALSE", "1", "Off"],
		integer: ["5", "+007"],
		duration: ["30s", "1h 5min", "0", "2 minutes"],
		url: ["http://a.example:8080", "HTTPS://b.example/x"],
		path: ["/a/b"],
		json: [serviceAccount],
	};
	return texts[type];
}

function anyOptions(store: ObjectStore, credentials: string): fc.Arbitrary<OptionRow[]> {
	const free = listOptions(store).filter(({ key }) => !hasField(store, credentials, key));
	const row = fc.constantFrom(...free).chain(({ key, aliases, type }) =>
		fc.record({
			key: fc.constantFrom(key, ...aliases, key.toUpperCase()),
			value: fc.constantFrom(...textOf(type)),
		}),
	);
	return fc.array(row, { maxLength: 3 });
}

/** Of a field that has no texts of its own above, what its option takes. */
function anyTextOf(store: ObjectStore, key: string): fc.Arbitrary<string> {
	if (key === "url") return urls[store] ?? fc.constant(stores[store].fields.url.example);
	return fieldTexts[key] ?? fc.constantFrom(...textOf(findOption(store, key)?.type ?? "string"));
}

function anySection(store: ObjectStore, credentials: string) {
	const texts = listFieldKeys(store, credentials).map((key) => [key, anyTextOf(store, key)] as const);
	return fc
		.record({ ...Object.fromEntries(texts), options: anyOptions(store, credentials) })
		.map((section) => ({ ...defaultDraft[store], ...section, credentials }));
}

const anyObjectStores = mapStores(objectStores, (store) =>
	fc.oneof(...listKinds(store).map((kind) => anySection(store, kind))),
) as unknown as { readonly [Name in ObjectStore]: fc.Arbitrary<CheckpointDraft[Name]> };

/** Drafts that make a configuration: every store, every kind of credentials, every option. */
export const anyValidDraft: fc.Arbitrary<CheckpointDraft> = fc
	.record({
		period: fc.constantFrom(
			"10 mins",
			"PT1H30M",
			"1h, 30m 5.5 secs ",
			"+00:10:00",
			"5 µsecs",
			"pt5s",
			"1hr2min3secs4ms",
		),
		store: fc.constantFrom(...storeNames),
		files: fc.constantFrom("separate", "one"),
		key_style: fc.constantFrom("dotted", "tables"),
		schema: fc.constantFrom("", "https://host.example/folder/", " ./"),
		shared_filesystem: fc.record({ path: fc.constantFrom("/mnt/ck", "/mnt/a b/é") }),
		...anyObjectStores,
		kubernetes: anyKubernetes,
	} as const)
	.map((draft): CheckpointDraft => ({ ...defaultDraft, ...draft }))
	// Two rows may set one option.
	.filter((draft) => checkDraft(draft).config !== undefined);
