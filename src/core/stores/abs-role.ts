import type { Place } from "./store.ts";

/** Azure's own role for who reads, writes and removes blobs. */
export const blobRole = "Storage Blob Data Contributor";

/** The storage account of a place, wherever it is named; empty where it isn't. */
export function readAccountName({ account, read }: Place): string {
	return account ?? read("azure_storage_account_name");
}

/**
 * Lets somebody read, write and remove in the container.
 *
 * @param assignee Flags that say who: `--assignee=…`.
 * @see docs: Azure CLI, `role assignment create`; Azure "Assign an Azure role for access to blob data", for the scope of a
 * container.
 */
export function assignRole(place: Place, assignee: string): string {
	const { bucket, quote } = place;
	const id = `$(az storage account show --name=${quote(readAccountName(place))} --resource-group=YOUR_GROUP --query=id --output=tsv)`;
	return `az role assignment create --role=${quote(blobRole)} ${assignee} --scope="${id}"/blobServices/default/containers/${quote(bucket)}`;
}
