import { diffArrays } from "diff";
import type { Severity, TextRange } from "../../core/problem.ts";

/** A line of a comparison: one that went, one that came, or one that stayed. */
export interface DiffLine {
	readonly kind: "removed" | "added" | "same";
	/** Without its line end. */
	readonly text: string;
	/** Its number in the new text, from 1; a line that went has none. */
	readonly number?: number;
	/** The worst that is wrong with it, and which characters of {@link text} that is about. */
	readonly severity?: Severity;
	readonly marks?: readonly TextRange[];
}

/** Texts with more changes are compared as a whole: the time to compare grows with the square of their number. */
const options = { maxEditLength: 2000 };

/**
 * Compares two texts line by line, line ends too.
 *
 * @param show What is shown of a text, which must have as many lines: a secret that changes is a change, and yet is not
 * shown.
 * @returns All lines of both texts, in the new one's order; what went stands before what came in its place.
 */
export function compareLines(before: string, after: string, show: (text: string) => string): DiffLine[] {
	const shownAfter = splitLines(dropMark(show(after))).map(dropLineEnd);
	if (before === after) return shownAfter.map((text, index) => ({ kind: "same", text, number: index + 1 }));
	const shownBefore = splitLines(dropMark(show(before))).map(dropLineEnd);
	let old = 0;
	let number = 0;
	return findChanges(splitLines(before), splitLines(after)).flatMap(({ value, added, removed }) =>
		value.map((): DiffLine => {
			if (!added) old++;
			if (removed) return { kind: "removed", text: shownBefore[old - 1] ?? "" };
			number++;
			return { kind: added ? "added" : "same", text: shownAfter[number - 1] ?? "", number };
		}),
	);
}

function findChanges(before: string[], after: string[]) {
	return (
		diffArrays(before, after, options) ?? [
			{ value: before, removed: true, added: false },
			{ value: after, removed: false, added: true },
		]
	);
}

/** The lines of a text, each with its line end. */
function splitLines(text: string): string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function dropLineEnd(line: string): string {
	return line.replace(/\r?\n$/, "");
}

/** A byte order mark is part of the text, and of no line that a person sees. */
function dropMark(text: string): string {
	return text.replace(/^\ufeff/, "");
}
