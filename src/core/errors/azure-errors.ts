import type { KnownError } from "./known-error.ts";

const builder = "object_store, src/azure/builder.rs";
const credential = "object_store, src/azure/credential.rs";
const azure = "Azure Storage REST, list of error codes";

/** Errors of Azure Blob Storage. */
export const azureErrors: readonly KnownError[] = [
	{
		id: "azure-no-account",
		common: ["Generic MicrosoftAzure error: Account must be specified", "Account must be specified"],
		cause: "Neither an option nor the URL names the storage account. Workload Identity needs it as well.",
		remedy:
			"Set azure_storage_account_name, or write abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/dir as the location.",
		settings: ["azure_storage_account_name"],
		source: builder,
	},
	{
		id: "azure-no-container",
		common: ["Container name must be specified"],
		cause: "The URL names no container.",
		remedy: "Write az://CONTAINER/dir.",
		settings: ["url"],
		source: builder,
	},
	{
		id: "azure-no-credentials",
		shapes: ["At least one authorization option must be specified"],
		cause: "An old Polars found no credentials in the options. Newer releases then try the managed identity.",
		remedy: "Set the account key, a SAS token or a service principal.",
		settings: ["azure_storage_account_key"],
		source: "delta-io/delta-rs #838",
	},
	{
		id: "azure-sas-form",
		shapes: ["Missing component in SAS query pair"],
		cause: "The SAS token is not made of key=value pairs: it is cut off, or it is a connection string.",
		remedy: "Paste the whole token, without the question mark before it.",
		settings: ["azure_storage_sas_key"],
		source: builder,
	},
	{
		id: "azure-key-form",
		common: ["Invalid Access Key: …"],
		cause: "The account key is not base64: it is cut off, or it is a SAS token or a client secret.",
		remedy: "Copy the key again, with the = at its end.",
		settings: ["azure_storage_account_key"],
		source: `${credential}; pola-rs/polars #11392`,
	},
	{
		id: "azure-token-file",
		shapes: ["Error reading federated token file"],
		cause: "The file with the workload identity's token can't be read: the pod has no Workload Identity.",
		remedy:
			"Label the pod azure.workload.identity/use=true, and run it under the service account that is annotated with the client ID.",
		settings: ["azure_federated_token_file"],
		source: credential,
	},
	{
		id: "azure-cli",
		shapes: ["'az account get-access-token' command failed: …"],
		cause: "azure_use_azure_cli is on, and az is not installed or not logged in on this machine.",
		remedy: "On servers, use a service principal or Workload Identity.",
		settings: ["azure_use_azure_cli"],
		source: credential,
	},
	{
		id: "azure-no-identity",
		shapes: [
			"Error performing token request: …/metadata/identity/oauth2/token",
			"Error performing token request: …/msi/token",
		],
		cause:
			"No credentials are set, so Polars asked for Azure's managed identity. This machine has none, or has several and none is chosen.",
		remedy:
			"Set the account key, a SAS token or a service principal. Or set azure_storage_client_id to the identity's client ID.",
		settings: ["azure_storage_account_key", "azure_storage_client_id"],
		source: `pola-rs/polars #20282, #20545; ${credential}`,
	},
	{
		id: "azure-sign-in",
		shapes: ["AADSTS7000215", "AADSTS7000222", "AADSTS700016", "AADSTS90002", "AADSTS700024", "AADSTS70021"],
		cause:
			"Microsoft Entra refused the sign-in: the client secret is wrong or has expired, or Entra doesn't know the client ID or tenant ID.",
		remedy:
			"Check the tenant ID and the client ID. Check that the secret has not expired, and that it is the secret's value, not its ID.",
		settings: ["azure_storage_client_secret", "azure_storage_client_id", "azure_storage_tenant_id"],
		source: "Microsoft identity platform, list of AADSTS error codes",
	},
	{
		id: "azure-signature",
		shapes: ["AuthenticationFailed…MAC signature", "AuthenticationFailed…Signature did not match"],
		spans: true,
		cause: "The signature is wrong: the account key is not for this account, or the SAS token was changed.",
		remedy: "Copy the account name and key, or the whole SAS token, from the same storage account.",
		settings: ["azure_storage_account_key", "azure_storage_account_name", "azure_storage_sas_key"],
		source: "pola-rs/polars #22769, #23596",
	},
	{
		id: "azure-expired-sas",
		shapes: [
			"AuthenticationFailed…Signature not valid in the specified time frame",
			"Signed expiry time …has to be after",
		],
		spans: true,
		cause: "The SAS token has expired, or is not valid yet.",
		remedy: "Make a new SAS token, and check this machine's clock.",
		settings: ["azure_storage_sas_key"],
		source: azure,
	},
	{
		id: "azure-clock",
		shapes: ["AuthenticationFailed…Request date header too old", "The Date header in the request is incorrect"],
		spans: true,
		cause: "The worker's clock differs from Azure's by more than 15 minutes.",
		remedy: "Set this machine's clock, and use NTP to keep it right.",
		source: azure,
	},
	{
		id: "azure-expired-token",
		shapes: ["<Code>InvalidAuthenticationInfo</Code>", "Lifetime validation failed. The token is expired"],
		cause: "The bearer token has expired, or is not for Azure Storage.",
		remedy: "Get a new token for https://storage.azure.com/, or use an identity that renews it.",
		settings: ["azure_storage_token"],
		source: azure,
	},
	{
		id: "azure-firewall",
		common: ["AuthorizationFailure", "This request is not authorized to perform this operation."],
		cause:
			"The storage account's firewall or network rules refuse the worker's address. An emulator gives this answer to a wrong key too.",
		remedy: "Allow the workers' network, or use a private endpoint. With an emulator, check the account key.",
		settings: ["azure_storage_account_key"],
		source: `delta-io/delta-rs #504; ${azure}`,
	},
	{
		id: "azure-role",
		common: [
			"AuthorizationPermissionMismatch",
			"This request is not authorized to perform this operation using this permission",
		],
		cause:
			"The sign-in works, but the identity has no role for this data, or the SAS token does not allow this request.",
		remedy:
			"Give the identity the role Storage Blob Data Contributor on the container. A SAS token needs read, write, list, create and delete.",
		settings: ["azure_storage_sas_key"],
		source: azure,
	},
	{
		id: "azure-no-key-access",
		common: ["KeyBasedAuthenticationNotPermitted", "Key based authentication is not permitted"],
		cause: "The storage account does not allow access by its key.",
		remedy: "Use Workload Identity, a managed identity or a service principal.",
		settings: ["azure_storage_account_key"],
		source: azure,
	},
	{
		id: "azure-container-missing",
		common: ["ContainerNotFound", "The specified container does not exist"],
		cause: "The account has no container with this name, or the endpoint contains it too, so it is there twice.",
		remedy:
			"Correct the container's name, or create the container. azure_storage_endpoint contains the account and no container.",
		settings: ["url", "azure_storage_endpoint"],
		source: azure,
	},
	{
		id: "azure-auto-key",
		shapes: ["POLARS_AUTO_USE_AZURE_STORAGE_ACCOUNT_KEY=1"],
		tells: "wrapped",
		cause: "Azure refused the request, which was not made with an account key. Polars only suggests a way to get one.",
		remedy: "Set azure_storage_account_key, or give the identity a data role on the container.",
		settings: ["azure_storage_account_key"],
		source: "Polars, crates/polars-io/src/cloud/polars_object_store.rs",
	},
];
