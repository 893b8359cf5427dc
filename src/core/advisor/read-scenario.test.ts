import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AdvisorDraft, defaultDraft } from "../draft/draft.ts";
import { advisorFields } from "../draft/fields.ts";
import { type AdvisorText, describeMissing, readScenario, scenarioKeys } from "./read-scenario.ts";
import { checkScenario, defaultScenario, failureRates, scenarioFields } from "./scenario.ts";

const read = (changes: Partial<AdvisorDraft>) => readScenario({ ...defaultDraft.advisor, ...changes });
const explain = (changes: Partial<AdvisorDraft>) => {
	const { scenario, problems } = read(changes);
	expect(scenario === undefined).toBe(problems.size > 0);
	return [...problems].map(([field, [problem]]) => `${field}: ${problem?.message}`);
};

describe("readScenario", () => {
	it("reads the defaults as the default scenario, each text as its field's initial value", () => {
		expect(read({})).toEqual({ scenario: defaultScenario, problems: new Map() });
		for (const [text, key] of Object.entries(scenarioKeys) as [AdvisorText, keyof typeof scenarioFields][]) {
			const { scenario } = read({ failures: "custom", cost_from: "size" });
			if (key in defaultScenario && key !== "checkpointCost") {
				expect(scenario?.[key as keyof typeof defaultScenario], text).toBe(scenarioFields[key].initial);
			}
		}
	});

	it("takes the failure rate of each everyday choice, and a custom one", () => {
		for (const { id, workerMtbf } of failureRates) {
			expect(read({ failures: id, worker_mtbf: "x" }).scenario?.workerMtbf).toBe(workerMtbf);
		}
		expect(read({ failures: "custom", worker_mtbf: "2 weeks" }).scenario?.workerMtbf).toBe(1_209_600);
		expect([...failureRates.map(({ id }) => id), "custom"]).toEqual(Object.keys(advisorFields.failures.choices));
	});

	it("reckons the cost of a checkpoint from size and bandwidth", () => {
		const size = {
			cost_from: "size",
			checkpoint_cost: "x",
			checkpoint_size: "600 GB",
			bandwidth: "40 Gbit/s",
		} as const;
		expect(read(size).scenario?.checkpointCost).toBe(120);
	});

	it("gives no scenario while a text that counts is wrong, and names its field", () => {
		expect(explain({ workers: "", stage_length: "5 Mins" })).toMatchInlineSnapshot(`
			[
			  "advisor.workers: Enter a number, for example 8.",
			  "advisor.stage_length: Write “mins” in lower case, not “Mins”.",
			]
		`);
		expect(explain({ workers: "0", query_length: "1000 days" })).toMatchInlineSnapshot(`
			[
			  "advisor.workers: Write at least 1, not “0”.",
			  "advisor.query_length: Write at most 30 days, not “1000 days”.",
			]
		`);
		expect(explain({ workers: `${"9".repeat(30)}` })).toMatchInlineSnapshot(`
			[
			  "advisor.workers: Write at most 100,000, not “99999999999999999999999…”.",
			]
		`);
		expect(explain({ failures: "custom", worker_mtbf: "30s", restart_time: " " })).toMatchInlineSnapshot(`
			[
			  "advisor.worker_mtbf: Write at least 1m, not “30s”.",
			  "advisor.restart_time: Enter a duration, for example 5m.",
			]
		`);
		expect(explain({ cost_from: "size", checkpoint_size: "1 EB", bandwidth: "1 B/s" })).toMatchInlineSnapshot(`
			[
			  "advisor.bandwidth: At this rate, a checkpoint takes longer than a day.",
			]
		`);
		expect(explain({ cost_from: "size", checkpoint_size: "", bandwidth: "0 B/s" })).toMatchInlineSnapshot(`
			[
			  "advisor.checkpoint_size: Enter a size, for example 60 GB.",
			  "advisor.bandwidth: Write at least 1 B/s, not “0 B/s”.",
			]
		`);
	});

	it("says of an empty text what to enter", () => {
		expect((Object.keys(scenarioKeys) as AdvisorText[]).map(describeMissing)).toMatchInlineSnapshot(`
			[
			  "Enter a number, for example 8.",
			  "Enter a duration, for example 10 days.",
			  "Enter a duration, for example 1m.",
			  "Enter a size, for example 60 GB.",
			  "Enter a rate, for example 1 GB/s.",
			  "Enter a duration, for example 5m.",
			  "Enter a duration, for example 4h.",
			  "Enter a duration, for example 5m.",
			]
		`);
	});

	it("never gives a scenario that the model can't reckon with", () => {
		const anyText = fc.oneof(fc.constantFrom("8", "5m", "10 days", "60 GB", "1 GB/s", "0", "1e9"), fc.string());
		const texts = Object.fromEntries(Object.keys(scenarioKeys).map((key) => [key, anyText]));
		const anyAdvisor = fc.record({
			...texts,
			failures: fc.constantFrom("spot", "custom"),
			cost_from: fc.constantFrom("time", "size"),
		}) as unknown as fc.Arbitrary<AdvisorDraft>;
		fc.assert(
			fc.property(anyAdvisor, fc.constantFrom(...(Object.keys(scenarioKeys) as AdvisorText[])), (advisor, key) => {
				for (const draft of [advisor, { ...defaultDraft.advisor, cost_from: advisor.cost_from, [key]: advisor[key] }]) {
					const { scenario } = readScenario(draft);
					if (scenario) expect(checkScenario(scenario)).toEqual([]);
				}
			}),
		);
	});
});
