import { expect, test } from "vitest";
import { lintConfig } from "./check/lint.ts";
import { detectFormat } from "./config-file/detect.ts";
import { patchConfig } from "./config-file/patch.ts";
import { readDraft } from "./config-file/read-draft.ts";
import type { CheckpointInput } from "./draft/checkpoint.ts";

const config: CheckpointInput = {
	period: "1h",
	store: "gcs",
	gcs: { credentials: "environment", url: "gs://team-data/new" },
};
const indent = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

const values =
	"checkpoint:\n  period: 10m # often\ncheckpointData:\n  gcs:\n    enabled: true\n    endpoint: gs://team-data/ck\n";
const toml = '[worker]\nenabled = true\n[worker.checkpoint_location.gcs]\nurl = "gs:/team-data/ck"\n';
const variable = "PC_CUBLET__worker__checkpoint_location__gcs__url";

test.each([
	["Flux", `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  values:\n${indent(values, "    ")}`],
	[
		"Argo CD",
		`apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n      valuesObject:\n${indent(values, "        ")}`,
	],
])("values of the chart in a manifest of %s are judged, read and patched where they stand", (_, text) => {
	expect(detectFormat(text)).toBe("helm_values");
	expect(readDraft(text)).toMatchObject({ ok: true, draft: { period: "10m", gcs: { url: "gs://team-data/ck" } } });
	expect(patchConfig(text, config)).toBe(text.replace("10m", "1h").replace("gs://team-data/ck", "gs://team-data/new"));
	const wrong = text.replace("gs://", "gs:/");
	expect(lintConfig(wrong).map(({ code, severity }) => [code, severity])).toEqual([["url-syntax", "error"]]);
});

test.each([
	[
		"a ConfigMap that holds a node's file",
		`apiVersion: v1\nkind: ConfigMap\ndata:\n  worker.toml: |\n${indent(toml, "    ")}`,
	],
	["a ConfigMap of variables", `apiVersion: v1\nkind: ConfigMap\ndata:\n  ${variable}: gs:/team-data/ck\n`],
	["a ConfigMap that holds a script", "apiVersion: v1\nkind: ConfigMap\ndata:\n  run.sh: |\n    cat <<EOF\n    EOF\n"],
	["a pod", `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - env:\n    - { name: ${variable}, value: gs:/x }\n`],
	[
		"an Application with values as a text",
		`apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n      values: |\n${indent(values, "        ")}`,
	],
	["a Compose file", `services:\n  worker:\n    environment:\n      - ${variable}=gs:/team-data/ck\n`],
	["a Secret", "apiVersion: v1\nkind: Secret\ndata:\n  aws_secret_access_key: cGxhbnRlZA==\n"],
	["a JSON patch", "- op: replace\n  path: /spec/checkpoint/period\n  value: 15m\n"],
	["a playbook", `- hosts: workers\n  tasks:\n    - copy:\n        content: |\n${indent(toml, "          ")}`],
	["helm with --set", "helm upgrade polars polars/polars \\\n  --set checkpointData.gcs.enabled=true\n"],
])("%s isn't read, and nothing is said of it but that", (_, text) => {
	expect(lintConfig(text).map(({ code, severity }) => [code, severity])).toEqual([["unrelated-file", "advice"]]);
	expect(readDraft(text)).toMatchObject({ ok: false, problem: { code: "unrelated-file" } });
	expect(() => patchConfig(text, config)).toThrow(TypeError);
});

test.each([
	[
		"a unit of systemd",
		`[Unit]\nDescription=A worker\n\n[Service]\nEnvironment=${variable}=gs://team-data/ck\nExecStart=/usr/bin/polars-on-premises\n`,
	],
	["a Dockerfile", `FROM polars\nENV ${variable}=gs://team-data/ck\n`],
])("%s sets variables as a script does", (_, text) => {
	expect(lintConfig(text)).toEqual([]);
	expect(readDraft(text)).toMatchObject({ ok: true, draft: { gcs: { url: "gs://team-data/ck" } } });
	expect(lintConfig(text.replace("gs://", "gs:/")).map(({ code }) => code)).toEqual(["url-syntax"]);
	const named = { ...config, gcs: { credentials: "environment", url: "gs://team-data/a $b" } } as const;
	expect(() => patchConfig(text, named)).toThrow(TypeError);
});

