import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { listPodKeys } from "../../core/draft/pods.ts";
import { listSettings } from "../../core/draft/setting.ts";

/** Whether two drafts put the same into a file. What else they hold, like the output, is in no file. */
export function hasSameSettings(a: CheckpointDraft, b: CheckpointDraft): boolean {
	return writeSettings(a) === writeSettings(b);
}

function writeSettings(draft: CheckpointDraft): string {
	const settings = listSettings(draft).filter(({ secret }) => !secret || draft.secrets === "toml");
	// Values of the chart hold what workers' pods need, too.
	const pods = listPodKeys({ ...draft, output: "helm" }).map((key) => [key, draft.kubernetes[key]]);
	return JSON.stringify([settings, pods]);
}

/** A draft with the settings of another, which keeps what is in no file. */
export function takeSettings(to: CheckpointDraft, from: CheckpointDraft): CheckpointDraft {
	const { output, schema, advisor } = to;
	return { ...from, output, schema, advisor };
}
