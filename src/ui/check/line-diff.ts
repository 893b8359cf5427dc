import { diffArrays } from "diff";

/** A line of a comparison: one that went, one that came, or one that stayed beside them. */
export interface DiffLine {
	readonly kind: "removed" | "added" | "same";
	readonly text: string;
	/** Its number in the new text, from 1; of a line that went, the number of the next. */
	readonly number: number;
}

/** Changes that are near to each other, with some lines around them. */
export type Hunk = readonly DiffLine[];

/** How many unchanged lines are shown on each side of a change. */
const around = 3;
/** Texts with more changes are compared as a whole, since the time to compare grows with the square of their number. */
const mostChanges = 2000;

/**
 * Compares two texts line by line.
 *
 * @param show What is shown of a text, which must have as many lines: a secret that changes is a change, and yet is not
 * shown.
 */
export function compareLines(before: string, after: string, show: (text: string) => string): Hunk[] {
	if (before === after) return [];
	const shownBefore = show(before).split("\n");
	const shownAfter = show(after).split("\n");
	const lines: DiffLine[] = [];
	let old = 0;
	let number = 1;
	for (const { added, removed, count } of compare(before.split("\n"), after.split("\n"))) {
		for (let index = 0; index < count; index++) {
			const kind = removed ? "removed" : added ? "added" : "same";
			lines.push({ kind, text: (removed ? shownBefore[old] : shownAfter[number - 1]) ?? "", number });
			if (!added) old++;
			if (!removed) number++;
		}
	}
	// Behind the last line end there is no line.
	if (lines.at(-1)?.kind === "same" && lines.at(-1)?.text === "") lines.pop();
	return groupHunks(lines);
}

interface Stretch {
	readonly added?: boolean;
	readonly removed?: boolean;
	readonly count: number;
}

function compare(before: readonly string[], after: readonly string[]): readonly Stretch[] {
	return (
		diffArrays([...before], [...after], { maxEditLength: mostChanges }) ?? [
			{ removed: true, count: before.length },
			{ added: true, count: after.length },
		]
	);
}

function groupHunks(lines: readonly DiffLine[]): Hunk[] {
	const hunks: DiffLine[][] = [];
	let shownTo = 0;
	lines.forEach(({ kind }, index) => {
		if (kind === "same") return;
		const from = Math.max(index - around, shownTo);
		if (from > shownTo || hunks.length === 0) hunks.push([]);
		const to = Math.min(index + around + 1, lines.length);
		hunks.at(-1)?.push(...lines.slice(from, to));
		shownTo = to;
	});
	return hunks;
}
