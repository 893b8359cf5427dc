import { expect, test, vi } from "vitest";
import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import type { Output } from "../../outputs/output.ts";
import { loadOutput } from "../../outputs/registry.ts";
import { createInspectionStore, defaultJudgement } from "./inspection-store.ts";
import { judgeDraft } from "./judge.ts";

test("what is said of the default draft before the judge is there is what the judge says", async () => {
	expect(defaultJudgement).toEqual(judgeDraft(defaultDraft, await loadOutput(defaultDraft.output)));
});

test("no file is free before its draft is judged", async () => {
	const store = createInspectionStore(defaultDraft);
	expect(store.read().judged).toBe(true);
	store.update({ ...defaultDraft, period: "10 Mins" });
	expect(store.read().judged).toBe(false);
	await store.load();
	expect(store.read().judged).toBe(true);
	expect(store.read().files.map(({ name, errors }) => [name, errors.length])).toEqual([
		["scheduler.toml", 1],
		["worker.toml", 0],
	]);
});

test("an error without a line of its own blocks every file of its node, and no other", async () => {
	const store = createInspectionStore(defaultDraft);
	await store.load();
	store.update({ ...defaultDraft, store: "s3", s3: { ...defaultDraft.s3, credentials: "nonsense" as "access_key" } });
	expect(store.read().files.map(({ name, errors }) => [name, errors.length > 0])).toEqual([
		["scheduler.toml", false],
		["worker.toml", true],
	]);
});

test("a mistake in the judge's own code takes the files away, and neither the draft nor what comes after", async () => {
	const { judgeDraft: _, ...rest } = await import("./judge.ts");
	vi.doMock("./judge.ts", () => ({
		...rest,
		judgeDraft: (draft: CheckpointDraft, output: Output) => {
			if (draft.period === "bad") throw new Error("a mistake");
			return judgeDraft(draft, output);
		},
	}));
	const reported = vi.fn();
	vi.stubGlobal("reportError", reported);
	const store = createInspectionStore(defaultDraft);
	await store.load();
	store.update({ ...defaultDraft, period: "bad" });
	expect(store.read()).toMatchObject({ broken: true, judged: false, files: [], draft: { period: "bad" } });
	expect(reported).toHaveBeenCalledOnce();
	store.update({ ...defaultDraft, period: "20m" });
	expect(store.read()).toMatchObject({ broken: false, judged: true, files: [{ errors: [] }, { errors: [] }] });
	vi.doUnmock("./judge.ts");
	vi.unstubAllGlobals();
});

test("a typed text is told to its line at once, and judged once before the next frame", async () => {
	const frame: (() => void)[] = [];
	const store = createInspectionStore(defaultDraft, (act) => frame.push(act));
	await store.load();
	const told: string[] = [];
	store.subscribeLines((file, index, { tokens }) =>
		told.push(`${file} ${index} ${tokens.map(({ text }) => text).join("")}`),
	);
	const judged = vi.fn();
	store.subscribe(judged);
	for (const period of ["2", "20", "20M"]) {
		store.tellLine("period", period);
		store.update({ ...defaultDraft, period }, "period");
	}
	expect(told).toEqual(["2", "20", "20M"].map((period) => `scheduler.toml 5 period = "${period}"`));
	expect([frame.length, judged.mock.calls.length]).toEqual([1, 0]);
	frame[0]?.();
	expect(judged).toHaveBeenCalledOnce();
	expect(store.read()).toMatchObject({ judged: true, draft: { period: "20M" }, files: [{ errors: [{}] }, {}] });
});

test("what can't wait for the frame has the last key in it, and the frame has nothing left to do", async () => {
	const frame: (() => void)[] = [];
	const store = createInspectionStore(defaultDraft, (act) => frame.push(act));
	await store.load();
	store.tellLine("period", "20");
	store.update({ ...defaultDraft, period: "20" }, "period");
	expect(store.settle()).toMatchObject({ draft: { period: "20" }, files: [{ errors: [{}] }, {}] });
	const before = store.read();
	frame[0]?.();
	expect(store.read()).toBe(before);
});

test.each<[string, Partial<CheckpointDraft>, string]>([
	["a field without a line of its own", { shuffle: "shared" }, "shuffle"],
	["a text that makes a line of another kind", { period: "" }, "period"],
])("%s is inspected at once", async (_, change, field) => {
	const store = createInspectionStore(defaultDraft, () => expect.unreachable());
	await store.load();
	store.tellLine(field, String(Object.values(change)[0]));
	store.update({ ...defaultDraft, ...change }, field);
	expect(store.read()).toMatchObject({ judged: true, draft: change });
});

test("what was told of one field is no reason to wait with another", async () => {
	const store = createInspectionStore(defaultDraft, () => expect.unreachable());
	await store.load();
	store.tellLine("period", "20m");
	store.update({ ...defaultDraft, period: "20m", shuffle: "shared" }, "shuffle");
	expect(store.read()).toMatchObject({ judged: true, draft: { period: "20m", shuffle: "shared" } });
});
