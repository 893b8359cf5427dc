import { describe, expect, it } from "vitest";
import { dalyInterval, youngInterval } from "./interval.ts";

/** The best interval of an endless run, with M = 1: the root of the derivative of (e^(τ+C) − 1)/τ. */
function exactInterval(cost: number): number {
	let low = 0;
	let high = 1;
	for (let turn = 0; turn < 100; turn++) {
		const middle = (low + high) / 2;
		if (middle + Math.expm1(-(middle + cost)) > 0) high = middle;
		else low = middle;
	}
	return low;
}

const runTime = (interval: number, cost: number) => Math.expm1(interval + cost) / interval;
const costs = Array.from({ length: 200 }, (_, index) => 1e-6 * 1.08 ** index);

describe("youngInterval", () => {
	// Low et al., "Distributed GraphLab", VLDB 2012: 64 machines that fail once a year, checkpoints of 2 minutes.
	it("gives the 3 hours that GraphLab's authors found with it", () => {
		const hours = youngInterval(120, (365 * 86_400) / 64) / 3600;
		expect(hours).toBeCloseTo(3.02, 2);
	});

	it("is nothing for a checkpoint that costs nothing", () => {
		expect(youngInterval(0, 1000)).toBe(0);
	});
});

describe("dalyInterval", () => {
	// Captions of figures 3 to 5 of the paper, with checkpoints of 5 minutes.
	it.each([
		[24 * 60, 117, 0],
		[6 * 60, 57, 0],
		[15, 9.1, 1],
	])("with a failure every %i minutes, gives the %d minutes that Daly's figure states", (mtbf, minutes, digits) => {
		expect(dalyInterval(5, mtbf)).toBeCloseTo(minutes, digits);
	});

	it("is the time between failures for checkpoints twice as long and longer", () => {
		expect(dalyInterval(20, 10)).toBe(10);
		expect(dalyInterval(1000, 10)).toBe(10);
	});

	it("goes over into Young's formula where failures are rare", () => {
		expect(dalyInterval(1, 1e8) / youngInterval(1, 1e8)).toBeCloseTo(1, 4);
	});

	it("is as near to the exact optimum as its description says", () => {
		for (const cost of costs) {
			const off = Math.abs(dalyInterval(cost, 1) / exactInterval(cost) - 1);
			expect(off).toBeLessThan(cost <= 0.1 ? 0.001 : 0.07);
			expect(runTime(dalyInterval(cost, 1), cost)).toBeLessThan(1.002 * runTime(exactInterval(cost), cost));
		}
	});
});
