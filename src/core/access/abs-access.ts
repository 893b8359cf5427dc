import { assignRole, blobRole, readAccountName } from "../stores/abs-role.ts";
import type { Place } from "../stores/store.ts";
import type { Access, AccessWishes, StoreRequest } from "./access.ts";
import { basis, expiryNote, ruleName, toHcl, toJson } from "./terms.ts";

const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

/**
 * What the crate asks of Azure.
 *
 * @see object_store 0.13, src/azure/client.rs; Azure Storage REST, the page of each operation, "Permissions".
 */
const requests: readonly StoreRequest[] = [
	{ operation: "put", request: "PUT /CONTAINER/BLOB", rights: [`${blobs}/write`] },
	{
		operation: "multipart upload",
		request: "PUT /CONTAINER/BLOB?comp=block, PUT /CONTAINER/BLOB?comp=blocklist",
		rights: [`${blobs}/write`],
	},
	{ operation: "get", request: "GET /CONTAINER/BLOB", rights: [`${blobs}/read`] },
	{ operation: "head", request: "HEAD /CONTAINER/BLOB", rights: [`${blobs}/read`] },
	{ operation: "list", request: "GET /CONTAINER?restype=container&comp=list", rights: [`${blobs}/read`] },
	{ operation: "delete", request: "DELETE /CONTAINER/BLOB", rights: [`${blobs}/delete`] },
];

/** A role assignment on a container. */
export function describeAzureAccess(place: Place, { expireAfterDays: days }: AccessWishes): Access | undefined {
	const { bucket, folder, quote } = place;
	const account = readAccountName(place);
	const isElsewhere = ["azure_storage_endpoint", "azure_storage_use_emulator"].some((key) => place.read(key) !== "");
	if (account === "" || isElsewhere) return undefined;
	const scope = `/subscriptions/YOUR_SUBSCRIPTION/resourceGroups/YOUR_GROUP/providers/Microsoft.Storage/storageAccounts/${account}/blobServices/default/containers/${bucket}`;
	const policy = {
		rules: [
			{
				enabled: true,
				name: `${ruleName}-expiry`,
				type: "Lifecycle",
				definition: {
					filters: { blobTypes: ["blockBlob"], prefixMatch: [`${bucket}/${folder}`] },
					actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: days } } },
				},
			},
		],
	};
	return {
		requests,
		grants: [
			{
				title: "Role assignment as a command",
				name: "access.sh",
				text: `${assignRole(place, "--assignee=YOUR_PRINCIPAL_ID")}
`,
				note: "YOUR_PRINCIPAL_ID is the object ID of the workers' managed identity or application.",
			},
			{
				title: "The same in Terraform",
				name: "access.tf",
				text: `resource "azurerm_role_assignment" "polars_checkpoints" {\n  scope                = ${toHcl(scope)}\n  role_definition_name = "${blobRole}"\n  principal_id         = "YOUR_PRINCIPAL_ID"\n}\n`,
			},
			{
				title: "A SAS token for the container",
				name: "sas.sh",
				text: `az storage container generate-sas --account-name=${quote(account)} --name=${quote(bucket)} --permissions=acdlrw --expiry=YOUR_EXPIRY --https-only --auth-mode=login --as-user --output=tsv\n`,
				note: "Only for workers without their own identity. As a user's token, it expires within seven days, and then checkpoints fail.",
			},
		],
		lifecycle:
			days === undefined
				? []
				: [
						{
							title: "Lifecycle rule",
							name: "lifecycle.json",
							text: toJson(policy),
							note: expiryNote,
						},
						{
							title: "Lifecycle rule as a command",
							name: "lifecycle.sh",
							text: `az storage account management-policy show --account-name=${quote(account)} --resource-group=YOUR_GROUP\naz storage account management-policy create --account-name=${quote(account)} --resource-group=YOUR_GROUP --policy=@lifecycle.json\n`,
							note: "The second command replaces all rules that the account has: first add those that the first command shows to lifecycle.json.",
						},
					],
		notes: [
			basis,
			"The role is for the whole container. Use a container only for checkpoints.",
			"The account key gives access to the whole storage account. You can't limit it.",
			"Azure removes the blocks of an unfinished upload by itself after a week, so you need no rule for them.",
		],
	};
}
