import type { CheckpointDraft } from "../draft/draft.ts";
import { volumeName } from "../draft/pod-needs.ts";
import { readAccount } from "../draft/pods.ts";
import { listSettings } from "../draft/setting.ts";
import { formatGo } from "../duration/go.ts";
import { parseDuration } from "../duration/parse.ts";
import { isObjectStore, stores } from "../stores/stores.ts";
import { listOptions, toVariable } from "./pod-variables.ts";
import { Noted, YamlText, type YamlValue } from "./yaml.ts";

/** Name of the PolarsCluster, until there is one of the person's own. */
export const clusterName = "polars";

/** A value that only the person knows. */
function placeholder(value: YamlValue): Noted {
	return new Noted(value, "your own");
}

/** A whole PolarsCluster, in which what this tool doesn't know is marked as the person's own. */
export function buildCluster(draft: CheckpointDraft): YamlValue {
	const fromSecret = (key: string): YamlValue => ({
		valueFrom: { secretKeyRef: { name: placeholder("polars-workspace"), key: placeholder(key) } },
	});
	return {
		apiVersion: "compute.pola.rs/v1alpha1",
		kind: "PolarsCluster",
		metadata: { name: placeholder(clusterName) },
		spec: {
			license: new Noted(
				{
					onPrem: {
						clientID: fromSecret("clientID"),
						clientSecret: fromSecret("clientSecret"),
						workspaceID: fromSecret("workspaceID"),
					},
				},
				"your own: onPrem, as here, or onPremEnterprise",
			),
			runtime: { composed: {} },
			...buildCheckpoint(draft),
			workerPool: { replicas: placeholder(2), serviceAccount: buildAccount(draft), podTemplate: buildMount(draft) },
		},
	};
}

/** @see polars-k8s-operator, docs/api.md, `ServiceAccountSpec`: one that has a name is there already. */
function buildAccount(draft: CheckpointDraft): YamlValue | undefined {
	const name = readAccount(draft);
	return name === "" ? undefined : { name: new YamlText(name, { field: "kubernetes.service_account" }) };
}

/** The operator mounts no shared filesystem by itself. */
function buildMount(draft: CheckpointDraft): YamlValue | undefined {
	if (draft.store !== "shared_filesystem") return undefined;
	const mountPath = new YamlText(draft.shared_filesystem.path.trim(), { field: "shared_filesystem.path" });
	return {
		spec: {
			volumes: [{ name: volumeName, persistentVolumeClaim: { claimName: placeholder("polars-checkpoints") } }],
			containers: [{ name: "worker", volumeMounts: [{ name: volumeName, mountPath }] }],
		},
	};
}

/**
 * The `checkpoint:` block of a PolarsCluster's spec.
 *
 * Both `endpoint` and `endpointURL` take the location itself, `s3://bucket/key`: the operator makes them the `url` of
 * `worker.checkpoint_location`. The address of a store that speaks the S3 API is an option like all others.
 *
 * @see polars-k8s-operator, docs/api.md (`CheckpointSpec` and what is in it) and `computedCheckpointDataEnv` in
 * internal/controller/worker_pod.go.
 */
export function buildCheckpoint(draft: CheckpointDraft): { readonly checkpoint: YamlValue } {
	const { store } = draft;
	const period = draft.period.trim();
	const duration = parseDuration(period);
	const [place, ...options] = listSettings(draft).filter(({ key }) => key[1] === "checkpoint_location");
	const location = toVariable(place);
	const { data, place: key } = stores[store].operator;
	const section = { [key]: location, ...(isObjectStore(store) && { options: listOptions(options) }) };
	const text = duration.ok ? formatGo(duration.nanoseconds).text : period;
	return { checkpoint: { period: new YamlText(text, { field: "period" }), data: { [data]: section } } };
}
