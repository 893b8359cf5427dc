import type { StoreOption } from "./option.ts";

/** Options of Google Cloud Storage: `GoogleConfigKey` of the object_store crate, 0.13 and 0.14. */
export const gcsOptions: readonly StoreOption[] = [
	{
		key: "google_service_account_path",
		aliases: ["google_service_account", "service_account", "service_account_path"],
		type: "path",
		help: "Key file of a service account, on every worker; or google_service_account_key.",
	},
	{
		key: "google_service_account_key",
		aliases: ["service_account_key"],
		type: "json",
		secret: true,
		help: "The key file's JSON text itself; or google_service_account_path, never both.",
	},
	{
		key: "google_application_credentials",
		aliases: ["application_credentials"],
		type: "path",
		help: "Application default credentials file; read only if no service account is given.",
	},
	{
		key: "google_bearer_token",
		aliases: ["bearer_token"],
		type: "string",
		secret: true,
		since: "0.14",
		help: "OAuth access token; nothing renews it, so that writes fail once it has expired.",
	},
	{
		key: "google_skip_signature",
		aliases: ["skip_signature"],
		type: "boolean",
		help: "Sends requests without credentials; few buckets let that write.",
	},
	{
		key: "google_base_url",
		aliases: ["base_url"],
		type: "url",
		help: "Address of the service, for an emulator or a private endpoint.",
	},
	{
		key: "google_bucket",
		aliases: ["google_bucket_name", "bucket", "bucket_name"],
		type: "string",
		help: "Not needed: the bucket in the URL wins.",
	},
];
