import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { listSettings } from "../../core/draft/setting.ts";

/** Whether two drafts put the same into a file. What else they hold, like the output, is in no file. */
export function hasSameSettings(a: CheckpointDraft, b: CheckpointDraft): boolean {
	return writeSettings(a) === writeSettings(b);
}

function writeSettings(draft: CheckpointDraft): string {
	return JSON.stringify(listSettings(draft).filter(({ secret }) => !secret || draft.secrets === "toml"));
}

/** A draft with the settings of another, which keeps what is in no file. */
export function takeSettings(to: CheckpointDraft, from: CheckpointDraft): CheckpointDraft {
	const { output, schema, advisor } = to;
	return { ...from, output, schema, advisor };
}
