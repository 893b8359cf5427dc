/**
 * A key without the differences that are mere habit: case, camelCase, and whether `_`, `-`, `.` or a space joins the
 * words. `s3.access-key-id`, `s3_accessKeyID` and `S3 Access Key ID` all give `s3_access_key_id`.
 */
export function foldKey(key: string): string {
	return key
		.replace(/([a-z\d])([A-Z])/g, "$1_$2")
		.toLowerCase()
		.replace(/[\s_.-]+/g, "_")
		.replace(/^_|_$/g, "");
}
