import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { anyDraft } from "../draft/draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { sharedFields } from "../draft/fields.ts";
import { anyValidDraft } from "../draft/valid-draft.arbitrary.ts";
import { joinLines, type Line } from "../listing.ts";
import { finishFiles } from "./finish.ts";
import type { Output, OutputFile, TextFile } from "./output.ts";
import { findOutput, loadOutput } from "./registry.ts";
import { secretMark, validDraft } from "./writable-draft.arbitrary.ts";

const ids = Object.keys(sharedFields.output.choices) as CheckpointDraft["output"][];
beforeAll(async () => {
	await Promise.all(ids.map(loadOutput));
});

function outputOf({ output }: CheckpointDraft): Output {
	const found = findOutput(output);
	if (!found) throw new Error("not loaded");
	return found;
}

const isFree = (draft: CheckpointDraft) =>
	outputOf(draft)
		.check(draft)
		.every(({ severity }) => severity !== "error");

const anyFreeDraft = fc
	.oneof(
		validDraft,
		fc
			.record({
				draft: anyValidDraft,
				output: fc.constantFrom(...ids),
				secrets: fc.constantFrom("toml", "environment"),
			})
			.map(({ draft, output, secrets }): CheckpointDraft => ({ ...draft, output, secrets })),
	)
	.filter(isFree);

test("every file of a valid draft reads back as it was set, with the others and alone", () => {
	fc.assert(
		fc.property(anyFreeDraft, (draft) => {
			const output = outputOf(draft);
			const files = output.layout(draft);
			const texts = files.map(({ name, lines }) => ({ name, text: joinLines(lines) }));
			expect(finishFiles(output, draft)).toEqual({ ok: true, files: texts });
			for (const file of files) expect(finishFiles(output, draft, [file]).ok).toBe(true);
		}),
		{ numRuns: 300 },
	);
});

test("what a draft misses or has twice may be so in its files, which go no further than a report of it", () => {
	fc.assert(
		fc.property(anyDraft, fc.constantFrom(...ids), (any, id) => {
			const draft = { ...any, output: id };
			if (!JSON.stringify(draft).includes("\\ud"))
				expect(finishFiles(outputOf(draft), draft)).toMatchObject({ ok: true });
		}),
		{ numRuns: 300 },
	);
});

