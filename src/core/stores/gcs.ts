import { docs } from "../docs.ts";
import { bindRoles } from "./gcs-role.ts";
import type { ObjectStoreDescriptor, StoreOption } from "./store.ts";

const page = "https://docs.rs/object_store/0.13.2/object_store/gcp/enum.GoogleConfigKey.html";

/** Options of Google Cloud Storage: `GoogleConfigKey` of the object_store crate, 0.13 and 0.14. */
const options: readonly StoreOption[] = [
	{
		key: "google_service_account_path",
		aliases: ["google_service_account", "service_account", "service_account_path"],
		type: "path",
		help: "JSON file of a service account, on every worker; or google_service_account_key.",
	},
	{
		key: "google_service_account_key",
		aliases: ["service_account_key"],
		type: "json",
		secret: true,
		help: "The JSON text of that file; or google_service_account_path, never both.",
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

/**
 * Google Cloud Storage.
 *
 * @see docs: Google Cloud "Bucket names".
 */
export const gcs = {
	kind: "object store",
	title: "Google Cloud Storage",
	otherNames: ["gs", "gcp", "google"],
	docs: page,
	schemes: ["gs"],
	foreignSchemes: { gcs: "gs", gcp: "gs" },
	bucket: "bucket",
	credentials: {
		kinds: {
			key_file: {
				title: "Service account file",
				help: "Workers read a service account's JSON file from their disk.",
				keys: ["url", "google_service_account_path"],
			},
			inline_key: {
				title: "Service account JSON",
				help: "The configuration holds a service account's JSON.",
				keys: ["url", "google_service_account_key"],
			},
			environment: {
				title: "Workers' own",
				help: "Workers use their own application default credentials.",
				keys: ["url"],
			},
		},
		signs: [
			["google_service_account_key", "inline_key"],
			["google_service_account_path", "key_file"],
		],
		exclusive: true,
	},
	/**
	 * @see docs: Google Cloud "Authenticate to Google Cloud APIs from GKE workloads" and "IAM roles for Cloud Storage";
	 * gcloud, `storage buckets add-iam-policy-binding` and `compute instances set-service-account`.
	 */
	identity: {
		advice: "no stored key can leak or expire. Polars' GKE page does so.",
		isCloud: ({ read }) => /^(?:$|[a-z]+:\/\/[^/]*\bgoogleapis\.com(?:[/:]|$))/i.test(read("google_base_url")),
		pods: (place) => [
			{
				title: "Give the account access to the bucket",
				text: "Workload Identity Federation for GKE. Autopilot has it; on a Standard cluster, turn it on for the cluster and the node pool. The Kubernetes account itself is let in, without a key, an annotation or an option.",
				command: bindRoles(
					place,
					`principal://iam.googleapis.com/projects/YOUR_PROJECT_NUMBER/locations/global/workloadIdentityPools/YOUR_PROJECT_ID.svc.id.goog/subject/ns/YOUR_NAMESPACE/sa/${place.serviceAccount}`,
				),
			},
		],
		machine: (place) => ({
			title: "Give the machines an identity",
			text: "On Compute Engine, by a service account of the machine, which must be stopped to get another one.",
			command: `${bindRoles(place, "serviceAccount:YOUR_ACCOUNT_EMAIL")}\ngcloud compute instances set-service-account YOUR_INSTANCE --service-account=YOUR_ACCOUNT_EMAIL --scopes=cloud-platform`,
		}),
		variables: {
			text: "Polars reads the file that GOOGLE_APPLICATION_CREDENTIALS names: application default credentials of the type service_account or authorized_user, not external_account.",
			unit: (folder) => ({
				text: "The user that runs the workers must be able to read that file.",
				command: `Environment=GOOGLE_APPLICATION_CREDENTIALS=${folder}/google.json`,
			}),
		},
	},
	fields: {
		url: {
			title: "URL",
			help: "The bucket, then the folder for the checkpoints.",
			example: "gs://bucket/path/to/key",
			docs: docs.checkpointing,
			missing: "Enter a URL, for example gs://bucket/path/to/key.",
		},
		google_service_account_path: {
			title: "Service account path",
			help: "The JSON file, at the same path on every worker.",
			example: "/etc/polars/gcs-service-account.json",
			docs: docs.checkpointing,
			missing: "Enter the path of the JSON file on the workers.",
		},
		google_service_account_key: {
			title: "Service account key",
			help: "The whole content of the JSON file.",
			example: '{"type": "service_account", …}',
			docs: page,
			missing: "Paste the content of the JSON file.",
		},
	},
	options,
	optionPrefix: "google_",
	nameRule: {
		severity: "advice",
		who: "Google",
		what: "a bucket's name",
		refused: [/[^a-z\d._-]/u, /^[._-]|[._-]$|\.\./, /^\d+\.\d+\.\d+\.\d+$/],
		longestDotted: 222,
	},
	/** @see docs: gcloud, `storage buckets create` and `storage ls`. */
	commands: ({ bucket, folder, quote }) => ({
		create: `gcloud storage buckets create ${quote(`gs://${bucket}`)} --uniform-bucket-level-access`,
		look: `gcloud storage ls --recursive ${quote(`gs://${bucket}/${folder}`)}`,
	}),
	operator: { data: "gcs", place: "endpointURL" },
	chart: { data: "gcs", place: "endpoint" },
} as const satisfies ObjectStoreDescriptor;
