import type { Place } from "./store.ts";

/** Google's own role for who reads, writes and removes objects. */
export const objectRole = "roles/storage.objectUser";

/** The role that shows the names of a bucket's objects and opens none of them. */
export const listRole = "roles/storage.legacyBucketReader";

/** The condition that limits a role to the objects of a folder; undefined for a whole bucket. */
export function limitToFolder({ bucket, folder }: Place): string | undefined {
	if (folder === "") return undefined;
	return `resource.name.startsWith(${JSON.stringify(`projects/_/buckets/${bucket}/objects/${folder}`)})`;
}

/**
 * Lets somebody into the folder. A list is asked of the bucket, which a condition on objects refuses, so that a role of its
 * own allows it.
 *
 * @param member Who is let in, as one or more words of a shell: `serviceAccount:…`.
 * @see docs: Google Cloud, "IAM roles for Cloud Storage" and "Use IAM Conditions on buckets"; gcloud, `storage buckets
 * add-iam-policy-binding` and `topic escaping`.
 */
export function bindRoles(place: Place, member: string): string {
	const { bucket, quote } = place;
	const expression = limitToFolder(place);
	const bind = (role: string, condition: string) =>
		`gcloud storage buckets add-iam-policy-binding ${quote(`gs://${bucket}`)} --role=${role} --member=${member} --condition=${condition}`;
	if (expression === undefined) return bind(objectRole, "None");
	// Parts of the flag are set apart by :: in place of a comma, which a folder's name may hold.
	const condition = quote(`^::^title=polars-checkpoints::expression=${expression}`);
	return `${bind(objectRole, condition)}\n${bind(listRole, "None")}`;
}
