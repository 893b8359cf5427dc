import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { patchConfig } from "./config-file/patch.ts";
import { readDraft } from "./config-file/read-draft.ts";
import { checkDraft } from "./draft/check.ts";
import type { CheckpointInput } from "./draft/checkpoint.ts";
import type { CheckpointDraft } from "./draft/draft.ts";
import { anyKubernetes } from "./draft/kubernetes.arbitrary.ts";
import { joinLines } from "./listing.ts";
import { helm } from "./outputs/helm.ts";
import { validDraft } from "./outputs/writable-draft.arbitrary.ts";

const s3 = `checkpoint:
  period: 10m # often
checkpointData:
  s3:
    enabled: true # on
    endpoint: s3://team-data/ck
`;

/** A configuration of a shared filesystem, with what somebody said of its volume. */
const shared = (kubernetes?: NonNullable<CheckpointInput["kubernetes"]>): CheckpointInput => ({
	period: "10m",
	store: "shared_filesystem",
	shared_filesystem: { path: "/mnt/ck" },
	...(kubernetes && { kubernetes }),
});

test("values of any kind get for the workers' pods what the output writes for them", () => {
	fc.assert(
		fc.property(
			validDraft,
			anyKubernetes,
			fc.constantFrom("acceptEula: true\n", "worker: {}\n", "{}"),
			(valid, kubernetes, text) => {
				const draft: CheckpointDraft = { ...valid, kubernetes, output: "helm" };
				const { config } = checkDraft(draft);
				fc.pre(config !== undefined && helm.check(draft).every(({ severity }) => severity !== "error"));
				if (!config) return;
				const [values] = helm.layout(draft);
				const { worker = {}, checkpointData } = parse(values ? joinLines(values.lines) : "");
				const patched = parse(patchConfig(text, config, "helm_values"));
				expect(patched.worker ?? {}).toEqual(worker);
				expect(patched.checkpointData).toEqual(checkpointData);
				expect(patched.acceptEula).toBe(text.startsWith("acceptEula") ? true : undefined);
			},
		),
		{ numRuns: 150 },
	);
});

test("a volume and its mount go below those that are there, and all else stays", () => {
	const text = `${s3}worker:
  deployment:
    replicaCount: 3 # three
    volumes:
    - name: tmp # scratch
      emptyDir: {}
    runtimeContainer:
      volumeMounts: []
      env: []
`;
	const patched = patchConfig(text, shared({ volume: "nfs", nfs_server: "nas", nfs_export: "/exports" }));
	expect(patched).toBe(`checkpoint:
  period: 10m # often
checkpointData:
  sharedFilesystem:
    enabled: true # on
    path: /mnt/ck
worker:
  deployment:
    replicaCount: 3 # three
    volumes:
    - name: tmp # scratch
      emptyDir: {}
    - name: checkpoints
      nfs:
        server: "nas"
        path: "/exports"
    runtimeContainer:
      volumeMounts:
        - name: checkpoints
          mountPath: "/mnt/ck"
      env: []
`);
	expect(readDraft(patched)).toMatchObject({
		ok: true,
		draft: { kubernetes: { volume: "nfs", nfs_server: "nas", nfs_export: "/exports" } },
	});
});

/** Values with a volume, and a mount of it. */
const mounted = (volume: string, mount: string) =>
	`${s3}worker:
  deployment:
    volumes: [${volume}]
    runtimeContainer: { volumeMounts: [${mount}] }
`;
const worker = (text: string) => parse(text).worker;

test.each([
	["mounted there", "{ name: v, nfs: { server: a, path: /b } }", "{ name: v, mountPath: /mnt/ }"],
	["of a kind that the form doesn't know", "{ name: v, csi: { driver: d } }", "{ name: v, mountPath: /mnt/ck }"],
	["that this file doesn't define", "", "{ name: v, mountPath: /mnt/ck }"],
])("a volume is kept that is %s", (_, volume, mount) => {
	const text = mounted(volume, mount);
	expect(worker(patchConfig(text, shared()))).toEqual(worker(text));
});

