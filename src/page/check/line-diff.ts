import { structuredPatch } from "diff";

/** A line of a comparison: one that went, one that came, or one that stayed beside them. */
export interface DiffLine {
	readonly kind: "removed" | "added" | "same";
	readonly text: string;
	/** Its number in the new text, from 1; of a line that went, the number of the next. */
	readonly number: number;
}

/** Changes that are near to each other, with some lines around them. */
export type Hunk = readonly DiffLine[];

const options = {
	/** How many unchanged lines are shown on each side of a change. */
	context: 3,
	/** Texts with more changes are compared as a whole: the time to compare grows with the square of their number. */
	maxEditLength: 2000,
};

const kinds = { "-": "removed", "+": "added", " ": "same" } as const;

/**
 * Compares two texts line by line.
 *
 * @param show What is shown of a text, which must have as many lines: a secret that changes is a change, and yet is not
 * shown.
 */
export function compareLines(before: string, after: string, show: (text: string) => string): Hunk[] {
	const shownBefore = show(before).split("\n");
	const shownAfter = show(after).split("\n");
	return findHunks(before, after).map(({ oldStart, newStart, lines }) => {
		let old = oldStart - 1;
		let number = newStart;
		return lines.flatMap((line): DiffLine | [] => {
			const kind = kinds[line.charAt(0) as keyof typeof kinds];
			// What `diff` says of a text without a line end at its end is no line of it.
			if (!kind) return [];
			const shown = kind === "removed" ? shownBefore[old] : shownAfter[number - 1];
			const compared = { kind, text: shown ?? "", number };
			if (kind !== "added") old++;
			if (kind !== "removed") number++;
			return compared;
		});
	});
}

function findHunks(before: string, after: string) {
	const patch = structuredPatch("", "", before, after, "", "", options);
	if (patch) return patch.hunks;
	const lines = [...listLines("-", before), ...listLines("+", after)];
	return [{ oldStart: 1, newStart: 1, lines }];
}

function listLines(sign: keyof typeof kinds, text: string): string[] {
	return text
		.replace(/\n$/, "")
		.split("\n")
		.map((line) => sign + line);
}
