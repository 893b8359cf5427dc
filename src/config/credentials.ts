import type { ObjectStore } from "../object-store/option.ts";
import type { CheckpointDraft } from "./draft.ts";

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
			["azure_storage_token", "environment"],
			["azure_storage_account_key", "shared_key"],
			["azure_federated_token_file", "environment"],
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
