import * as z from "zod/mini";
import { parseLocation } from "../object-store/location.ts";
import { findOption } from "../object-store/option.ts";
import { checkOptionValue } from "../object-store/option-value.ts";
import { checkAccountName } from "../object-store/store-url.ts";
import { type FileStore, isObjectStore, type ObjectStore, type Store, stores } from "../stores/stores.ts";
import { requireAccountName } from "./account-name.ts";
import { type CheckpointDraft, listFieldKeys, listKinds } from "./draft.ts";
import { expectOneOf, optionalText, requiredText, type TextJudge } from "./field.ts";
import { type FieldMeta, storeFields } from "./fields.ts";
import { judgeKeyPath } from "./key-path.ts";
import { optionRows } from "./option-rows.ts";
import { judgePath } from "./shared-path.ts";

type Field = { [Name in ObjectStore]: `${Name}.${keyof (typeof stores)[Name]["fields"] & string}` }[ObjectStore];

/** What says more of a field's text than the type of the option that it sets. */
const judges: { readonly [Name in Field]?: TextJudge } = {
	"gcs.google_service_account_path": judgeKeyPath,
	"abs.azure_storage_account_name": checkAccountName,
};

type Check<Name extends ObjectStore> = (payload: z.core.ParsePayload<CheckpointDraft[Name]>) => void;

/** What only several fields of a store together show. */
const checks: { readonly [Name in ObjectStore]?: Check<Name> } = { abs: requireAccountName };

/** The schema of a store's table, for an object store by the kind of credentials: `worker.checkpoint_location.s3`. */
export function buildSection(store: Store): z.ZodMiniType {
	return isObjectStore(store) ? buildObjectStore(store) : buildFileStore(store);
}

function buildFileStore(store: FileStore) {
	return z.object({ path: requiredText(storeFields[store].path, judgePath) });
}

function buildObjectStore(store: ObjectStore) {
	const kinds = listKinds(store);
	const [first, ...others] = kinds.map((kind) => buildKind(store, kind));
	if (!first) throw new TypeError(`${store} has no kind of credentials.`);
	return z.discriminatedUnion("credentials", [first, ...others], expectOneOf(kinds));
}

function buildKind(store: ObjectStore, kind: string) {
	const texts = listFieldKeys(store, kind).map((key) => [key, buildText(store, key)] as const);
	const schema = z.object({
		credentials: z.literal(kind),
		...Object.fromEntries(texts),
		options: optionRows(store, kind),
	});
	const check = checks[store] as ((payload: z.core.ParsePayload) => void) | undefined;
	return check ? schema.check(check) : schema;
}

function buildText(store: ObjectStore, key: string) {
	const fields: Readonly<Record<string, FieldMeta>> = storeFields[store];
	const meta = fields[key];
	if (!meta) throw new TypeError(`${store} has no field ${key}.`);
	const judge = key === "url" ? judgeUrl(store) : (judges[`${store}.${key}` as Field] ?? judgeOption(store, key));
	return meta.missing === undefined
		? optionalText(meta, judge)
		: requiredText({ ...meta, missing: meta.missing }, judge);
}

function judgeOption(store: ObjectStore, key: string): TextJudge | undefined {
	const option = findOption(store, key);
	return option && ((text) => checkOptionValue(option.type, text));
}

/** Judges the `url` of an object store: a bucket or container and, after it, a key. */
function judgeUrl(store: ObjectStore): TextJudge {
	return (text) => {
		const location = parseLocation(store, text);
		if (location.ok) return undefined;
		const { problem, otherStore: other } = location;
		if (problem.severity !== "error") return undefined;
		if (!other) return problem;
		const target = `${other.store}.${isObjectStore(other.store) ? "url" : "path"}`;
		return { ...problem, fix: { title: `Switch to ${stores[other.store].title}`, text: other.location, target } };
	};
}
