import type { TextProblem } from "../problem.ts";
import { explainComma, explainDuration } from "./explain.ts";
import { readDuration } from "./grammar.ts";

export type ParsedDuration =
	| { readonly ok: true; readonly nanoseconds: bigint }
	| { readonly ok: false; readonly problem: TextProblem };

/**
 * Reads a non-negative absolute duration exactly as jiff 0.2.18 does: `10 mins`, `1h 30m`, `00:10:00`, `PT10M`.
 *
 * Nothing is trimmed: jiff accepts white space after a duration, not before it.
 *
 * @returns the duration in nanoseconds, or an error with the faulty characters marked. Whatever fix it offers
 * is itself a valid duration. Never throws.
 */
export function parseDuration(text: string): ParsedDuration {
	const nanoseconds = readDuration(text);
	return nanoseconds === undefined ? { ok: false, problem: explainDuration(text) } : { ok: true, nanoseconds };
}

/**
 * Finds where a valid duration means something else than most people would think: jiff 0.2.18 takes a comma for a decimal mark,
 * so `1,000s` is one second.
 *
 * @returns a warning with what may have been meant; undefined where nothing surprises or the text isn't valid.
 */
export function noticeSurprise(text: string): TextProblem | undefined {
	return readDuration(text) === undefined ? undefined : explainComma(text);
}
