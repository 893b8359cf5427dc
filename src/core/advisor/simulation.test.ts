import { describe, expect, it } from "vitest";
import { computeOverhead } from "./overhead.ts";
import { defaultScenario, type Scenario } from "./scenario.ts";

/** Uniform numbers from 0 to 1 out of a seed: the generator mulberry32. */
function seedRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * Runs one query event by event, each worker with a lifetime of its own, the scheduler with a clock that it looks at
 * when a stage ends. It shares no formula with the model.
 */
function simulateQuery(scenario: Scenario, period: number, random: () => number) {
	const { workers, workerMtbf, checkpointCost, stageLength, queryLength, restartTime } = scenario;
	let now = 0;
	let failures = 0;
	let checkpoints = 0;
	const live = () => now - workerMtbf * Math.log(1 - random());
	const ends = Array.from({ length: workers }, live);
	let nextFailure = Math.min(...ends);

	/** Lets time pass, and says whether all workers lived through it. */
	const pass = (length: number): boolean => {
		if (now + length <= nextFailure) {
			now += length;
			return true;
		}
		now = nextFailure;
		failures++;
		ends[ends.indexOf(nextFailure)] = live();
		nextFailure = Math.min(...ends);
		return false;
	};

	let saved = 0;
	let done = 0;
	let lastCheckpoint = 0;
	const startAgain = () => {
		while (!pass(restartTime));
		done = saved;
		lastCheckpoint = now;
	};
	while (done < queryLength) {
		const stage = Math.min(stageLength, queryLength - done);
		if (!pass(stage)) {
			startAgain();
			continue;
		}
		done += stage;
		const isDue = now - lastCheckpoint > period - 1e-6;
		if (done === queryLength || !isDue) continue;
		if (pass(checkpointCost)) {
			checkpoints++;
			saved = done;
			lastCheckpoint = now;
		} else {
			startAgain();
		}
	}
	return { time: now, failures, checkpoints };
}

function simulate(scenario: Scenario, period: number, queries: number, seed = 1) {
	const random = seedRandom(seed);
	const sum = { time: 0, squares: 0, failures: 0, checkpoints: 0 };
	for (let query = 0; query < queries; query++) {
		const run = simulateQuery(scenario, period, random);
		sum.time += run.time;
		sum.squares += run.time ** 2;
		sum.failures += run.failures;
		sum.checkpoints += run.checkpoints;
	}
	const mean = sum.time / queries;
	return {
		time: mean,
		/** Standard error of the mean time. */
		error: Math.sqrt((sum.squares / queries - mean ** 2) / (queries - 1)),
		failures: sum.failures,
		checkpoints: sum.checkpoints / queries,
	};
}

const hour = 3600;
const spot: Scenario = { ...defaultScenario, workers: 16, workerMtbf: 24 * hour };

const cases: [what: string, scenario: Scenario, period: number, queries: number][] = [
	["a period of whole stages", spot, hour, 8000],
	["a period that is rounded up", spot, 36 * 60, 8000],
	["a checkpoint after each stage", spot, 0, 8000],
	["an interval that does not divide the query", spot, 50 * 60, 8000],
	["a last stretch of one stage", spot, 235 * 60, 6000],
	["a last stage cut short", { ...spot, stageLength: 7 * 60 }, 40 * 60, 8000],
	["one checkpoint, halfway", spot, 2 * hour, 8000],
	["no checkpoints", spot, 9 * hour, 6000],
	["failures more frequent than checkpoints", { ...spot, workerMtbf: 8 * hour }, hour, 3000],
	["checkpoints as long as the work between them", { ...spot, checkpointCost: 1200 }, 20 * 60, 5000],
	["restarts that fail themselves", { ...spot, restartTime: 1800 }, hour, 6000],
	["no restart time and free checkpoints", { ...spot, restartTime: 0, checkpointCost: 0 }, hour, 8000],
	["one worker", { ...spot, workers: 1, workerMtbf: 1.5 * hour }, hour, 8000],
];

describe("computeOverhead against a simulation", () => {
	it.each(cases)("agrees within the simulation's error: %s", (_, scenario, period, queries) => {
		const simulated = simulate(scenario, period, queries);
		const { count, checkpoints, total } = computeOverhead(period, scenario);
		const expected = scenario.queryLength / (1 - total);

		expect(simulated.failures).toBeGreaterThan(15_000);
		// The simulation itself has to be sharp, or agreeing with it would mean nothing.
		expect(simulated.error).toBeLessThan(0.02 * simulated.time);
		expect(Math.abs(simulated.time - expected)).toBeLessThan(4 * simulated.error);
		expect(simulated.checkpoints).toBe(count);
		expect(checkpoints).toBeCloseTo((count * scenario.checkpointCost) / expected, 9);
	});

	it("finds that a period works like the next whole number of stages", () => {
		expect(simulate(spot, 12 * 60, 200)).toEqual(simulate(spot, 15 * 60, 200));
		expect(simulate(spot, 12 * 60, 200)).not.toEqual(simulate(spot, 20 * 60, 200));
	});
});
