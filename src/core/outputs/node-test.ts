import type { CheckpointDraft } from "../draft/draft.ts";
import { listSettings } from "../draft/setting.ts";
import { isObjectStore } from "../stores/stores.ts";
import type { Step } from "./output.ts";

/** The script that tries a location, by the name that it has on the site and in the archive. */
export const scriptName = "test_checkpoint_location.py";

/** What the step is called in every output. */
export const testTitle = "Test it";

/** What the script does and answers, for the step's text. */
export const testAnswer =
	"It writes a small Parquet file there, reads it back, lists the folder and removes what it wrote; it says what is wrong, and prints no secret. Exit status 0: it works; 1: it doesn't; 2: the test can't tell.";

/**
 * How the location is tried on a machine that runs a worker.
 *
 * @param config Names of the files that the worker reads: its TOML, or `-` for none, and its variables.
 */
export function describeNodeTest(draft: CheckpointDraft, config: readonly string[]): Step {
	const shared = isObjectStore(draft.store)
		? ""
		: " Then run it on another worker: if it doesn't find the mark of the first one, the storage isn't shared.";
	return {
		title: testTitle,
		text: `On a worker, as the user that runs it, in the folder of its files. The script needs Python 3.11 or newer; uv fetches Polars for it. ${testAnswer}${shared}`,
		command: `uv run ${scriptName} ${config.join(" ")}`,
		files: [scriptName],
	};
}

/** Names of the files of a worker's variables and TOML, as {@link describeNodeTest} takes them. */
export function listTestedFiles(draft: CheckpointDraft): readonly string[] {
	const name = draft.files === "one" ? "config" : "worker";
	if (draft.output === "environment") return ["-", `${name}.env`];
	const isApart = draft.secrets === "environment" && listSettings(draft).some(({ secret }) => secret);
	return [`${name}.toml`, ...(isApart ? [`${name}.env`] : [])];
}
