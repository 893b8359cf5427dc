import { expect, test } from "vitest";
import { readDraft } from "../config-file/read-draft.ts";
import { applyEdits } from "../text/edit.ts";
import { lintConfig } from "./lint.ts";
import { listMended, mendAll, say } from "./said.fixture.ts";

const head = "apiVersion: compute.pola.rs/v1alpha1\nkind: PolarsCluster\nmetadata: { name: main }\nspec:\n";

/** A PolarsCluster whose checkpoints go to a place. */
const cluster = (...lines: string[]) =>
	`${head}  checkpoint:\n    period: 10m\n    data:\n${lines.map((line) => `      ${line}\n`).join("")}`;
const values = (...lines: string[]) => `checkpointData:\n${lines.map((line) => `  ${line}\n`).join("")}`;

test("a manifest is judged by the rules of a node's file, at its places, and other kinds are left alone", () => {
	const text = `${cluster("gcs:", "  endpointURL: s3://team-data/ck # here", "  options: []")}---
apiVersion: v1
kind: Secret
spec: { checkpoint: {} }
`;
	expect(say(text)).toEqual(["error 9 “s3://” This is an address of S3. Write gs://bucket/key."]);
	expect(say(cluster("s3: { endpoint: s3://team-data/ck, options: [] }"))).toEqual([]);
});

test("what the operator refuses is an error, with the fix where it is plain", () => {
	const wrongField = cluster("abs:", "  endpoint: abfss://c@account.dfs.core.windows.net/d");
	expect(mendAll(wrongField)).toBe(wrongField.replace("endpoint:", "endpointURL:"));
	const go = cluster("s3: { endpoint: s3://team-data/ck, options: [] }").replace("10m", "'10 mins' # often");
	expect(mendAll(go)).toBe(go.replace("10 mins", "10m"));
	const two = cluster("s3: { endpoint: s3://team-data/ck }", "gcs: { endpointURL: gs://team-data/ck }");
	expect(lintConfig(two).map(({ code, severity }) => [code, severity])).toContainEqual(["two-places", "error"]);
	expect(listMended(two)).toContain(cluster("s3: { endpoint: s3://team-data/ck }"));
	expect(say(`${head}  checkpoint: { period: 10m }\n  workerPool: { replicas: 2 }\n`)).toEqual([
		"error 5 “checkpoint” checkpoint needs the field data, which says where checkpoints go.",
	]);
	expect(lintConfig(cluster("local: { path: /tmp }")).map(({ code }) => code)).toContain("own-disk");
});

test("an option's value is a text, for chart and operator", () => {
	for (const value of ["true", "9000", "yes"]) {
		const text = values(
			"s3:",
			"  enabled: true",
			"  endpoint: s3://team-data/ck",
			"  options:",
			"    - name: timeout",
			`      value: ${value}`,
		);
		const [problem] = lintConfig(text).filter(({ severity }) => severity === "error");
		expect([problem?.code, text.slice(problem?.range.start, problem?.range.end)]).toEqual(["wrong-type", value]);
	}
	const flag = values(
		"s3:",
		"  enabled: true",
		"  endpoint: s3://team-data/ck",
		"  options: [{name: aws_skip_signature, value: true}]",
	);
	expect(listMended(flag)).toContain(flag.replace("value: true", 'value: "true"'));
});

test("the chart's own rules", () => {
	const claim = values("sharedPersistentVolumeClaim:", "  enabled: true", "  existingClaimName: ck", "  size: 10GiB");
	expect(lintConfig(claim).map(({ code }) => code)).toEqual(["claim-conflict", "kubernetes-value"]);
	expect(mendAll(claim)).toBe(`${claim.replace("GiB", "Gi")}    create: false\n`);
	const two = values(
		"s3: { enabled: true, endpoint: s3://team-data/ck }",
		"gcs: { enabled: true, endpoint: gs://b/ck }",
	);
	expect(say(two)).toEqual([
		"warning 3 “gcs” More than one place is enabled. The chart uses the first of s3, abs, gcs, sharedFilesystem and sharedPersistentVolumeClaim: s3, and not gcs. Helm reports no error. Disable one.",
	]);
	expect(say(values("gcs: { enabled: false, endpoint: nonsense }"))).toEqual([]);
	expect(say(values("gcs:", '  enabled: "false"', "  endpoint: gs://team-data/ck"))).toEqual([
		'warning 3 “"false"” The chart reads any text as true, this one too. Write false, without quotes.',
	]);
	expect(say(`${values("gcs: { enabled: true, endpoint: gs://team-data/ck }")}observatory:\n  data: {}\n`)).toEqual([
		"error 4 “data” The chart's schema refuses this: observatory has no field data.",
	]);
	expect(
		say("worker: { deployment: { podLabels: { anything: x }, nodeSelector: { a: b } } }\nscheduler: {}\n"),
	).toEqual([]);
});

