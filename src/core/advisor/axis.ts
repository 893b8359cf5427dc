import type { Curve } from "./curve.ts";

/** Periods that people count in, in seconds, those that a short axis should name first. */
const namedPeriods: readonly number[] = [
	...[1, 60, 3600, 86_400, 2_592_000, 31_536_000],
	...[10, 600, 10_800, 604_800],
	...[300, 1800, 43_200, 259_200, 7_776_000],
	...[30, 180, 21_600, 5],
	...[120, 1200, 7200, 172_800, 1_209_600, 15_552_000],
];

/**
 * Ticks of a logarithmic axis of periods, in seconds, ascending: those that people count in, as many as fit.
 *
 * @param gap The least distance between two, as a share of the axis.
 */
export function listPeriodTicks([from, to]: readonly [from: number, to: number], gap: number): readonly number[] {
	const place = (period: number) => Math.log(period / from) / Math.log(to / from);
	const ticks: number[] = [];
	for (const period of namedPeriods) {
		if (period < from || period > to) continue;
		if (ticks.every((tick) => Math.abs(place(tick) - place(period)) >= gap)) ticks.push(period);
	}
	return ticks.toSorted((a, b) => a - b);
}

/** Round values from 0 to at most `top`, evenly apart and at most `most` above 0. */
export function listShareTicks(top: number, most = 4): readonly number[] {
	const magnitude = 10 ** Math.floor(Math.log10(top / most));
	const step = magnitude * ([1, 2, 5].find((factor) => top / (factor * magnitude) <= most) ?? 10);
	return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, index) => index * step);
}

/** The top of an axis of shares that shows where the curve is low, even if it is steep at its ends. */
export function chooseShareTop({ steps, without }: Pick<Curve, "steps" | "without">): number {
	const highest = Math.max(...steps.map(({ overhead }) => overhead.total));
	return Math.max(Math.min(highest, 4 * without.total), 0.001) * 1.05;
}

const timeSteps: readonly number[] = [
	...[0.001, 0.01, 0.1, 1, 5, 10, 30, 60, 300, 600, 1800],
	...[1, 2, 3, 6, 12, 24, 48, 120, 240, 720].map((hours) => hours * 3600),
];

/** Ticks of a linear axis of time from 0 to `end` in seconds, at most `most` above 0. */
export function listTimeTicks(end: number, most: number): readonly number[] {
	const step = timeSteps.find((step) => end / step <= most) ?? end;
	return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step);
}
