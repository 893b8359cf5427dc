import { describe, expect, it } from "vitest";
import { periodLadder, snapPeriod, stepPeriod } from "./ladder.ts";
import { formatSeconds, scenarioFields } from "./scenario.ts";

describe("periodLadder", () => {
	it("reads as a person would write it", () => {
		expect(periodLadder.map(formatSeconds).join(", ")).toMatchInlineSnapshot(
			`"1m, 1m 30s, 2m, 3m, 4m, 5m, 6m, 8m, 10m, 12m, 15m, 20m, 25m, 30m, 40m, 45m, 50m, 1h, 1h 15m, 1h 30m, 2h, 2h 30m, 3h, 4h, 5h, 6h, 8h, 10h, 12h, 15h, 18h, 24h, 30h, 36h, 48h, 72h, 96h, 120h, 168h, 240h, 336h, 480h, 720h"`,
		);
	});

	it("climbs from a minute to the longest query, by half as much again at most", () => {
		expect(periodLadder[0]).toBe(60);
		expect(periodLadder.at(-1)).toBe(scenarioFields.queryLength.max);
		for (const [index, rung] of periodLadder.slice(1).entries()) {
			const ratio = rung / (periodLadder[index] ?? Number.NaN);
			expect(ratio).toBeGreaterThan(1);
			expect(ratio).toBeLessThanOrEqual(1.5);
		}
	});
});

describe("snapPeriod", () => {
	it.each([
		[0.5, "1m"],
		[0, "1m"],
		[70, "1m"],
		[640, "10m"],
		[700, "12m"],
		[1e19, "720h"],
	])("takes %d seconds to %s", (period, rung) => {
		expect(formatSeconds(snapPeriod(period))).toBe(rung);
	});
});

describe("stepPeriod", () => {
	it.each([
		[600, 1, "12m"],
		[600, -1, "8m"],
		[601, -1, "10m"],
		[5, 1, "1m"],
		[5, -1, "1m"],
		[60, -1, "1m"],
		[1e19, 1, "720h"],
	] as const)("from %d seconds by %d comes to %s", (period, direction, rung) => {
		expect(formatSeconds(stepPeriod(period, direction))).toBe(rung);
	});
});
