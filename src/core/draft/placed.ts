import type { Problem, TextProblem } from "../problem.ts";

/** A {@link TextProblem} by the name of the field that it is about; nothing where there is nothing to say. */
export type Placed = readonly [field: string, problem: TextProblem | undefined];

/** The problems that there are, each with its place in the draft. */
export function toProblems(placed: readonly Placed[]): Problem[] {
	return placed.flatMap(([field, problem]) => (problem ? [{ ...problem, path: splitField(field) }] : []));
}

/** The path of a field by its name in the form: `s3.options.0.key` → `["s3", "options", 0, "key"]`. */
export function splitField(field: string): (string | number)[] {
	return field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
