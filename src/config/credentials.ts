import type { ObjectStore } from "../object-store/option.ts";
import { type CheckpointDraft, listFieldKeys } from "./draft.ts";

/** Which kind of credentials each option belongs to; of several that are set, the first counts. */
const signs: { readonly [Name in ObjectStore]: readonly (readonly [string, CheckpointDraft[Name]["credentials"]])[] } =
	{
		s3: [
			["aws_access_key_id", "access_key"],
			["aws_secret_access_key", "access_key"],
			["aws_session_token", "access_key"],
		],
		gcs: [
			["google_service_account_key", "inline_key"],
			["google_service_account_path", "key_file"],
		],
		abs: [
			["azure_storage_account_key", "shared_key"],
			["azure_storage_client_secret", "service_principal"],
			["azure_storage_sas_key", "shared_access_signature"],
		],
	};

/**
 * The kind of credentials that a store uses with some options set: nothing said means the worker's environment.
 *
 * @param has Whether an option is set, by its own key.
 * @see object_store 0.13.2, `MicrosoftAzureBuilder::build`, for the order among Azure's.
 */
export function findCredentialsKind<Name extends ObjectStore>(
	store: Name,
	has: (key: string) => boolean,
): CheckpointDraft[Name]["credentials"] {
	return signs[store].find(([key]) => has(key))?.[1] ?? "environment";
}

/** The kind of credentials that an option is a sign of; undefined for one that is none. */
export function findKindOf(store: ObjectStore, key: string): string | undefined {
	return signs[store].find(([sign]) => sign === key)?.[1];
}

/**
 * Whether an option is set by a field of the form: by one that this kind of credentials has, or by one that would make
 * it another kind. All others are rows. Google's kinds exclude each other.
 */
export function hasField(store: ObjectStore, credentials: string, key: string): boolean {
	if (listFieldKeys(store, credentials).includes(key)) return true;
	if (findKindOf(store, key) === undefined) return false;
	const isSet = (other: string) => other === key || findKindOf(store, other) === credentials;
	return store === "gcs" || findCredentialsKind(store, isSet) !== credentials;
}
