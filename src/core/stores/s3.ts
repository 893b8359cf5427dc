import { docs } from "../docs.ts";
import { allowRole } from "./s3-policy.ts";
import type { Commands, IdentityStep, ObjectStoreDescriptor, Place, PodPlace, StoreOption } from "./store.ts";

const page = "https://docs.rs/object_store/0.13.2/object_store/aws/enum.AmazonS3ConfigKey.html";

/** Options of Amazon S3 and what speaks its API: `AmazonS3ConfigKey` of the object_store crate, 0.13 and 0.14. */
const options: readonly StoreOption[] = [
	{
		key: "aws_access_key_id",
		aliases: ["access_key_id"],
		type: "string",
		help: "ID of the access key; goes with aws_secret_access_key.",
	},
	{
		key: "aws_secret_access_key",
		aliases: ["secret_access_key"],
		type: "string",
		secret: true,
		help: "Secret of the access key; goes with aws_access_key_id.",
	},
	{
		key: "aws_session_token",
		aliases: ["aws_token", "session_token", "token"],
		type: "string",
		secret: true,
		help: "Token of temporary credentials; writes fail once it has expired.",
	},
	{
		key: "aws_region",
		aliases: ["region"],
		type: "string",
		help: "Region of the bucket, such as eu-west-1; some other stores want “auto”.",
	},
	{
		key: "aws_default_region",
		aliases: ["default_region"],
		type: "string",
		help: "Region for when neither aws_region nor the worker's own settings name one.",
	},
	{
		key: "aws_endpoint_url",
		aliases: ["aws_endpoint", "endpoint_url", "endpoint"],
		type: "url",
		help: "Address of an S3-compatible store, such as MinIO; Amazon S3 needs none.",
	},
	{
		key: "aws_endpoint_url_s3",
		aliases: [],
		type: "url",
		help: "The same as aws_endpoint_url, over which it wins.",
	},
	{
		key: "aws_virtual_hosted_style_request",
		aliases: ["virtual_hosted_style_request"],
		type: "boolean",
		help: "Puts the bucket into the host name; a given endpoint must then hold it already.",
	},
	{
		key: "aws_bucket",
		aliases: ["aws_bucket_name", "bucket_name", "bucket"],
		type: "string",
		help: "Not needed: the bucket in the URL wins.",
	},
	{
		key: "aws_skip_signature",
		aliases: ["skip_signature"],
		type: "boolean",
		help: "Sends requests without credentials; few buckets let that write.",
	},
	{
		key: "aws_role_arn",
		aliases: ["role_arn"],
		type: "string",
		help: "Role to assume; it does nothing without aws_web_identity_token_file.",
	},
	{
		key: "aws_web_identity_token_file",
		aliases: ["web_identity_token_file"],
		type: "path",
		help: "Web identity token for aws_role_arn. On EKS, IAM roles for service accounts set it.",
	},
	{
		key: "aws_role_session_name",
		aliases: ["role_session_name"],
		type: "string",
		help: "Name of the session of the assumed role; “WebIdentitySession” unless set.",
	},
	{
		key: "aws_endpoint_url_sts",
		aliases: ["endpoint_url_sts"],
		type: "url",
		help: "Where the web identity token is exchanged, if not at the region's own STS; https only.",
	},
	{
		key: "aws_container_credentials_relative_uri",
		aliases: ["container_credentials_relative_uri"],
		type: "string",
		help: "Path at which ECS serves the task's credentials; ECS sets it by itself.",
	},
	{
		key: "aws_container_credentials_full_uri",
		aliases: ["container_credentials_full_uri"],
		type: "url",
		help: "Where EKS Pod Identity serves credentials; EKS sets it by itself.",
	},
	{
		key: "aws_container_authorization_token_file",
		aliases: ["container_authorization_token_file"],
		type: "path",
		help: "Token for aws_container_credentials_full_uri; EKS sets it by itself.",
	},
	{
		key: "aws_metadata_endpoint",
		aliases: ["metadata_endpoint"],
		type: "url",
		help: "Address of the EC2 instance metadata; http://169.254.169.254 unless set.",
	},
	{
		key: "aws_imdsv1_fallback",
		aliases: ["imdsv1_fallback"],
		type: "boolean",
		help: "Falls back to version 1 of the EC2 instance metadata where version 2 is refused.",
	},
	{
		key: "aws_server_side_encryption",
		aliases: ["server_side_encryption"],
		type: { oneOf: ["AES256", "aws:kms", "aws:kms:dsse", "sse-c"] },
		help: "How S3 encrypts what is written; the bucket's own default unless set.",
	},
	{
		key: "aws_sse_kms_key_id",
		aliases: ["sse_kms_key_id"],
		type: "string",
		help: "KMS key, for aws:kms or aws:kms:dsse in aws_server_side_encryption.",
	},
	{
		key: "aws_sse_bucket_key_enabled",
		aliases: ["sse_bucket_key_enabled"],
		type: "boolean",
		help: "Uses an S3 Bucket Key, which saves calls to KMS; goes with aws_server_side_encryption.",
	},
	{
		key: "aws_sse_customer_key_base64",
		aliases: ["sse_customer_key_base64"],
		type: "string",
		secret: true,
		help: "Your own 256-bit key in Base64, for sse-c in aws_server_side_encryption.",
	},
	{
		key: "aws_checksum_algorithm",
		aliases: ["checksum_algorithm"],
		type: { oneOf: ["sha256", "crc64nvme"], anyCase: true },
		help: "Checksum of uploads; “sha256” is for stores that don't know CRC64NVME, such as old MinIO.",
	},
	{
		key: "aws_unsigned_payload",
		aliases: ["unsigned_payload"],
		type: "boolean",
		help: "Leaves the content out of the signature, as Polars from 1.39 on does anyway.",
	},
	{
		key: "aws_conditional_put",
		aliases: ["conditional_put"],
		type: { oneOf: ["etag", "disabled"] },
		help: "“disabled” is for stores that have no conditional writes; “etag” unless set.",
	},
	{
		key: "aws_copy_if_not_exists",
		aliases: ["copy_if_not_exists"],
		type: { oneOf: ["multipart", "header:*", "header-with-status:*"] },
		help: "How to copy without overwriting: by multipart upload, or by a header of the store's own.",
	},
	{
		key: "aws_disable_tagging",
		aliases: ["disable_tagging"],
		type: "boolean",
		help: "Writes objects without tags, for stores that refuse them.",
	},
	{
		key: "aws_disable_bulk_delete",
		aliases: ["disable_bulk_delete"],
		type: "boolean",
		since: "0.14",
		help: "Deletes objects one by one, for stores that cannot delete many at once.",
	},
	{
		key: "aws_request_payer",
		aliases: ["request_payer"],
		type: { oneOf: ["requester"], anyCase: true, orBoolean: true },
		help: "Agrees to pay for requests; a Requester Pays bucket demands it.",
	},
	{
		key: "aws_s3_express",
		aliases: ["s3_express"],
		type: "boolean",
		help: "For S3 Express One Zone; the bucket's name must end in --ZONE--x-s3.",
	},
];