/** How a writer may go wrong with one line. */
const faults: Readonly<Record<string, (line: Line) => readonly Line[]>> = {
	"loses a line": () => [],
	"writes a line twice": (line) => [line, line],
	"writes another value": (line) => [
		mapLast(line, (text) => (/^["']/.test(text) ? `${text[0]}x${text.slice(1)}` : `x${text}`)),
	],
	"writes a number": (line) => [mapLast(line, () => "5")],
	"forgets the quotes": (line) => [mapLast(line, (text) => text.replace(/^["'](.+)["']$/s, "$1 # x"))],
	"ends a line too early": (line) => [mapLast(line, (text) => `${text}\nother${text}`)],
};

function mapLast(line: Line, change: (text: string) => string): Line {
	const last = line.tokens.findLastIndex(({ kind }) => kind === "string" || kind === "boolean");
	return {
		...line,
		tokens: line.tokens.map((token, index) => (index === last ? { ...token, text: change(token.text) } : token)),
	};
}

describe.each(Object.entries(faults))("a writer that %s", (_, fault) => {
	test("hands nothing out, and no secret is in what is said of it", () => {
		let caught = 0;
		fc.assert(
			fc.property(anyFreeDraft, fc.nat(), (draft, pick) => {
				const output = outputOf(draft);
				const places = output
					.layout(draft)
					.flatMap((file) =>
						file.lines.flatMap(({ field, tokens }, index) =>
							field === undefined || field === "schema" || !tokens.some(({ kind }) => kind === "string")
								? []
								: [{ file, index }],
						),
					);
				const place = places[pick % places.length];
				if (!place) return;
				const { file, index } = place;
				const lines = file.lines.flatMap((line, at) => (at === index ? fault(line) : [line]));
				if (joinLines(lines) === joinLines(file.lines)) return;
				const finished = finishFiles(output, draft, [{ ...file, lines }]);
				if (finished.ok) expect(readsTheSame(file, lines)).toBe(true);
				else caught++;
				if (!finished.ok) expect(finished.difference).not.toContain(secretMark);
			}),
			{ numRuns: 200 },
		);
		expect(caught).toBeGreaterThan(50);
	});
});

/** Whether a changed line is another spelling of the same: `"5"` and `5` are one value of a variable. */
function readsTheSame(before: OutputFile, lines: readonly Line[]): boolean {
	const strip = (own: readonly Line[]) => joinLines(own).replace(/["' ]|#.*/g, "");
	return strip(before.lines) === strip(lines);
}

const s3: CheckpointDraft = {
	...defaultDraft,
	store: "s3",
	s3: {
		...defaultDraft.s3,
		url: "s3://bucket/$x",
		aws_access_key_id: "AKIA",
		aws_secret_access_key: "wJalr",
		options: [{ key: "user_agent", value: "a $(b) $$" }],
	},
};

/** What is said of a file in whose text something was changed. */
function change(draft: CheckpointDraft, name: string, before: string | RegExp, after: string): string | undefined {
	const output = outputOf(draft);
	const texts = output.layout(draft).map(({ name, lines }): TextFile => ({ name, text: joinLines(lines) }));
	const changed = texts.map((file) => (file.name === name ? { name, text: file.text.replace(before, after) } : file));
	expect(changed).not.toEqual(texts);
	return output.readBack(changed, draft);
}

test.each([
	[/period = .*\n/, "", "scheduler.toml does not contain scheduler.checkpoint.period, which was set"],
	['"10 mins"', '"10 min"', "scheduler.toml contains another value for scheduler.checkpoint.period than was set"],
	["true", '"true"', "scheduler.toml contains another value for scheduler.enabled than was set"],
	["true", "true\nenabled = true", "scheduler.toml can't be read as TOML"],
	["true", "true\nn_workers = 4", "scheduler.toml contains more than was set"],
	[
		"[scheduler.checkpoint]",
		"[scheduler.checkpont]",
		"scheduler.toml does not contain scheduler.checkpoint.enabled, which was set",
	],
	["[scheduler]", "[worker]\n[scheduler]", "scheduler.toml contains more than was set"],
])("in TOML, %s → %s: %s", (before, after, difference) => {
	expect(change(defaultDraft, "scheduler.toml", before, after)).toBe(difference);
});

const name = "PC_CUBLET__scheduler__checkpoint__period";
test.each([
	[/PC_CUBLET__scheduler__checkpoint__period=.*\n/, "", `scheduler.env does not contain ${name}, which was set`],
	["10 mins", '"10 mins"', `scheduler.env contains another value for ${name} than was set`],
	["10 mins", "10\\ mins", `scheduler.env contains another value for ${name} than was set`],
	["10 mins", "10 mins ", `scheduler.env contains another value for ${name} than was set`],
	["10 mins", `10 mins\n${name}=10 mins`, `scheduler.env contains ${name} more than once`],
	[`${name}=`, `${name} =`, "scheduler.env is refused by Docker"],
	["10 mins", "10 mins\0", "scheduler.env is refused by systemd"],
	["10 mins", "10 mins\nOTHER=1", "scheduler.env contains more than was set"],
])("in a file of variables, %s → %s: %s", (before, after, difference) => {
	expect(change({ ...defaultDraft, output: "environment" }, "scheduler.env", before, after)).toBe(difference);
});

test.each([
	['"10m"', '"10"', "checkpoint.yaml contains another value for period than was set"],
	['"10m"', "10", "checkpoint.yaml contains another value for period than was set"],
	["s3://bucket/$$x", "s3://bucket/$(x)", "checkpoint.yaml contains another value for url than was set"],
	["endpoint:", "endpointURL:", "checkpoint.yaml contains another value for url than was set"],
	["a $$(b) $$$$", "a $(b) $$$$", "checkpoint.yaml contains another value for user_agent than was set"],
	["a $$(b) $$$$", "a $$(b) $$", "checkpoint.yaml contains another value for user_agent than was set"],
	["key: aws_secret", "key: aws_secrets", "checkpoint.yaml does not contain aws_secret_access_key, which was set"],
	["name: polars-checkpoint", "name: polars", "checkpoint.yaml does not contain aws_secret_access_key, which was set"],
	["period:", 'period: "1m"\n    period:', "checkpoint.yaml can't be read as YAML"],
	["    data:", "    other: 1\n    data:", "checkpoint.yaml contains more than was set"],
])("in a manifest, %s → %s: %s", (before, after, difference) => {
	expect(change({ ...s3, output: "operator" }, "checkpoint.yaml", before, after)).toBe(difference);
});

test.each([
	['"10 mins"', '"10 min"', "values.yaml contains another value for period than was set"],
	['"10 mins"', "10", "values.yaml contains another value for period than was set"],
	["enabled: true", "enabled: false", "values.yaml contains another value for s3 than was set"],
	["enabled: true", 'enabled: "true"', "values.yaml contains another value for s3 than was set"],
	["  s3:", "  gcs:", "values.yaml does not contain s3, which was set"],
	["  s3:", "  s3: {}\n  abs:", "values.yaml contains another value for s3 than was set"],
	["s3://bucket/$$x", "s3://bucket/$(x)", "values.yaml contains another value for url than was set"],
	["endpoint:", "endpointURL:", "values.yaml contains another value for url than was set"],
	["a $$(b) $$$$", "a $(b) $$$$", "values.yaml contains another value for user_agent than was set"],
	["key: aws_secret", "key: aws_secrets", "values.yaml does not contain aws_secret_access_key, which was set"],
	["checkpointData:", "acceptEula: true\ncheckpointData:", "values.yaml contains more than was set"],
	["period:", "enabled: true\n  period:", "values.yaml contains more than was set"],
])("in values for Helm, %s → %s: %s", (before, after, difference) => {
	expect(change({ ...s3, output: "helm" }, "values.yaml", before, after)).toBe(difference);
});

test("of a volume in values for Helm too", () => {
	const draft: CheckpointDraft = { ...defaultDraft, output: "helm" };
	const say = (key: string) => `values.yaml contains another value for worker.deployment.${key} than was set`;
	expect(change(draft, "values.yaml", /mountPath: .*/, 'mountPath: "/mnt"')).toBe(
		say("runtimeContainer.volumeMounts.0.mountPath"),
	);
	expect(change(draft, "values.yaml", /claimName: .*/, 'claimName: "other"')).toBe(
		say("volumes.0.persistentVolumeClaim.claimName"),
	);
	const claim: CheckpointDraft = { ...draft, kubernetes: { ...draft.kubernetes, volume: "chart_claim" } };
	expect(change(claim, "values.yaml", "create: false", "create: true")).toBe(
		"values.yaml contains another value for sharedPersistentVolumeClaim.create than was set",
	);
});

test("of a Secret and a mount too", () => {
	const draft: CheckpointDraft = { ...s3, output: "operator" };
	const secret = "checkpoint-secret.yaml";
	const lost = `${secret} does not contain aws_secret_access_key, which was set`;
	expect(change(draft, secret, "wJalr", "wJalR")).toBe(
		`${secret} contains another value for aws_secret_access_key than was set`,
	);
	expect(change(draft, secret, "stringData", "data")).toBe(lost);
	expect(change(draft, secret, "polars-checkpoint", "polars")).toBe(lost);
	const cluster = "polars-cluster.yaml";
	expect(change({ ...defaultDraft, output: "operator" }, cluster, /mountPath: .*/, 'mountPath: "/mnt"')).toBe(
		`${cluster} contains another value for mountPath than was set`,
	);
});

test("of the account that pods run as too", () => {
	const draft: CheckpointDraft = {
		...defaultDraft,
		store: "abs",
		abs: { ...defaultDraft.abs, credentials: "environment", url: "az://c", azure_storage_account_name: "a" },
		kubernetes: { ...defaultDraft.kubernetes, service_account: "workers" },
	};
	expect(change({ ...draft, output: "operator" }, "polars-cluster.yaml", "workers", "other")).toBe(
		"polars-cluster.yaml contains another value for serviceAccount.name than was set",
	);
	expect(change({ ...draft, output: "helm" }, "values.yaml", '"workers"', '"other"')).toBe(
		"values.yaml contains another value for worker.serviceAccount.name than was set",
	);
	expect(change({ ...draft, output: "helm" }, "values.yaml", "identity/use: ", "identity/used: ")).toBe(
		"values.yaml does not contain worker.deployment.podLabels.azure.workload.identity/use, which was set",
	);
});

test("a secret that strays into the TOML is more than was set", () => {
	const draft: CheckpointDraft = { ...s3, secrets: "environment" };
	const after = 'enabled = true\ncheckpoint_location.s3.aws_secret_access_key = "wJalr"';
	expect(change(draft, "worker.toml", "enabled = true", after)).toBe("worker.toml contains more than was set");
	expect(change(draft, "worker.env", "wJalr", "wJalR")).toBe(
		"worker.env contains another value for PC_CUBLET__worker__checkpoint_location__s3__aws_secret_access_key than was set",
	);
});
