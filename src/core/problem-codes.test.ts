import { expect, test } from "vitest";
import { lintConfig } from "./check/lint.ts";
import { type ExampleInput, ruleExamples } from "./check/rule-examples.ts";
import { checkDraft } from "./draft/check.ts";
import { loadOutput } from "./outputs/registry.ts";
import type { BareProblem } from "./problem.ts";
import { type ProblemCode, problemCodes } from "./problem-codes.ts";

async function listProblems(input: ExampleInput): Promise<readonly BareProblem[]> {
	if (typeof input === "string" || !("period" in input)) return lintConfig(input);
	const output = await loadOutput(input.output);
	return [...checkDraft(input).problems, ...output.check(input)];
}

test.each(Object.keys(problemCodes) as ProblemCode[])(
	"%s: the wrong example has this problem alone, and the right one has none",
	async (code) => {
		const { wrong, right } = ruleExamples[code];
		const found = await listProblems(wrong);
		expect(new Set(found.map((problem) => problem.code))).toEqual(new Set([code]));
		expect(await listProblems(right)).toEqual([]);
	},
);
