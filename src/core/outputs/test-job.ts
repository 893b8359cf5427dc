import type { CheckpointDraft } from "../draft/draft.ts";
import { listPodLabels, secretName } from "../draft/pod-needs.ts";
import { isAtChartPath, readAccount, settlePath } from "../draft/pods.ts";
import { listSettings } from "../draft/setting.ts";
import { nameVariable } from "../formats/env/variable.ts";
import { isObjectStore } from "../stores/stores.ts";
import { scriptName } from "./node-test.ts";
import type { OutputFile } from "./output.ts";
import { toVariable } from "./pod-variables.ts";
import { layoutYaml, Noted, YamlText, type YamlValue } from "./yaml.ts";

/** Name of the Job, and of the ConfigMap with the script. */
export const testName = "polars-checkpoint-test";

/** Name of the Job's file. */
export const testFile = "checkpoint-test.yaml";

/** The Polars that the release notes of On-Prem 0.6.3 name. */
const polars = "polars==1.42.1";

const image = "python:3.13-slim";

/** How long a pod waits for the other's mark, in seconds: the other's node may have to fetch the image first. */
const patience = 300;

/**
 * A Job that tries the location as a worker's pod would: with the same account, the same variables and the same Secret, in
 * plain Python. Of a volume, two pods on two nodes try it, so that each finds what the other wrote.
 */
export function layoutTestJob(draft: CheckpointDraft): readonly OutputFile[] {
	return [{ name: testFile, lines: layoutYaml(buildJob(settlePath(draft))) }];
}

/** @see docs: Kubernetes API, `JobSpec` of batch/v1, `PodAntiAffinity` and `EnvVar` of core/v1. */
function buildJob(draft: CheckpointDraft): YamlValue {
	const isVolume = !isObjectStore(draft.store);
	const labels = listPodLabels(draft);
	const account = readAccount(draft);
	return {
		apiVersion: "batch/v1",
		kind: "Job",
		metadata: { name: testName },
		spec: {
			backoffLimit: 0,
			...(isVolume && { completions: 2, parallelism: 2 }),
			template: {
				metadata: {
					labels: { app: testName, ...Object.fromEntries(labels.map(([key, value]) => [key, new YamlText(value)])) },
				},
				spec: {
					...(account !== "" && {
						serviceAccountName: new YamlText(account, { field: "kubernetes.service_account" }),
					}),
					restartPolicy: "Never",
					...(isVolume && { affinity: apart }),
					containers: [
						{
							name: "test",
							image: new Noted(image, "or the image of the workers"),
							command: ["sh", "-c"],
							args: [
								new YamlText(
									`pip install --quiet ${polars} && python /test/${scriptName} -${isVolume ? ` --wait ${patience}` : ""}`,
								),
							],
							env: buildVariables(draft),
							volumeMounts: [
								{ name: "script", mountPath: "/test" },
								...(isVolume ? [{ name: "checkpoints", mountPath: readPath(draft) }] : []),
							],
						},
					],
					volumes: [
						{ name: "script", configMap: { name: testName } },
						...(isVolume ? [{ name: "checkpoints", ...buildSource(draft) }] : []),
					],
				},
			},
		},
	};
}

/** Two pods of the Job on one node would prove nothing of another. */
const apart: YamlValue = {
	podAntiAffinity: {
		requiredDuringSchedulingIgnoredDuringExecution: [
			{ labelSelector: { matchLabels: { app: testName } }, topologyKey: "kubernetes.io/hostname" },
		],
	},
};

/** The variables that chart and operator give to a worker's pod. */
function buildVariables(draft: CheckpointDraft): YamlValue {
	const own = listSettings(draft).filter(({ key }) => key[1] === "checkpoint_location");
	return own.map((setting): YamlValue => {
		const name = new YamlText(nameVariable(setting.key), { field: setting.secret ? undefined : setting.field });
		const key = new YamlText(setting.key.at(-1) ?? "");
		return setting.secret
			? { name, valueFrom: { secretKeyRef: { name: secretName, key } } }
			: { name, value: toVariable(setting) };
	});
}

function readPath(draft: CheckpointDraft): YamlText {
	return new YamlText(draft.shared_filesystem.path.trim(), { field: "shared_filesystem.path" });
}

/** Where the volume comes from; of a claim that the chart makes, only the cluster knows the name. */
function buildSource(draft: CheckpointDraft): { readonly [key: string]: YamlValue } {
	const { kubernetes, output } = draft;
	const text = (key: "claim" | "nfs_server" | "nfs_export") =>
		new YamlText(kubernetes[key].trim(), { field: `kubernetes.${key}` });
	if (output === "helm" && kubernetes.volume === "nfs") {
		return { nfs: { server: text("nfs_server"), path: text("nfs_export") } };
	}
	const isNamed = output === "helm" && kubernetes.volume !== "new_claim";
	const claimName = isNamed ? text("claim") : new Noted("polars-checkpoints", "your own");
	return { persistentVolumeClaim: { claimName } };
}

/** Whether the claim's name is to be filled in by hand. */
export function needsClaimName(draft: CheckpointDraft): boolean {
	if (isObjectStore(draft.store)) return false;
	return draft.output === "operator" || (isAtChartPath(draft) && draft.kubernetes.volume === "new_claim");
}