test("of several places that are enabled the chart takes one by its own order, whatever theirs, and either can be meant", () => {
	const both = values(
		"gcs: { enabled: true, endpoint: gs://team-data/ck }",
		"abs: { enabled: true, endpoint: az://team-data/ck, options: [{ name: azure_storage_account_name, value: team }] }",
		"s3: { enabled: true, endpoint: s3://team-data/ck }",
		"sharedPersistentVolumeClaim: { enabled: true }",
	);
	const told = lintConfig(both).filter(({ code }) => code === "two-places");
	expect(told.map(({ message, severity, line }) => [severity, line, /: (\w+), and not/.exec(message)?.[1]])).toEqual([
		["warning", 2, "s3"],
		["warning", 3, "s3"],
		["warning", 5, "s3"],
	]);
	expect(told[2]?.message).toContain("The claim is mounted all the same.");
	const [gcs] = told;
	const [use] = gcs?.alternatives ?? [];
	expect(use?.title).toBe("Use gcs");
	const used = applyEdits(both, use?.edits ?? []);
	expect(
		lintConfig(used)
			.filter(({ code }) => code === "two-places")
			.map(({ line }) => line),
	).toEqual([5]);
	expect(readDraft(used)).toMatchObject({ ok: true, draft: { store: "gcs" } });
});

test("a place that another program enables or not isn't said to be the second one", () => {
	for (const flag of ["{{ .Values.gcs }}", "${GCS}"]) {
		const both = values(
			`gcs: { enabled: ${flag.startsWith("{") ? `'${flag}'` : `"${flag}"`}, endpoint: gs://team-data/ck }`,
			"s3: { enabled: true, endpoint: s3://team-data/ck }",
			"sharedPersistentVolumeClaim: { enabled: false }",
		);
		expect(lintConfig(both).map(({ code }) => code)).not.toContain("two-places");
	}
});

test("which of several places for anonymous results is taken isn't known, and so it isn't said", () => {
	const text = `anonymousResults:
  s3: { enabled: true, endpoint: s3://team-data/r }
  gcs: { enabled: true, endpoint: gs://team-data/r }
`;
	expect(say(text)).toEqual([
		"warning 3 “gcs” More than one place is enabled, and it is not known which one the chart uses. Disable all but one.",
	]);
});

test("shuffles on shared storage in the same file make checkpoints useless", () => {
	const place = values("gcs: { enabled: true, endpoint: gs://team-data/ck }");
	const about = /Checkpoints have no effect here/;
	for (const shuffle of [
		"s3: { enabled: true, endpoint: s3://b/s }",
		"sharedPersistentVolumeClaim: { enabled: true }",
	]) {
		expect(say(`${place}shuffleData:\n  ${shuffle}\n`)).toContainEqual(expect.stringMatching(about));
	}
	expect(say(`${place}shuffleData:\n  ephemeralVolumeClaim: { enabled: true }\n`)).toEqual([]);
	const shuffled = `${cluster("gcs: { endpointURL: gs://team-data/ck }")}  workerPool: { replicas: 2, shuffleData: { sharedFilesystem: { path: /mnt/s } } }\n`;
	expect(say(shuffled)).toContainEqual(expect.stringMatching(about));
});

test("keys of earlier releases are migrated by one fix, which names the release and keeps comments", () => {
	const old = `${head}  checkpointPeriod: 10m # often\n  checkpointData:\n    # here\n    gcs:\n      endpointURL: gs://team-data/ck\n`;
	expect(lintConfig(old)[0]?.message).toContain("before alpha.1");
	expect(mendAll(old)).toBe(
		`${head}  checkpoint:\n    period: 10m # often\n    data:\n      # here\n      gcs:\n        endpointURL: gs://team-data/ck\n`,
	);
	const license = "license:\n  secretName: a # mine\n  secretProperty: b\nworker: {}\n";
	expect(lintConfig(license)[0]?.message).toContain("chart 2.0.0");
	expect(mendAll(license)).toBe(
		"license:\n  onPremEnterprise:\n    enabled: true\n    secretName: a # mine\n    secretProperty: b\nworker: {}\n",
	);
});

test("a script's here-documents are judged where they stand, and what the shell puts in is not", () => {
	const script = `#!/bin/sh
cat > worker.toml <<-'EOF'
	[worker]
	enabled = "yes"
	EOF
cat > scheduler.toml <<EOF
instance_id = "$(hostname)"
memory_limit = $LIMIT
[scheduler]
enabled = "yes"
EOF
python <<'EOF'
worker: [1
EOF
`;
	expect(say(script)).toEqual([
		'error 4 “"yes"” This is text. Write true or false, without quotes.',
		"advice 7 “$(hostname)” This was not checked: another program fills it in.",
		'error 10 “"yes"” This is text. Write true or false, without quotes.',
	]);
	expect(mendAll(script)).toBe(script.replaceAll('"yes"', "true"));
});

test("what a fix can't be told for is said without one, and a shared value is left as it is", () => {
	const text =
		"x: &place { enabled: true, endpoint: s3:/b/ck }\ncheckpointData: { s3: *place }\nshuffleData: { s3: *place }\n";
	const problems = lintConfig(text).filter(({ severity }) => severity === "error");
	expect(problems.length).toBeGreaterThan(0);
	expect(problems.flatMap(({ fix }) => fix ?? [])).toEqual([]);
});
