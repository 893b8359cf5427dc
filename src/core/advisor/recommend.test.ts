import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDuration } from "../duration/parse.ts";
import { periodLadder } from "./ladder.ts";
import { computeEndlessLoss, computeOverhead, computeOverheadWithout, countParts } from "./overhead.ts";
import { recommendPeriod } from "./recommend.ts";
import { anyScenario, everydayScenario } from "./scenario.arbitrary.ts";
import { defaultScenario, type Scenario, toSeconds } from "./scenario.ts";

const advise = (changes: Partial<Scenario>) => recommendPeriod({ ...defaultScenario, ...changes });
const day = 86_400;

describe("recommendPeriod", () => {
	it("advises an hour for the default scenario, and says what that saves", () => {
		const { text, young, daly, overhead, without, verdict } = advise({});
		expect(text).toBe("1h");
		// √(2 · 60 s · 108,000 s), and Daly's a little less.
		expect(young).toBe(3600);
		expect(daly).toBeCloseTo(3560.11, 2);
		expect(overhead.count).toBe(3);
		// With F(x) = 108,300.4 s · (e^(x/108,000 s) − 1): 3 · F(3660 s) + F(3600 s) = 14,870 s, and F(14,400 s) = 15,447 s.
		expect(overhead.total).toBeCloseTo(1 - 14_400 / 14_870, 4);
		expect(without.total).toBeCloseTo(1 - 14_400 / 15_447, 4);
		expect(verdict).toBe("pays");
	});

	it.each<[string, Partial<Scenario>, string, string]>([
		["many spot instances", { workers: 100 }, "12m", "pays"],
		["very many, and quick checkpoints", { workers: 1000, checkpointCost: 10, stageLength: 10 }, "2m", "pays"],
		["free checkpoints", { checkpointCost: 0, stageLength: 1 }, "1m", "pays"],
		["a long query on demand", { workerMtbf: 90 * day, workers: 32, queryLength: day }, "1h 30m", "pays"],
		["stages of an hour", { workers: 64, stageLength: 3600 }, "30m", "pays"],
		["a short query", { queryLength: 1800 }, "1h", "costs"],
		["a short query on demand", { workerMtbf: 90 * day, queryLength: 3600 }, "3h", "costs"],
		["a query of one stage", { stageLength: 4 * 3600 }, "4h", "costs"],
		["own hardware", { workerMtbf: 180 * day }, "5h", "costs"],
		["a query twice as long as the best interval", { queryLength: 7200, workers: 4 }, "2h", "costs"],
		["a gain too small to tell", { queryLength: 6000 }, "50m", "even"],
		["failures faster than stages", { workers: 20_000 }, "2m", "hopeless"],
	])("has advice for %s", (_, changes, text, verdict) => {
		const advice = advise(changes);
		expect([advice.text, advice.verdict]).toEqual([text, verdict]);
	});

	it("writes a period that parses to the same time", () => {
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				const { period, text } = recommendPeriod(scenario);
				const parsed = parseDuration(text);
				expect(parsed.ok && toSeconds(parsed.nanoseconds)).toBe(period);
				expect(periodLadder).toContain(period);
				expect(period).toBeGreaterThanOrEqual(60);
			}),
		);
	});

	it("makes no checkpoint where checkpoints don't pay", () => {
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				const { verdict, overhead, without } = recommendPeriod(scenario);
				if (verdict === "costs") expect(overhead).toEqual(without);
				expect(overhead.total).toBeLessThanOrEqual(without.total);
			}),
		);
	});

	it("stays within the margin that its description states", () => {
		fc.assert(
			fc.property(fc.oneof(everydayScenario, anyScenario), (scenario) => {
				const { stageLength, queryLength, checkpointCost } = scenario;
				const advice = recommendPeriod(scenario);
				fc.pre(queryLength / stageLength < 500 && advice.verdict !== "hopeless");

				let leastEndless = 1;
				let best = computeOverheadWithout(scenario);
				for (let stages = countParts(60, stageLength); stages < 500; stages++) {
					leastEndless = Math.min(leastEndless, computeEndlessLoss(stages * stageLength, scenario));
					const overhead = computeOverhead(stages * stageLength, scenario);
					if (overhead.total < best.total) best = overhead;
				}
				const oneCheckpoint = (checkpointCost / queryLength) * (1 - best.total);
				expect(advice.overhead.total).toBeLessThanOrEqual(1.1 * best.total + 0.5 * oneCheckpoint + 1e-12);
				if (advice.overhead.count > 0) {
					expect(computeEndlessLoss(advice.period, scenario)).toBeLessThanOrEqual(1.08 * leastEndless + 1e-12);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it("shortens the period as workers are added", () => {
		const periods = [1, 10, 100, 1000].map((workers) => advise({ workers, queryLength: 30 * day }).period);
		expect(periods).toEqual([...periods].sort((a, b) => b - a));
		expect(new Set(periods).size).toBe(4);
	});
});
