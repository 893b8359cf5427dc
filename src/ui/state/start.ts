import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import type { LinkNotice } from "../../link/notice.ts";
import { isEmbedded } from "../frame/frame.ts";
import { loadStored } from "./storage.ts";

/** What the page opens with. */
export interface Start {
	readonly draft: CheckpointDraft;
	/** What of the address could not be used. */
	readonly notices: readonly LinkNotice[];
}

/** Reads the draft to open with: the one that the address carries, else the one that this tab held before a reload. */
export async function readStart(): Promise<Start> {
	// Frames of one tab share its storage, and must stay apart: only the page alone keeps a draft there.
	const stored = isEmbedded() ? undefined : loadStored();
	const { hash } = location;
	if (hash.length < 2 || hash === stored?.hash || (hash === stored?.previous && comesBack())) {
		return { draft: stored?.draft ?? defaultDraft, notices: [] };
	}
	try {
		const { openAddress, writeFragment } = await import("../link/address.ts");
		// After a reload the stored draft says more than its own link: it has the other stores too.
		if (stored && writeFragment(stored.draft) === location.hash) return { draft: stored.draft, notices: [] };
		return openAddress();
	} catch {
		const message = "The link could not be read, since a part of this page did not load. Reload the page to try again.";
		return { draft: stored?.draft ?? defaultDraft, notices: [{ parameter: "", message }] };
	}
}

/** Whether the page is loaded anew where it was: a link that is followed is opened, however old it is. */
function comesBack(): boolean {
	const [navigation] = performance.getEntriesByType("navigation");
	return navigation instanceof PerformanceNavigationTiming && navigation.type !== "navigate";
}
