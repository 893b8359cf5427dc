import type * as z from "zod/mini";
import type { Finding, Problem } from "../problem.ts";
import { type CheckpointConfig, checkpointSchema, storeSchemas } from "./checkpoint.ts";
import type { CheckpointDraft } from "./draft.ts";
import { findingParam } from "./field.ts";
import { fields } from "./fields.ts";
import { adviseDraft } from "./rules.ts";

/** A judged draft: the configuration it makes, unless there are errors, and all there is to say about it. */
export interface Checked {
	readonly config: CheckpointConfig | undefined;
	/** Errors first, then warnings and advice. */
	readonly problems: readonly Problem[];
}

/** Judges what the form holds: the schema's errors, and the advice that spans fields. */
export function checkDraft(draft: CheckpointDraft): Checked {
	const parsed = storeSchemas[draft.store].safeParse(draft);
	const errors = parsed.success ? [] : parsed.error.issues.map((issue) => toProblem(issue, draft));
	const broken = new Set(errors.map(({ path }) => path.join(".")));
	const advice = adviseDraft(draft).filter(({ path }) => !broken.has(path.join(".")));
	return { config: parsed.data, problems: [...errors, ...sortBySeverity(advice)] };
}

/**
 * Reads a configuration that a program made.
 *
 * @throws {TypeError} Naming every place that is wrong, since no file may be written from it.
 */
export function parseConfig(input: unknown): CheckpointConfig {
	const parsed = checkpointSchema.safeParse(input);
	if (parsed.success) return parsed.data;
	throw toTypeError(parsed.error.issues);
}

/** What a program is told of a configuration that no file may be written from. */
export function toTypeError(
	errors: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): TypeError {
	const lines = errors.map(({ path, message }) => `${path.join(".") || "(root)"}: ${message}`);
	return new TypeError(`Not a valid checkpoint configuration.\n${lines.join("\n")}`);
}

/** Errors first, then warnings, then advice; those alike stay in their order. */
export function sortBySeverity(problems: readonly Problem[]): Problem[] {
	const rank = { error: 0, warning: 1, advice: 2 };
	return problems.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

function toProblem(issue: z.core.$ZodIssue, draft: CheckpointDraft): Problem {
	const path = issue.path.filter((part) => typeof part !== "symbol");
	const finding: Finding | undefined = issue.code === "custom" ? issue.params?.[findingParam] : undefined;
	if (!finding) return { severity: "error", message: issue.message, path };
	const { range } = finding;
	const dropped = range ? countDropped(draft, path) : 0;
	return {
		...finding,
		path,
		...(range && { range: { start: range.start + dropped, end: range.end + dropped } }),
	};
}

/** How many characters of white space the schema dropped from the front of a text before it judged it. */
function countDropped(draft: CheckpointDraft, path: Problem["path"]): number {
	if (fields.get(path.join("."))?.secret) return 0;
	let value: unknown = draft;
	for (const part of path) value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[part];
	return typeof value === "string" ? value.length - value.trimStart().length : 0;
}
