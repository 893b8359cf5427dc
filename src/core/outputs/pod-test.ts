import type { CheckpointDraft } from "../draft/draft.ts";
import { isObjectStore } from "../stores/stores.ts";
import { scriptName, testAnswer, testTitle } from "./node-test.ts";
import type { Step } from "./output.ts";
import { layoutTestJob, needsClaimName, testFile, testName } from "./test-job.ts";

/**
 * How the location is tried in the cluster, with the workers' account, variables and Secret.
 *
 * @see docs: kubectl, `create configmap` and `logs`.
 */
export function describePodTest(draft: CheckpointDraft): Step {
	const volume = isObjectStore(draft.store)
		? ""
		: ` Two pods on two nodes try the volume, so the cluster needs two that can run them.${
				needsClaimName(draft) ? ` Put the claim's name into ${testFile}.` : ""
			} Let them run as the user that the workers run as: spec.template.spec.securityContext.runAsUser.`;
	const isWhole = layoutTestJob(draft).every(({ lines }) => lines.every(({ missing }) => missing !== true));
	return {
		title: testTitle,
		text: `In the namespace of the workers' pods: ${testFile} is a Job that runs the script with their account, their variables and their Secret, before any query does. ${testAnswer}${volume}`,
		command: [
			`kubectl create configmap ${testName} --from-file=${scriptName}`,
			`kubectl create -f ${testFile}`,
			`kubectl logs --follow --prefix --selector=app=${testName} --pod-running-timeout=10m`,
			`kubectl delete job/${testName} configmap/${testName}`,
		].join("\n"),
		files: [scriptName, ...(isWhole ? [testFile] : [])],
	};
}
