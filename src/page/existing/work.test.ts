import { expect, test } from "vitest";
import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
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

const show = (files: readonly { name: string; text: string }[], draft?: CheckpointDraft) =>
	ask<"show">({ kind: "show", files: files.map((file) => ({ ...file, opened: file.text })), draft });

test("two files are read into one draft, and each keeps what the form has no field for", () => {
	const reading = ask<"read">({ kind: "read", files: [scheduler, worker], draft: { ...defaultDraft, store: "gcs" } });
	expect(reading).toMatchObject({
		draft: { period: "20m", store: "s3", s3: { url: "s3://b/k" } },
		files: [{ kept: [] }, { kept: ["worker.task_service"] }],
		isBlank: false,
	});
});

test("what the files have no word on stays as the form has it", () => {
	const own = { ...defaultDraft, period: "7m", shared_filesystem: { path: "/mnt/own" } };
	expect(ask<"read">({ kind: "read", files: [worker], draft: own }).draft).toMatchObject({ period: "7m", store: "s3" });
	expect(ask<"read">({ kind: "read", files: [scheduler], draft: own }).draft).toMatchObject({
		period: "20m",
		shared_filesystem: { path: "/mnt/own" },
	});
});

test("of files of which one can't be read, nothing is read", () => {
	const broken = { name: "worker.toml", text: "[worker]\nenabled = yes\n" };
	const reading = ask<"read">({ kind: "read", files: [scheduler, broken], draft: defaultDraft });
	expect(reading.draft).toBe(undefined);
	expect(reading.files.map(({ fault }) => fault !== undefined)).toEqual([false, true]);
});

test("a misspelt table is no sign that checkpoints are not there yet", () => {
	const isBlank = (text: string) =>
		ask<"read">({ kind: "read", files: [{ name: "a", text }], draft: defaultDraft }).isBlank;
	expect(isBlank("[scheduler]\nenabled = true\n")).toBe(true);
	expect(isBlank('[scheduler]\nenabled = true\nchekpoint.period = "5m"\n')).toBe(false);
});

test("more problems than anybody reads are counted and not listed", () => {
	const text = Array.from({ length: 1500 }, (_, index) => `key${index} = 1`).join("\n");
	const { files, counts } = show([{ name: "a", text }]);
	expect(files[0]).toMatchObject({ total: 1500, problems: { length: 1000 } });
	expect(counts.error + counts.warning + counts.advice).toBe(1500);
});

test("each file gets its part of the settings, with what changed", () => {
	const draft = { ...defaultDraft, period: "1h" };
	const { files } = show([scheduler, worker], draft);
	const [first, second] = files;
	expect(first?.text).toBe(scheduler.text.replace("20m", "1h"));
	expect(first?.lines.filter(({ kind }) => kind !== "same")).toEqual([
		{ kind: "removed", text: 'checkpoint.period = "20m"' },
		{ kind: "added", text: 'checkpoint.period = "1h"', number: 4 },
	]);
	expect(second?.text).not.toContain("s3");
	expect(second?.text).toContain('task_service.public_addr = "10.0.0.1"');
});

test("a draft with errors changes no file, and each error is named with its field", () => {
	const { files, missing } = show([scheduler], { ...defaultDraft, period: "", store: "s3" });
	expect(files[0]?.text).toBe(scheduler.text);
	expect(missing.map(({ path }) => path.join("."))).toEqual(expect.arrayContaining(["period", "s3.url"]));
});

test("where one file can't take the settings, none is changed", () => {
	const odd = { name: "odd.toml", text: "worker = 1\n" };
	const { files, refusal } = show([scheduler, odd], { ...defaultDraft, period: "1h" });
	expect(files.map(({ text }) => text)).toEqual([scheduler.text, odd.text]);
	expect(refusal).toMatch(/^odd\.toml: /);
});

test("a problem is marked at its characters, as far as they are shown", () => {
	const text = [
		"\ufeff[worker]\r\n",
		"enabled = true\r\n",
		'checkpoint_location.s3.url = "s3://b/k"\r\n',
		'checkpoint_location.s3.aws_regoin = "x"\r\n',
		'checkpoint_location.s3.aws_secret_acess_key = "wJalrXUtnFEMI"\r\n',
	].join("");
	const [file] = show([{ name: "a", text }]).files;
	const [, , , misspelt, secret] = file?.lines ?? [];
	const marked = misspelt?.marks?.map(({ start, end }) => misspelt.text.slice(start, end));
	expect(marked).toContain("aws_regoin");
	expect(secret?.severity).toBeDefined();
	expect(secret?.text).toContain("••••");
	expect(JSON.stringify(file?.lines)).not.toContain("wJalrXUtnFEMI");
});

test("a secret that a manifest refers to need not be typed to change the period", () => {
	const text = `kind: PolarsCluster
spec:
  checkpoint:
    period: 10m
    data:
      s3:
        endpoint: s3://team-data/ck
        options:
          - { name: aws_access_key_id, value: AKIAEXAMPLE }
          - { name: aws_secret_access_key, valueFrom: { secretKeyRef: { name: a, key: b } } }
`;
	const file = { name: "cluster.yaml", text };
	const { draft } = ask<"read">({ kind: "read", files: [file], draft: defaultDraft });
	const shown = show([file], draft && { ...draft, period: "1h" });
	expect(shown.missing).toEqual([]);
	expect(shown.files[0]?.text).toBe(text.replace("10m", "1h"));
	// Where nothing is referred to, it has to be typed still.
	const bare = { ...file, text: text.replace(/ {10}- \{ name: aws_secret.*\n/, "") };
	expect(show([bare], draft && { ...draft, period: "1h" }).missing).toHaveLength(1);
});
