import { bindRoles, limitToFolder, listRole, objectRole } from "../stores/gcs-role.ts";
import type { Place } from "../stores/store.ts";
import type { Access, AccessWishes, StoreRequest } from "./access.ts";
import { basis, expiryNote, ruleName, toHcl, toJson, unfinishedDays } from "./terms.ts";

/**
 * What the crate asks of Google Cloud Storage: its XML API.
 *
 * @see object_store 0.13, src/gcp/client.rs; Google Cloud Storage, "IAM permissions for XML requests".
 */
const requests: readonly StoreRequest[] = [
	{ operation: "put", request: "PUT /BUCKET/KEY", rights: ["storage.objects.create", "storage.objects.delete"] },
	{
		operation: "multipart upload",
		request: "POST /BUCKET/KEY?uploads, PUT /BUCKET/KEY?partNumber&uploadId, POST /BUCKET/KEY?uploadId",
		rights: ["storage.multipartUploads.create", "storage.objects.create", "storage.objects.delete"],
	},
	{
		operation: "multipart upload",
		request: "DELETE /BUCKET/KEY?uploadId",
		rights: ["storage.multipartUploads.abort"],
	},
	{ operation: "get", request: "GET /BUCKET/KEY", rights: ["storage.objects.get"] },
	{ operation: "head", request: "HEAD /BUCKET/KEY", rights: ["storage.objects.get"] },
	{ operation: "list", request: "GET /BUCKET?list-type=2&prefix=", rights: ["storage.objects.list"] },
	{ operation: "delete", request: "DELETE /BUCKET/KEY", rights: ["storage.objects.delete"] },
];

/** A bucket role with a condition on the prefix. */
export function describeGoogleAccess(place: Place, { expireAfterDays: days }: AccessWishes): Access {
	const { bucket, folder, quote } = place;
	const member = "serviceAccount:YOUR_ACCOUNT_EMAIL";
	const expression = limitToFolder(place);
	const bound = (name: string, label: string, condition: string) =>
		`resource "google_storage_bucket_iam_member" "${label}" {\n  bucket = ${toHcl(bucket)}\n  role   = "${name}"\n  member = "${member}"\n${condition}}\n`;
	const terraformLimit =
		expression === undefined
			? ""
			: `  condition {\n    title      = "${ruleName}"\n    expression = ${toHcl(expression)}\n  }\n`;
	const isWhole = folder === "";
	const rules = [
		{
			action: { type: "AbortIncompleteMultipartUpload" },
			condition: { age: unfinishedDays, ...(!isWhole && { matchesPrefix: [folder] }) },
		},
		...(days === undefined
			? []
			: [{ action: { type: "Delete" }, condition: { age: days, ...(!isWhole && { matchesPrefix: [folder] }) } }]),
	];
	return {
		requests,
		grants: [
			{
				title: "Bucket role as a command",
				name: "access.sh",
				text: `${bindRoles(place, member)}
`,
			},
			{
				title: "The same in Terraform",
				name: "access.tf",
				text: isWhole
					? bound(objectRole, "polars_checkpoints", "")
					: `${bound(objectRole, "polars_checkpoints", terraformLimit)}\n${bound(listRole, "polars_checkpoints_list", "")}`,
			},
		],
		lifecycle: [
			{
				title: "Lifecycle rules",
				name: "lifecycle.json",
				text: toJson({ rule: rules }),
				note: `It ends uploads that were not finished within ${unfinishedDays} days, whose parts cost as much as objects.${days === undefined ? "" : ` ${expiryNote}`}`,
			},
			{
				title: "Lifecycle rules as a command",
				name: "lifecycle.sh",
				text: `gcloud storage buckets describe ${quote(`gs://${bucket}`)} --format='default(lifecycle_config)'\ngcloud storage buckets update ${quote(`gs://${bucket}`)} --lifecycle-file=lifecycle.json\n`,
				note: "The second command replaces all rules that the bucket has: first add those that the first command shows to lifecycle.json.",
			},
		],
		notes: [
			basis,
			"The role also allows changing objects' metadata and creating folders. Google has no narrower role that can write and delete.",
			...(isWhole
				? []
				: [
						"Conditions need uniform bucket-level access on the bucket.",
						"Listing is a request to the bucket, so the condition on objects refuses it. The second role allows it: it shows the names of all objects in the bucket, and reads none.",
					]),
		],
	};
}
