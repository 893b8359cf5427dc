import type { CheckpointDraft } from "../draft/draft.ts";
import { splitField } from "../draft/placed.ts";
import { listSettings } from "../draft/setting.ts";
import { formatGo } from "../duration/go.ts";
import { parseDuration } from "../duration/parse.ts";
import { findOption } from "../object-store/option.ts";
import type { Problem } from "../problem.ts";
import { describeCreation, describeLook } from "./location-steps.ts";
import type { Output, OutputFile, Step } from "./output.ts";
import { buildCheckpoint, buildCluster, buildSecret, clusterName, listSecrets, secretName } from "./polars-cluster.ts";
import { compareManifests } from "./read-manifest.ts";
import { layoutYaml } from "./yaml.ts";

/**
 * Manifests for the Polars Kubernetes operator: a whole PolarsCluster, its `checkpoint:` block alone, indented to be
 * pasted under the `spec:` of another, and the Secret that both refer to.
 */
export const operator: Output = {
	layout: layoutManifests,
	check: checkManifests,
	readBack: compareManifests,
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

/**
 * @see docs: Go, `time.Duration`; Kubernetes API, `VolumeMount` of core/v1; polars-k8s-operator, docs/api.md.
 */
function checkManifests(draft: CheckpointDraft): readonly Problem[] {
	const problems: Problem[] = [];
	const duration = parseDuration(draft.period.trim());
	const period = duration.ok ? formatGo(duration.nanoseconds) : undefined;
	if (period && !period.exact) {
		const message = `Kubernetes counts to 292 years at most: this becomes ${period.text}.`;
		problems.push({ code: "output-limit", severity: "warning", message, path: ["period"] });
	}
	if (draft.store === "shared_filesystem" && draft.shared_filesystem.path.includes(":")) {
		const message = "Kubernetes mounts nothing at a path with a colon in it.";
		problems.push({ code: "output-limit", severity: "error", message, path: ["shared_filesystem", "path"] });
	}
	problems.push(...checkNul(draft));
	if (draft.store === "gcs" && draft.gcs.credentials === "key_file") {
		problems.push({
			code: "output-limit",
			severity: "advice",
			message: "Mount this file into the workers' pods, or choose the inline key, which becomes a Secret.",
			path: ["gcs", "google_service_account_path"],
			fix: { title: "Use an inline key", text: "inline_key", target: "gcs.credentials" },
		});
	}
	return problems;
}

/**
 * Each value becomes a variable in a pod's environment, and a path a mount: both end where a NUL is. All else that a text
 * may hold can be written in YAML, as an escape if need be, and be handed on.
 *
 * @see docs: Linux, execve(2); YAML 1.1, "Escape Sequences".
 */
function checkNul(draft: CheckpointDraft): readonly Problem[] {
	return listSettings(draft).flatMap(({ key, value, field }): Problem[] => {
		if (key[1] !== "checkpoint_location" || field === undefined) return [];
		if (typeof value !== "string" || !value.includes("\0")) return [];
		const text = value.replaceAll("\0", "");
		return [
			{
				code: "output-limit",
				severity: "error",
				message: "This holds a NUL character (U+0000), which Kubernetes can't hand to a pod.",
				path: splitField(field),
				...(text !== "" && { fix: { title: "Remove it", text } }),
			},
		];
	});
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
		...describeSecret(draft),
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
		lookInPod(describeLook(draft), draft),
	];
}

/** A volume can be seen from a worker's pod alone. */
function lookInPod(look: Step, draft: CheckpointDraft): Step {
	if (draft.store !== "shared_filesystem" || look.command === undefined) return look;
	const pod = '"$(kubectl get pods -l compute.pola.rs/component=worker -o name | head -n 1)"';
	return { ...look, command: `kubectl exec ${pod} -- ${look.command}` };
}

const volumeStep: Step = {
	title: "Provide the volume",
	text: "A PersistentVolumeClaim that every worker's pod can write at once (ReadWriteMany): the operator makes none. polars-cluster.yaml mounts it at the path, by the name that you give there; a PolarsCluster of your own has to mount it too.",
};

/**
 * Makes the Secret from what is typed at a prompt: neither the history, nor a file, nor the list of processes gets to
 * see it. The parentheses make the shell read all lines before it asks.
 *
 * @see docs: kubectl, `create secret generic`; Kubernetes issue 29923, on what `apply` keeps of a Secret.
 */
function describeSecret(draft: CheckpointDraft): readonly Step[] {
	const keys = listSecrets(draft).map(({ key }) => key.at(-1) ?? "");
	if (keys.length === 0) return [];
	const isJson = (key: string) => draft.store !== "shared_filesystem" && findOption(draft.store, key)?.type === "json";
	const prompts = keys
		.filter((key) => !isJson(key))
		.map((key) => `  printf '${key}: ' && IFS= read -rs ${key} && echo &&\n`);
	const sources = keys.map(
		(key) => ` \\\n    --from-file=${key}=${isJson(key) ? "key.json" : `<(printf %s "$${key}")`}`,
	);
	return [
		{
			title: "Create the Secret",
			text: `In the namespace of the PolarsCluster, with bash or zsh.${
				prompts.length > 0 ? " Each secret is asked for, and goes neither to the history nor to a disk." : ""
			}${
				keys.some(isJson) ? " key.json is the service account's file." : ""
			} checkpoint-secret.yaml makes the same: use kubectl create -f, since apply would copy the secrets into an annotation.`,
			command: `(\n${prompts.join("")}  kubectl create secret generic ${secretName}${sources.join("")}\n)`,
		},
	];
}
