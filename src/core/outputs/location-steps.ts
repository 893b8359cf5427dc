import type { CheckpointDraft } from "../draft/draft.ts";
import { readPlace } from "../draft/place.ts";
import { judgePath } from "../draft/shared-path.ts";
import { formatWords } from "../duration/format.ts";
import { parseDuration } from "../duration/parse.ts";
import type { Commands, ObjectStoreDescriptor } from "../stores/store.ts";
import { isObjectStore, stores } from "../stores/stores.ts";
import { quoteShell } from "../text/shell.ts";
import type { Step } from "./output.ts";

/**
 * How to make the place that checkpoints go to. object_store writes into a bucket or container and makes none.
 *
 * @see docs: util-linux, findmnt(8); each store's descriptor for the tools of the services.
 */
export function describeCreation(draft: CheckpointDraft): Step {
	const command = listCommands(draft)?.create;
	const { store } = draft;
	if (!isObjectStore(store)) {
		return {
			title: "Create the directory",
			text: "Once, as the user that runs the workers. Then let every worker say what is mounted there: it must be the same share, at this same path, and not the worker's own disk.",
			...(command && { command }),
		};
	}
	const what = stores[store].bucket;
	return {
		title: `Create the ${what}`,
		text: "If there is none yet: Polars writes into it and does not create it. The workers must be allowed to read and write there.",
		...(command && { command }),
	};
}

/**
 * How to see that a checkpoint was written.
 *
 * @see docs: the checkpointing page, on when one is; find(1).
 */
export function describeLook(draft: CheckpointDraft): Step {
	const command = listCommands(draft)?.look;
	const duration = parseDuration(draft.period.trim());
	const period = duration.ok ? formatWords(duration.nanoseconds) : "the period";
	return {
		title: "See a checkpoint appear",
		text: `Run a distributed query of several stages. When a stage ends and ${period} went by since the last checkpoint, the workers write one: look while the query runs.${
			draft.shuffle === "shared"
				? " With shuffles on shared storage, none is needed and none is written."
				: " If none appears, look at the release: checkpointing is first documented with On-Prem 0.6.3."
		}`,
		...(command && { command }),
	};
}

/** What to type for a location; nothing while it isn't valid, or where its address can't be told to the tool. */
export function listCommands(draft: CheckpointDraft): Commands | undefined {
	const { store } = draft;
	if (!isObjectStore(store)) {
		const path = draft[store].path.trim();
		if (path === "" || judgePath(path)) return undefined;
		const word = quoteShell(path);
		return { create: `mkdir -p ${word}\nfindmnt --target ${word}`, look: `find ${word} -type f` };
	}
	const { commands }: ObjectStoreDescriptor = stores[store];
	const place = readPlace(draft, store);
	return place && commands?.(place);
}
