import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choosePeriodDomain, plotCurve } from "./curve.ts";
import {
	describeAdvice,
	describeCurve,
	describeTimeline,
	expectDuration,
	formatRough,
	formatShare,
	summarizeTimeline,
	verdicts,
} from "./describe.ts";
import { computeOverhead } from "./overhead.ts";
import { recommendPeriod } from "./recommend.ts";
import { anyPeriod, anyScenario } from "./scenario.arbitrary.ts";
import { defaultScenario, type Scenario } from "./scenario.ts";
import { layTimeline } from "./timeline.ts";

const day = 86_400;
const change = (changes: Partial<Scenario>): Scenario => ({ ...defaultScenario, ...changes });

describe("formatShare", () => {
	it.each([
		[0, "0%"],
		[1e-9, "<0.1%"],
		[0.0006, "0.1%"],
		[0.03164, "3.2%"],
		[0.9994, "99.9%"],
		[0.9999, ">99.9%"],
		[1, ">99.9%"],
	])("writes %d as %s", (share, text) => {
		expect(formatShare(share)).toBe(text);
	});
});

describe("formatRough", () => {
	it.each([
		[0, "0s"],
		[0.0014, "1ms"],
		[1.5, "1s 500ms"],
		[37.6, "38s"],
		[3560.11, "59m 20s"],
		[94_455, "26h 14m"],
		[40.2 * day, "40 days"],
		[1e10, "over 10 years"],
		[Number.POSITIVE_INFINITY, "over 10 years"],
	])("writes %d seconds as %s", (seconds, text) => {
		expect(formatRough(seconds)).toBe(text);
	});
});

describe("describeAdvice", () => {
	const advise = (changes: Partial<Scenario>) => {
		const advice = recommendPeriod(change(changes));
		return `${verdicts[advice.verdict]} ${describeAdvice(advice)}`;
	};

	it("says in a sentence what to write and what that comes to", () => {
		expect(advise({})).toMatchInlineSnapshot(
			`"Checkpoints save time. A period of 1h cuts the time lost from 6.8% to 3.2%."`,
		);
		expect(advise({ queryLength: 6000 })).toMatchInlineSnapshot(
			`"Checkpoints make little difference. With a period of 50m, 2.6% of the time is lost; without checkpoints, 3.0%."`,
		);
		expect(advise({ workerMtbf: 180 * day })).toMatchInlineSnapshot(
			`"Checkpoints cost more time than they save. A period of 5h makes no checkpoint in this query, which loses 0.4% of its time to failures."`,
		);
		expect(advise({ workers: 20_000 })).toMatchInlineSnapshot(
			`"Checkpoints are not enough. Even with a period of 2m, >99.9% of the time is lost to failures."`,
		);
	});
});

describe("describeCurve", () => {
	const tell = (changes: Partial<Scenario>, present = 600) => {
		const scenario = change(changes);
		return describeCurve(plotCurve(scenario, choosePeriodDomain(scenario, present)));
	};

	it("says where lost time is least, and how it rises", () => {
		expect(tell({})).toMatchInlineSnapshot(
			`"Lost time falls from 16.7% at 1m to 3.2% at 1h, and rises to 6.8% from 3h 55m on, where no checkpoint is made."`,
		);
		expect(tell({ workerMtbf: 180 * day })).toMatchInlineSnapshot(
			`"Lost time falls from 16.4% at 1m to 0.4% from 3h 55m on, where no checkpoint is made."`,
		);
		expect(tell({ stageLength: 3600, workers: 64 })).toMatchInlineSnapshot(
			`"Lost time is least, 15.9%, up to a period of 1h, and rises to 45.3% from 3h on, where no checkpoint is made."`,
		);
		expect(tell({ stageLength: 4 * 3600 })).toMatchInlineSnapshot(`"Every period loses about the same, 6.8%."`);
		expect(tell({ workers: 20_000 })).toMatchInlineSnapshot(`"Every period loses about the same, >99.9%."`);
		expect(tell({ checkpointCost: 0, stageLength: 1 })).toMatchInlineSnapshot(
			`"Lost time is least, 0.3%, up to a period of 1m, and rises to 6.8% from 3h 58m on, where no checkpoint is made."`,
		);
	});
});

describe("the timeline's text", () => {
	const tell = (period: number, changes: Partial<Scenario> = {}) => {
		const scenario = change(changes);
		const timeline = layTimeline(period, scenario);
		const name = formatRough(period);
		return [describeTimeline(name, timeline, scenario), summarizeTimeline(name, timeline)];
	};

	it("says what the picture shows, and what it comes to", () => {
		expect(tell(3600)).toMatchInlineSnapshot(`
			[
			  "48 stages of 5m with one failure. With 1h: 3 checkpoints, failure after 2h 32m, 30m of work repeated, done after 4h 38m. Without checkpoints: failure after 2h 30m, 2h 30m of work repeated, done after 6h 35m.",
			  "A failure repeats 30m of work with a period of 1h, and 2h 30m without checkpoints.",
			]
		`);
		expect(tell(18_000)).toMatchInlineSnapshot(`
			[
			  "48 stages of 5m with one failure. With 5h: no checkpoints, failure after 2h, 2h of work repeated, done after 6h 5m. Without checkpoints: failure after 2h, 2h of work repeated, done after 6h 5m.",
			  "A failure repeats 2h of work, with a period of 5h as without checkpoints.",
			]
		`);
		expect(tell(600, { stageLength: 30, queryLength: 2 * day })).toMatchInlineSnapshot(`
			[
			  "480 stages of 30s with one failure. They are the first 4h of the query. One box stands for 7 stages. With 10m: 23 checkpoints, failure after 2h 39m, 5m of work repeated, done after 4h 33m. Without checkpoints: failure after 2h 25m, 2h 25m of work repeated, done after 6h 30m.",
			  "A failure repeats 5m of work with a period of 10m, and 2h 25m without checkpoints.",
			]
		`);
	});
});

it("says nothing that is no number, however extreme the scenario", () => {
	fc.assert(
		fc.property(anyScenario, anyPeriod, (scenario, period) => {
			const advice = recommendPeriod(scenario);
			const timeline = layTimeline(period, scenario);
			const { total, checkpoints, repeated, interval } = computeOverhead(period, scenario);
			const said = [
				describeAdvice(advice),
				describeCurve(plotCurve(scenario, choosePeriodDomain(scenario, period))),
				describeTimeline(formatRough(period), timeline, scenario),
				summarizeTimeline(formatRough(period), timeline),
				...[total, checkpoints, repeated].map(formatShare),
				...[expectDuration(total, scenario), interval, advice.young, advice.daly].map(formatRough),
			].join("\n");
			expect(said).not.toMatch(/NaN|Infinity|undefined|e\+|e-\d/);
		}),
		{ numRuns: 500 },
	);
});
