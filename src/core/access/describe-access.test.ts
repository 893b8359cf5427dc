import fc from "fast-check";
import { expect, test } from "vitest";
import { listSecretTexts } from "../draft/destination.ts";
import { anyDraft } from "../draft/draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft, type OptionRow } from "../draft/draft.ts";
import { objectStores } from "../stores/stores.ts";
import { describeAccess } from "./describe-access.ts";

const s3 = (url: string, options: OptionRow[] = [], aws_region = ""): CheckpointDraft => ({
	...defaultDraft,
	store: "s3",
	s3: { ...defaultDraft.s3, credentials: "environment", url, aws_region, options },
});

const readPolicy = (draft: CheckpointDraft) =>
	JSON.parse(describeAccess(draft)?.grants.find(({ name }) => name === "policy.json")?.text ?? "null");

test("S3: a policy for exactly the bucket and its prefix", () => {
	expect(readPolicy(s3("s3://tank/polars/checkpoints"))).toEqual({
		Version: "2012-10-17",
		Statement: [
			{
				Sid: "Checkpoints",
				Effect: "Allow",
				Action: ["s3:PutObject", "s3:AbortMultipartUpload", "s3:GetObject", "s3:DeleteObject"],
				Resource: "arn:aws:s3:::tank/polars/checkpoints/*",
			},
			{
				Sid: "ListCheckpoints",
				Effect: "Allow",
				Action: "s3:ListBucket",
				Resource: "arn:aws:s3:::tank",
				Condition: { StringLike: { "s3:prefix": "polars/checkpoints/*" } },
			},
		],
	});
	const whole = readPolicy(s3("s3://tank", [], "cn-north-1")).Statement;
	expect(whole[0].Resource).toBe("arn:aws-cn:s3:::tank/*");
	expect(whole[1]).not.toHaveProperty("Condition");
	expect(readPolicy(s3("s3://tank/a*b$c")).Statement[0].Resource).toBe("arn:aws:s3:::tank/a${*}b${$}c/*");
});

test("S3: the KMS key where one is set, by its ARN, its ID or its alias", () => {
	const withKey = (value: string) =>
		readPolicy(
			s3(
				"s3://tank/x",
				[
					{ key: "aws_server_side_encryption", value: "aws:kms" },
					{ key: "aws_sse_kms_key_id", value },
				],
				"eu-west-1",
			),
		).Statement[2];
	const arn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
	expect(withKey(arn)).toMatchObject({ Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: arn });
	expect(withKey("1234abcd").Resource).toBe("arn:aws:kms:eu-west-1:*:key/1234abcd");
	expect(withKey("alias/tank")).toMatchObject({
		Resource: "*",
		Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/tank" } },
	});
	expect(readPolicy(s3("s3://tank/x", [{ key: "aws_sse_kms_key_id", value: arn }])).Statement).toHaveLength(2);
});

