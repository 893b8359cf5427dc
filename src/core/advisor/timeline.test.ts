import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPeriod, anyScenario } from "./scenario.arbitrary.ts";
import { defaultScenario } from "./scenario.ts";
import { layTimeline, type TimelineRow } from "./timeline.ts";

/** `work 60, checkpoint 1` in minutes, with equal neighbours joined. */
function read({ spans }: TimelineRow): string {
	const joined: { kind: string; length: number; parts: number }[] = [];
	for (const { kind, start, end } of spans) {
		const last = joined.at(-1);
		if (last?.kind === kind) {
			last.length += end - start;
			last.parts++;
		} else {
			joined.push({ kind, length: end - start, parts: 1 });
		}
	}
	return joined.map(({ kind, length, parts }) => `${kind} ${length / 60}${parts > 1 ? ` in ${parts}` : ""}`).join(", ");
}

describe("layTimeline", () => {
	it("shows what a failure costs with an hour and without", () => {
		const { chosen, without, work, stagesPerSpan } = layTimeline(3600, defaultScenario);
		expect(read(chosen)).toMatchInlineSnapshot(
			`"work 60 in 12, checkpoint 1, work 60 in 12, checkpoint 1, lost 30 in 6, restart 5, repeat 30 in 6, work 30 in 6, checkpoint 1, work 60 in 12"`,
		);
		expect(read(without)).toMatchInlineSnapshot(`"lost 150 in 30, restart 5, repeat 150 in 30, work 90 in 18"`);
		expect([chosen.failure, chosen.end, chosen.repeated].map((seconds) => seconds / 60)).toEqual([152, 278, 30]);
		expect([without.failure, without.end, without.repeated].map((seconds) => seconds / 60)).toEqual([150, 395, 150]);
		expect([work, stagesPerSpan]).toEqual([14_400, 1]);
	});

	it("rounds the period up to whole stages, and has a short last stretch", () => {
		expect(read(layTimeline(93 * 60, defaultScenario).chosen)).toMatchInlineSnapshot(
			`"work 95 in 19, checkpoint 1, lost 47.5 in 10, restart 5, repeat 47.5 in 10, work 47.5 in 10, checkpoint 1, work 50 in 10"`,
		);
	});

	it("shows the same twice where no checkpoint is made", () => {
		const { chosen, without } = layTimeline(4 * 3600, defaultScenario);
		expect(chosen).toEqual(without);
	});

	it("shows the first part of a query with more checkpoints than can be seen", () => {
		const { chosen, work } = layTimeline(0, defaultScenario);
		expect(work).toBe(24 * 300);
		expect(chosen.spans.filter(({ kind }) => kind === "checkpoint")).toHaveLength(23);
	});

	it("shows checkpoints that take no time", () => {
		const { chosen } = layTimeline(3600, { ...defaultScenario, checkpointCost: 0 });
		expect(chosen.spans.filter(({ kind }) => kind === "checkpoint")).toHaveLength(3);
	});

	it("joins stages where there are more than can be seen", () => {
		const { chosen, stagesPerSpan } = layTimeline(3600, { ...defaultScenario, stageLength: 1 });
		expect(stagesPerSpan).toBe(200);
		expect(chosen.spans.length).toBeLessThan(100);
	});

	it("keeps the sum of work, and follows one span with the next, however extreme the scenario", () => {
		fc.assert(
			fc.property(anyScenario, anyPeriod, (scenario, period) => {
				const { chosen, without, work } = layTimeline(period, scenario);
				for (const { spans, end, failure, repeated } of [chosen, without]) {
					const sum = { work: 0, lost: 0, repeat: 0, checkpoint: 0, restart: 0 };
					let now = 0;
					for (const span of spans) {
						expect(span.start).toBe(now);
						if (span.kind === "checkpoint") expect(span.end).toBeGreaterThanOrEqual(span.start);
						else expect(span.end).toBeGreaterThan(span.start);
						sum[span.kind] += span.end - span.start;
						now = span.end;
					}
					expect(now).toBe(end);
					expect((sum.work + sum.repeat) / work).toBeCloseTo(1, 6);
					expect(sum.lost / repeated).toBeCloseTo(1, 6);
					expect(sum.repeat / repeated).toBeCloseTo(1, 6);
					expect(failure).toBeGreaterThan(0);
					expect(failure).toBeLessThan(end);
					expect(spans.length).toBeLessThan(250);
				}
				expect(chosen.repeated).toBeLessThanOrEqual(without.repeated);
			}),
		);
	});
});
