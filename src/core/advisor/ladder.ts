/**
 * Periods that a person would write, in seconds, ascending. The least is a minute: below it every shuffle of a real
 * query makes a checkpoint. The greatest is as long as the longest query that a scenario may have. No step is more than
 * half as long again as the one before, which costs next to nothing, since lost time is flat around its least.
 */
export const periodLadder: readonly number[] = [
	...[1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90].map((minutes) => minutes * 60),
	...[2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 18, 24, 30, 36, 48, 72, 96, 120, 168, 240, 336, 480, 720].map(
		(hours) => hours * 3600,
	),
];

export const shortestPeriod = Math.min(...periodLadder);
export const longestPeriod = Math.max(...periodLadder);

/** The rung nearest to a period in seconds, as seen on a logarithmic axis. */
export function snapPeriod(period: number): number {
	return periodLadder.reduce((best, rung) =>
		Math.abs(Math.log(rung / period)) < Math.abs(Math.log(best / period)) ? rung : best,
	);
}

/** The next rung above (`1`) or below (`-1`) a period in seconds; the last one where the ladder ends. */
export function stepPeriod(period: number, direction: 1 | -1): number {
	return direction === 1
		? (periodLadder.find((rung) => rung > period) ?? longestPeriod)
		: (periodLadder.findLast((rung) => rung < period) ?? shortestPeriod);
}
