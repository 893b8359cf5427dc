import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { anyKubernetes } from "../draft/kubernetes.arbitrary.ts";
import { listSettings } from "../draft/setting.ts";
import { anyValidDraft } from "../draft/valid-draft.arbitrary.ts";
import { readYaml } from "../formats/yaml/document.ts";
import { viewValues } from "../formats/yaml/values-view.ts";
import { joinLines } from "../listing.ts";
import { helm } from "./helm.ts";
import { secretMark, validDraft } from "./writable-draft.arbitrary.ts";

const schema = new URL("chart-values.schema.json", import.meta.url);
const isValid = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
	JSON.parse(readFileSync(schema, "utf8")),
);

const textOf = (draft: CheckpointDraft, name = "values.yaml") => {
	const file = helm.layout({ ...draft, output: "helm" }).find((other) => other.name === name);
	return file && joinLines(file.lines);
};
const valuesOf = (draft: CheckpointDraft) => parse(textOf(draft) ?? "", { version: "1.1" });

/** Every draft without errors, with every kind of volume. */
const anyHelmDraft: fc.Arbitrary<CheckpointDraft> = fc
	.tuple(fc.oneof(anyValidDraft, validDraft), anyKubernetes)
	.map(([draft, kubernetes]): CheckpointDraft => ({ ...draft, kubernetes, output: "helm" }))
	.filter((draft) => helm.check(draft).every(({ severity }) => severity !== "error"));

