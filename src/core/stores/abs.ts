import { docs } from "../docs.ts";
import { assignRole } from "./abs-role.ts";
import type { Commands, IdentityStep, ObjectStoreDescriptor, Place, PodPlace, StoreOption } from "./store.ts";

const page = "https://docs.rs/object_store/0.13.2/object_store/azure/enum.AzureConfigKey.html";

/** Options of Azure Blob Storage: `AzureConfigKey` of the object_store crate, 0.13 and 0.14. */
const options: readonly StoreOption[] = [
	{
		key: "azure_storage_account_name",
		aliases: ["account_name"],
		type: "string",
		help: "Name of the storage account; required unless the URL holds it.",
	},
	{
		key: "azure_storage_account_key",
		aliases: ["azure_storage_access_key", "azure_storage_master_key", "master_key", "account_key", "access_key"],
		type: "string",
		secret: true,
		help: "One of the storage account's two access keys.",
	},
	{
		key: "azure_storage_sas_key",
		aliases: ["azure_storage_sas_token", "sas_key", "sas_token"],
		type: "string",
		secret: true,
		help: "Shared access signature, percent-encoded as the portal gives it; it must allow writing.",
	},
	{
		key: "azure_storage_tenant_id",
		aliases: ["azure_storage_authority_id", "azure_tenant_id", "azure_authority_id", "tenant_id", "authority_id"],
		type: "string",
		help: "Tenant of the service principal or workload identity.",
	},
	{
		key: "azure_storage_client_id",
		aliases: ["azure_client_id", "client_id"],
		type: "string",
		help: "Client ID of the service principal, workload identity or managed identity.",
	},
	{
		key: "azure_storage_client_secret",
		aliases: ["azure_client_secret", "client_secret"],
		type: "string",
		secret: true,
		help: "Secret of the service principal; goes with its client ID and tenant ID.",
	},
	{
		key: "azure_storage_token",
		aliases: ["bearer_token", "token"],
		type: "string",
		secret: true,
		help: "Bearer token; it goes before other credentials, and nothing renews it.",
	},
	{
		key: "azure_federated_token_file",
		aliases: ["federated_token_file"],
		type: "path",
		help: "Workload identity token; goes with client ID and tenant ID. AKS sets it by itself.",
	},
	{
		key: "azure_object_id",
		aliases: ["object_id"],
		type: "string",
		help: "Object ID of the managed identity to use, where a worker has several.",
	},
	{
		key: "azure_msi_resource_id",
		aliases: ["msi_resource_id"],
		type: "string",
		help: "Resource ID of the managed identity to use, where a worker has several.",
	},
	{
		key: "azure_msi_endpoint",
		aliases: ["azure_identity_endpoint", "identity_endpoint", "msi_endpoint"],
		type: "url",
		help: "Where managed identity tokens come from, if not from the usual metadata address.",
	},
	{
		key: "azure_use_azure_cli",
		aliases: ["use_azure_cli"],
		type: "boolean",
		help: "Takes the token from the Azure CLI, which must be logged in on every worker.",
	},
	{
		key: "azure_skip_signature",
		aliases: ["skip_signature"],
		type: "boolean",
		help: "Sends requests without credentials; few containers let that write.",
	},
	{
		key: "azure_credential_type",
		aliases: ["credential_type"],
		type: {
			oneOf: [
				"auto",
				"bearer_token",
				"access_key",
				"client_secret",
				"workload_identity",
				"sas_token",
				"azure_cli",
				"managed_identity",
			],
		},
		since: "0.14",
		help: "Which credentials to use where several are given, the environment's among them.",
	},
	{
		key: "azure_storage_authority_host",
		aliases: ["azure_authority_host", "authority_host"],
		type: "url",
		help: "Where to sign in, for national clouds; https://login.microsoftonline.com unless set.",
	},
	{
		key: "azure_storage_endpoint",
		aliases: ["azure_endpoint", "endpoint"],
		type: "url",
		help: "Address of the service, if not https://ACCOUNT.blob.core.windows.net.",
	},
	{
		key: "azure_container_name",
		aliases: ["container_name"],
		type: "string",
		help: "Not needed: the container in the URL wins.",
	},
	{
		key: "azure_storage_use_emulator",
		aliases: ["use_emulator"],
		type: "boolean",
		help: "Talks to Azurite on the worker itself, http://127.0.0.1:10000; for tests.",
	},
	{
		key: "azure_storage_encryption_key",
		aliases: ["encryption_key"],
		type: "string",
		secret: true,
		since: "0.14",
		help: "Your own key, with which Azure encrypts what is written.",
	},
	{
		key: "azure_disable_tagging",
		aliases: ["disable_tagging"],
		type: "boolean",
		help: "Writes blobs without tags, for stores that refuse them.",
	},
	{
		key: "azure_use_fabric_endpoint",
		aliases: ["use_fabric_endpoint"],
		type: "boolean",
		help: "Uses Microsoft Fabric's host, https://ACCOUNT.blob.fabric.microsoft.com.",
	},
	{
		key: "azure_fabric_token_service_url",
		aliases: ["fabric_token_service_url"],
		type: "url",
		help: "Token service of Microsoft Fabric; needs the three other azure_fabric options.",
	},
	{
		key: "azure_fabric_workload_host",
		aliases: ["fabric_workload_host"],
		type: "string",
		help: "Workload host of Microsoft Fabric; needs the three other azure_fabric options.",
	},
	{
		key: "azure_fabric_session_token",
		aliases: ["fabric_session_token"],
		type: "string",
		secret: true,
		help: "Session token of Microsoft Fabric; needs the three other azure_fabric options.",
	},
	{
		key: "azure_fabric_cluster_identifier",
		aliases: ["fabric_cluster_identifier"],
		type: "string",
		help: "Cluster identifier of Microsoft Fabric; needs the three other azure_fabric options.",
	},
];

