import { dalyInterval, youngInterval } from "./interval.ts";
import { longestPeriod, periodLadder } from "./ladder.ts";
import {
	clusterMtbf,
	computeEndlessLoss,
	computeOverhead,
	computeOverheadWithout,
	countParts,
	type Overhead,
} from "./overhead.ts";
import { formatSeconds, type Scenario } from "./scenario.ts";

/**
 * What checkpoints are worth to this query.
 *
 * - `pays`: they save {@link smallGain} of its time or more.
 * - `even`: they save something, but less than the inputs can be trusted for.
 * - `costs`: with any period that suits the cluster they cost as much as they save, or more.
 * - `hopeless`: failures come so fast that even with them more than {@link hopelessLoss} of the time is lost.
 */
export type Verdict = "pays" | "even" | "costs" | "hopeless";

/** Share of run time below which a gain says nothing. */
export const smallGain = 0.005;
/** Share of run time above which the query is as good as never through. */
export const hopelessLoss = 0.9;

const endlessMargin = 0.05;

export interface Advice {
	/** The period to write, in seconds and as text: `1h 30m`. */
	readonly period: number;
	readonly text: string;
	/** Work between checkpoints by the formulas of Young and Daly, in seconds: before rounding, and for an endless run. */
	readonly young: number;
	readonly daly: number;
	readonly overhead: Overhead;
	readonly without: Overhead;
	readonly verdict: Verdict;
}

/**
 * A period that loses little time, of those that a person would write, for a scenario in which `checkScenario` finds
 * nothing wrong.
 *
 * The setting holds for every query, so it keeps to the periods that lose at most 5% more than the best one does in an
 * endless run, which depends on the cluster alone. Of these it takes the one that is best for the query at hand.
 *
 * Periods that round up to the same number of stages do the same. Of these it takes the one nearest to the middle, since
 * real stages are a little longer or shorter, and at the edge that would already be a stage more or less.
 *
 * Where the query is better off without checkpoints, it takes a period too long to make one, but not shorter than Daly's
 * interval, and so right for a longer query on the same cluster.
 *
 * Against the best of all periods of a minute or more, the share lost is at most 8% larger in an endless run (5.4% of
 * the time for 5%), and in the query at hand at most 10% larger plus half a checkpoint. The tests hold it to that.
 */
export function recommendPeriod(scenario: Scenario): Advice {
	const mtbf = clusterMtbf(scenario);
	const young = youngInterval(scenario.checkpointCost, mtbf);
	const daly = dalyInterval(scenario.checkpointCost, mtbf);
	const without = computeOverheadWithout(scenario);

	const losses = periodLadder.map((period) => computeEndlessLoss(period, scenario));
	const bound = (1 + endlessMargin) * Math.min(...losses);
	const rungs = periodLadder
		.filter((_, index) => (losses[index] ?? 1) <= bound)
		.map((period) => ({ period, overhead: computeOverhead(period, scenario) }));
	const least = rungs.reduce((best, rung) => (rung.overhead.total < best.overhead.total ? rung : best));

	let period: number;
	if (without.total <= least.overhead.total) {
		const enough = Math.max(scenario.queryLength, daly);
		period = periodLadder.find((rung) => rung >= enough) ?? longestPeriod;
	} else {
		const middle = (countParts(least.period, scenario.stageLength) - 0.5) * scenario.stageLength;
		const alike = rungs.filter((rung) => rung.overhead.interval === least.overhead.interval);
		period = alike.reduce((near, rung) =>
			Math.abs(rung.period - middle) < Math.abs(near.period - middle) ? rung : near,
		).period;
	}
	const overhead = computeOverhead(period, scenario);
	const verdict = judge(overhead.total, without.total);
	return { period, text: formatSeconds(period), young, daly, overhead, without, verdict };
}

function judge(lost: number, lostWithout: number): Verdict {
	if (lost > hopelessLoss) return "hopeless";
	const gain = lostWithout - lost;
	return gain >= smallGain ? "pays" : gain > 0 ? "even" : "costs";
}
