import type { Counterpart, Libraries } from "./foreign-table.ts";
import * as known from "./foreign-table.ts";

const project: Counterpart = { kind: "harmless", note: "Remove it: the bucket's name is enough." };
const hmac: Counterpart = ["HMAC keys are for Google's S3 interface. Use a service account here."];
const accessToken: Counterpart = [
	"Use google_bearer_token from Polars 1.44 on, before that a service account.",
	"google_bearer_token",
];
const anyKey: Counterpart = [
	"Write a key file's path as google_service_account_path, its text as google_service_account_key.",
	"google_service_account_path",
];
const requesterPays: Counterpart = ["Polars has no Requester Pays for Google Cloud Storage."];
const partOfKey: Counterpart = [
	"Set google_service_account_path to the whole key file instead.",
	"google_service_account_path",
];

/** Keys that people bring to Google Cloud Storage. */
export const foreignGcs: Libraries = {
	...known.shared,
	gcsfs: {
		endpoint_url: "google_base_url",
		project,
		token: [
			"Write a key file's path as google_service_account_path. For “anon”, use google_skip_signature = “true”.",
			"google_service_account_path",
		],
		anon: "google_skip_signature",
		requester_pays: requesterPays,
		requests_timeout: "timeout",
		default_location: known.bucketSetting,
		session_kwargs: known.container(),
		verify: known.verify,
	},
	PyArrow: {
		anonymous: "google_skip_signature",
		access_token: accessToken,
		project_id: project,
		endpoint_override: "google_base_url",
		default_bucket_location: known.bucketSetting,
		retry_time_limit: known.ownClient,
	},
	"PyIceberg and Iceberg": {
		"gcs.service.host": "google_base_url",
		"gcs.project-id": project,
		"gcs.oauth2.token": accessToken,
		"gcs.oauth2.token-expires-at": accessToken,
		"gcs.no-auth": "google_skip_signature",
		"gcs.user-project": requesterPays,
	},
	Trino: {
		"gcs.json-key-file-path": "google_service_account_path",
		"gcs.json-key": "google_service_account_key",
		"gcs.endpoint": "google_base_url",
		"gcs.use-access-token": accessToken,
		"gcs.auth-type": known.ambientCredentials,
		"base-directories": known.location,
	},
	DuckDB: {
		key_id: hmac,
		secret: hmac,
		...known.duckDbSecret,
	},
	rclone: {
		service_account_file: "google_service_account_path",
		service_account_credentials: "google_service_account_key",
		project_number: project,
		env_auth: known.ambientCredentials,
		bucket_policy_only: known.bucketSetting,
		bucket_acl: known.bucketSetting,
		object_acl: known.bucketSetting,
	},
	"Google's tools": {
		google_cloud_project: project,
		gcloud_project: project,
		gcp_project: project,
		google_project: project,
		google_project_id: project,
		cloudsdk_core_project: project,
		storage_emulator_host: "google_base_url",
		google_credentials: anyKey,
		credentials: anyKey,
		credentials_file: "google_service_account_path",
		keyfile: "google_service_account_path",
		json_keyfile: "google_service_account_path",
		google_oauth_access_token: accessToken,
		cloudsdk_auth_access_token: accessToken,
		cloudsdk_config: known.ambientCredentials,
	},
	Hadoop: {
		"google.cloud.auth.service.account.json.keyfile": "google_service_account_path",
		"google.cloud.auth.service.account.enable": known.ambientCredentials,
		"fs.gs.auth.service.account.json.keyfile": "google_service_account_path",
		"fs.gs.auth.service.account.enable": known.ambientCredentials,
		"fs.gs.auth.service.account.email": partOfKey,
		"fs.gs.auth.service.account.private.key": partOfKey,
		"fs.gs.auth.service.account.private.key.id": partOfKey,
		"fs.gs.auth.type": known.ambientCredentials,
		"fs.gs.project.id": project,
		"fs.gs.storage.root.url": "google_base_url",
		"fs.gs.requester.pays.*": requesterPays,
		"fs.gs.proxy.*": known.proxyHost,
		"fs.gs.http.connect-timeout": known.otherUnit("connect_timeout"),
		"fs.gs.http.read-timeout": known.otherUnit("read_timeout"),
		"fs.gs.*": known.hadoopClient,
	},
};
