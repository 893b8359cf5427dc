import { shortestPeriod } from "./ladder.ts";
import { computeOverhead, computeOverheadWithout, countParts, type Overhead } from "./overhead.ts";
import type { Scenario } from "./scenario.ts";

/**
 * A level stretch of the curve: all periods after `from` up to `to` round up to the same number of stages.
 * The first has no width where the axis begins at its end.
 */
export interface CurveStep {
	readonly from: number;
	readonly to: number;
	readonly overhead: Overhead;
}

/** Least and greatest period on the axis, in seconds. */
export type PeriodDomain = readonly [from: number, to: number];

export interface Curve {
	/** From one end of the axis to the other without a gap, ascending. */
	readonly steps: readonly CurveStep[];
	/** The first of the {@link steps} that lose the least. */
	readonly optimum: CurveStep;
	readonly without: Overhead;
}

/**
 * Periods worth showing, in seconds: from a minute to twice the query's length, where checkpoints have long ended, and
 * farther where the present choice is outside, though not beyond a second and a year.
 *
 * @param present the present choice in seconds
 */
export function choosePeriodDomain({ queryLength }: Scenario, present: number): PeriodDomain {
	const shown = Math.min(Math.max(present, 1), 31_536_000);
	return [Math.min(shortestPeriod, shown), Math.max(10 * shortestPeriod, 2 * queryLength, shown)];
}

/**
 * Share of time lost over the period, to be drawn on a logarithmic axis, for a scenario in which `checkScenario` finds
 * nothing wrong. Every value is finite and every share from 0 to 1.
 *
 * The curve is a staircase, because Polars rounds the period up to whole stages. Where the stairs are narrower than the
 * axis is long divided by `samples`, some are left out and the next one stands for them.
 */
export function plotCurve(scenario: Scenario, [from, to]: PeriodDomain, samples = 300): Curve {
	const steps: CurveStep[] = [];
	let reached = from;
	for (let sample = 0; sample <= samples; sample++) {
		const period = from * (to / from) ** (sample / samples);
		if (sample > 0 && period <= reached) continue;
		const overhead = computeOverhead(period, scenario);
		const end = countParts(period, scenario.stageLength) * scenario.stageLength;
		const isLast = overhead.count === 0 || sample === samples;
		const start = reached;
		reached = isLast ? to : Math.min(end, to);
		steps.push({ from: start, to: reached, overhead });
		if (reached >= to) break;
	}
	return {
		steps,
		optimum: steps.reduce((best, step) => (step.overhead.total < best.overhead.total ? step : best)),
		without: computeOverheadWithout(scenario),
	};
}
