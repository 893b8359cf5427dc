import fc from "fast-check";
import { type Scenario, type ScenarioKey, scenarioFields } from "./scenario.ts";

// For tests alone: nothing that ships may import this file.

/** Numbers from `min` to `max`, spread evenly on a logarithmic axis. */
function spread(min: number, max: number): fc.Arbitrary<number> {
	const steps = 2 ** 20;
	return fc.integer({ min: 0, max: steps }).map((step) => {
		return Math.min(Math.max(min * (max / min) ** (step / steps), min), max);
	});
}

/** Any number that the field takes, its least and its greatest more often than others. */
function anyValue(key: ScenarioKey): fc.Arbitrary<number> {
	const { unit, initial, min, max } = scenarioFields[key];
	const value = spread(min || 0.001, max).map((number) => (unit === "count" ? Math.round(number) : number));
	return fc.oneof({ weight: 4, arbitrary: value }, fc.constantFrom(min, max, initial));
}

/** Any scenario in which `checkScenario` finds nothing wrong, the most extreme ones included. */
export const anyScenario: fc.Arbitrary<Scenario> = fc.record({
	workers: anyValue("workers"),
	workerMtbf: anyValue("workerMtbf"),
	checkpointCost: anyValue("checkpointCost"),
	stageLength: anyValue("stageLength"),
	queryLength: anyValue("queryLength"),
	restartTime: anyValue("restartTime"),
});

/** Scenarios of the kind that people have. */
export const everydayScenario: fc.Arbitrary<Scenario> = fc.record({
	workers: fc.integer({ min: 1, max: 500 }),
	workerMtbf: spread(86_400, 3e8),
	checkpointCost: spread(1, 1800),
	stageLength: spread(10, 3600),
	queryLength: spread(1800, 172_800),
	restartTime: spread(1, 1800),
});

/** Any period in seconds, from none to far past what a query lasts. */
export const anyPeriod: fc.Arbitrary<number> = fc.oneof(
	{ weight: 4, arbitrary: spread(0.001, 1e8) },
	fc.constantFrom(0, 1e19),
);
