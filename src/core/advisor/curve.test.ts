import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choosePeriodDomain, plotCurve } from "./curve.ts";
import { computeOverhead, computeOverheadWithout } from "./overhead.ts";
import { anyPeriod, anyScenario } from "./scenario.arbitrary.ts";
import { defaultScenario } from "./scenario.ts";

describe("choosePeriodDomain", () => {
	it.each([
		[600, 60, 28_800],
		[5, 5, 28_800],
		[0, 1, 28_800],
		[1e6, 60, 1e6],
		[1e19, 60, 31_536_000],
	])("for %d seconds reaches from %d to %d", (present, from, to) => {
		expect(choosePeriodDomain(defaultScenario, present)).toEqual([from, to]);
	});
});

describe("plotCurve", () => {
	const curve = plotCurve(defaultScenario, [60, 28_800]);

	it("is a staircase with a step for each number of stages, up to the query's length", () => {
		expect(curve.steps.slice(0, 3).map(({ from, to }) => [from, to])).toEqual([
			[60, 300],
			[300, 600],
			[600, 900],
		]);
		expect(curve.steps).toHaveLength(48);
		expect(curve.steps.at(-1)).toEqual({ from: 235 * 60, to: 28_800, overhead: curve.without });
	});

	it("says at any period what the model says", () => {
		for (const { from, to, overhead } of curve.steps) {
			expect(computeOverhead(to, defaultScenario)).toEqual(overhead);
			expect(computeOverhead((from + to) / 2, defaultScenario)).toEqual(overhead);
		}
	});

	it("finds the optimum, here at an hour", () => {
		expect([curve.optimum.from, curve.optimum.to]).toEqual([55 * 60, 3600]);
	});

	it("rises to both sides of the optimum", () => {
		const { total } = curve.optimum.overhead;
		expect(curve.steps[0]?.overhead.total).toBeGreaterThan(4 * total);
		expect(curve.steps.at(-1)?.overhead.total).toBeGreaterThan(2 * total);
	});

	it("has no gap, ends with the axis and stays finite, however extreme the scenario", () => {
		fc.assert(
			fc.property(anyScenario, anyPeriod, (scenario, present) => {
				const [from, to] = choosePeriodDomain(scenario, present);
				const { steps, without } = plotCurve(scenario, [from, to]);
				let reached = from;
				for (const step of steps) {
					expect(step.from).toBe(reached);
					expect(step.to).toBeGreaterThanOrEqual(step.from);
					reached = step.to;
					for (const share of Object.values(step.overhead)) expect(Number.isFinite(share)).toBe(true);
				}
				expect(reached).toBe(to);
				expect(steps.length).toBeLessThanOrEqual(301);
				expect(without).toEqual(computeOverheadWithout(scenario));
			}),
		);
	});
});
