import type { CheckpointDraft } from "../draft/draft.ts";
import { joinLines } from "../listing.ts";
import type { Output, OutputFile, TextFile } from "./output.ts";

/** Files as they may be handed out, or what of them is not as it was set, in words for a person. */
export type Finished =
	| { readonly ok: true; readonly files: readonly TextFile[] }
	| { readonly ok: false; readonly difference: string };

/**
 * Makes files of their lines and reads each back, as whoever gets it will.
 *
 * @param files Some or all of those that the output lays out for the draft.
 */
export function finishFiles(
	output: Output,
	draft: CheckpointDraft,
	files: readonly OutputFile[] = output.layout(draft),
): Finished {
	const texts = files.map(({ name, lines }) => ({ name, text: joinLines(lines) }));
	const difference = output.readBack(texts, draft);
	return difference === undefined ? { ok: true, files: texts } : { ok: false, difference };
}
