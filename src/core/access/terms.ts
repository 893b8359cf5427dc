/** After how many days an unfinished upload is given up: longer than any single write takes. */
export const unfinishedDays = 7;

/** What rules and policies are called. */
export const ruleName = "polars-checkpoints";

/** That nothing public says what On-Prem itself asks for. */
export const basis =
	"The service documents the permissions for each request. The list of requests follows from the object_store crate that Polars uses. What On-Prem itself does is not public.";

/** What goes wrong where checkpoints expire. */
export const expiryNote =
	"A query that runs longer than this loses checkpoints that it may still need: if a worker fails then, it can't resume from them. Everything under the prefix expires, whoever wrote it.";

/** A value as JSON, indented as a file is. */
export function toJson(value: unknown): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}

/** A value as an expression of Terraform's language, which takes JSON's objects and strings but for its templates. */
export function toHcl(value: unknown): string {
	return JSON.stringify(value, null, 2).replace(/([$%])\{/g, "$1$1{");
}
