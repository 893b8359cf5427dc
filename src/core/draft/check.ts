import type * as z from "zod/mini";
import type { BareProblem, Problem } from "../problem.ts";
import { listWrites, readTarget } from "./apply-fix.ts";
import { type CheckpointConfig, checkpointSchema, storeSchemas, toDraft } from "./checkpoint.ts";
import type { CheckpointDraft } from "./draft.ts";
import { adviseDraft } from "./draft-rules.ts";
import { readProblem } from "./field.ts";
import { settlePath } from "./pods.ts";
import { isSecretField } from "./secret.ts";
import { adviseStraySecrets } from "./stray-secret.ts";

/** A judged draft: the configuration it makes, unless there are errors, and all there is to say about it. */
export interface Checked {
	readonly config: CheckpointConfig | undefined;
	/** Errors first, then warnings and advice. */
	readonly problems: readonly Problem[];
}

/** Judges what the form holds: the schema's errors, and what the rules across fields find. */
export function checkDraft(given: CheckpointDraft): Checked {
	const draft = settlePath(given);
	const parsed = storeSchemas[draft.store].safeParse(draft);
	const errors = parsed.success ? [] : parsed.error.issues.map(toProblem);
	const broken = new Set(errors.map(nameField));
	// A message of another rule could repeat the secret.
	const stray = new Set(adviseStraySecrets(draft).map(([field]) => field));
	const found = adviseDraft(draft).flatMap((problem): readonly Problem[] => {
		if (!broken.has(nameField(problem))) return [problem];
		return stray.has(nameField(problem)) ? [{ ...problem, severity: "error" }] : [];
	});
	const filled = new Set(found.filter(isError).flatMap(listFilled));
	const own = errors.filter((error) => !stray.has(nameField(error)) && !filled.has(nameField(error)));
	const problems = sortBySeverity([...own, ...found]).map((problem) => shiftMark(problem, draft));
	const isValid = parsed.success && !found.some(isError);
	return { config: isValid ? parsed.data : undefined, problems };
}

function nameField({ path }: Problem): string {
	return path.join(".");
}

/** Fields other than its own that an error's fix would fill. That they are empty needn't be said as well. */
function listFilled(problem: Problem): string[] {
	const writes = problem.fix ? listWrites(nameField(problem), problem.fix) : [];
	return writes.flatMap(({ target, text }) => {
		const option = readTarget(target);
		return text === "" ? [] : [option ? `${option.store}.${option.key}` : target];
	});
}

function isError({ severity }: Problem): boolean {
	return severity === "error";
}

/**
 * Reads a configuration that a program made.
 *
 * @throws {TypeError} Naming every place that is wrong, since no file may be written from it.
 */
export function parseConfig(input: unknown): CheckpointConfig {
	const parsed = checkpointSchema.safeParse(input);
	if (!parsed.success) throw toTypeError(parsed.error.issues);
	const errors = adviseDraft(toDraft(parsed.data)).filter(isError);
	if (errors.length > 0) throw toTypeError(errors);
	return parsed.data;
}

/** What a program is told of a configuration that no file may be written from. */
export function toTypeError(
	errors: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): TypeError {
	const lines = errors.map(({ path, message }) => `${path.join(".") || "(root)"}: ${message}`);
	return new TypeError(`Not a valid checkpoint configuration.\n${lines.join("\n")}`);
}

/** Errors first, then warnings, then advice; those alike stay in their order. */
export function sortBySeverity<Own extends BareProblem>(problems: readonly Own[]): Own[] {
	const rank = { error: 0, warning: 1, advice: 2 };
	return problems.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

function toProblem(issue: z.core.$ZodIssue): Problem {
	const path = issue.path.filter((part) => typeof part !== "symbol");
	return { ...readProblem(issue), path };
}

/** A text is judged without the white space in front of it; a mark counts from the text as it stands. */
function shiftMark(problem: Problem, draft: CheckpointDraft): Problem {
	const { range, path } = problem;
	const dropped = range ? countDropped(draft, path) : 0;
	return range && dropped > 0
		? { ...problem, range: { start: range.start + dropped, end: range.end + dropped } }
		: problem;
}

/** How many characters of white space were dropped from the front of a text before it was judged. */
function countDropped(draft: CheckpointDraft, path: Problem["path"]): number {
	if (isSecretField(draft, path.join("."))) return 0;
	let value: unknown = draft;
	for (const part of path) value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[part];
	return typeof value === "string" ? value.length - value.trimStart().length : 0;
}
