import type { KnownError } from "./known-error.ts";

const builder = "object_store, src/aws/builder.rs";
const amazon = "Amazon S3, list of error codes";

/** Errors of S3 and of what speaks its API. */
export const s3Errors: readonly KnownError[] = [
	{
		id: "s3-half-pair",
		common: ["Missing AccessKeyId", "Missing SecretAccessKey"],
		cause: "Only one half of the key pair is set: the access key ID or its secret is missing.",
		remedy: "Set both, or neither; with neither, the worker's own environment gives the credentials.",
		settings: ["aws_access_key_id", "aws_secret_access_key"],
		source: builder,
	},
	{
		id: "s3-zone-suffix",
		shapes: ["Invalid Zone suffix for bucket '…'"],
		cause: "S3 Express is switched on, but the bucket's name does not end in a zone such as --use1-az4--x-s3.",
		remedy: "Remove aws_s3_express, or write the whole name of the directory bucket.",
		settings: ["aws_s3_express", "url"],
		source: builder,
	},
	{
		id: "s3-encryption-type",
		shapes: ["Invalid encryption type: …. Valid values are"],
		cause:
			"aws_server_side_encryption has an unknown value. The message itself lists two with wrong spelling: sse:kms and sse:kms:dsse.",
		remedy: "Write AES256, aws:kms, aws:kms:dsse or sse-c.",
		settings: ["aws_server_side_encryption"],
		source: builder,
	},
	{
		id: "s3-conditional-put",
		shapes: ['Failed to parse "…" as S3PutConditional'],
		cause: "aws_conditional_put has an unknown value.",
		remedy: "Write etag or disabled, or remove the option.",
		settings: ["aws_conditional_put"],
		source: "object_store, src/aws/precondition.rs",
	},
	{
		id: "s3-copy-if-not-exists",
		shapes: ['Failed to parse "…" as S3CopyIfNotExists'],
		cause: "aws_copy_if_not_exists has an unknown value.",
		remedy: "Write multipart, header:NAME:VALUE or header-with-status:NAME:VALUE:CODE.",
		settings: ["aws_copy_if_not_exists"],
		source: "object_store, src/aws/precondition.rs",
	},
	{
		id: "s3-checksum-name",
		common: ['"…" is not a valid checksum algorithm'],
		cause: "aws_checksum_algorithm has an unknown value.",
		remedy: "Write sha256 or crc64nvme.",
		settings: ["aws_checksum_algorithm"],
		source: "object_store, src/aws/checksum.rs",
	},
	{
		id: "s3-no-credentials",
		common: ["http://169.254.169.254/latest/", "http://[fd00:ec2::254]/latest/"],
		cause:
			"Polars found no S3 credentials, so it asked the metadata service of the EC2 instance, which did not answer. This is not an EC2 instance, a pod is one hop too far from it, or it is blocked.",
		remedy: "Set a key pair, or run the workers under a service account with IRSA or EKS Pod Identity.",
		settings: ["aws_access_key_id", "aws_secret_access_key"],
		source: builder,
	},
	{
		id: "s3-token-file",
		common: ["Failed to read token file '…': …"],
		cause: "The file with the web identity token is not there or can't be read: the pod has no such token mounted.",
		remedy:
			"Run the pod under the service account that is annotated with the role, and don't turn off the mounting of its token.",
		settings: ["aws_web_identity_token_file"],
		source: "object_store, src/aws/credential.rs",
	},
	{
		id: "s3-sts-answer",
		shapes: ["Invalid AssumeRoleWithWebIdentity response: …"],
		cause: "Amazon's token service, or a proxy in its place, answered with something else than its XML.",
		remedy: "Check aws_endpoint_url_sts, and the proxy that the workers use.",
		settings: ["aws_endpoint_url_sts", "proxy_url"],
		source: "object_store, src/aws/credential.rs",
	},
	{
		id: "s3-sts-request",
		common: ["Action=AssumeRoleWithWebIdentity"],
		cause:
			"The worker could not assume the role: it can't reach the token service, or the role's trust policy does not name this service account.",
		remedy:
			"Let the workers reach sts.REGION.amazonaws.com, check the region, and name the service account in the role's trust policy.",
		settings: ["aws_region", "aws_role_arn"],
		source: "pola-rs/polars #11372",
	},
	{
		id: "s3-unknown-key",
		common: ["InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records"],
		cause:
			"The store does not know this access key ID: it is misspelt or deleted, or it belongs to another store because the endpoint is missing.",
		remedy: "Correct the access key ID. For a store that isn't Amazon's, set aws_endpoint_url.",
		settings: ["aws_access_key_id", "aws_endpoint_url"],
		source: `${amazon}; pola-rs/polars #14453`,
	},
	{
		id: "s3-signature",
		common: ["SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided"],
		cause:
			"The signature is wrong. Most often the secret access key does not belong to this access key ID. Otherwise the region is not the store's (with an endpoint and no region, Polars signs for us-east-1), or a proxy changes the path.",
		remedy: "Copy the secret access key again. Set aws_region to the store's region.",
		settings: ["aws_secret_access_key", "aws_region"],
		source: "pola-rs/polars #18405, #28348",
	},
	{
		id: "s3-expired-token",
		shapes: ["<Code>ExpiredToken…</Code>", "The provided token has expired", "<Code>TokenRefreshRequired</Code>"],
		cause: "The temporary credentials have expired.",
		remedy: "Get new ones: key ID, secret and session token together. For a cluster, use a role that renews itself.",
		settings: ["aws_session_token"],
		source: amazon,
	},
	{
		id: "s3-bad-token",
		shapes: [
			"<Code>InvalidToken</Code>",
			"<Code>InvalidClientTokenId</Code>",
			"The provided token is malformed or otherwise invalid",
		],
		cause:
			"The session token does not belong to this access key ID, or AWS_SESSION_TOKEN is set in the environment beside a long-term key pair.",
		remedy:
			"Set the key ID, secret and session token from the same answer. With long-term keys, remove AWS_SESSION_TOKEN from the environment.",
		settings: ["aws_session_token", "aws_access_key_id"],
		source: amazon,
	},
	{
		id: "s3-clock",
		common: ["RequestTimeTooSkewed", "The difference between the request time and the current time is too large"],
		cause: "The worker's clock differs from the store's by more than 15 minutes.",
		remedy: "Set this machine's clock, and use NTP to keep it right.",
		source: amazon,
	},
	{
		id: "s3-region-header",
		shapes: [
			"<Code>AuthorizationHeaderMalformed</Code>",
			"the region '…' is wrong; expecting '…'",
			"<Code>IllegalLocationConstraintException</Code>",
			"<Code>PermanentRedirect</Code>",
		],
		cause: "The bucket is not in the region that the request was signed for.",
		remedy: "Set aws_region to the bucket's region. The store's answer may name it.",
		settings: ["aws_region"],
		source: amazon,
	},
	{
		id: "s3-redirect",
		shapes: ["Received redirect without LOCATION, this normally indicates an incorrectly configured region"],
		cause: "The bucket is not in the region that the request went to.",
		remedy: "Set aws_region to the bucket's region.",
		settings: ["aws_region"],
		source: "object_store, src/client/retry.rs; arrow-rs-object-store #224",
	},
	{
		id: "s3-no-region",
		shapes: [
			"'(default_)region' not set; polars will try to get it from bucket",
			"'default_region' not set; polars will try to get it from bucket",
		],
		cause:
			"The options have no region and no endpoint (aws_endpoint_url_s3 does not count), so Polars asks amazonaws.com where the bucket is.",
		remedy: "Set aws_region.",
		settings: ["aws_region"],
		source: "pola-rs/polars #11992; Polars, crates/polars-io/src/cloud/options.rs",
	},
	{
		id: "s3-no-body",
		shapes: ["403 Forbidden: No Body"],
		cause:
			"The store refused to say anything about the object: the credentials may not read or list there, or they belong to another store because the endpoint is missing.",
		remedy:
			"Allow s3:ListBucket, s3:GetObject, s3:PutObject and s3:DeleteObject below the location. For a store that isn't Amazon's, set aws_endpoint_url.",
		settings: ["aws_endpoint_url", "aws_access_key_id"],
		source: "pola-rs/polars #14102, #18420, #18802",
	},
	{
		id: "s3-no-bucket",
		common: ["<Code>NoSuchBucket</Code>", "The specified bucket does not exist"],
		cause:
			"There is no bucket with this name where the request went: its name is misspelt, it does not exist yet, or the endpoint contains the bucket too, so its name is there twice.",
		remedy:
			"Correct the bucket's name, or create the bucket. With path style, the default, the endpoint is only the host.",
		settings: ["url", "aws_endpoint_url"],
		source: `${amazon}; developmentseed/obstore #754`,
	},
	{
		id: "s3-kms",
		common: ["<Code>KMS.…</Code>", "kms:GenerateDataKey", "kms:Decrypt", "<Code>KMS….…Exception</Code>"],
		cause: "S3 could not use the KMS key: it does not exist or is disabled, or the credentials may not use it.",
		remedy: "Check aws_sse_kms_key_id, and allow kms:GenerateDataKey and kms:Decrypt on that key.",
		settings: ["aws_sse_kms_key_id"],
		source: "Amazon S3 user guide, “Using server-side encryption with AWS KMS keys”",
	},
	{
		id: "s3-checksum",
		shapes: ["Error performing PUT …400 Bad Request"],
		tells: "class",
		cause:
			"The store refused the write as malformed. One cause with stores that aren't Amazon's: they do not know the checksum CRC64NVME that Polars sends from 1.39 on. This was seen with a MinIO of 2023.",
		remedy: "Update the store. With Polars 1.43 or later, set aws_checksum_algorithm to sha256.",
		settings: ["aws_checksum_algorithm"],
		source: "pola-rs/polars #28322, #28328",
	},
	{
		id: "s3-virtual-host",
		common: ["SecondLevelDomainForbidden", "Please use virtual hosted style to access"],
		cause: "This store needs the bucket in the host name. Alibaba's is one such store.",
		remedy: "Set aws_virtual_hosted_style_request to true, and write the bucket in aws_endpoint_url.",
		settings: ["aws_virtual_hosted_style_request", "aws_endpoint_url"],
		source: "arrow-rs-object-store #227",
	},
	{
		id: "s3-part-length",
		common: ["All non-trailing parts must have the same length"],
		cause:
			"The store needs all parts of a multipart upload to have one size, as Cloudflare R2 does, but Polars' parts have not.",
		remedy: "Use a store that accepts parts of different sizes.",
		settings: ["aws_endpoint_url"],
		source: "apache/iceberg-rust #1406, apache/opendal #6252",
	},
];
