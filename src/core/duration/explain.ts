import type { Fix, Severity, TextProblem } from "../problem.ts";
import { type DurationFault, isIso } from "./duration-fault.ts";
import { findDurationFault, findThousands } from "./find-fault.ts";
import { readDuration } from "./grammar.ts";

/** More faults than this in one text are no slip, and nothing is offered. */
const MAX_FIXES = 20;

/**
 * Says why jiff 0.2.18 refuses a text as a non-negative absolute duration: what to write instead of what, where,
 * and what was probably meant. Every fix is itself valid, and no two fixes mean the same duration.
 */
export function explainDuration(text: string): TextProblem {
	return toProblem("error", findDurationFault(text), mend(text));
}

/** Warns of a comma that reads as a thousands separator to people and is a decimal mark to jiff 0.2.18. */
export function explainComma(text: string): TextProblem | undefined {
	const fault = findThousands(text);
	return fault && toProblem("warning", fault, fault.meant);
}

function toProblem(
	severity: Severity,
	{ code, start, found, message }: DurationFault,
	texts: readonly string[],
): TextProblem {
	const fixes = new Map<bigint, Fix>();
	for (const text of texts) {
		const nanoseconds = readDuration(text);
		if (nanoseconds !== undefined && !fixes.has(nanoseconds)) fixes.set(nanoseconds, { title: text, text });
	}
	const [fix, ...alternatives] = fixes.values();
	return {
		code,
		severity,
		message,
		...(found && { range: { start, end: start + found.length } }),
		...(fix && { fix }),
		...(alternatives.length > 0 && { alternatives }),
	};
}

/**
 * Fixes one fault after the other until jiff accepts the text. Only the first fault that leaves a choice opens
 * alternatives; below it the likeliest fix is taken, or the tries would multiply.
 */
function mend(text: string, chosen = false, steps = MAX_FIXES): readonly string[] {
	if (readDuration(text) !== undefined) {
		const plain = findThousands(text)?.meant ?? [text];
		return isIso(text) ? plain.map((valid) => valid.toUpperCase()) : plain;
	}
	if (steps === 0) return [];
	const { meant } = findDurationFault(text);
	const tries = chosen ? meant.slice(0, 1) : meant;
	return tries.flatMap((next) => mend(next.trim().replace(/ +/g, " "), chosen || tries.length > 1, steps - 1));
}
