import fc from "fast-check";
import { expect, test } from "vitest";
import { listOptions } from "../object-store/option.ts";
import { objectStores } from "../stores/stores.ts";
import { isSameDestination, listSecretTexts, takeSecrets } from "./destination.ts";
import { anyDraft } from "./draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft } from "./draft.ts";
import { removeSecrets } from "./secret.ts";

const present: CheckpointDraft = {
	...defaultDraft,
	store: "abs",
	abs: {
		...defaultDraft.abs,
		url: "az://container/k",
		azure_storage_account_name: "account",
		azure_storage_account_key: "a2V5",
		options: [
			{ key: "timeout", value: "30s" },
			{ key: "encryption_key", value: "c2VjcmV0" },
			{ key: "azure_storage_acount_key", value: "misspelt" },
		],
	},
};
const abs = (change: Partial<CheckpointDraft["abs"]>): CheckpointDraft => ({
	...present,
	abs: { ...present.abs, ...change },
});
const add = (key: string, value: string) => abs({ options: [...present.abs.options, { key, value }] });

test.each<[string, CheckpointDraft]>([
	["the URL", abs({ url: "az://other/k" })],
	["the account", abs({ azure_storage_account_name: "other" })],
	["the authority's host", add("authority_host", "https://login.example")],
	["the endpoint", add("AZURE_ENDPOINT", "https://blob.example")],
	["a proxy", add("azure_proxy_url", "http://proxy.example")],
	["the emulator", add("use_emulator", "true")],
	["Fabric", add("azure_use_fabric_endpoint", "true")],
	["where managed identities come from", add("identity_endpoint", "http://10.0.0.1")],
	["whose certificates are trusted", add("allow_invalid_certificates", "true")],
	["the tenant", abs({ credentials: "service_principal", azure_storage_tenant_id: "other" })],
])("%s decides where requests go", (_, other) => {
	expect(isSameDestination("abs", present, other)).toBe(false);
	expect(isSameDestination("abs", other, present)).toBe(false);
	expect(isSameDestination("abs", other, other)).toBe(true);
});

test("how requests are made decides nothing, nor does what is secret, unknown, empty or of another store", () => {
	for (const other of [
		add("connect_timeout", "5s"),
		add("user_agent", "me"),
		add("azure_storage_endpoit", "https://blob.example"),
		add("azure_storage_endpoint", ""),
		abs({ azure_storage_account_key: "b3RoZXI=" }),
		abs({ url: " az://container/k " }),
		{ ...present, s3: { ...present.s3, url: "s3://other" }, period: "1h" },
	]) {
		expect(isSameDestination("abs", present, other)).toBe(true);
	}
	const own = add("endpoint", "https://blob.example");
	expect(isSameDestination("abs", own, add("azure_storage_endpoint", "https://blob.example"))).toBe(true);
});

test("an option with an address, a host, a region or a proxy in it always decides", () => {
	for (const store of objectStores) {
		for (const { key, type, secret } of listOptions(store)) {
			const where =
				type === "url" || /endpoint|host|region|proxy|bucket|container|account_name|tenant|emulator|uri/.test(key);
			if (!where || secret || ["aws_sse_bucket_key_enabled", "pool_max_idle_per_host"].includes(key)) continue;
			const other = structuredClone(defaultDraft);
			if (key in other[store]) Object.assign(other[store], { [key]: "x" });
			else other[store].options.push({ key, value: "x" });
			if (store === "abs") other.abs.credentials = "service_principal";
			const base = structuredClone(defaultDraft);
			base.abs.credentials = other.abs.credentials;
			expect(isSameDestination(store, base, other), key).toBe(false);
		}
	}
});

test("secrets go to the fields and the options that they came from", () => {
	const open = removeSecrets(present).draft;
	expect(listSecretTexts("abs", open)).toEqual([]);
	expect(takeSecrets("abs", open, present)).toEqual(present.abs);
	const renamed = {
		...open,
		abs: { ...open.abs, options: [{ key: "AZURE_STORAGE_ENCRYPTION_KEY", value: "" }] },
	};
	expect(takeSecrets("abs", renamed, present).options).toEqual([
		{ key: "AZURE_STORAGE_ENCRYPTION_KEY", value: "c2VjcmV0" },
	]);
});

test("a draft without its secrets gets them back, whatever it holds", () => {
	fc.assert(
		fc.property(anyDraft, fc.constantFrom(...objectStores), (draft, store) => {
			const { draft: open, removed } = removeSecrets(draft);
			// A key that lost a part of itself is another key.
			fc.pre(!removed.some((field) => field.endsWith(".key")));
			const back = { ...open, [store]: takeSecrets(store, open, draft) };
			expect(listSecretTexts(store, back).toSorted()).toEqual(listSecretTexts(store, draft).toSorted());
			expect(removeSecrets(back).draft).toEqual(open);
		}),
		{ numRuns: 300 },
	);
});
