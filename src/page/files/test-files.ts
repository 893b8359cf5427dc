import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { type Finished, finishFiles } from "../../core/outputs/finish.ts";
import { scriptName } from "../../core/outputs/node-test.ts";
import { loadOutput } from "../../core/outputs/registry.ts";

/**
 * The files that try a draft's location: the script, the same for all, and what an output has beside it, read back.
 *
 * @throws If a part of the page can't be fetched.
 */
export async function finishTestFiles(draft: CheckpointDraft): Promise<Finished> {
	const [output, { default: script }] = await Promise.all([
		loadOutput(draft.output),
		import("../../../public/test_checkpoint_location.py?raw"),
	]);
	const finished = finishFiles(output, draft, output.layoutTest?.(draft) ?? []);
	return finished.ok ? { ok: true, files: [{ name: scriptName, text: script }, ...finished.files] } : finished;
}
