import { describe, expect, test } from "vitest";
import type { Problem } from "../../core/problem.ts";
import { calmProblems, type ProblemMap } from "./calm.ts";
import { type EditingStep, followEditing, untouched } from "./editing.ts";

const after = (...steps: readonly EditingStep[]) => steps.reduce(followEditing, untouched);
const wrong = (name: string, message: string): ProblemMap => {
	const problem: Problem = { code: "missing-value", severity: "error", message, path: name.split(".") };
	return new Map([[name, [problem]]]);
};
const none: ProblemMap = new Map();

describe("what is wrong with a text", () => {
	const problems = wrong("period", "No unit.");
	const draft = { period: "10" };

	test("waits while the text is typed, and comes up when typing rests or the field is left", () => {
		const typing = after({ kind: "type", name: "period" });
		expect(calmProblems(none, problems, draft, typing)).toEqual(none);
		for (const step of [{ kind: "rest" }, { kind: "leave", name: "period" }] as const) {
			expect(calmProblems(none, problems, draft, followEditing(typing, step))).toEqual(problems);
		}
	});

	test("stays while it is typed on and as true as before, and goes at once when it isn't", () => {
		const typing = after({ kind: "type", name: "period" });
		expect(calmProblems(problems, problems, draft, typing)).toBe(problems);
		expect(calmProblems(problems, wrong("period", "Something else."), draft, typing)).toEqual(none);
		expect(calmProblems(problems, none, draft, typing)).toEqual(none);
	});

	test("waits at every field, whichever is typed in", () => {
		const typing = after({ kind: "type", name: "s3.url" });
		expect(calmProblems(none, problems, draft, typing)).toEqual(none);
		expect(calmProblems(none, problems, draft, followEditing(typing, { kind: "leave", name: "period" }))).toEqual(none);
	});

	test("is there from the start where a link or a file brought it", () => {
		expect(calmProblems(none, problems, draft, untouched)).toEqual(problems);
	});
});

describe("that a text is missing", () => {
	const problems = wrong("s3.url", "Enter a URL.");
	const draft = { s3: { url: "" } };

	test("is said once its field was left, and not before", () => {
		expect(calmProblems(none, problems, draft, untouched)).toEqual(none);
		expect(calmProblems(none, problems, draft, after({ kind: "leave", name: "s3.url" }))).toEqual(problems);
	});

	test("is said of every field that keeps a file back, once somebody tried to take it", () => {
		const attempt = after({ kind: "attempt", names: ["s3.url"] });
		expect(attempt.attempted).toBe(true);
		expect(calmProblems(none, problems, draft, attempt)).toEqual(problems);
		const other = wrong("s3.options.0.value", "Enter a value.");
		expect(calmProblems(none, other, { s3: { options: [{ value: "" }] } }, attempt)).toEqual(none);
		expect(followEditing(attempt, { kind: "complete" }).attempted).toBe(false);
	});
});

test("a row that moves up takes along whether somebody was there", () => {
	const left = after(
		{ kind: "leave", name: "s3.options.0.value" },
		{ kind: "leave", name: "s3.options.2.value" },
		{ kind: "leave", name: "gcs.options.1.value" },
		{ kind: "remove", list: "s3.options", index: 1 },
	);
	expect([...left.touched]).toEqual(["s3.options.0.value", "s3.options.1.value", "gcs.options.1.value"]);
	expect([...followEditing(left, { kind: "remove", list: "s3.options", index: 0 }).touched]).toEqual([
		"s3.options.0.value",
		"gcs.options.1.value",
	]);
});

test("another draft begins anew", () => {
	expect(after({ kind: "type", name: "period" }, { kind: "restart" })).toEqual(untouched);
});
