import { foldKey } from "./nearest.ts";
import type { ObjectStore } from "./option.ts";
import { undocumentedKeys } from "./undocumented.ts";

/** An option of another library, which the object store does not know: Polars drops it in silence. */
export interface ForeignOption {
	/** As its library spells it. */
	readonly key: string;
	readonly library: string;
	/** The key of our option that does its work, if one does. */
	readonly instead?: string;
	/** Present if the value means the same there: only then is it safe to just rename the key. */
	readonly sameValue?: true;
	/** Present if Polars might read it after all, which nothing documents: advise against it, don't call it ignored. */
	readonly undocumented?: true;
	/** One sentence: what it is here, or what to do. */
	readonly note: string;
}

/** Our key, if its value is the same; else what to do, with the key that has a part in it. */
type Counterpart = string | readonly [note: string, instead?: string];

/** By library, then by that library's key; one that ends in `*` stands for all that begin so. */
type Libraries = Readonly<Record<string, Readonly<Record<string, Counterpart>>>>;

const tuning: Counterpart = [
	"Python's scan_parquet reads it; whether a checkpoint location does is documented nowhere.",
];

const pythonPolars = "Polars for Python";

const polars: Libraries = {
	[pythonPolars]: Object.fromEntries(undocumentedKeys.map((key) => [key, tuning])),
};

const scheme: Counterpart = ["Begin aws_endpoint_url with http:// or https:// to choose.", "aws_endpoint_url"];
const pathStyle: Counterpart = ["Leave it out: the bucket stands in the path unless told otherwise."];
const virtualStyle: Counterpart = [
	"It is aws_virtual_hosted_style_request here, and a given endpoint must hold the bucket.",
	"aws_virtual_hosted_style_request",
];
const profile: Counterpart = ["Polars knows no profiles: give the access key itself, or leave it to the environment."];
const awsFiles: Counterpart = ["Polars reads ~/.aws/config and ~/.aws/credentials of the worker, no others."];
const environment: Counterpart = ["Leave out all credentials, and each worker's environment provides them."];
const role: Counterpart = [
	"Polars assumes a role only with a web identity token, given in aws_web_identity_token_file.",
	"aws_role_arn",
];
const deltaLake: Counterpart = ["Leave it out: it matters to Delta Lake tables alone."];
const verify: Counterpart = [
	"“false” there is allow_invalid_certificates = “true” here; a CA belongs in the worker's trust store.",
	"allow_invalid_certificates",
];
const caFile: Counterpart = ["Add the certificate authority to the trust store of every worker."];
const bucketSetting: Counterpart = ["Leave it out: Polars makes no buckets, and objects take the store's defaults."];