test("a volume of the same source or name is mounted once more", () => {
	const same = mounted("{ name: data, persistentVolumeClaim: { claimName: polars-checkpoints } }", "");
	expect(worker(patchConfig(same, shared())).deployment).toEqual({
		volumes: [{ name: "data", persistentVolumeClaim: { claimName: "polars-checkpoints" } }],
		runtimeContainer: { volumeMounts: [{ name: "data", mountPath: "/mnt/ck" }] },
	});
	const named = mounted("{ name: checkpoints, csi: { driver: d } }", "");
	expect(worker(patchConfig(named, shared())).deployment).toEqual({
		volumes: [{ name: "checkpoints", csi: { driver: "d" } }],
		runtimeContainer: { volumeMounts: [{ name: "checkpoints", mountPath: "/mnt/ck" }] },
	});
});

test("another volume than the one that was asked for is said and left", () => {
	const claim = shared({ volume: "claim", claim: "own" });
	const nfs = "{ name: checkpoints, nfs: { server: a, path: /b } }";
	expect(() => patchConfig(mounted(nfs, "{ name: checkpoints, mountPath: /mnt/ck }"), claim)).toThrow(
		"worker.deployment.runtimeContainer.volumeMounts mounts another volume at /mnt/ck",
	);
	expect(() => patchConfig(mounted(nfs, ""), claim)).toThrow(
		"worker.deployment.volumes has another volume named checkpoints",
	);
	expect(() => patchConfig(s3, shared({ volume: "claim", claim: "My Claim" }))).toThrow("kubernetes.claim");
});

test("a period alone adds no volume to values whose volume stands elsewhere", () => {
	const text = s3.replace(/ {2}s3:[\s\S]*/, "  sharedFilesystem: { enabled: true, path: /mnt/ck }\n");
	expect(patchConfig(text, { ...shared({}), period: "1h" })).toBe(text.replace("10m", "1h"));
	expect(worker(patchConfig(text, shared({ claim: "own" }))).deployment.volumes).toHaveLength(1);
});

test("the chart's own claim takes the place of all that the chart would take first", () => {
	const text = `${s3}  sharedPersistentVolumeClaim: { enabled: false, existingClaimName: old } # ours\n`;
	const made = patchConfig(text, shared({ volume: "new_claim", storage_class: "cephfs", claim_size: "1Ti" }));
	expect(made).toContain("# ours");
	expect(parse(made).checkpointData).toEqual({
		s3: { enabled: false, endpoint: "s3://team-data/ck" },
		sharedPersistentVolumeClaim: {
			enabled: true,
			create: true,
			existingClaimName: "",
			storageClassName: "cephfs",
			size: "1Ti",
		},
	});
	expect(parse(patchConfig(made, shared({ volume: "chart_claim", claim: "own" }))).checkpointData).toMatchObject({
		sharedPersistentVolumeClaim: { create: false, existingClaimName: "own" },
	});
});

test("credentials from the workers' environment take the account along, and what the file says otherwise is left", () => {
	const config: CheckpointInput = {
		period: "10m",
		store: "abs",
		abs: { credentials: "environment", url: "az://team-data/ck", azure_storage_account_name: "team" },
		kubernetes: { service_account: "polars-worker" },
	};
	expect(worker(patchConfig("worker: { serviceAccount: { name: old, create: false } }\n", config))).toEqual({
		serviceAccount: { name: "polars-worker", create: false },
		deployment: { podLabels: { "azure.workload.identity/use": "true" } },
	});
	const off = 'worker: { deployment: { podLabels: { azure.workload.identity/use: "false" } } }\n';
	expect(() => patchConfig(off, config)).toThrow("podLabels has another azure.workload.identity/use");
});

test("a cluster gets the account, too", () => {
	const text = "kind: PolarsCluster\nspec:\n  workerPool:\n    replicas: 2 # two\n";
	const config: CheckpointInput = {
		period: "10m",
		store: "gcs",
		gcs: { credentials: "environment", url: "gs://team-data/ck" },
		kubernetes: { service_account: "polars-worker" },
	};
	const patched = patchConfig(text, config);
	expect(patched).toContain("    replicas: 2 # two\n    serviceAccount:\n      name: polars-worker\n");
	expect(patchConfig(patched, config)).toBe(patched);
	expect(patchConfig("checkpoint: { data: {} }\n", config, "polars_cluster")).not.toContain("serviceAccount");
});
