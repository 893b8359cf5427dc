import fc from "fast-check";
import { checkDraft } from "../draft/check.ts";
import { type CheckpointDraft, defaultDraft, listKinds, type OptionRow } from "../draft/draft.ts";
import { anyKubernetes } from "../draft/kubernetes.arbitrary.ts";
import { findOption, listOptions } from "../object-store/option.ts";
import { mapStores, type ObjectStore, objectStores, storeNames, stores } from "../stores/stores.ts";

/** Stands in every secret of {@link validDraft} and nowhere else, and survives every escape. */
export const secretMark = "s3cr3t";

const hostile = fc.constantFrom(
	"",
	"yes",
	"0x1",
	": ",
	"#x",
	"a # b",
	"$HOME$(id)$$",
	'it\'s "so"',
	"C:\\x\\n",
	"two\nlines",
	"🐻‍❄️",
	"\u0085\u2028\ufeff",
	"- [x]",
);
const anySecret = fc
	.tuple(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 8 })), hostile)
	.map(([before, after]) => `${before}${secretMark}${after}`)
	.filter((text) => text.isWellFormed());

/** Whole base64, as an account's key must be. */
const anyBase64 = fc
	.tuple(fc.stringMatching(/^[A-Za-z\d+/]{0,20}$/), fc.stringMatching(/^[A-Za-z\d+/]{0,20}$/))
	.map(([before, after]) => `${before}${secretMark}${after}`)
	.map((text) => text.slice(0, text.length - (text.length % 4)))
	.filter((text) => text.includes(secretMark));

const anyJson = fc
	.tuple(fc.boolean(), anySecret)
	.map(([indented, secret]) =>
		JSON.stringify({ type: "service_account", private_key: `-----\n${secret}` }, null, indented ? 2 : 0),
	);

function anySecretOptions(store: ObjectStore): fc.Arbitrary<OptionRow[]> {
	const own = Object.keys(defaultDraft[store]);
	const spellings = listOptions(store)
		.filter(({ key, secret, type }) => secret && type === "string" && !own.includes(key))
		.flatMap(({ key, aliases }) => [key, ...aliases]);
	if (spellings.length === 0) return fc.constant([]);
	return fc.array(fc.record({ key: fc.constantFrom(...spellings), value: anySecret }), { maxLength: 1 });
}

const anyName = fc.constantFrom("bucket", "my-bucket/path to/$x", "b123/it's");

/** Texts of fields that are more than an option of their type is. */
const fieldTexts: Readonly<Record<string, fc.Arbitrary<string>>> = {
	aws_access_key_id: fc.constantFrom("AKIA", "no", "$(x)"),
	aws_session_token: fc.oneof(fc.constant(""), anySecret),
	aws_region: fc.constantFrom("", "eu-west-1"),
	aws_endpoint_url: fc.constantFrom("", "http://localhost:9000"),
	google_service_account_path: fc.constantFrom("/etc/key.json", "/etc/a 'b'.json"),
	google_service_account_key: anyJson,
	azure_storage_account_name: fc.constant("account"),
	azure_storage_account_key: anyBase64,
	azure_storage_sas_key: anySecret.map((secret) => `sv=2022-11-02&sig=${secret.replaceAll("&", "%26")}`),
};

function anyTextOf(store: ObjectStore, key: string): fc.Arbitrary<string> {
	if (key === "url") {
		const anyUrl = anyName.map((name) => `${stores[store].schemes[0]}://${name}`);
		return store === "abs"
			? fc.constantFrom("az://container/dir", "abfss://container@account.dfs.core.windows.net/dir")
			: anyUrl;
	}
	return fieldTexts[key] ?? (findOption(store, key)?.secret ? anySecret : fc.constant("text"));
}

function anySection(store: ObjectStore) {
	const texts = Object.keys(stores[store].fields).map((key) => [key, anyTextOf(store, key)] as const);
	return fc.record({
		...Object.fromEntries(texts),
		credentials: fc.constantFrom(...listKinds(store)),
		options: anySecretOptions(store),
	});
}

const anyObjectStores = mapStores(objectStores, anySection) as unknown as {
	readonly [Name in ObjectStore]: fc.Arbitrary<CheckpointDraft[Name]>;
};

/** Any draft without errors, each secret of which holds {@link secretMark}. */
export const validDraft: fc.Arbitrary<CheckpointDraft> = fc
	.record({
		period: fc.constantFrom("10 mins", "PT90S", "1500ms", "5000000 hours"),
		store: fc.constantFrom(...storeNames),
		shuffle: fc.constantFrom("local", "shared"),
		files: fc.constantFrom("separate", "one"),
		key_style: fc.constantFrom("dotted", "tables"),
		output: fc.constantFrom("bare_metal", "environment", "helm", "operator"),
		secrets: fc.constantFrom("toml", "environment"),
		schema: fc.constantFrom("", "https://host.example/folder/", "../"),
		shared_filesystem: fc.record({ path: fc.constantFrom("/mnt/x", "/mnt/it's $HOME/a b", "/yes") }),
		...anyObjectStores,
		kubernetes: anyKubernetes,
		advisor: fc.constant(defaultDraft.advisor),
	})
	.map((draft) => ({ ...defaultDraft, ...draft }))
	.filter((draft) => checkDraft(draft).config !== undefined);