const s3: Libraries = {
	...polars,
	s3fs: {
		key: "aws_access_key_id",
		secret: "aws_secret_access_key",
		anon: "aws_skip_signature",
		requester_pays: "aws_request_payer",
		use_ssl: scheme,
		profile,
		client_kwargs: ["Write what is in it as options of their own, such as aws_endpoint_url and aws_region."],
		config_kwargs: ["Write what is in it as options of their own, such as connect_timeout."],
		s3_additional_kwargs: ["Write what is in it as options of their own, such as aws_server_side_encryption."],
	},
	boto3: {
		region_name: "aws_region",
		profile_name: profile,
		verify,
		addressing_style: [
			"“virtual” there is aws_virtual_hosted_style_request = “true” here; “path” is the default.",
			"aws_virtual_hosted_style_request",
		],
		signature_version: ["Leave it out: requests are always signed with version 4."],
		config: ["Write what is in it as options of their own, such as connect_timeout."],
	},
	"the AWS CLI": {
		aws_security_token: "aws_session_token",
		aws_ec2_metadata_service_endpoint: "aws_metadata_endpoint",
		aws_profile: profile,
		aws_default_profile: profile,
		aws_config_file: awsFiles,
		aws_shared_credentials_file: awsFiles,
		aws_ca_bundle: caFile,
	},
	PyArrow: {
		access_key: "aws_access_key_id",
		secret_key: "aws_secret_access_key",
		anonymous: "aws_skip_signature",
		session_name: "aws_role_session_name",
		endpoint_override: "aws_endpoint_url",
		scheme,
		force_virtual_addressing: virtualStyle,
		request_timeout: "timeout",
		proxy_options: ["It is proxy_url here: one URL with scheme, host and port.", "proxy_url"],
		tls_ca_file_path: caFile,
		external_id: ["Leave it out: Polars assumes a role by web identity alone, which has none."],
		allow_bucket_creation: bucketSetting,
	},
	"PyIceberg and DuckDB": {
		"s3.access-key-id": "aws_access_key_id",
		"s3.secret-access-key": "aws_secret_access_key",
		"s3.session-token": "aws_session_token",
		"s3.region": "aws_region",
		"s3.endpoint": "aws_endpoint_url",
	},
	PyIceberg: {
		"s3.anonymous": "aws_skip_signature",
		"s3.role-session-name": "aws_role_session_name",
		"s3.proxy-uri": "proxy_url",
		"s3.role-arn": role,
		"s3.profile-name": profile,
		"s3.force-virtual-addressing": virtualStyle,
		"s3.path-style-access": pathStyle,
		"s3.connect-timeout": "connect_timeout",
		"s3.request-timeout": "timeout",
		"client.access-key-id": "aws_access_key_id",
		"client.secret-access-key": "aws_secret_access_key",
		"client.session-token": "aws_session_token",
		"client.region": "aws_region",
		"client.role-arn": role,
		"client.profile-name": profile,
	},
	DuckDB: {
		key_id: "aws_access_key_id",
		kms_key_id: "aws_sse_kms_key_id",
		url_style: [
			"“vhost” there is aws_virtual_hosted_style_request = “true” here; “path” is the default.",
			"aws_virtual_hosted_style_request",
		],
		s3_use_ssl: scheme,
	},
	rclone: {
		env_auth: environment,
		force_path_style: pathStyle,
		acl: bucketSetting,
		storage_class: bucketSetting,
		location_constraint: bucketSetting,
	},
	"delta-rs": {
		aws_s3_allow_unsafe_rename: deltaLake,
		aws_s3_locking_provider: deltaLake,
		aws_endpoint_url_dynamodb: deltaLake,
		aws_storage_allow_http: "allow_http",
		aws_iam_role_arn: role,
	},
	Hadoop: {
		"fs.s3a.access.key": "aws_access_key_id",
		"fs.s3a.secret.key": "aws_secret_access_key",
		"fs.s3a.session.token": "aws_session_token",
		"fs.s3a.endpoint.region": "aws_region",
		"fs.s3a.encryption.key": "aws_sse_kms_key_id",
		"fs.s3a.endpoint": "aws_endpoint_url",
		"fs.s3a.connection.ssl.enabled": scheme,
		"fs.s3a.path.style.access": pathStyle,
		"fs.s3a.encryption.algorithm": [
			"It is aws_server_side_encryption here, where SSE-KMS is “aws:kms” and SSE-S3 is “AES256”.",
			"aws_server_side_encryption",
		],
		"fs.s3a.assumed.role.arn": role,
		"fs.s3a.aws.credentials.provider": environment,
	},
};

const project: Counterpart = ["Leave it out: the bucket's name is enough."];
const hmac: Counterpart = ["HMAC keys belong to Google's S3 interface: use a service account here."];
const accessToken: Counterpart = ["Polars takes no bare access token yet: use a service account."];

const gcs: Libraries = {
	...polars,
	gcsfs: {
		endpoint_url: "google_base_url",
		project,
		token: [
			"A key file's path goes into google_service_account_path; “anon” is google_skip_signature = “true”.",
			"google_service_account_path",
		],
		requester_pays: ["Polars has no Requester Pays for Google Cloud Storage."],
		requests_timeout: "timeout",
		default_location: bucketSetting,
	},
	PyArrow: {
		anonymous: "google_skip_signature",
		access_token: accessToken,
		project_id: project,
		endpoint_override: "google_base_url",
		default_bucket_location: bucketSetting,
	},
	PyIceberg: {
		"gcs.service.host": "google_base_url",
		"gcs.project-id": project,
		"gcs.oauth2.token": accessToken,
	},
	DuckDB: { key_id: hmac, secret: hmac },
	rclone: {
		service_account_file: "google_service_account_path",
		service_account_credentials: "google_service_account_key",
		project_number: project,
		env_auth: environment,
	},
	"the gcloud CLI": {
		google_cloud_project: project,
		storage_emulator_host: "google_base_url",
	},
	Hadoop: {
		"google.cloud.auth.service.account.json.keyfile": "google_service_account_path",
		"fs.gs.auth.service.account.json.keyfile": "google_service_account_path",
		"fs.gs.project.id": project,
	},
};

