import type { CheckpointDraft } from "../draft/draft.ts";
import { isObjectStore } from "../stores/stores.ts";
import type { Step } from "./output.ts";

/**
 * A look at the location from where it can be seen: at a volume, from a worker's pod alone.
 *
 * @param selector Label that the workers' pods have.
 */
export function lookInPod(look: Step, draft: CheckpointDraft, selector: string): Step {
	if (isObjectStore(draft.store) || look.command === undefined) return look;
	const pod = `"$(kubectl get pods -l ${selector} -o name | head -n 1)"`;
	return { ...look, command: `kubectl exec ${pod} -- ${look.command}` };
}
