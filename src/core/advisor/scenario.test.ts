import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyScenario } from "./scenario.arbitrary.ts";
import {
	checkScenario,
	checkScenarioField,
	defaultScenario,
	estimateCheckpointCost,
	failureRates,
	formatQuantity,
	type ScenarioKey,
	scenarioFields,
	toSeconds,
} from "./scenario.ts";

const messageOf = (key: ScenarioKey, value: number) => checkScenarioField(key, value)?.message;

describe("checkScenarioField", () => {
	it("says what was expected and what was found", () => {
		expect(messageOf("workers", Number.NaN)).toMatchInlineSnapshot(`"Write a number, not “NaN”."`);
		expect(messageOf("workers", 0)).toMatchInlineSnapshot(`"Write at least 1, not “0”."`);
		expect(messageOf("workers", 1.5)).toMatchInlineSnapshot(`"Write a whole number, not “1.5”."`);
		expect(messageOf("workers", 1e9)).toMatchInlineSnapshot(`"Write at most 100,000, not “1,000,000,000”."`);
		expect(messageOf("workers", 1e300)).toMatchInlineSnapshot(`"Write at most 100,000, not “1e+300”."`);
		expect(messageOf("workerMtbf", 0)).toMatchInlineSnapshot(`"Write at least 1m, not “0s”."`);
		expect(messageOf("workerMtbf", Number.POSITIVE_INFINITY)).toMatchInlineSnapshot(
			`"Write a number, not “Infinity”."`,
		);
		expect(messageOf("checkpointCost", -1)).toMatchInlineSnapshot(`"Write at least 0s, not “-1s”."`);
		expect(messageOf("checkpointCost", 86_401)).toMatchInlineSnapshot(`"Write at most 24h, not “24h 1s”."`);
		expect(messageOf("stageLength", 0)).toMatchInlineSnapshot(`"Write at least 1ms, not “0s”."`);
		expect(messageOf("queryLength", 1e19)).toMatchInlineSnapshot(
			`"Write at most 30 days, not “10000000000000000000s”."`,
		);
		expect(messageOf("restartTime", 1e300)).toMatchInlineSnapshot(`"Write at most 24h, not “1e+300s”."`);
		expect(messageOf("checkpointBytes", -5)).toMatchInlineSnapshot(`"Write at least 0 B, not “-5 B”."`);
		expect(messageOf("checkpointBytes", 1e21)).toMatchInlineSnapshot(`"Write at most 1 EB, not “1000 EB”."`);
		expect(messageOf("bandwidth", 0)).toMatchInlineSnapshot(`"Write at least 1 B/s, not “0 B/s”."`);
	});

	it("takes both ends of each range, and its initial value", () => {
		for (const [key, { min, max, initial }] of Object.entries(scenarioFields)) {
			for (const value of [min, max, initial]) expect(messageOf(key as ScenarioKey, value)).toBeUndefined();
		}
	});
});

describe("checkScenario", () => {
	it("finds nothing wrong with the default scenario", () => {
		expect(checkScenario(defaultScenario)).toEqual([]);
	});

	it("finds nothing wrong with what the other tests are run on", () => {
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				expect(checkScenario(scenario)).toEqual([]);
			}),
		);
	});

	it("names each input that is wrong", () => {
		const problems = checkScenario({ ...defaultScenario, workers: Number.NaN, stageLength: 0 });
		expect(problems.map(({ path, severity }) => [path, severity])).toEqual([
			[["workers"], "error"],
			[["stageLength"], "error"],
		]);
	});
});

describe("defaults", () => {
	it("say the same of a checkpoint in time as in bytes", () => {
		const { checkpointBytes, bandwidth, checkpointCost } = scenarioFields;
		expect(estimateCheckpointCost({ checkpointBytes: checkpointBytes.initial, bandwidth: bandwidth.initial })).toBe(
			checkpointCost.initial,
		);
	});

	it("take the failure rate of a choice that is offered", () => {
		expect(failureRates.map(({ workerMtbf }) => workerMtbf)).toContain(defaultScenario.workerMtbf);
	});

	it("state failure rates that an input may have", () => {
		for (const { workerMtbf } of failureRates) expect(messageOf("workerMtbf", workerMtbf)).toBeUndefined();
	});
});

describe("formatQuantity", () => {
	it.each([
		[5400, "seconds", "1h 30m"],
		[0.001, "seconds", "1ms"],
		[864_000, "seconds", "10 days"],
		[86_400, "seconds", "24h"],
		[12_000, "count", "12,000"],
		[0, "bytes", "0 B"],
		[999, "bytes", "999 B"],
		[60e9, "bytes", "60 GB"],
		[1.25e12, "bytes", "1.25 TB"],
		[999_999, "bytes", "1 MB"],
		[1e9, "bytes per second", "1 GB/s"],
		[0.5, "bytes per second", "0.5 B/s"],
	] as const)("writes %d %s as %s", (value, unit, text) => {
		expect(formatQuantity(value, unit)).toBe(text);
	});
});

describe("toSeconds", () => {
	it("takes nanoseconds as parseDuration gives them", () => {
		expect(toSeconds(1_500_000_000n)).toBe(1.5);
		expect(toSeconds(18_446_744_073_709_551_615_999_999_999n)).toBe(1.8446744073709552e19);
	});
});
