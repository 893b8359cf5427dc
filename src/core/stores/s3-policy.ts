import type { Place } from "./store.ts";

/** An IAM policy for exactly a bucket's folder, and for the KMS key where one is set. */
export function buildPolicy(place: Place): object {
	return { Version: "2012-10-17", Statement: listStatements(place) };
}

/**
 * Gives a role the policy.
 *
 * @see docs: AWS CLI, `iam put-role-policy`.
 */
export function allowRole(place: Place): string {
	const policy = place.quote(JSON.stringify(buildPolicy(place)));
	return `aws iam put-role-policy --role-name=YOUR_ROLE --policy-name=polars-checkpoints --policy-document=${policy}`;
}

/** @see docs: IAM, "Actions, resources, and condition keys for Amazon S3", `s3:prefix`. */
function listStatements(place: Place): readonly object[] {
	const { bucket, folder } = place;
	const partition = findPartition(place.read("aws_region"));
	const key = buildKeyStatement(place, partition);
	if (place.isOn("aws_s3_express")) {
		const resource = `arn:${partition}:s3express:${place.read("aws_region") || "*"}:*:bucket/${bucket}`;
		return [{ Sid: "Checkpoints", Effect: "Allow", Action: "s3express:CreateSession", Resource: resource }, ...key];
	}
	const arn = `arn:${partition}:s3:::${bucket}`;
	const prefix = `${escapePattern(folder)}*`;
	return [
		{
			Sid: "Checkpoints",
			Effect: "Allow",
			Action: ["s3:PutObject", "s3:AbortMultipartUpload", "s3:GetObject", "s3:DeleteObject"],
			Resource: `${arn}/${prefix}`,
		},
		{
			Sid: "ListCheckpoints",
			Effect: "Allow",
			Action: "s3:ListBucket",
			Resource: arn,
			...(folder !== "" && { Condition: { StringLike: { "s3:prefix": prefix } } }),
		},
		...key,
	];
}

/**
 * A policy reads `*`, `?` and `${` as its own.
 *
 * @see docs: IAM, "Policy variables", `${*}`, `${?}` and `${$}`.
 */
function escapePattern(text: string): string {
	return text.replace(/[*?$]/g, (character) => `\${${character}}`);
}

/** @see docs: AWS, "Amazon Resource Names", on partitions. */
function findPartition(region: string): string {
	if (region.startsWith("cn-")) return "aws-cn";
	if (region.startsWith("us-gov-")) return "aws-us-gov";
	return region.startsWith("eusc-") ? "aws-eusc" : "aws";
}

/** Whether what is written is encrypted with a KMS key of one's own. */
export function usesKey(place: Place): boolean {
	return place.read("aws_server_side_encryption").startsWith("aws:kms") && place.read("aws_sse_kms_key_id") !== "";
}

/** @see docs: Amazon S3 user guide, "Using server-side encryption with AWS KMS keys", on permissions. */
function buildKeyStatement(place: Place, partition: string): readonly object[] {
	if (!usesKey(place)) return [];
	const key = place.read("aws_sse_kms_key_id");
	const alias = /(?:^|:)(alias\/.+)$/.exec(key)?.[1];
	const statement = { Sid: "EncryptCheckpoints", Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"] };
	// A policy can't name a key by its alias, but may ask which aliases it has.
	if (alias !== undefined) {
		return [
			{ ...statement, Resource: "*", Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias } } },
		];
	}
	const arn = key.startsWith("arn:") ? key : `arn:${partition}:kms:${place.read("aws_region") || "*"}:*:key/${key}`;
	return [{ ...statement, Resource: arn }];
}
