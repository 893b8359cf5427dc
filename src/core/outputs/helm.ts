import type { CheckpointDraft } from "../draft/draft.ts";
import { isName } from "../draft/kubernetes-check.ts";
import { isAtChartPath, settlePath } from "../draft/pods.ts";
import { isObjectStore } from "../stores/stores.ts";
import { buildValues } from "./helm-values.ts";
import { describePodIdentity } from "./identity-steps.ts";
import { describeCreation, describeLook } from "./location-steps.ts";
import type { Output, OutputFile, Step } from "./output.ts";
import { checkPods } from "./pod-check.ts";
import { lookInPod } from "./pod-steps.ts";
import { describePodTest } from "./pod-test.ts";
import { compareValues } from "./read-values.ts";
import { buildSecret, describeSecret } from "./secret-manifest.ts";
import { layoutTestJob } from "./test-job.ts";
import { layoutYaml } from "./yaml.ts";

/** Values for the Helm chart of Polars On-Prem, and the Secret that they refer to. */
export const helm: Output = {
	layout: layoutValues,
	check: checkPods,
	readBack: compareValues,
	layoutTest: layoutTestJob,
	listSteps,
};

/**
 * What the values are for. Charts before 2.2.0 refuse these keys; of 3.x, values and schema were not to be had.
 *
 * @see polars-inc/helm-charts, charts/polars/Chart.yaml of 2.2.0 (app 0.6.3) and 2.3.1 (app 0.7.1).
 */
const head = [
	"For the Helm chart polars-inc/polars 2.x from 2.2.0 on,",
	"with Polars On-Prem 0.6.3 or newer. Whether chart 3.x",
	"still has checkpoint.period is not known.",
] as const;

function layoutValues(draft: CheckpointDraft): readonly OutputFile[] {
	const secret = buildSecret(draft);
	return [
		{ name: "values.yaml", lines: layoutYaml(buildValues(draft), 0, head) },
		...(secret ? [{ name: "checkpoint-secret.yaml", lines: layoutYaml(secret) }] : []),
	];
}

const podFiles = {
	account:
		"In the namespace of the release. values.yaml names it under worker.serviceAccount, and leaves create at false: the chart can annotate no account.",
	variables: "worker.deployment.runtimeContainer.env",
} as const;

/** The chart's release, until there is one of the person's own. */
const releaseName = "polars";

/**
 * @see polars-inc/helm-charts, charts/polars/README.md and the labels and names in its templates; docs: Helm, `helm
 * upgrade` with `--version`, `--reuse-values` and `--reset-then-reuse-values`; kubectl, `rollout status`.
 */
function listSteps(draft: CheckpointDraft): readonly Step[] {
	return [
		isObjectStore(draft.store) ? describeCreation(draft) : describeVolume(draft),
		...describePodIdentity(draft, podFiles),
		...describeSecret(draft),
		describePodTest(draft),
		describeEarlier(draft),
		upgradeStep,
		{
			title: "Wait for the pods",
			text: "The chart replaces the scheduler's pod and the workers' with new ones.",
			command: `kubectl rollout status deployment/${releaseName}-scheduler\nkubectl rollout status deployment/${releaseName}-worker`,
		},
		lookInPod(describeLook(settlePath(draft)), draft, "app.kubernetes.io/component=worker"),
	];
}

/** What values that stay from before can do to these. */
function describeEarlier(draft: CheckpointDraft): Step {
	const isMounted = !isObjectStore(draft.store) && !isAtChartPath(draft);
	return {
		title: "Look at what the release was given before",
		text: `If there is one yet. Of several locations under checkpointData that are enabled, the chart takes the first of s3, abs, gcs, sharedFilesystem and sharedPersistentVolumeClaim: set enabled to false in each other one. ${
			isMounted
				? "Helm replaces a list as a whole: add the workers' other volumes and mounts to those in values.yaml. "
				: ""
		}There is no checkpoint.enabled: checkpoints are made once a location is enabled, and none while none is.`,
		command: `helm get values ${releaseName}`,
	};
}

const upgradeStep: Step = {
	title: "Install or upgrade the chart",
	text: `With your own namespace, and your own release in place of ${releaseName}. --reuse-values keeps what the release was given before and puts values.yaml over it. For a first installation, or to name all your files each time, leave it out, and put -f with your own file, which has the licence, before values.yaml: the last one wins. --reuse-values keeps the old chart's defaults too: from a chart before 2.2.0, use --reset-then-reuse-values in its place, which Helm has from 3.14 on.`,
	command: `helm repo add polars-inc https://polars-inc.github.io/helm-charts\nhelm repo update polars-inc\nhelm upgrade --install ${releaseName} polars-inc/polars --version '^2.2.0' --reuse-values -f values.yaml`,
};

function describeVolume(draft: CheckpointDraft): Step {
	const { volume, claim } = draft.kubernetes;
	switch (volume) {
		case "nfs":
			return {
				title: "Provide the NFS share",
				text: "The export must let every node of the cluster mount and write it, with the user that the workers run as. Kubernetes mounts it at the path; the nodes need an NFS client for that.",
			};
		case "new_claim":
			return {
				title: "Look at the storage class",
				text: "The chart makes the claim with ReadWriteMany. See that the class is there, and that its provisioner can make such volumes: else the claim and the workers' pods stay Pending.",
				command: "kubectl get storageclass",
			};
		default:
			return {
				title: "Provide the claim",
				text: "A PersistentVolumeClaim in the release's namespace that every worker's pod can write at once: its access modes must say RWX, which is ReadWriteMany. The chart makes none of this name.",
				...(isName(claim.trim()) && { command: `kubectl get persistentvolumeclaim ${claim.trim()}` }),
			};
	}
}
