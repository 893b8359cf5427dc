import type { TextRange } from "../problem.ts";

/** A change of some characters of a text; an insertion has an empty range. */
export interface TextEdit {
	readonly range: TextRange;
	readonly text: string;
}

/** A text after some edits, given in any order. They must not overlap; insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
	const parts: string[] = [];
	let at = 0;
	for (const { range, text: replacement } of sorted) {
		parts.push(text.slice(at, range.start), replacement);
		at = range.end;
	}
	return parts.join("") + text.slice(at);
}

/** The one edit that turns a stretch of a text into another and leaves alone what both begin and end with. */
export function replaceDifference(text: string, { start, end }: TextRange, replacement: string): TextEdit {
	const original = text.slice(start, end);
	const shorter = Math.min(original.length, replacement.length);
	let same = 0;
	while (same < shorter && original[same] === replacement[same]) same++;
	let rest = 0;
	while (rest < shorter - same && original.at(-1 - rest) === replacement.at(-1 - rest)) rest++;
	return {
		range: { start: start + same, end: end - rest },
		text: replacement.slice(same, replacement.length - rest),
	};
}

/** What a line of the text ends in, at this place or, failing that, anywhere. */
export function findLineEnding(text: string, near = 0): "\n" | "\r\n" {
	const after = text.indexOf("\n", near);
	const at = after === -1 ? text.lastIndexOf("\n") : after;
	return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}
