import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import type { LinkNotice } from "../../link/notice.ts";
import { isEmbedded } from "../frame/frame.ts";
import { nextTask } from "../next-task.ts";
import type { FieldName } from "./draft.tsx";
import { createInspectionStore, type InspectionStore } from "./inspection-store.ts";
import { loadJudge } from "./load-judge.ts";
import { preloadJudge } from "./preload-judge.ts";
import { loadStored } from "./storage.ts";

/** What the page opens with. */
export interface Start {
	readonly draft: CheckpointDraft;
	/** What is known of the draft, where it was inspected before. */
	readonly inspection?: InspectionStore;
	/** What of the address could not be used. */
	readonly notices: readonly LinkNotice[];
	/** The address's fragment that it was read from. */
	readonly hash?: string;
	/** Gives what the controls held when the page took them over, and need not be followed from then on. */
	readonly endTyping?: () => ReadonlyMap<FieldName, string>;
}

/** Said of a link where the code that reads it did not load. */
export const unread: LinkNotice = {
	parameter: "",
	message: "The link could not be read, since a part of this page did not load. Reload the page to try again.",
};

/**
 * Reads what to open with, and inspects it before it is drawn: what is wrong with it is there from the first sight on,
 * and pushes nothing away by coming later. Without the code that judges, it is drawn all the same.
 */
export async function openStart(): Promise<Start> {
	const start = await readStart();
	const { hash } = location;
	await nextTask();
	const inspection = createInspectionStore(start.draft);
	if (!inspection.read().judged) {
		preloadJudge();
		await loadJudge().then(nextTask, () => undefined);
		await inspection.load().catch(() => undefined);
	}
	await nextTask();
	return { ...start, hash, inspection };
}

/** Reads the draft to open with: the one that the address carries, else the one that this tab held before a reload. */
async function readStart(): Promise<Start> {
	// Frames of one tab share its storage, and must stay apart: only the page alone keeps a draft there.
	const stored = isEmbedded() ? undefined : loadStored();
	const { hash } = location;
	if (hash.length < 2 || hash === stored?.hash || (hash === stored?.previous && comesBack())) {
		return { draft: stored?.draft ?? defaultDraft, notices: [] };
	}
	try {
		preloadJudge();
		// The same file holds what reads links and what judges what they hold.
		await loadJudge();
		const { openAddress, writeFragment } = await import("../link/address.ts");
		await nextTask();
		// After a reload the stored draft says more than its own link: it has the other stores too.
		if (stored && writeFragment(stored.draft) === location.hash) return { draft: stored.draft, notices: [] };
		return openAddress();
	} catch {
		return { draft: stored?.draft ?? defaultDraft, notices: [unread] };
	}
}

/** Whether the page is loaded anew where it was: a link that is followed is opened, however old it is. */
function comesBack(): boolean {
	const [navigation] = performance.getEntriesByType("navigation");
	return navigation instanceof PerformanceNavigationTiming && navigation.type !== "navigate";
}