/**
 * Amazon S3 and what speaks its API.
 *
 * @see docs: AWS "Bucket naming rules".
 */
export const s3 = {
	kind: "object store",
	title: "S3",
	otherNames: ["aws", "minio", "r2"],
	docs: page,
	schemes: ["s3", "s3a"],
	foreignSchemes: { s3n: "s3", s3fs: "s3", minio: "s3", r2: "s3", b2: "s3" },
	bucket: "bucket",
	credentials: {
		kinds: {
			access_key: {
				title: "Access key",
				help: "All workers use one access key.",
				keys: [
					"url",
					"aws_access_key_id",
					"aws_secret_access_key",
					"aws_session_token",
					"aws_region",
					"aws_endpoint_url",
				],
			},
			environment: {
				title: "Workers' own",
				help: "Workers use their own AWS credentials: variables, credentials file or IAM role.",
				keys: ["url", "aws_region", "aws_endpoint_url"],
			},
		},
		signs: [
			["aws_access_key_id", "access_key"],
			["aws_secret_access_key", "access_key"],
			["aws_session_token", "access_key"],
		],
	},
	identity: {
		advice: "no stored key can leak or expire. Polars' EKS page does so.",
		isCloud: ({ read }) => {
			const endpoint = read("aws_endpoint_url_s3") || read("aws_endpoint_url");
			return endpoint === "" || /^[a-z]+:\/\/(?:[^/]*\.)?amazonaws\.com(?:\.cn)?(?:[/:]|$)/i.test(endpoint);
		},
		pods: listPodSteps,
		machine: (place) => ({
			title: "Give the machines a role",
			text: "On EC2, by an instance profile: Polars asks the instance's metadata for the role's credentials. For workers in containers, the metadata must allow two hops.",
			command: `${allowRole(place)}\naws ec2 associate-iam-instance-profile --instance-id=YOUR_INSTANCE --iam-instance-profile=Name=YOUR_PROFILE`,
		}),
		variables: {
			text: "Polars reads AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, for temporary credentials AWS_SESSION_TOKEN too.",
			unit: (folder) => ({
				text: "The file holds them as lines of NAME=value, and only root need read it.",
				command: `EnvironmentFile=${folder}/credentials.env`,
			}),
		},
	},
	fields: {
		url: {
			title: "URL",
			help: "The bucket, then the folder for the checkpoints.",
			example: "s3://bucket/path/to/key",
			docs: docs.checkpointing,
			missing: "Enter a URL, for example s3://bucket/path/to/key.",
		},
		aws_access_key_id: {
			title: "Access key ID",
			help: "The part of the key pair that isn't secret.",
			docs: docs.checkpointing,
			missing: "Enter the access key ID. It goes with the secret access key.",
		},
		aws_secret_access_key: {
			title: "Secret access key",
			help: "The secret part of the key pair.",
			docs: docs.checkpointing,
			missing: "Enter the secret access key. It goes with the access key ID.",
		},
		aws_session_token: {
			title: "Session token",
			help: "Only for temporary credentials. Checkpoints fail when they expire.",
			docs: page,
			rare: true,
		},
		aws_region: {
			title: "Region",
			help: "Where the bucket is. If empty, Polars asks Amazon, or uses us-east-1 if you set an endpoint.",
			example: "eu-west-1",
			docs: page,
			rare: true,
		},
		aws_endpoint_url: {
			title: "Endpoint URL",
			help: "Only for a store with the S3 API that isn't Amazon's, such as MinIO.",
			example: "https://s3.example.com",
			docs: docs.checkpointing,
			rare: true,
		},
	},
	options,
	optionPrefix: "aws_",
	// Buckets from before 2018 and stores of other vendors break these rules.
	nameRule: {
		severity: "advice",
		who: "Amazon",
		what: "a new bucket's name",
		refused: [/[^a-z\d.-]/u, /^[.-]|[.-]$|\.\./, /^\d+\.\d+\.\d+\.\d+$/],
	},
	commands: listCommands,
	operator: { data: "s3", place: "endpoint" },
	chart: { data: "s3", place: "endpoint" },
} as const satisfies ObjectStoreDescriptor;