test("whatever is valid gives values that the chart's description takes, in YAML 1.1 and 1.2", () => {
	fc.assert(
		fc.property(anyHelmDraft, (draft) => {
			for (const version of ["1.1", "1.2"] as const) {
				const values = parse(textOf(draft) ?? "", { version });
				expect(isValid(values), JSON.stringify([isValid.errors, values])).toBe(true);
			}
			const { remarks } = viewValues(readYaml(textOf(draft) ?? ""), 0, []);
			expect(remarks.filter(({ severity }) => severity === "error")).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});

const s3: CheckpointDraft = {
	...defaultDraft,
	store: "s3",
	output: "helm",
	s3: {
		...defaultDraft.s3,
		url: "s3://bucket/dir",
		aws_access_key_id: "AKIA",
		aws_secret_access_key: secretMark,
		options: [
			{ key: "aws_allow_http", value: "true" },
			{ key: "user_agent", value: "$(HOME) $x" },
		],
	},
};

test("an option's value is a text, a secret a reference, and a reference to a variable no reference", () => {
	expect(textOf(s3)).toBe(`# For the Helm chart polars-inc/polars 2.x from 2.2.0 on,
# with Polars On-Prem 0.6.3 or newer. Whether chart 3.x
# still has checkpoint.period is not known.
checkpoint:
  period: "10 mins"
checkpointData:
  s3:
    enabled: true
    endpoint: "s3://bucket/dir"
    options:
      - name: aws_access_key_id
        value: "AKIA"
      - name: aws_secret_access_key
        valueFrom:
          secretKeyRef:
            name: polars-checkpoint
            key: aws_secret_access_key
      - name: aws_allow_http
        value: "true"
      - name: user_agent
        value: "$$(HOME) $$x"
`);
	expect(parse(textOf(s3, "checkpoint-secret.yaml") ?? "")).toMatchObject({
		kind: "Secret",
		metadata: { name: "polars-checkpoint" },
		stringData: { aws_secret_access_key: secretMark },
	});
});

const volume = (change: Partial<CheckpointDraft["kubernetes"]>): CheckpointDraft => ({
	...defaultDraft,
	output: "helm",
	kubernetes: { ...defaultDraft.kubernetes, ...change },
});
const path = defaultDraft.shared_filesystem.path;
const mounted = (source: object) => ({
	checkpoint: { period: "10 mins" },
	checkpointData: { sharedFilesystem: { enabled: true, path } },
	worker: {
		deployment: {
			volumes: [{ name: "checkpoints", ...source }],
			runtimeContainer: { volumeMounts: [{ name: "checkpoints", mountPath: path }] },
		},
	},
});
const claimed = (claim: object) => ({
	checkpoint: { period: "10 mins" },
	checkpointData: { sharedPersistentVolumeClaim: { enabled: true, ...claim } },
});

test.each([
	[volume({}), mounted({ persistentVolumeClaim: { claimName: "polars-checkpoints" } })],
	[
		volume({ volume: "nfs", nfs_server: "nfs.example.com", nfs_export: "/exports/a" }),
		mounted({ nfs: { server: "nfs.example.com", path: "/exports/a" } }),
	],
	[volume({ volume: "chart_claim", claim: " own " }), claimed({ create: false, existingClaimName: "own" })],
	[
		volume({ volume: "new_claim", storage_class: "cephfs" }),
		claimed({ create: true, storageClassName: "cephfs", size: "125Gi" }),
	],
])(
	"a shared filesystem is a path on a volume that is mounted there, or a claim that the chart mounts (%#)",
	(draft, values) => {
		expect(helm.check(draft)).toEqual([]);
		expect(valuesOf(draft)).toEqual(values);
	},
);

test("workers with credentials of their own run as the account that is named, and others as none", () => {
	const own: CheckpointDraft = {
		...s3,
		s3: { ...s3.s3, credentials: "environment", options: [] },
		kubernetes: { ...s3.kubernetes, service_account: " polars-worker " },
	};
	expect(valuesOf(own).worker).toEqual({ serviceAccount: { name: "polars-worker" } });
	expect(valuesOf({ ...own, kubernetes: defaultDraft.kubernetes }).worker).toBe(undefined);
	expect(valuesOf({ ...s3, kubernetes: own.kubernetes }).worker).toBe(undefined);
});

test("a claim that the chart mounts is where the chart says, whatever path was typed", () => {
	const draft = { ...volume({ volume: "chart_claim" }), shared_filesystem: { path: "a:b" } };
	expect(helm.check(draft)).toEqual([]);
	expect(listSettings(draft).at(-1)).toMatchObject({ value: "/app/checkpoint_data/checkpoint_data" });
	expect(helm.listSteps(draft).at(-1)?.command).toContain(" -- find /app/checkpoint_data/checkpoint_data -type f");
	expect(listSettings({ ...draft, output: "environment" }).at(-1)).toMatchObject({ value: "a:b" });
});

const say = (draft: CheckpointDraft) =>
	helm.check(draft).map(({ severity, path, message }) => `${severity} ${path.join(".")}: ${message}`);

test("what Kubernetes would refuse is an error on its field, and what isn't used is left alone", () => {
	const nonsense = {
		claim: "",
		nfs_server: "",
		nfs_export: "",
		storage_class: "",
		claim_size: "",
		service_account: "",
	};
	expect(say(volume({ ...nonsense, volume: "nfs" }))).toEqual([
		"error kubernetes.nfs_server: Enter the server's name or address, for example nfs.example.com.",
		"error kubernetes.nfs_export: Enter the path of the export, for example /exports/checkpoints.",
	]);
	expect(say(volume({ ...nonsense, volume: "new_claim" }))).toEqual([
		"error kubernetes.storage_class: Enter a storage class that allows ReadWriteMany: a cluster's default one rarely does.",
		"error kubernetes.claim_size: Enter a size, for example 125Gi.",
	]);
	expect(say(volume({ claim: "My_Claim" }))).toEqual([
		"error kubernetes.claim: Write a Kubernetes name of lower-case letters, digits, “-” and “.”, with a letter or digit at each end, not “M”.",
	]);
	expect(say(volume({ claim: "<claim>" }))).toEqual([
		"warning kubernetes.claim: Replace “<claim>” with your own value: nothing else replaces it.",
	]);
	expect(say({ ...volume({}), shared_filesystem: { path: "/mnt/a:b" } })).toEqual([
		"error shared_filesystem.path: Remove the colon from the path: Kubernetes can't mount anything there.",
	]);
	expect(say({ ...volume(nonsense), store: "s3" })).toEqual([]);
	expect(
		say({
			...volume({ ...nonsense, service_account: "a b" }),
			store: "s3",
			s3: { ...s3.s3, credentials: "environment" },
		}),
	).toEqual([
		"error kubernetes.service_account: Write a Kubernetes name of lower-case letters, digits, “-” and “.”, with a letter or digit at each end, not “ ”.",
	]);
});

test.each([
	["125GiB", "125Gi"],
	["125 gb", "125G"],
	["1.5t", "1.5T"],
	["10kb", "10k"],
	["10KiB", "10Ki"],
	["100m", "100M"],
	["big", undefined],
	["0Gi", undefined],
	["-1Gi", undefined],
])("%s is no size of a claim; %s may be meant", (size, repair) => {
	const problems = helm.check(volume({ volume: "new_claim", storage_class: "x", claim_size: size }));
	expect(problems.map(({ severity, path, fix }) => [severity, path.join("."), fix?.text])).toEqual([
		["error", "kubernetes.claim_size", repair],
	]);
});

test("a whole NFS address is taken apart", () => {
	for (const address of ["nas:/exports/x", "nfs://nas/exports/x"]) {
		const [problem] = helm.check(volume({ volume: "nfs", nfs_server: address, nfs_export: "/y" }));
		expect(problem?.fix).toMatchObject({
			text: "nas",
			also: [{ target: "kubernetes.nfs_export", text: "/exports/x" }],
		});
	}
});
