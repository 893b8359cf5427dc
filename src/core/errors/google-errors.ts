import type { KnownError } from "./known-error.ts";

const credential = "object_store, src/gcp/credential.rs";

/** Errors of Google Cloud Storage. */
export const googleErrors: readonly KnownError[] = [
	{
		id: "google-two-keys",
		shapes: ["One of service account path or service account key may be provided."],
		cause: "The service account is set twice: as a path and as a key.",
		remedy: "Keep one of google_service_account_path and google_service_account_key.",
		settings: ["google_service_account_path", "google_service_account_key"],
		source: "object_store, src/gcp/builder.rs; pola-rs/polars #11517",
	},
	{
		id: "google-key-file",
		shapes: ["Unable to open service account file from …: …"],
		cause: "The service account's file is not on this worker, or its user may not read it.",
		remedy: "Put the file on every worker, at this same path.",
		settings: ["google_service_account_path"],
		source: `${credential}; pola-rs/polars #18979`,
	},
	{
		id: "google-key-form",
		shapes: ["Unable to decode service account file: …"],
		cause:
			"This is not the JSON of a service account: it is a path instead of the key, text in base64, or another kind of credentials file.",
		remedy: "google_service_account_key takes the JSON itself, google_service_account_path its path.",
		settings: ["google_service_account_key", "google_service_account_path"],
		source: credential,
	},
	{
		id: "google-credentials-type",
		shapes: ["Unsupported ApplicationCredentials type"],
		cause:
			"The application default credentials are of a type that this Polars does not know, such as external_account.",
		remedy: "Use a service account's file.",
		settings: ["google_service_account_path"],
		source: "pola-rs/polars #12195",
	},
	{
		id: "google-pem",
		common: ["No RSA key found in pem file", "Error reading pem file", "Invalid RSA key"],
		cause: "private_key in the service account's JSON is damaged. An environment variable often loses its line breaks.",
		remedy: String.raw`Keep each \n of private_key as it is, or put the JSON on the workers as a file.`,
		settings: ["google_service_account_key"],
		source: credential,
	},
	{
		id: "google-no-credentials",
		shapes: ["Error performing token request: …/computeMetadata/v1/instance/service-accounts/…/token"],
		cause:
			'No credentials are set, so Polars asked Google Cloud\'s metadata service, and there is none: the worker is not on Google Cloud, or Workload Identity is not set up. token = "anon" is an option of gcsfs, not of Polars.',
		remedy: "Set a service account. For a public bucket, set google_skip_signature to true.",
		settings: ["google_service_account_path", "google_skip_signature"],
		source: `pola-rs/polars #21344; ${credential}`,
	},
	{
		id: "google-scope",
		common: ["invalid_scope", "Invalid OAuth scope or ID token audience provided"],
		cause: "Google did not accept the scope or the audience that Polars asked for with this service account's file.",
		remedy: "Use a service account's key of the project, not an authorised user's file with fewer scopes.",
		settings: ["google_service_account_path", "google_service_account_key"],
		source: "pola-rs/polars #19781",
	},
	{
		id: "google-clock",
		shapes: ["Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe"],
		cause: "The worker's clock is wrong, so the sign-in seems to be from another time.",
		remedy: "Set this machine's clock, and use NTP to keep it right.",
		source: "Google Identity, “Using OAuth 2.0 for server to server applications”, JWT error codes",
	},
	{
		id: "google-grant",
		common: ["invalid_grant", "Invalid JWT Signature", "Invalid grant: account not found"],
		cause: "Google refused the service account's key: it was deleted or is not this account's, or the account is gone.",
		remedy: "Create a new key for the service account, or use Workload Identity.",
		settings: ["google_service_account_path", "google_service_account_key"],
		source: "Google Identity, “Using OAuth 2.0 for server to server applications”, JWT error codes",
	},
	{
		id: "google-no-token",
		common: ["AuthenticationRequired", "<Message>Authentication required.</Message>"],
		cause: "The request came to Google Cloud Storage without a token, or with an empty one.",
		remedy: "Set credentials. For a public bucket, set google_skip_signature to true.",
		settings: ["google_service_account_path", "google_skip_signature"],
		source: "arrow-rs-object-store #158",
	},
	{
		id: "google-role",
		shapes: ["does not have storage.… access to", "Permission 'storage.…' denied on resource"],
		cause: "The service account may not do this in the bucket.",
		remedy: "Give it roles/storage.objectUser on the bucket. The message names the missing permission.",
		settings: ["url"],
		source: "Google Cloud Storage, IAM permissions for XML requests",
	},
];