test("what systemd writes in another way than a shell isn't taken for a value", () => {
	const unit = `[Service]\nEnvironment="${variable}=gs://team-data/50%%"\n`;
	expect(readDraft(unit)).toMatchObject({ ok: true, draft: { gcs: { url: "" } } });
	expect(lintConfig(unit)).toEqual([]);
});

test("a manifest that patches another one need not say where checkpoints go", () => {
	const patch =
		"apiVersion: compute.pola.rs/v1alpha1\nkind: PolarsCluster\nmetadata: { name: main }\nspec:\n  checkpoint:\n    period: 15m\n";
	expect(lintConfig(patch).map(({ severity }) => severity)).toEqual(["advice"]);
	expect(lintConfig(patch.replace("    period", "    $patch: merge\n    period")).map(({ code }) => code)).toEqual([
		"missing-value",
	]);
	expect(lintConfig(`${patch}  workerPool: { replicas: 2 }\n`).map(({ severity }) => severity)).toEqual(["error"]);
});

test("variables in the chart's values are read, count over its own keys, and aren't patched past", () => {
	const env = `worker:\n  deployment:\n    runtimeContainer:\n      env:\n        - name: ${variable}\n          value: gs://team-data/env\n        - { name: OTHER, value: x }\n`;
	expect(readDraft(env)).toMatchObject({ ok: true, draft: { store: "gcs", gcs: { url: "gs://team-data/env" } } });
	const [only, ...more] = lintConfig(env).filter(({ code }) => code === "renamed-key");
	expect([only?.severity, only?.line, more]).toEqual(["advice", 5, []]);
	const both = values + env;
	expect(readDraft(both)).toMatchObject({ ok: true, draft: { period: "10m", gcs: { url: "gs://team-data/env" } } });
	expect(lintConfig(both).map(({ code, severity, line }) => [code, severity, line])).toEqual([
		["repeated-key", "warning", 11],
	]);
	expect(() => patchConfig(both, config)).toThrow("variables in worker.deployment.runtimeContainer.env");
});

test("between lines of a template that decide what counts, nothing is written", () => {
	const template = `${values}{{- if .Values.region }}\nlogLevel: debug\n{{- end }}\n`;
	expect(() => patchConfig(template, config)).toThrow("lines of a template decide what of it counts");
	expect(patchConfig(values.replace("team-data", "{{ .Values.bucket }}"), config)).toContain("gs://team-data/new");
	expect(lintConfig(template).filter(({ severity }) => severity !== "advice")).toEqual([]);
});

test("a key that stands twice is said, since the first one is lost", () => {
	const twice = `${values}checkpoint:\n  period: 20m\n`;
	expect(lintConfig(twice)).toMatchObject([{ code: "repeated-key", severity: "warning", line: 1 }]);
	expect(lintConfig(twice)[0]?.message).toContain("line 7");
	expect(readDraft(twice)).toMatchObject({ ok: true, draft: { period: "20m" } });
});

test("a byte order mark before values, and comments between braces, stay where they are", () => {
	expect(patchConfig(`\ufeff${values.replace("checkpoint:\n  period: 10m # often\n", "")}`, config)).toBe(
		`\ufeffcheckpointData:\n  gcs:\n    enabled: true\n    endpoint: gs://team-data/new\ncheckpoint:\n  period: "1h"\n`,
	);
	const braces = `checkpoint: { period: 1h }
checkpointData: {
  gcs: {
    enabled: true,
    endpoint: gs://team-data/new, # ours
    options: [{ name: user_agent, value: x }],
  },
}
`;
	expect(patchConfig(braces, config)).toBe(braces.replace(/options: .*,/, ""));
});

test("of two clusters one is read, the other is named, and neither is patched", () => {
	const one = (name: string) =>
		`kind: PolarsCluster\nmetadata: { name: ${name} }\nspec:\n  checkpoint:\n    data: { gcs: { endpointURL: gs://team-data/${name} } }\n`;
	const two = `${one("a")}---\nkind: Secret\napiVersion: v1\n---\n${one("b")}`;
	expect(readDraft(two)).toMatchObject({ ok: true, draft: { gcs: { url: "gs://team-data/a" } }, kept: ["document 3"] });
	expect(() => patchConfig(two, config)).toThrow("more than one cluster");
});
