import type { Identity } from "../stores/store.ts";
import { isObjectStore, stores } from "../stores/stores.ts";
import type { CheckpointDraft, KubernetesDraft } from "./draft.ts";
import { isInCloud } from "./identity.ts";
import { readAccount } from "./pods.ts";

/** Name of the Secret that the workers' secrets are read from. */
export const secretName = "polars-checkpoint";

/** The name that a volume for checkpoints has in the workers' pods. */
export const volumeName = "checkpoints";

/** A part of a manifest: a text of the form stands in it by the key of its field. */
export type PodTree = boolean | Exclude<keyof KubernetesDraft, "volume"> | { readonly [key: string]: PodTree };

/** What a volume at a path of one's own is made from. The chart mounts none of these by itself. */
export const volumeSources = {
	claim: { persistentVolumeClaim: { claimName: "claim" } },
	nfs: { nfs: { server: "nfs_server", path: "nfs_export" } },
} as const satisfies Readonly<Record<string, PodTree>>;

/**
 * `checkpointData.sharedPersistentVolumeClaim` of the chart, which mounts these itself. Claims of a release that had
 * another before must say both, or the old word on the other stays.
 */
export const chartClaims = {
	chart_claim: { enabled: true, create: false, existingClaimName: "claim" },
	new_claim: { enabled: true, create: true, storageClassName: "storage_class", size: "claim_size" },
} as const satisfies Readonly<Record<string, PodTree>>;

/** Puts something in the place of each text of a tree. */
export function fillTree<Text>(
	tree: Readonly<Record<string, PodTree>>,
	write: (key: Exclude<keyof KubernetesDraft, "volume">) => Text,
): FilledTree<Text> {
	return Object.fromEntries(
		Object.entries(tree).map(([name, part]) => {
			if (typeof part === "boolean") return [name, part];
			return [name, typeof part === "string" ? write(part) : fillTree(part, write)];
		}),
	);
}

/** A tree with its texts. */
export interface FilledTree<Text> {
	readonly [key: string]: boolean | Text | FilledTree<Text>;
}

/** The labels that pods need to get the identity of the account that they are to run as. */
export function listPodLabels(draft: CheckpointDraft): readonly (readonly [label: string, value: string])[] {
	const { store } = draft;
	if (!isObjectStore(store) || readAccount(draft) === "" || !isInCloud(draft, store)) return [];
	const { podLabels = {} }: Identity = stores[store].identity;
	return Object.entries(podLabels);
}
