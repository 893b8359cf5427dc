import type { CheckpointDraft } from "../draft/draft.ts";
import { formatGo } from "../duration/go.ts";
import { parseDuration } from "../duration/parse.ts";
import type { Problem } from "../problem.ts";
import { describePodIdentity } from "./identity-steps.ts";
import { describeCreation, describeLook } from "./location-steps.ts";
import type { Output, OutputFile, Step } from "./output.ts";
import { checkPods } from "./pod-check.ts";
import { lookInPod } from "./pod-steps.ts";
import { describePodTest } from "./pod-test.ts";
import { buildCheckpoint, buildCluster, clusterName } from "./polars-cluster.ts";
import { compareManifests } from "./read-manifest.ts";
import { buildSecret, describeSecret } from "./secret-manifest.ts";
import { layoutTestJob } from "./test-job.ts";
import { layoutYaml } from "./yaml.ts";

/**
 * Manifests for the Polars Kubernetes operator: a whole PolarsCluster, its `checkpoint:` block alone, indented to be
 * pasted under the `spec:` of another, and the Secret that both refer to.
 */
export const operator: Output = {
	layout: layoutManifests,
	check: checkManifests,
	readBack: compareManifests,
	layoutTest: layoutTestJob,
	listSteps,
};

function layoutManifests(draft: CheckpointDraft): readonly OutputFile[] {
	const secret = buildSecret(draft);
	return [
		{ name: "polars-cluster.yaml", lines: layoutYaml(buildCluster(draft)) },
		{ name: "checkpoint.yaml", lines: layoutYaml(buildCheckpoint(draft), 2) },
		...(secret ? [{ name: "checkpoint-secret.yaml", lines: layoutYaml(secret) }] : []),
	];
}

/** @see docs: Go, `time.Duration`; polars-k8s-operator, docs/api.md. */
function checkManifests(draft: CheckpointDraft): readonly Problem[] {
	const problems: Problem[] = [];
	const duration = parseDuration(draft.period.trim());
	const period = duration.ok ? formatGo(duration.nanoseconds) : undefined;
	if (period && !period.exact) {
		const message = `Kubernetes can count to 292 years at most: this becomes ${period.text}.`;
		problems.push({ code: "output-limit", severity: "warning", message, path: ["period"] });
	}
	problems.push(...checkPods(draft));
	return problems;
}

/**
 * @see polars-k8s-operator, README.md for its chart, docs/api.md for the volume, and the labels and conditions that
 * internal/controller/polarscluster_controller.go sets; docs: kubectl, `apply`, `exec` and `wait`.
 */
function listSteps(draft: CheckpointDraft): readonly Step[] {
	return [
		draft.store === "shared_filesystem" ? volumeStep : describeCreation(draft),
		{
			title: "Install the operator",
			text: "Once in a Kubernetes cluster, if it isn't there yet.",
			command:
				"helm repo add polars-inc https://polars-inc.github.io/helm-charts\nhelm install polars-k8s-operator polars-inc/polars-k8s-operator",
		},
		...describePodIdentity(draft, podFiles),
		...describeSecret(draft),
		describePodTest(draft),
		{
			title: "Apply the manifest",
			text: "Put your own values where polars-cluster.yaml asks for them. If you have a PolarsCluster already, paste checkpoint.yaml under its spec instead, and apply that.",
			command: "kubectl apply -f polars-cluster.yaml",
		},
		{
			title: "Wait for the pods",
			text: "The operator replaces the scheduler's pod and the workers' with new ones.",
			command: `kubectl wait --for=condition=Ready polarscluster/${clusterName} --timeout=10m`,
		},
		lookInPod(describeLook(draft), draft, "compute.pola.rs/component=worker"),
	];
}

/** @see polars-k8s-operator v0.1.0-alpha.4, docs/api.md and the schema of podTemplate in config/crd. */
const podFiles = {
	account:
		"In the namespace of the PolarsCluster. polars-cluster.yaml names it under workerPool.serviceAccount; a PolarsCluster of your own has to name it too.",
	variables: "the container worker of workerPool.podTemplate.spec",
	labels:
		"AKS hands nothing to a pod without the label azure.workload.identity/use, and a PolarsCluster (v0.1.0-alpha.4) keeps no labels under podTemplate.metadata: use the Helm chart there, or a managed identity of the nodes.",
} as const;

const volumeStep: Step = {
	title: "Provide the volume",
	text: "A PersistentVolumeClaim that every worker's pod can write at once (ReadWriteMany): the operator makes none. polars-cluster.yaml mounts it at the path, by the name that you give there; a PolarsCluster of your own has to mount it too.",
};