/**
 * Azure Blob Storage.
 *
 * @see docs: Azure "Naming and referencing containers".
 */
export const abs = {
	kind: "object store",
	title: "Azure Blob Storage",
	otherNames: ["azure", "az", "adls", "blob"],
	docs: page,
	schemes: ["az", "abfss", "abfs", "azure", "adl"],
	foreignSchemes: { wasb: "abfss", wasbs: "abfss" },
	bucket: "container",
	credentials: {
		kinds: {
			shared_key: {
				title: "Shared key",
				help: "All workers use one of the storage account's keys.",
				keys: ["url", "azure_storage_account_name", "azure_storage_account_key"],
			},
			shared_access_signature: {
				title: "Shared access signature",
				help: "All workers use one SAS token.",
				keys: ["url", "azure_storage_account_name", "azure_storage_sas_key"],
			},
			service_principal: {
				title: "Service principal",
				help: "Workers sign in as an application that is registered with Microsoft Entra ID.",
				keys: [
					"url",
					"azure_storage_account_name",
					"azure_storage_tenant_id",
					"azure_storage_client_id",
					"azure_storage_client_secret",
				],
			},
			environment: {
				title: "Workers' own",
				help: "Workers use their own Azure credentials: a managed identity or a workload identity.",
				keys: ["url", "azure_storage_account_name"],
			},
		},
		// The order is that of `MicrosoftAzureBuilder::build` in object_store 0.13.2.
		signs: [
			["azure_storage_account_key", "shared_key"],
			["azure_storage_client_secret", "service_principal"],
			["azure_storage_sas_key", "shared_access_signature"],
		],
	},
	identity: {
		advice: "no stored key can leak or expire. Polars' AKS page does so.",
		isCloud: ({ read, isOn }) =>
			/^(?:$|[a-z]+:\/\/[^/]*\.(?:core\.windows\.net|core\.chinacloudapi\.cn|core\.usgovcloudapi\.net)(?:[/:]|$))/i.test(
				read("azure_storage_endpoint"),
			) &&
			!isOn("azure_storage_use_emulator") &&
			!isOn("azure_use_fabric_endpoint"),
		pods: listPodSteps,
		podLabels: { "azure.workload.identity/use": "true" },
		machine: (place) => ({
			title: "Give the machines an identity",
			text: "On Azure's machines, a managed identity. YOUR_GROUP stands for the resource group of each. Where a machine has several, name the one to use with the option azure_storage_client_id.",
			command: `${allowIdentity(place)}\naz vm identity assign --name=YOUR_MACHINE --resource-group=YOUR_GROUP --identities=YOUR_IDENTITY`,
		}),
		variables: {
			text: "Polars reads AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET of a service principal.",
			unit: (folder) => ({
				text: "The file holds them as lines of NAME=value, and only root need read it.",
				command: `EnvironmentFile=${folder}/credentials.env`,
			}),
		},
	},
	fields: {
		url: {
			title: "URL",
			help: "The container, then the folder for the checkpoints.",
			example: "az://container/path/to/key",
			docs: docs.checkpointing,
			missing: "Enter a URL, for example az://container/path/to/key.",
		},
		azure_storage_account_name: {
			title: "Account name",
			help: "The storage account. Leave it empty if the URL names it.",
			example: "mystorageaccount",
			docs: docs.checkpointing,
		},
		azure_storage_account_key: {
			title: "Account key",
			help: "One of the storage account's two keys, in base64.",
			docs: docs.checkpointing,
			missing: "Enter the account key. The account name alone gives no access.",
		},
		azure_storage_sas_key: {
			title: "SAS token",
			help: "It must allow read, write, list and delete. Checkpoints fail when it expires.",
			docs: page,
			missing: "Enter the SAS token. The account name alone gives no access.",
		},
		azure_storage_tenant_id: {
			title: "Tenant ID",
			help: "The directory of the application.",
			docs: page,
			missing: "Enter the tenant ID. It goes with the client ID and the client secret.",
		},
		azure_storage_client_id: {
			title: "Client ID",
			help: "The ID of the application.",
			docs: page,
			missing: "Enter the client ID. It goes with the tenant ID and the client secret.",
		},
		azure_storage_client_secret: {
			title: "Client secret",
			help: "The value of the secret, not its ID.",
			docs: page,
			missing: "Enter the client secret. It goes with the tenant ID and the client ID.",
		},
	},
	options,
	optionPrefix: "azure_",
	nameRule: {
		severity: "warning",
		who: "Azure",
		what: "a container's name",
		refused: [/[^a-z\d-]/u, /^-|-$|--/],
		exempt: /^\$(?:root|web|logs)$/,
	},
	commands: listCommands,
	operator: { data: "abs", place: "endpointURL" },
	chart: { data: "abs", place: "endpoint" },
} as const satisfies ObjectStoreDescriptor;

