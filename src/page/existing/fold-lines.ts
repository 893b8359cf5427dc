import type { DiffLine } from "./line-diff.ts";

/** Some lines that follow each other, and how many behind them are folded away. */
export interface Stretch {
	/** The index of the first line: it names the stretch. */
	readonly start: number;
	readonly lines: readonly DiffLine[];
	readonly folded: number;
}

/** A text of no more lines is shown whole. */
const whole = 500;
/** How many lines are shown around each that matters, and at the beginning. */
const around = 3;
const beginning = 20;

/** How many folded lines are shown when more are asked for. */
export const revealedAtOnce = 200;

/**
 * Folds away what a person need not see of a long text.
 *
 * @param wrong Numbers of the lines that something is said of.
 * @param revealed How many lines more were asked for, by the stretch that they follow.
 */
export function foldLines(
	lines: readonly DiffLine[],
	wrong: ReadonlySet<number>,
	revealed: ReadonlyMap<number, number>,
): readonly Stretch[] {
	if (lines.length <= whole) return [{ start: 0, lines, folded: 0 }];
	const shown = new Uint8Array(lines.length).fill(1, 0, beginning);
	lines.forEach(({ kind, number = 0 }, index) => {
		if (kind !== "same" || wrong.has(number)) shown.fill(1, Math.max(0, index - around), index + around + 1);
	});
	const stretches: Stretch[] = [];
	for (let start = 0; start < lines.length; ) {
		const gap = find(shown, 0, start);
		const next = find(shown, 1, gap);
		const end = Math.min(next, gap + (revealed.get(start) ?? 0));
		stretches.push({ start, lines: lines.slice(start, end), folded: next - end });
		start = next;
	}
	return stretches;
}

function find(shown: Uint8Array, value: number, from: number): number {
	const at = shown.indexOf(value, from);
	return at === -1 ? shown.length : at;
}
