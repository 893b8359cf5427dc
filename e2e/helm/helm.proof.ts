import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { type CheckpointDraft, defaultDraft } from "../../src/core/draft/draft.ts";
import { anyKubernetes } from "../../src/core/draft/kubernetes.arbitrary.ts";
import { isAtChartPath, settlePath } from "../../src/core/draft/pods.ts";
import { listSettings } from "../../src/core/draft/setting.ts";
import { anyValidDraft } from "../../src/core/draft/valid-draft.arbitrary.ts";
import { nameVariable } from "../../src/core/formats/env/variable.ts";
import { joinLines } from "../../src/core/listing.ts";
import { environment } from "../../src/core/outputs/environment.ts";
import { helm } from "../../src/core/outputs/helm.ts";
import { readSystemd } from "../../src/core/outputs/read-env.ts";
import { validDraft } from "../../src/core/outputs/writable-draft.arbitrary.ts";
import { installHelm } from "./install.ts";

const program = installHelm();
const chart = path.join(import.meta.dirname, "chart");
const folder = mkdtempSync(path.join(tmpdir(), "helm-proof-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Variable {
	readonly name: string;
	readonly value?: string;
	readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}

interface Pod {
	readonly serviceAccountName?: string;
	readonly containers: readonly [
		{ readonly env: readonly Variable[]; readonly volumeMounts?: readonly { name: string; mountPath: string }[] },
	];
	readonly volumes: readonly { readonly name: string; readonly [source: string]: unknown }[];
}

interface Rendered {
	readonly error: string;
	readonly worker: Pod;
	readonly labels: Readonly<Record<string, string>>;
	readonly scheduler: Pod;
	readonly claims: readonly { readonly metadata: { readonly name: string }; readonly spec: unknown }[];
}

/** Renders the chart with values, as `helm upgrade -f` would. */
function render(values: string): Rendered {
	const file = path.join(folder, "values.yaml");
	writeFileSync(file, values);
	const { stdout, stderr, status } = spawnSync(program, ["template", "release", chart, "-f", file], {
		encoding: "utf8",
		env: { ...process.env, HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder },
	});
	const manifests = parseAllDocuments(stdout, { version: "1.1" }).map((document) => document.toJS());
	const template = (component: string) =>
		manifests.find((manifest) => manifest?.metadata.name === `release-${component}`)?.spec.template;
	return {
		error: status === 0 ? "" : stderr,
		worker: template("worker")?.spec,
		labels: template("worker")?.metadata.labels,
		scheduler: template("scheduler")?.spec,
		claims: manifests.filter((manifest) => manifest?.kind === "PersistentVolumeClaim"),
	};
}

function textOf(draft: CheckpointDraft, name: string): string | undefined {
	const file = helm.layout(draft).find((other) => other.name === name);
	return file && joinLines(file.lines);
}

/** The variables of a pod as its container gets them: references replaced, and secrets read from the Secret. */
function listVariables({ containers: [{ env }] }: Pod, secret: string | undefined): [string, string][] {
	const kept = secret === undefined ? undefined : parse(secret, { version: "1.1" });
	return env.map(({ name, value = "", valueFrom }) => {
		if (!valueFrom) return [name, expand(value)];
		const { name: from, key } = valueFrom.secretKeyRef;
		expect(from).toBe(kept?.metadata.name);
		return [name, kept.stringData[key]];
	});
}

/** @see docs: Kubernetes, "Define dependent environment variables". */
function expand(value: string): string {
	return value.replace(/\$(?:\$|\((.*?)\))/gs, (_, name?: string) => (name === undefined ? "$" : `<${name}>`));
}

const sort = (entries: readonly (readonly [string, unknown])[]) =>
	entries.map(([name, value]) => [name, String(value)]).sort(([a = ""], [b = ""]) => a.localeCompare(b));

const isFree = (draft: CheckpointDraft) => helm.check(draft).every(({ severity }) => severity !== "error");

const anyHelmDraft: fc.Arbitrary<CheckpointDraft> = fc
	.tuple(fc.oneof(anyValidDraft, validDraft), anyKubernetes)
	.map(([draft, kubernetes]): CheckpointDraft => ({ ...draft, kubernetes, output: "helm", files: "separate" }))
	.filter(isFree);

test("pods get the variables that files of variables hold for the same configuration", () => {
	let compared = 0;
	fc.assert(
		fc.property(anyHelmDraft, (draft) => {
			const { error, worker, scheduler } = render(textOf(draft, "values.yaml") ?? "");
			expect(error).toBe("");
			const secret = textOf(draft, "checkpoint-secret.yaml");
			const found = { scheduler: listVariables(scheduler, secret), worker: listVariables(worker, secret) };
			const same: CheckpointDraft = { ...settlePath(draft), output: "environment" };
			const isHeld = environment.check(same).every(({ severity }) => severity !== "error");
			if (isHeld) compared++;
			const files = environment.layout(same);
			for (const node of ["scheduler", "worker"] as const) {
				const file = files.find(({ name }) => name === `${node}.env`);
				// What a file of variables can't hold is compared with the setting that it comes from.
				const set = isHeld
					? (readSystemd(joinLines(file?.lines ?? [])) ?? [])
					: listSettings(same)
							.filter(({ key }) => key[0] === node)
							.map(({ key, value }) => [nameVariable(key), value] as const);
				expect(sort(found[node])).toEqual(sort(set));
			}
		}),
		{ numRuns: 80 },
	);
	expect(compared).toBeGreaterThan(20);
});

test("the path lies on a volume that the workers mount, and the claim is there or is made", () => {
	fc.assert(
		fc.property(anyHelmDraft, anyKubernetes, ({ shared_filesystem }, kubernetes) => {
			const draft: CheckpointDraft = { ...defaultDraft, shared_filesystem, kubernetes, output: "helm" };
			const { worker, claims } = render(textOf(draft, "values.yaml") ?? "");
			const { path: directory } = settlePath(draft).shared_filesystem;
			const mount = worker.containers[0].volumeMounts?.find(({ mountPath }) =>
				`${directory.trim()}/`.startsWith(`${mountPath}/`),
			);
			const volume = worker.volumes.find(({ name }) => name === mount?.name);
			const { volume: kind, claim, nfs_server, nfs_export, storage_class, claim_size } = kubernetes;
			const made = kind === "new_claim";
			const claimName = made ? "release-polars-checkpoint-data" : claim.trim();
			expect(volume).toEqual({
				name: mount?.name,
				...(kind === "nfs"
					? { nfs: { server: nfs_server, path: nfs_export } }
					: { persistentVolumeClaim: { claimName } }),
			});
			expect(isAtChartPath(draft)).toBe(volume?.name === "checkpoint-data");
			expect(claims.map(({ metadata, spec }) => [metadata.name, spec])).toEqual(
				made
					? [
							[
								claimName,
								{
									accessModes: ["ReadWriteMany"],
									storageClassName: storage_class,
									resources: { requests: { storage: expect.toSatisfy((size) => String(size) === claim_size) } },
								},
							],
						]
					: [],
			);
		}),
		{ numRuns: 20 },
	);
});

test("the workers run as the account that is named, with the label that Azure asks for", () => {
	const abs = {
		...defaultDraft.abs,
		credentials: "environment",
		url: "az://c",
		azure_storage_account_name: "a",
	} as const;
	const draft: CheckpointDraft = { ...defaultDraft, store: "abs", output: "helm", abs };
	const unnamed = render(textOf(draft, "values.yaml") ?? "");
	expect([unnamed.worker.serviceAccountName, Object.keys(unnamed.labels)]).toEqual([
		"default",
		["app.kubernetes.io/component"],
	]);
	const kubernetes = { ...draft.kubernetes, service_account: "polars-worker" };
	const named = render(textOf({ ...draft, kubernetes }, "values.yaml") ?? "");
	expect(named.worker.serviceAccountName).toBe("polars-worker");
	expect(named.labels["azure.workload.identity/use"]).toBe("true");
});

const values = textOf(
	{
		...defaultDraft,
		store: "s3",
		output: "helm",
		s3: { ...defaultDraft.s3, url: "s3://b", credentials: "environment", aws_region: "eu-west-1" },
	},
	"values.yaml",
);

test.each([
	["a switch that the chart doesn't have", "checkpoint:", "checkpoint:\n  enabled: false"],
	["a value that is no text", '"eu-west-1"', "true"],
	["a location in place of an option", "aws_region", "url"],
])("Helm refuses %s, so that what it takes above says something", (_, before, after) => {
	expect(render(values ?? "").error).toBe("");
	expect(render(values?.replace(before, after) ?? "").error).not.toBe("");
});

test("without a location, no checkpoints are made", () => {
	const { scheduler, worker } = render(values?.replace("enabled: true", "enabled: false") ?? "");
	expect(listVariables(scheduler, undefined)).toEqual([["PC_CUBLET__scheduler__enabled", "true"]]);
	expect(listVariables(worker, undefined)).toEqual([["PC_CUBLET__worker__enabled", "true"]]);
});
