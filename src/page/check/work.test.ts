import { expect, test } from "vitest";
import { parseConfig } from "../../core/draft/check.ts";
import { defaultDraft } from "../../core/draft/draft.ts";
import { type Answers, doTask, type Task } from "./work.ts";

const ask = <Kind extends Task["kind"]>(task: Extract<Task, { kind: Kind }>) => doTask(task) as Answers[Kind];

const scheduler = {
	name: "scheduler.toml",
	text: '[scheduler]\nenabled = true\ncheckpoint.enabled = true\ncheckpoint.period = "20m"\n',
};
const worker = {
	name: "worker.toml",
	text: '[worker]\nenabled = true\ncheckpoint_location.s3.url = "s3://b/k"\ntask_service.public_addr = "10.0.0.1"\n',
};

test("two files are read into one draft, and each keeps what the form has no field for", () => {
	const reading = ask<"read">({ kind: "read", files: [scheduler, worker], draft: defaultDraft });
	expect(reading).toMatchObject({
		draft: { period: "20m", store: "s3", s3: { url: "s3://b/k" } },
		kept: [{ file: "worker.toml", keys: ["worker.task_service"] }],
	});
});

test("a file that is no TOML is named, with its place", () => {
	const broken = { name: "worker.toml", text: "[worker]\nenabled = yes\n" };
	expect(ask<"check">({ kind: "check", files: [scheduler, broken] }).unreadable).toEqual(["worker.toml"]);
	const reading = ask<"read">({ kind: "read", files: [broken], draft: defaultDraft });
	expect(reading).toEqual({ refusal: expect.stringMatching(/^worker\.toml, line 2, column \d+: /) });
});

test("more problems than anybody reads are counted and not listed", () => {
	const text = Array.from({ length: 1500 }, (_, index) => `key${index} = 1`).join("\n");
	const { problems, counts } = ask<"check">({ kind: "check", files: [{ name: "a", text }] });
	expect(problems).toHaveLength(1000);
	expect(counts.error + counts.warning + counts.advice).toBe(1500);
});

test("each file gets its part of the settings, with what changed", () => {
	const config = parseConfig({ ...defaultDraft, period: "1h" });
	const patching = ask<"patch">({ kind: "patch", files: [scheduler, worker], config });
	if (!("files" in patching)) throw new Error(patching.refusal);
	const [first, second] = patching.files;
	expect(first?.text).toBe(scheduler.text.replace("20m", "1h"));
	expect(first?.hunks.flat().filter(({ kind }) => kind !== "same")).toEqual([
		{ kind: "removed", text: 'checkpoint.period = "20m"', number: 4 },
		{ kind: "added", text: 'checkpoint.period = "1h"', number: 4 },
	]);
	expect(second?.text).not.toContain("s3");
	expect(second?.text).toContain('task_service.public_addr = "10.0.0.1"');
	const again = ask<"patch">({ kind: "patch", files: patching.files, config });
	expect(again).toMatchObject({ files: [{ hunks: [] }, { hunks: [] }] });
});
