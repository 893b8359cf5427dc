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
