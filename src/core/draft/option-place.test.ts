import { expect, test } from "vitest";
import { listOptions } from "../object-store/option.ts";
import { objectStores } from "../stores/stores.ts";
import { checkDraft } from "./check.ts";
import { type CheckpointDraft, defaultDraft, listFieldKeys, listKinds } from "./draft.ts";
import { findOptionPlace } from "./option-place.ts";

const kinds = objectStores.flatMap((store) => listKinds(store).map((credentials) => ({ store, credentials })));

test.each(kinds)(
	"every option of $store has its place beside credentials of the kind $credentials",
	({ store, credentials }) => {
		for (const option of listOptions(store)) {
			const place = findOptionPlace(store, { credentials, options: [] }, option);
			const chosen = place.kind === "other credentials" ? place.credentials : credentials;
			if (place.kind !== "new row") {
				expect(listFieldKeys(store, chosen)).toContain(option.key);
				continue;
			}
			const options = [{ key: option.key, value: "x" }];
			const draft = { ...defaultDraft, store, [store]: { ...defaultDraft[store], credentials, options } };
			const { problems } = checkDraft(draft as CheckpointDraft);
			expect(problems.filter(({ severity, path }) => severity === "error" && path.at(-1) === "key")).toEqual([]);
		}
	},
);

test("an option that is set already is set there, whatever it is called", () => {
	const [timeout] = listOptions("s3").filter(({ key }) => key === "connect_timeout");
	if (!timeout) throw new Error("no such option");
	const options = [
		{ key: "aws_bucket", value: "b" },
		{ key: "AWS_CONNECT_TIMEOUT", value: "30s" },
	];
	expect(findOptionPlace("s3", { credentials: "environment", options }, timeout)).toEqual({ kind: "row", index: 1 });
});

test.each([
	["s3", "environment", "aws_session_token", "Access key"],
	["gcs", "key_file", "google_service_account_key", "Service account JSON"],
	["gcs", "inline_key", "google_service_account_path", "Service account file"],
	["abs", "environment", "azure_storage_sas_key", "Shared access signature"],
	["abs", "shared_key", "azure_storage_client_secret", "Service principal"],
] as const)("in %s beside %s, %s is set by choosing “%s”", (store, credentials, key, title) => {
	const [option] = listOptions(store).filter((each) => each.key === key);
	if (!option) throw new Error("no such option");
	expect(findOptionPlace(store, { credentials, options: [] }, option)).toMatchObject({ title });
});

test("beside the worker's environment, a client ID says which identity is meant", () => {
	const [option] = listOptions("abs").filter(({ key }) => key === "azure_storage_client_id");
	if (!option) throw new Error("no such option");
	expect(findOptionPlace("abs", { credentials: "environment", options: [] }, option)).toEqual({ kind: "new row" });
});
