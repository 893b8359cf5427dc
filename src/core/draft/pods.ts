import { isObjectStore } from "../stores/stores.ts";
import type { CheckpointDraft } from "./draft.ts";

/**
 * Where the workers find the claim that the Helm chart itself mounts.
 *
 * @see polars-inc/helm-charts 2.2.0, `checkpointData.sharedPersistentVolumeClaim`.
 */
const chartPath = "/app/checkpoint_data/checkpoint_data";

/** Whether the Helm chart mounts the volume at a path of its own, so that the draft's path is of no use. */
export function isAtChartPath({ store, output, kubernetes }: CheckpointDraft): boolean {
	const { volume } = kubernetes;
	return store === "shared_filesystem" && output === "helm" && (volume === "chart_claim" || volume === "new_claim");
}

/** A draft whose path is the one that the workers will use, whatever was typed. */
export function settlePath(draft: CheckpointDraft): CheckpointDraft {
	return isAtChartPath(draft) ? { ...draft, shared_filesystem: { path: chartPath } } : draft;
}

/** Keys of the texts for Kubernetes that a draft's files are written from, in the order in which they are asked for. */
export function listPodKeys(draft: CheckpointDraft): readonly Exclude<keyof CheckpointDraft["kubernetes"], "volume">[] {
	const { store, output, kubernetes } = draft;
	if (output !== "helm" && output !== "operator") return [];
	if (isObjectStore(store)) return draft[store].credentials === "environment" ? ["service_account"] : [];
	if (output === "operator") return [];
	if (!isAtChartPath(draft)) return kubernetes.volume === "nfs" ? ["nfs_server", "nfs_export"] : ["claim"];
	return kubernetes.volume === "chart_claim" ? ["claim"] : ["storage_class", "claim_size"];
}

/** The account that the workers' pods are to run as; empty for the namespace's own. */
export function readAccount(draft: CheckpointDraft): string {
	return listPodKeys(draft).includes("service_account") ? draft.kubernetes.service_account.trim() : "";
}
