import fc from "fast-check";
import { listOptions } from "../object-store/option.ts";
import type { OptionType } from "../stores/store.ts";
import type { ObjectStore } from "../stores/stores.ts";
import { checkDraft } from "./check.ts";
import { hasField } from "./credentials.ts";
import { type CheckpointDraft, defaultDraft, listFieldKeys, type OptionRow } from "./draft.ts";

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

const urls: Readonly<Record<ObjectStore, fc.Arbitrary<string>>> = {
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

function anySection<Store extends ObjectStore>(
	store: Store,
	credentials: CheckpointDraft[Store]["credentials"],
): fc.Arbitrary<CheckpointDraft[Store]> {
	const keys = listFieldKeys(store, credentials);
	const texts = keys.map((key) => [key, key === "url" ? urls[store] : (fieldTexts[key] ?? fc.constant(""))]);
	return fc
		.record({ ...Object.fromEntries(texts), options: anyOptions(store, credentials) })
		.map((section) => ({ ...defaultDraft[store], ...section, credentials }));
}

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
		store: fc.constantFrom("shared_filesystem", "s3", "gcs", "abs"),
		files: fc.constantFrom("separate", "one"),
		key_style: fc.constantFrom("dotted", "tables"),
		schema: fc.constantFrom("", "https://host.example/folder/", " ./"),
		shared_filesystem: fc.record({ path: fc.constantFrom("/mnt/ck", "/mnt/a b/é") }),
		s3: fc.oneof(anySection("s3", "access_key"), anySection("s3", "environment")),
		gcs: fc.oneof(anySection("gcs", "key_file"), anySection("gcs", "inline_key"), anySection("gcs", "environment")),
		abs: fc.oneof(
			anySection("abs", "shared_key"),
			anySection("abs", "shared_access_signature"),
			anySection("abs", "service_principal"),
			anySection("abs", "environment"),
		),
	} as const)
	.map((draft): CheckpointDraft => ({ ...defaultDraft, ...draft }))
	// Two rows may set one option.
	.filter((draft) => checkDraft(draft).config !== undefined);