const connectionString: Counterpart = [
	"Take it apart: AccountName is azure_storage_account_name, AccountKey is azure_storage_account_key.",
];
const managedIdentity: Counterpart = ["Leave out all credentials, and the worker's managed identity is used."];

const abs: Libraries = {
	...polars,
	adlfs: {
		anon: "azure_skip_signature",
		connection_string: connectionString,
		credential: [
			"An account key goes into azure_storage_account_key, a SAS token into azure_storage_sas_key.",
			"azure_storage_account_key",
		],
		account_host: "azure_storage_endpoint",
	},
	PyIceberg: {
		"adls.account-name": "azure_storage_account_name",
		"adls.account-key": "azure_storage_account_key",
		"adls.sas-token": "azure_storage_sas_key",
		"adls.sas-token.*": "azure_storage_sas_key",
		"adls.tenant-id": "azure_storage_tenant_id",
		"adls.client-id": "azure_storage_client_id",
		"adls.client-secret": "azure_storage_client_secret",
		"adls.token": "azure_storage_token",
		"adls.connection-string": connectionString,
	},
	DuckDB: { azure_account_name: "azure_storage_account_name" },
	rclone: {
		account: "azure_storage_account_name",
		key: "azure_storage_account_key",
		tenant: "azure_storage_tenant_id",
		msi_client_id: "azure_storage_client_id",
		msi_object_id: "azure_object_id",
		msi_mi_res_id: "azure_msi_resource_id",
		sas_url: ["What follows the “?” in it goes into azure_storage_sas_key.", "azure_storage_sas_key"],
		use_msi: managedIdentity,
		env_auth: environment,
	},
	"the Azure CLI": {
		azure_storage_account: "azure_storage_account_name",
		azure_storage_key: "azure_storage_account_key",
		azure_storage_connection_string: connectionString,
	},
	Hadoop: {
		"fs.azure.account.key.*": "azure_storage_account_key",
		"fs.azure.sas.fixed.token.*": "azure_storage_sas_key",
		"fs.azure.account.oauth2.client.id*": "azure_storage_client_id",
		"fs.azure.account.oauth2.client.secret*": "azure_storage_client_secret",
		"fs.azure.account.oauth2.client.endpoint*": [
			"The tenant in this address goes into azure_storage_tenant_id.",
			"azure_storage_tenant_id",
		],
	},
};

interface Table {
	readonly options: readonly ForeignOption[];
	readonly byFoldedKey: ReadonlyMap<string, ForeignOption>;
	readonly families: readonly (readonly [foldedBeginning: string, ForeignOption])[];
}

const tables: Readonly<Record<ObjectStore, Table>> = {
	s3: buildTable(s3),
	gcs: buildTable(gcs),
	abs: buildTable(abs),
};

function buildTable(libraries: Libraries): Table {
	const options = Object.entries(libraries).flatMap(([library, counterparts]) =>
		Object.entries(counterparts).map(([key, counterpart]) => describe(key, library, counterpart)),
	);
	return {
		options,
		byFoldedKey: new Map(options.map((option) => [foldKey(option.key), option])),
		families: options.flatMap((option) =>
			option.key.endsWith("*") ? [[foldKey(option.key.slice(0, -1)), option] as const] : [],
		),
	};
}

function describe(key: string, library: string, counterpart: Counterpart): ForeignOption {
	if (typeof counterpart === "string") {
		return { key, library, instead: counterpart, sameValue: true, note: `It is ${counterpart} here.` };
	}
	const [note, instead] = counterpart;
	if (library === pythonPolars) return { key, library, undocumented: true, note };
	return instead === undefined ? { key, library, note } : { key, library, instead, note };
}

/** All foreign options that people bring to a store, by library. */
export function listForeign(store: ObjectStore): readonly ForeignOption[] {
	return tables[store].options;
}

/**
 * What a key of another library is here; undefined for a key that no library known to us has, and for one that the
 * store itself accepts (`token` and `endpoint_url` under `s3`). Case does not matter, nor which of `_`, `-` and `.` joins
 * the words.
 *
 * Read off the documentation of s3fs, gcsfs, adlfs, boto3, PyArrow, PyIceberg, DuckDB, rclone, delta-rs, Hadoop and the
 * clouds' command line tools.
 */
export function findForeign(store: ObjectStore, key: string): ForeignOption | undefined {
	const folded = foldKey(key);
	const { byFoldedKey, families } = tables[store];
	return byFoldedKey.get(folded) ?? families.find(([beginning]) => folded.startsWith(beginning))?.[1];
}
