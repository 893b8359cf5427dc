import { expect, test, vi } from "vitest";
import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import { loadOutput } from "../../core/outputs/registry.ts";
import { inspectDraft, inspectFiles, layoutFiles } from "./inspection.ts";
import { judgeDraft } from "./judge.ts";
import { defaultJudgement, judgeDefault, loadJudge, resolveDraft } from "./load-judge.ts";

const options = { fields: {}, shouldUseNativeValidation: false };

function resolve(draft: CheckpointDraft) {
	return resolveDraft(draft, undefined, options);
}

test("what is said of the default draft before the judge is there is what the judge says", async () => {
	expect(defaultJudgement).toEqual(judgeDraft(defaultDraft, await loadOutput(defaultDraft.output)));
});

test("no other draft is judged before the judge is there", async () => {
	const draft = { ...defaultDraft, period: "10 Mins" };
	expect(inspectDraft(structuredClone(defaultDraft), judgeDefault).judged).toBe(true);
	expect(inspectDraft(draft, judgeDefault).judged).toBe(false);
	const inspection = inspectDraft(draft, await loadJudge(draft.output));
	expect(inspection.judged).toBe(true);
	expect([...inspection.problems.keys()]).toEqual(["period"]);
	const files = inspectFiles(layoutFiles(draft) ?? [], inspection.errors);
	expect(files.map(({ name, errors }) => [name, errors.length])).toEqual([
		["scheduler.toml", 1],
		["worker.toml", 0],
	]);
});

test("an error without a line of its own blocks every file of its node, and no other", async () => {
	const s3 = { ...defaultDraft.s3, credentials: "nonsense" as "access_key" };
	const draft: CheckpointDraft = { ...defaultDraft, store: "s3", s3 };
	const { errors } = inspectDraft(draft, await loadJudge(draft.output));
	const files = inspectFiles(layoutFiles(draft) ?? [], errors);
	expect(files.map(({ name, errors }) => [name, errors.length > 0])).toEqual([
		["scheduler.toml", false],
		["worker.toml", true],
	]);
});

test("a mistake in the judge's own code takes the judgement away, and not what comes after", () => {
	const reported = vi.fn();
	vi.stubGlobal("reportError", reported);
	const judge = (draft: CheckpointDraft) => {
		if (draft.period === "bad") throw new Error("a mistake");
		return defaultJudgement;
	};
	expect(inspectDraft({ ...defaultDraft, period: "bad" }, judge)).toMatchObject({ judged: false, broken: true });
	expect(reported).toHaveBeenCalledOnce();
	expect(inspectDraft(defaultDraft, judge)).toMatchObject({ judged: true, broken: false });
	vi.unstubAllGlobals();
});

test("the form's resolver gives a draft that is right, and of one that is not each error in its place", async () => {
	expect(await resolve(defaultDraft)).toEqual({ values: defaultDraft, errors: {} });
	// With a warning, a draft is right.
	expect(await resolve({ ...defaultDraft, shuffle: "shared" })).toMatchObject({ errors: {} });
	const draft: CheckpointDraft = {
		...defaultDraft,
		period: "10 Mins",
		store: "s3",
		s3: {
			...defaultDraft.s3,
			url: "s3://bucket/ck",
			credentials: "environment",
			options: [{ key: "nokey", value: "" }],
		},
	};
	expect(await resolve(draft)).toMatchObject({
		values: {},
		errors: { period: { type: "error" }, s3: { options: [{ key: { type: "error" } }] } },
	});
});
