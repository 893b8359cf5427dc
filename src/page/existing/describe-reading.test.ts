import { expect, test } from "vitest";
import { defaultDraft } from "../../core/draft/draft.ts";
import { describeReading } from "./describe-reading.ts";
import { type Answers, doTask } from "./work.ts";

/** What is said of some files, by their names. */
function describe(files: Readonly<Record<string, string>>) {
	const texts = Object.entries(files).map(([name, text]) => ({ name, text }));
	return describeReading(doTask({ kind: "read", files: texts, draft: defaultDraft }) as Answers["read"]);
}

test("of each file it is said what it sets", () => {
	const scheduler = '[scheduler]\nenabled = true\n[scheduler.checkpoint]\nenabled = true\nperiod = "20 mins"\n';
	const worker = '[worker]\nenabled = true\n[worker.checkpoint_location.s3]\nurl = "s3://bucket/key"\n';
	expect(describe({ "scheduler.toml": scheduler, "worker.toml": worker })).toEqual([
		"scheduler.toml sets a checkpoint period of 20 mins.",
		"worker.toml stores checkpoints in s3://bucket/key.",
	]);
	expect(describe({ "config.toml": `${scheduler}${worker}` })).toEqual([
		"config.toml sets a checkpoint period of 20 mins and stores checkpoints in s3://bucket/key.",
	]);
	expect(describe({ a: '[worker]\ncheckpoint_location.shared_filesystem.path = "/mnt/ck"\n' })).toEqual([
		"a stores checkpoints in /mnt/ck.",
	]);
});

test("a file without any is said to have none", () => {
	expect(describe({ a: "[worker]\nenabled = true\n" })).toEqual(["a has no checkpointing yet."]);
	expect(describe({ a: "" })).toEqual(["a has no checkpointing yet."]);
});

test("settings that miss their mark are not taken for none", () => {
	expect(describe({ a: '[scheduler]\nenabled = true\nchekpoint.period = "5m"\n' })).toEqual([
		"a has no checkpoint settings that can be used. See its problems.",
	]);
	expect(describe({ a: "[scheduler]\nenabled = true\ncheckpoint = { enabled = false, period = '5m' }\n" })).toEqual([
		"a sets a checkpoint period of 5m, but switches checkpoints off.",
	]);
	expect(describe({ a: "[worker]\nenabled = true\ncheckpoint_location.s3.aws_region = 'eu-west-1'\n" })).toEqual([
		"a has settings for S3, but doesn’t say where.",
	]);
});

test("a file that can't be read is said to be so, with the place", () => {
	expect(describe({ a: "[worker]\nenabled = yes\n" })).toEqual([
		expect.stringMatching(/^a can’t be read yet: line 2, column \d+: /),
	]);
});

test("no secret in a URL is said", () => {
	const [said] = describe({ a: '[worker]\ncheckpoint_location.s3.url = "s3://AKIA:wJalrXUtnFEMI@bucket/key"\n' });
	expect(said).toContain("bucket/key");
	expect(said).not.toContain("wJalrXUtnFEMI");
});

test("a file of another kind is said not to be read, without a place to mend", () => {
	const [said] = describe({ "cm.yaml": "apiVersion: v1\nkind: ConfigMap\ndata:\n  worker.toml: |\n    [worker]\n" });
	expect(said).toMatch(/^cm\.yaml can’t be read\. This was not checked: .* Open the configuration inside it/);
	expect(said).not.toContain("line 1");
});
