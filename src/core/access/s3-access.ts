import { s3 } from "../stores/s3.ts";
import { allowRole, buildPolicy, usesKey } from "../stores/s3-policy.ts";
import type { Place } from "../stores/store.ts";
import type { Access, AccessText, AccessWishes, StoreRequest } from "./access.ts";
import { basis, expiryNote, ruleName, toHcl, toJson, unfinishedDays } from "./terms.ts";

/**
 * What the crate asks of S3.
 *
 * @see object_store 0.13, src/aws/client.rs; Amazon S3 user guide, "Required permissions for Amazon S3 API operations".
 */
const requests: readonly StoreRequest[] = [
	{ operation: "put", request: "PUT /KEY", rights: ["s3:PutObject"] },
	{
		operation: "multipart upload",
		request: "POST /KEY?uploads, PUT /KEY?partNumber&uploadId, POST /KEY?uploadId",
		rights: ["s3:PutObject"],
	},
	{ operation: "multipart upload", request: "DELETE /KEY?uploadId", rights: ["s3:AbortMultipartUpload"] },
	{ operation: "get", request: "GET /KEY", rights: ["s3:GetObject"] },
	{ operation: "head", request: "HEAD /KEY", rights: ["s3:GetObject"] },
	{ operation: "list", request: "GET /?list-type=2&prefix=", rights: ["s3:ListBucket"] },
	{ operation: "delete", request: "DELETE /KEY, POST /?delete", rights: ["s3:DeleteObject"] },
];

/** An IAM policy for exactly a bucket's prefix, and rules on what is left over there. */
export function describeAmazonAccess(place: Place, { expireAfterDays }: AccessWishes): Access | undefined {
	const endpoint = place.readUrl(place.read("aws_endpoint_url_s3") === "" ? "aws_endpoint_url" : "aws_endpoint_url_s3");
	if (endpoint === undefined) return undefined;
	const isAmazon = s3.identity.isCloud(place);
	const policy = buildPolicy(place);
	const grants: AccessText[] = [{ title: "IAM policy", name: "policy.json", text: toJson(policy) }];
	if (isAmazon) {
		grants.push(
			{
				title: "The same as a command",
				name: "access.sh",
				text: `${allowRole(place)}
`,
				note: "YOUR_ROLE is the role that the workers run under. For a user, write put-user-policy --user-name.",
			},
			{
				title: "The same in Terraform",
				name: "access.tf",
				text: `resource "aws_iam_role_policy" "polars_checkpoints" {\n  name   = "${ruleName}"\n  role   = "YOUR_ROLE"\n  policy = jsonencode(${toHcl(policy)})\n}\n`,
			},
		);
	}
	return {
		requests: place.isOn("aws_s3_express") ? expressRequests : requests,
		grants,
		lifecycle: place.isOn("aws_s3_express") ? [] : listRules(place, endpoint, isAmazon, expireAfterDays),
		notes: [
			basis,
			...(isAmazon
				? []
				: [
						"For a store that isn't Amazon's, its documentation says whether it accepts this policy, and how to give it to a user.",
					]),
			...listKeyNotes(place),
			...(place.isOn("aws_s3_express")
				? ["A session with a directory bucket is for the whole bucket. You can't limit it to a prefix."]
				: []),
		],
	};
}

/** @see docs: Amazon S3 user guide, "Authorizing Zonal endpoint API operations with CreateSession". */
const expressRequests: readonly StoreRequest[] = [
	...requests.map((request) => ({ ...request, rights: ["s3express:CreateSession"] })),
];

function listKeyNotes(place: Place): readonly string[] {
	const encryption = place.read("aws_server_side_encryption");
	if (!encryption.startsWith("aws:kms")) {
		return [
			"If the bucket encrypts with a KMS key by default, the workers also need kms:GenerateDataKey and kms:Decrypt on that key.",
		];
	}
	return [
		usesKey(place)
			? "The policy of the KMS key must let IAM policies of this account decide, or name the role itself."
			: "Without aws_sse_kms_key_id, S3 uses its own key of the account, which needs no extra permission.",
	];
}

/** @see docs: Amazon S3 user guide, "Lifecycle configuration elements". */
function listRules(place: Place, endpoint: string, isAmazon: boolean, days: number | undefined): readonly AccessText[] {
	const filter = { Prefix: place.folder };
	const rules = [
		{
			ID: `${ruleName}-unfinished`,
			Status: "Enabled",
			Filter: filter,
			AbortIncompleteMultipartUpload: { DaysAfterInitiation: unfinishedDays },
		},
		...(days === undefined
			? []
			: [{ ID: `${ruleName}-expiry`, Status: "Enabled", Filter: filter, Expiration: { Days: days } }]),
	];
	const note = `It ends uploads that were not finished within ${unfinishedDays} days, whose parts cost as much as objects.${days === undefined ? "" : ` ${expiryNote} In a bucket with versions, the old version stays.`}`;
	const where = [place.bucket, ...(endpoint === "" ? [] : [endpoint])].map(place.quote);
	const flags = where[1] === undefined ? "" : ` --endpoint-url ${where[1]}`;
	return [
		{ title: "Lifecycle rules", name: "lifecycle.json", text: toJson({ Rules: rules }), note },
		{
			title: "Lifecycle rules as a command",
			name: "lifecycle.sh",
			text: `aws s3api get-bucket-lifecycle-configuration --bucket ${where[0]}${flags}\naws s3api put-bucket-lifecycle-configuration --bucket ${where[0]}${flags} --lifecycle-configuration file://lifecycle.json\n`,
			note: "The second command replaces all rules that the bucket has: first add those that the first command shows to lifecycle.json.",
		},
		...(isAmazon ? [buildTerraformRules(place, days)] : []),
	];
}

/** @see docs: Terraform, hashicorp/aws, `aws_s3_bucket_lifecycle_configuration`. */
function buildTerraformRules({ bucket, folder }: Place, days: number | undefined): AccessText {
	const rule = (name: string, body: string) =>
		`  rule {\n    id     = "${ruleName}-${name}"\n    status = "Enabled"\n    filter {\n      prefix = ${toHcl(folder)}\n    }\n${body}  }\n`;
	const unfinished = rule(
		"unfinished",
		`    abort_incomplete_multipart_upload {\n      days_after_initiation = ${unfinishedDays}\n    }\n`,
	);
	const expiry = days === undefined ? "" : rule("expiry", `    expiration {\n      days = ${days}\n    }\n`);
	return {
		title: "Lifecycle rules in Terraform",
		name: "lifecycle.tf",
		text: `resource "aws_s3_bucket_lifecycle_configuration" "polars_checkpoints" {\n  bucket = ${toHcl(bucket)}\n${unfinished}${expiry}}\n`,
		note: "A bucket has only one such resource. If it exists already, add the rules to it.",
	};
}