/**
 * @see docs: Azure CLI, `storage container create` and `storage blob list`, and "Choose how to authorize access to blob
 * data".
 */
function listCommands({ bucket, folder, account, read, quote }: Place): Commands | undefined {
	const name = account ?? read("azure_storage_account_name");
	const isElsewhere = ["azure_storage_endpoint", "azure_storage_use_emulator"].some((key) => read(key) !== "");
	if (name === "" || isElsewhere) return undefined;
	const flags = `--account-name=${quote(name)} --auth-mode=login`;
	const prefix = folder && ` --prefix=${quote(folder)}`;
	return {
		create: `az storage container create --name=${quote(bucket)} ${flags}`,
		look: `az storage blob list --container-name=${quote(bucket)}${prefix} ${flags} --output=table`,
	};
}

/**
 * Lets a managed identity read and write in the container.
 *
 * @see docs: Azure CLI, `identity create`.
 */
function allowIdentity(place: Place): string {
	const assignee = `--assignee-object-id="$(${showIdentity("principalId")})" --assignee-principal-type=ServicePrincipal`;
	return `az identity create --name=YOUR_IDENTITY --resource-group=YOUR_GROUP\n${assignRole(place, assignee)}`;
}

function showIdentity(what: string): string {
	return `az identity show --name=YOUR_IDENTITY --resource-group=YOUR_GROUP --query=${what} --output=tsv`;
}

/**
 * @see docs: Azure "Deploy and configure an AKS cluster with Microsoft Entra Workload ID"; Azure CLI, `identity
 * federated-credential create`.
 */
function listPodSteps(place: PodPlace): readonly IdentityStep[] {
	const account = place.serviceAccount;
	return [
		{
			title: "Give an identity access to the container",
			text: "A managed identity. YOUR_GROUP stands for the resource group of each.",
			command: allowIdentity(place),
		},
		{
			title: "Connect the identity to the account",
			text: "AKS Workload Identity, for a cluster that was made or updated with --enable-oidc-issuer and --enable-workload-identity. AKS then hands each pod of the account that has the label azure.workload.identity/use what Polars looks for. Only the storage account's name must still be an option.",
			command: [
				`az identity federated-credential create --name=polars-checkpoints --identity-name=YOUR_IDENTITY --resource-group=YOUR_GROUP --issuer="$(az aks show --name=YOUR_CLUSTER --resource-group=YOUR_GROUP --query=oidcIssuerProfile.issuerUrl --output=tsv)" --subject=system:serviceaccount:YOUR_NAMESPACE:${account} --audiences=api://AzureADTokenExchange`,
				`kubectl annotate serviceaccount ${account} azure.workload.identity/client-id="$(${showIdentity("clientId")})"`,
			].join("\n"),
		},
	];
}