/** @see docs: AWS CLI, `s3 mb` and `s3 ls`. It takes no endpoint that holds the bucket's name. */
function listCommands({ bucket, folder, read, readUrl, isOn, quote }: Place): Commands | undefined {
	if (isOn("aws_virtual_hosted_style_request") || isOn("aws_s3_express")) return undefined;
	const region = read("aws_region");
	const endpoint = readUrl(read("aws_endpoint_url_s3") === "" ? "aws_endpoint_url" : "aws_endpoint_url_s3");
	if (endpoint === undefined) return undefined;
	const flags = [
		...(region === "" ? [] : [`--region=${quote(region)}`]),
		...(endpoint === "" ? [] : [`--endpoint-url=${quote(endpoint)}`]),
	];
	return {
		create: ["aws s3 mb", quote(`s3://${bucket}`), ...flags].join(" "),
		look: ["aws s3 ls --recursive", quote(`s3://${bucket}/${folder}`), ...flags].join(" "),
	};
}

/**
 * @see docs: Amazon EKS, "Learn how EKS Pod Identity grants pods access to AWS services" and "Assign IAM roles to
 * Kubernetes service accounts"; AWS CLI, `eks create-pod-identity-association`.
 */
function listPodSteps(place: PodPlace): readonly IdentityStep[] {
	const account = place.serviceAccount;
	return [
		{
			title: "Give a role access to the bucket",
			text: "An IAM role that pods may take: its trust policy lets pods.eks.amazonaws.com do sts:AssumeRole and sts:TagSession or, for IRSA, the cluster's OIDC provider do sts:AssumeRoleWithWebIdentity. No option is needed for it; set the region.",
			command: allowRole(place),
		},
		{
			title: "Give the account the role: EKS Pod Identity",
			text: "The cluster needs the add-on eks-pod-identity-agent.",
			command: `aws eks create-pod-identity-association --cluster-name=YOUR_CLUSTER --namespace=YOUR_NAMESPACE --service-account=${account} --role-arn=YOUR_ROLE_ARN`,
		},
		{
			title: "Or, in its place: IRSA",
			text: "IAM roles for service accounts, for a cluster with an OIDC provider: the account is annotated with the role.",
			command: `kubectl annotate serviceaccount ${account} eks.amazonaws.com/role-arn=YOUR_ROLE_ARN`,
		},
	];
}
