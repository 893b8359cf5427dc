import type { Scenario } from "./scenario.ts";

/** Expected shares of a query's whole run time, each from 0 to 1. The rest, 1 − {@link total}, is work that counts. */
export interface Overhead {
	/** Seconds of work between two checkpoints; the query's length where none is made. */
	readonly interval: number;
	/** Checkpoints that one query makes. */
	readonly count: number;
	/** Share that goes into checkpoints, each counted once. */
	readonly checkpoints: number;
	/** Share that goes into failures: work and checkpoints cut short, and restarts. */
	readonly repeated: number;
	readonly total: number;
}

/** Mean seconds between failures of any of the workers: independent failures add up their rates. */
export function clusterMtbf({ workerMtbf, workers }: Pick<Scenario, "workerMtbf" | "workers">): number {
	return workerMtbf / workers;
}

/** Parts that a length falls into, the last of which may be shorter; at least 1. Both in the same unit. */
export function countParts(length: number, part: number): number {
	// The small part taken off keeps 1.1 s at 0.1 s each from becoming 12.
	return Math.max(1, Math.ceil((length / part) * (1 - 1e-12)));
}

/**
 * Seconds of work from one checkpoint to the next. Polars makes a checkpoint when a stage ends after the period has
 * passed, so the period is rounded up to whole stages: with stages of 5 minutes, 12 minutes work like 15. Where that
 * reaches the end of the query it is the query's length, since no checkpoint follows the last stage.
 *
 * Taken from the checkpointing page of the documentation. That the period counts from the end of the last checkpoint
 * is an assumption.
 *
 * @param period in seconds, 0 or more
 */
export function effectiveInterval(period: number, { stageLength, queryLength }: Scenario): number {
	const interval = countParts(period, stageLength) * stageLength;
	return interval < queryLength ? interval : queryLength;
}

/**
 * Seconds that a stretch of work takes, on average, until it is through without a failure.
 *
 * Failures are a Poisson process of rate 1/M over the whole cluster and strike at any time: while stages run, while a
 * checkpoint is written (which is then lost) and during the restart R (which then starts over). A stretch of x seconds
 * between two safe points takes
 *
 *     F(x) = M · e^(R/M) · (e^(x/M) − 1)
 *
 * because a try gets through with probability e^(−x/M) and lasts M · (1 − e^(−x/M)) on average, through or not; and one
 * that does not is followed by a restart, M · (e^(R/M) − 1) by the same reasoning, and by F(x) again. So
 * F = (1 − e^(−x/M)) · (M + M · (e^(R/M) − 1) + F), solved for F. It is the heart of Daly's cost function, for which see
 * `dalyInterval`.
 */
function expectTime(stretch: number, scenario: Scenario): number {
	const mtbf = clusterMtbf(scenario);
	return mtbf * Math.exp(scenario.restartTime / mtbf) * Math.expm1(stretch / mtbf);
}

/**
 * Expected share of a query's time lost with a period, for a scenario in which `checkScenario` finds nothing wrong.
 *
 * With τ seconds of work between checkpoints of cost C, a query of length L makes k = ⌈L/τ⌉ − 1 of them, since none
 * follows the last stage. With F of {@link expectTime}, its expected time and the share lost are
 *
 *     T = k · F(τ + C) + F(L − k·τ)        1 − L/T
 *
 * Without checkpoints k is 0. The share jumps a little where k changes: a checkpoint just before the end is wasted.
 *
 * @param period in seconds, 0 or more
 */
export function computeOverhead(period: number, scenario: Scenario): Overhead {
	const { checkpointCost, queryLength } = scenario;
	const interval = effectiveInterval(period, scenario);
	const count = countParts(queryLength, interval) - 1;
	// A product with 0 would be NaN where the other factor overflows.
	const saved = count && count * expectTime(interval + checkpointCost, scenario);
	const time = saved + expectTime(queryLength - count * interval, scenario);
	const checkpoints = (count * checkpointCost) / time;
	// An infinite time makes both quotients 0, which leaves all to failures; rounding may end a hair below 0.
	const repeated = Math.max(0, 1 - queryLength / time - checkpoints);
	return { interval, count, checkpoints, repeated, total: checkpoints + repeated };
}

/**
 * Expected share of time lost in a query without end, or in one so long that its last stretch does not matter:
 * 1 − τ/F(τ + C). It depends on the cluster alone.
 *
 * @param period in seconds, 0 or more
 */
export function computeEndlessLoss(period: number, scenario: Scenario): number {
	const interval = effectiveInterval(period, { ...scenario, queryLength: Number.POSITIVE_INFINITY });
	return Math.max(0, 1 - interval / expectTime(interval + scenario.checkpointCost, scenario));
}

/** The same without checkpoints: every failure leads back to the start of the query. */
export function computeOverheadWithout(scenario: Scenario): Overhead {
	return computeOverhead(scenario.queryLength, scenario);
}
