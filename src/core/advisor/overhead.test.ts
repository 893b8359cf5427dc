import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterMtbf, computeOverhead, computeOverheadWithout, countParts, effectiveInterval } from "./overhead.ts";
import { anyPeriod, anyScenario } from "./scenario.arbitrary.ts";
import { defaultScenario, type Scenario } from "./scenario.ts";

const minutes = (count: number) => count * 60;
const scenario = (changes: Partial<Scenario> = {}): Scenario => ({ ...defaultScenario, ...changes });

describe("clusterMtbf", () => {
	it("shrinks with the number of workers", () => {
		expect(clusterMtbf({ workerMtbf: 800, workers: 8 })).toBe(100);
	});
});

describe("effectiveInterval", () => {
	it.each([
		[0, 5],
		[1, 5],
		[5, 5],
		[5.01, 10],
		[12, 15],
		[15, 15],
		[235, 235],
		[236, 240],
		[10_000, 240],
	])("makes %d minutes %i with stages of 5 minutes in a query of 4 hours", (period, interval) => {
		expect(effectiveInterval(minutes(period), scenario())).toBe(minutes(interval));
	});

	it("makes no checkpoint in a query of one stage", () => {
		expect(effectiveInterval(60, scenario({ stageLength: 7200, queryLength: 3600 }))).toBe(3600);
	});

	it("counts no stage twice over a rounding error", () => {
		for (let stages = 1; stages < 1000; stages++) expect(countParts(stages * 0.1, 0.1)).toBe(stages);
	});
});

describe("computeOverhead", () => {
	// One failure per second on average, two stages of 1 s, a checkpoint of 0.5 s between them, restarts of 0.25 s:
	// F(1.5) = e^0.25 (e^1.5 − 1) = 4.470577, F(1) = e^0.25 (e − 1) = 2.206318, T = 6.676895.
	it("agrees with a sum done by hand", () => {
		const byHand = {
			workers: 10,
			workerMtbf: 10,
			checkpointCost: 0.5,
			stageLength: 1,
			queryLength: 2,
			restartTime: 0.25,
		};
		const overhead = computeOverhead(1, byHand);
		expect(overhead.total).toBeCloseTo(1 - 2 / 6.676895, 6);
		expect(overhead.checkpoints).toBeCloseTo(0.5 / 6.676895, 6);
		// Without: F(2) = e^0.25 (e² − 1) = 8.203710.
		expect(computeOverheadWithout(byHand).total).toBeCloseTo(1 - 2 / 8.20371, 6);
	});

	it("comes to C/τ + τ/2M where checkpoints are short and failures rare, as in Young's paper", () => {
		const rare = scenario({ workers: 1, workerMtbf: 1e8, checkpointCost: 1, restartTime: 0, queryLength: 2_592_000 });
		const { total, interval } = computeOverhead(14_100, rare);
		expect(total / (1 / interval + interval / 2e8)).toBeCloseTo(1, 2);
	});

	it("is the checkpoints alone where nothing fails", () => {
		const { checkpoints, repeated } = computeOverhead(minutes(60), scenario({ workers: 1, workerMtbf: 3e9 }));
		// Three checkpoints of a minute in 4 hours.
		expect(checkpoints).toBeCloseTo(3 / 243, 6);
		expect(repeated).toBeLessThan(1e-5);
	});

	it("is nothing where nothing fails and checkpoints are free", () => {
		expect(
			computeOverhead(60, scenario({ workers: 1, workerMtbf: 3e9, checkpointCost: 0, restartTime: 0 })).total,
		).toBeLessThan(1e-6);
	});

	it("is without checkpoints from the query's length on", () => {
		for (const period of [minutes(236), minutes(240), 1e19, Number.POSITIVE_INFINITY]) {
			expect(computeOverhead(period, scenario())).toEqual(computeOverheadWithout(scenario()));
		}
		expect(computeOverheadWithout(scenario()).checkpoints).toBe(0);
	});

	it("stays between 0 and 1 however extreme the scenario, and its parts add up", () => {
		fc.assert(
			fc.property(anyScenario, anyPeriod, (extreme, period) => {
				const { interval, checkpoints, repeated, total } = computeOverhead(period, extreme);
				for (const share of [checkpoints, repeated, total]) {
					expect(share).toBeGreaterThanOrEqual(0);
					expect(share).toBeLessThanOrEqual(1);
				}
				expect(total).toBe(checkpoints + repeated);
				expect(interval).toBeGreaterThan(0);
				expect(interval).toBeLessThanOrEqual(extreme.queryLength);
			}),
		);
	});

	it("grows with workers, with the cost of a checkpoint and with the restart", () => {
		fc.assert(
			fc.property(anyScenario, anyPeriod, (some, period) => {
				const { total } = computeOverhead(period, some);
				for (const worse of [
					{ workers: 2 * some.workers },
					{ checkpointCost: 2 * some.checkpointCost },
					{ restartTime: 2 * some.restartTime },
				]) {
					expect(computeOverhead(period, { ...some, ...worse }).total).toBeGreaterThanOrEqual(total - 1e-12);
				}
			}),
		);
	});
});
