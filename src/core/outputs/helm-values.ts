import type { CheckpointDraft, KubernetesDraft } from "../draft/draft.ts";
import { chartClaims, fillTree, listPodLabels, volumeName, volumeSources } from "../draft/pod-needs.ts";
import { isAtChartPath, readAccount } from "../draft/pods.ts";
import { listSettings } from "../draft/setting.ts";
import { isObjectStore, stores } from "../stores/stores.ts";
import { listOptions, toVariable } from "./pod-variables.ts";
import { YamlText, type YamlValue } from "./yaml.ts";

/**
 * Values for the Helm chart: the period, the location, and what of the workers' deployment these need.
 *
 * @see polars-inc/helm-charts 2.2.0, charts/polars/values.yaml.
 */
export function buildValues(draft: CheckpointDraft): YamlValue {
	return {
		checkpoint: { period: new YamlText(draft.period.trim(), { field: "period" }) },
		checkpointData: buildLocation(draft),
		worker: buildWorker(draft),
	};
}

function buildLocation(draft: CheckpointDraft): YamlValue {
	const { store } = draft;
	const { volume } = draft.kubernetes;
	if (isAtChartPath(draft) && (volume === "chart_claim" || volume === "new_claim"))
		return { sharedPersistentVolumeClaim: fillTree(chartClaims[volume], readTexts(draft)) };
	const { data, place } = stores[store].chart;
	const [location, ...options] = listSettings(draft).filter(({ key }) => key[1] === "checkpoint_location");
	return {
		[data]: {
			enabled: true,
			[place]: toVariable(location),
			...(isObjectStore(store) && { options: listOptions(options) }),
		},
	};
}

/** What of the workers' deployment the location needs. The chart mounts no path by itself, and annotates no account. */
function buildWorker(draft: CheckpointDraft): YamlValue | undefined {
	const account = readAccount(draft);
	const deployment = isObjectStore(draft.store) ? buildLabels(draft) : buildMount(draft);
	if (account === "" && deployment === undefined) return undefined;
	const name = new YamlText(account, { field: "kubernetes.service_account" });
	return { ...(account !== "" && { serviceAccount: { name } }), deployment };
}

/** Labels without which the cloud hands a pod no identity. */
function buildLabels(draft: CheckpointDraft): YamlValue | undefined {
	const labels = listPodLabels(draft);
	return labels.length > 0 ? { podLabels: Object.fromEntries(labels) } : undefined;
}

function buildMount(draft: CheckpointDraft): YamlValue | undefined {
	if (isObjectStore(draft.store) || isAtChartPath(draft)) return undefined;
	const { volume } = draft.kubernetes;
	const source = fillTree(volumeSources[volume === "nfs" ? volume : "claim"], readTexts(draft));
	const mountPath = new YamlText(draft[draft.store].path.trim(), { field: `${draft.store}.path` });
	return {
		volumes: [{ name: volumeName, ...source }],
		runtimeContainer: { volumeMounts: [{ name: volumeName, mountPath }] },
	};
}

/** Reads what is typed for Kubernetes, by its key. */
function readTexts({ kubernetes }: CheckpointDraft): (key: keyof KubernetesDraft) => YamlText {
	return (key) => new YamlText(kubernetes[key].trim(), { field: `kubernetes.${key}` });
}