test("S3: command and Terraform hold the same policy, and only Amazon's own has them", () => {
	const draft = s3("s3://tank/it's");
	const [policy, command, terraform] = describeAccess(draft)?.grants ?? [];
	expect(command?.text).toContain(JSON.stringify(JSON.parse(policy?.text ?? "")).replaceAll("'", "'\\''"));
	const inTerraform = /jsonencode\((.*)\)/s.exec(terraform?.text ?? "")?.[1] ?? "";
	expect(JSON.parse(inTerraform.replace(/([$%])\1\{/g, "$1{"))).toEqual(JSON.parse(policy?.text ?? ""));
	const elsewhere = s3("s3://tank/x", [{ key: "aws_endpoint_url_s3", value: "https://minio.example" }]);
	expect(describeAccess(elsewhere)?.grants.map(({ name }) => name)).toEqual(["policy.json"]);
	expect(describeAccess(elsewhere)?.lifecycle[1]?.text).toContain("--endpoint-url https://minio.example");
});

test("Google: a role with a condition on the prefix, and the list apart", () => {
	const draft: CheckpointDraft = { ...defaultDraft, store: "gcs", gcs: { ...defaultDraft.gcs, url: "gs://tank/a,b" } };
	const [command, terraform] = describeAccess(draft)?.grants ?? [];
	const start = "gcloud storage buckets add-iam-policy-binding gs://tank --role=roles/storage";
	const member = "--member=serviceAccount:YOUR_ACCOUNT_EMAIL";
	expect(command?.text.split("\n")).toEqual([
		`${start}.objectUser ${member} --condition='^::^title=polars-checkpoints::expression=resource.name.startsWith("projects/_/buckets/tank/objects/a,b/")'`,
		`${start}.legacyBucketReader ${member} --condition=None`,
		"",
	]);
	expect(terraform?.text).toContain(
		String.raw`expression = "resource.name.startsWith(\"projects/_/buckets/tank/objects/a,b/\")"`,
	);
	const whole = { ...draft, gcs: { ...draft.gcs, url: "gs://tank" } };
	expect(describeAccess(whole)?.grants[0]?.text).not.toContain("legacyBucketReader");
});

test("Azure: a role assignment on the container, where the account is known", () => {
	const draft: CheckpointDraft = {
		...defaultDraft,
		store: "abs",
		abs: { ...defaultDraft.abs, url: "abfss://tank@acc.dfs.core.windows.net/x" },
	};
	expect(describeAccess(draft)?.grants[0]?.text).toBe(
		`az role assignment create --role='Storage Blob Data Contributor' --assignee=YOUR_PRINCIPAL_ID --scope="$(az storage account show --name=acc --resource-group=YOUR_GROUP --query=id --output=tsv)"/blobServices/default/containers/tank\n`,
	);
	expect(describeAccess(draft)?.lifecycle).toEqual([]);
	expect(describeAccess({ ...draft, abs: { ...draft.abs, url: "az://tank/x" } })).toBe(undefined);
});

test("unfinished uploads end, and checkpoints expire on request alone", () => {
	const draft = s3("s3://tank/x");
	const read = (access: ReturnType<typeof describeAccess>) => JSON.parse(access?.lifecycle[0]?.text ?? "").Rules;
	expect(read(describeAccess(draft))).toEqual([
		{
			ID: "polars-checkpoints-unfinished",
			Status: "Enabled",
			Filter: { Prefix: "x/" },
			AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
		},
	]);
	const expiring = describeAccess(draft, { expireAfterDays: 30 });
	expect(read(expiring)[1]).toMatchObject({ Filter: { Prefix: "x/" }, Expiration: { Days: 30 } });
	expect(expiring?.lifecycle[0]?.note).toContain(
		"It ends uploads that were not finished within 7 days, whose parts cost as much as objects. A query that runs longer than this loses checkpoints that it may still need: if a worker fails then, it can't resume from them. Everything under the prefix expires, whoever wrote it. In a bucket with versions, the old version stays.",
	);
	for (const days of [0, 1.5, Number.NaN]) {
		expect(() => describeAccess(draft, { expireAfterDays: days })).toThrow(RangeError);
	}
});

test("a path and a place that isn't valid have none", () => {
	expect(describeAccess(defaultDraft)).toBe(undefined);
	expect(describeAccess(s3("s3:tank"))).toBe(undefined);
});

test("every right of a request is granted, JSON reads, and no secret is in anything", () => {
	fc.assert(
		fc.property(anyDraft, (draft) => {
			const access = describeAccess(draft, { expireAfterDays: 3 });
			if (!access) return;
			const texts = [...access.grants, ...access.lifecycle];
			for (const { name, text } of texts) {
				expect(text).toMatch(/[^\n]\n$/);
				if (name.endsWith(".json")) expect(() => JSON.parse(text)).not.toThrow();
			}
			if (draft.store === "s3") {
				const policy = access.grants[0]?.text ?? "";
				for (const { rights } of access.requests) for (const right of rights) expect(policy).toContain(`"${right}"`);
			}
			for (const store of objectStores) {
				for (const secret of listSecretTexts(store, draft)) {
					if (secret.length > 12) expect(JSON.stringify(access)).not.toContain(JSON.stringify(secret).slice(1, -1));
				}
			}
		}),
	);
});
