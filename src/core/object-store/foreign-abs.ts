import type { Counterpart, Libraries } from "./foreign-table.ts";
import * as known from "./foreign-table.ts";

const connectionString: Counterpart = [
	"Split it up: write AccountName as azure_storage_account_name, and AccountKey as azure_storage_account_key.",
];
const managedIdentity: Counterpart = ["Remove all credentials: then Polars uses the worker's managed identity."];
const tokenAddress: Counterpart = [
	"Write the tenant in this address as azure_storage_tenant_id.",
	"azure_storage_tenant_id",
];
const host: Counterpart = [
	"Write the whole address as azure_storage_endpoint: https:// and a host that starts with the account.",
	"azure_storage_endpoint",
];
const kind: Counterpart = ["Remove it: the options that are set say which credentials Polars uses."];

/** Keys that people bring to Azure Blob Storage. */
export const foreignAbs: Libraries = {
	...known.shared,
	adlfs: {
		anon: "azure_skip_signature",
		connection_string: connectionString,
		credential: [
			"Write an account key as azure_storage_account_key, a SAS token as azure_storage_sas_key.",
			"azure_storage_account_key",
		],
		account_host: host,
		socket_timeout: known.otherUnit("timeout"),
		location_mode: known.ownClient,
	},
	PyArrow: {
		blob_storage_authority: host,
		dfs_storage_authority: host,
		blob_storage_scheme: ["Start azure_storage_endpoint with http:// or https:// instead.", "azure_storage_endpoint"],
	},
	"PyIceberg and Iceberg": {
		"adls.account-name": "azure_storage_account_name",
		"adls.account-key": "azure_storage_account_key",
		"adls.auth.shared-key.account.name": "azure_storage_account_name",
		"adls.auth.shared-key.account.key": "azure_storage_account_key",
		"adls.sas-token": "azure_storage_sas_key",
		"adls.sas-token.*": "azure_storage_sas_key",
		"adls.tenant-id": "azure_storage_tenant_id",
		"adls.client-id": "azure_storage_client_id",
		"adls.client-secret": "azure_storage_client_secret",
		"adls.token": "azure_storage_token",
		"adls.account-host": host,
		"adls.connection-string": connectionString,
		"adls.connection-string.*": connectionString,
	},
	Trino: {
		"azure.access-key": "azure_storage_account_key",
		"azure.abfs-storage-account": "azure_storage_account_name",
		"azure.abfs-access-key": "azure_storage_account_key",
		"azure.oauth.tenant-id": "azure_storage_tenant_id",
		"azure.oauth.client-id": "azure_storage_client_id",
		"azure.oauth.secret": "azure_storage_client_secret",
		"azure.oauth.endpoint": tokenAddress,
		"azure.abfs.oauth.client-id": "azure_storage_client_id",
		"azure.abfs.oauth.secret": "azure_storage_client_secret",
		"azure.abfs.oauth.endpoint": tokenAddress,
		"azure.auth-type": kind,
		"azure.connection-string": connectionString,
		"base-directories": known.location,
	},
	DuckDB: {
		azure_account_name: "azure_storage_account_name",
		azure_credential_chain: known.ambientCredentials,
		client_certificate_path: ["Polars can't use a certificate. Use a client secret or a workload identity."],
		...known.duckDbSecret,
	},
	ClickHouse: {
		storage_account_url: "azure_storage_endpoint",
		use_workload_identity: managedIdentity,
	},
	rclone: {
		account: "azure_storage_account_name",
		key: "azure_storage_account_key",
		tenant: "azure_storage_tenant_id",
		msi_client_id: "azure_storage_client_id",
		msi_object_id: "azure_object_id",
		msi_mi_res_id: "azure_msi_resource_id",
		sas_url: ["Write what follows the “?” as azure_storage_sas_key.", "azure_storage_sas_key"],
		use_msi: managedIdentity,
		use_az: "azure_use_azure_cli",
		env_auth: known.ambientCredentials,
	},
	"Azure's tools": {
		azure_storage_account: "azure_storage_account_name",
		azure_storage_key: "azure_storage_account_key",
		azure_account_key: "azure_storage_account_key",
		azure_sas_token: "azure_storage_sas_key",
		storage_account: "azure_storage_account_name",
		storage_account_name: "azure_storage_account_name",
		storage_account_key: "azure_storage_account_key",
		storage_key: "azure_storage_account_key",
		primary_access_key: "azure_storage_account_key",
		primary_blob_endpoint: "azure_storage_endpoint",
		azure_storage_connection_string: connectionString,
		azure_storage_auth_mode: kind,
		azure_storage_service_endpoint: "azure_storage_endpoint",
		azure_subscription_id: { kind: "harmless", note: "Remove it: the account's name is enough." },
		azure_client_certificate_path: ["Polars can't use a certificate. Use a client secret or a workload identity."],
		azure_use_identity: managedIdentity,
	},
	Hadoop: {
		"fs.azure.account.key": "azure_storage_account_key",
		"fs.azure.account.key.*": "azure_storage_account_key",
		"fs.azure.sas.fixed.token": "azure_storage_sas_key",
		"fs.azure.sas.fixed.token.*": "azure_storage_sas_key",
		"fs.azure.sas.token.provider.type*": kind,
		"fs.azure.sas.*": ["Write the SAS token as azure_storage_sas_key.", "azure_storage_sas_key"],
		"fs.azure.account.auth.type*": kind,
		"fs.azure.account.oauth.provider.type*": kind,
		"fs.azure.account.oauth2.client.id*": "azure_storage_client_id",
		"fs.azure.account.oauth2.client.secret*": "azure_storage_client_secret",
		"fs.azure.account.oauth2.client.endpoint*": tokenAddress,
		"fs.azure.account.oauth2.msi.tenant*": "azure_storage_tenant_id",
		"fs.azure.account.oauth2.msi.endpoint*": "azure_msi_endpoint",
		"fs.azure.account.oauth2.token.file*": "azure_federated_token_file",
		"fs.azure.proxy.*": known.proxyHost,
		"fs.azure.*": known.hadoopClient,
	},
};
