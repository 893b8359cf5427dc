import type { CheckpointDraft } from "../draft/draft.ts";
import { checkKubernetes } from "../draft/kubernetes-check.ts";
import { splitField } from "../draft/placed.ts";
import { settlePath } from "../draft/pods.ts";
import { listSettings } from "../draft/setting.ts";
import type { Problem } from "../problem.ts";

/**
 * What no pod can be given, and what it lacks.
 *
 * @see docs: Kubernetes API, `VolumeMount` of core/v1.
 */
export function checkPods(given: CheckpointDraft): readonly Problem[] {
	const draft = settlePath(given);
	const problems: Problem[] = [...checkKubernetes(given), ...checkNul(draft)];
	if (draft.store === "shared_filesystem" && draft.shared_filesystem.path.includes(":")) {
		const message = "Remove the colon from the path: Kubernetes can't mount anything there.";
		problems.push({ code: "output-limit", severity: "error", message, path: ["shared_filesystem", "path"] });
	}
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
				message: "This contains a NUL character (U+0000), which Kubernetes can't give to a pod.",
				path: splitField(field),
				...(text !== "" && { fix: { title: "Remove it", text } }),
			},
		];
	});
}
