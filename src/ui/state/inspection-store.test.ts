import { expect, test } from "vitest";
import { defaultDraft } from "../../config/draft.ts";
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

test("an error without a line of its own blocks every file", async () => {
	const store = createInspectionStore(defaultDraft);
	await store.load();
	store.update({ ...defaultDraft, store: "s3", s3: { ...defaultDraft.s3, credentials: "nonsense" as "access_key" } });
	expect(store.read().files.every(({ errors }) => errors.length > 0)).toBe(true);
});
