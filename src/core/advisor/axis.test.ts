import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseShareTop, listPeriodTicks, listShareTicks, listTimeTicks } from "./axis.ts";
import { choosePeriodDomain, plotCurve } from "./curve.ts";
import { formatRough } from "./describe.ts";
import { anyPeriod, anyScenario } from "./scenario.arbitrary.ts";
import { defaultScenario } from "./scenario.ts";

describe("listPeriodTicks", () => {
	const name = (to: number, gap: number) => listPeriodTicks([60, to], gap).map(formatRough).join(" ");

	it("names periods that people count in, as many as fit", () => {
		expect(name(28_800, 0.1)).toMatchInlineSnapshot(`"1m 2m 5m 10m 30m 1h 3h 6h"`);
		expect(name(28_800, 0.2)).toMatchInlineSnapshot(`"1m 10m 1h 6h"`);
		expect(name(600, 0.1)).toMatchInlineSnapshot(`"1m 2m 3m 5m 10m"`);
		expect(name(5_184_000, 0.1)).toMatchInlineSnapshot(`"1m 10m 1h 6h 24h 7 days 30 days"`);
	});
});

describe("listShareTicks", () => {
	it.each([
		[0.176, [0, 0.05, 0.1, 0.15]],
		[1.05, [0, 0.5, 1]],
		[0.0016, [0, 0.0005, 0.001, 0.0015]],
		[0.04, [0, 0.01, 0.02, 0.03, 0.04]],
	])("divides an axis up to %d", (top, ticks) => {
		expect(listShareTicks(top).map((tick) => Number(tick.toPrecision(12)))).toEqual(ticks);
	});
});

describe("listTimeTicks", () => {
	it.each([
		[23_400, 6, [0, 2, 4, 6]],
		[23_400, 3, [0, 3, 6]],
		[3600, 4, [0, 0.5, 1]],
	])("divides %d seconds into at most %d", (end, most, hours) => {
		expect(listTimeTicks(end, most).map((tick) => tick / 3600)).toEqual(hours);
	});

	it("is never crowded, however short or long the time", () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-3, max: 1e8, noNaN: true }), fc.integer({ min: 1, max: 8 }), (end, most) => {
				const ticks = listTimeTicks(end, most);
				expect(ticks.length).toBeLessThanOrEqual(most + 1);
				expect(ticks.every((tick) => tick <= end * (1 + 1e-9))).toBe(true);
			}),
		);
	});
});

describe("chooseShareTop", () => {
	const topOf = (workers: number, workerMtbf = defaultScenario.workerMtbf) =>
		chooseShareTop(plotCurve({ ...defaultScenario, workers, workerMtbf }, [60, 28_800]));

	it("shows all of the curve, unless its ends are too steep", () => {
		expect(topOf(8)).toBeCloseTo(1.05 * 0.1675, 3);
		expect(topOf(8, 180 * 86_400)).toBeCloseTo(1.05 * 4 * 0.0039, 3);
		expect(topOf(20_000)).toBeCloseTo(1.05, 6);
	});

	it("is an axis that shows the optimum and no checkpoints, however extreme the scenario", () => {
		fc.assert(
			fc.property(anyScenario, anyPeriod, (scenario, present) => {
				const curve = plotCurve(scenario, choosePeriodDomain(scenario, present));
				const top = chooseShareTop(curve);
				expect(top).toBeGreaterThan(curve.optimum.overhead.total);
				expect(top).toBeGreaterThan(curve.without.total);
				expect(top).toBeLessThanOrEqual(1.05);
				expect(listShareTicks(top).length).toBeGreaterThan(1);
				expect(listShareTicks(top).length).toBeLessThanOrEqual(5);
			}),
		);
	});
});
