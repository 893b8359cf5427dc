import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import type { LinkNotice } from "../../link/notice.ts";
import { isEmbedded } from "../frame/frame.ts";
import { loadDraft } from "./storage.ts";

/** What the page opens with. */
export interface Start {
	readonly draft: CheckpointDraft;
	/** What of the address could not be used. */
	readonly notices: readonly LinkNotice[];
}

/** Reads the draft to open with: the one that the address carries, else the one that this tab held before a reload. */
export async function readStart(): Promise<Start> {
	// Frames of one tab share its storage, and must stay apart: only the page alone keeps a draft there.
	const stored = isEmbedded() ? undefined : loadDraft();
	if (location.hash.length < 2) return { draft: stored ?? defaultDraft, notices: [] };
	try {
		const { openAddress, writeFragment } = await import("../link/address.ts");
		// After a reload the stored draft says more than its own link: it has the other stores too.
		if (stored && writeFragment(stored) === location.hash) return { draft: stored, notices: [] };
		return openAddress();
	} catch {
		const message = "The link could not be read, since a part of this page did not load. Reload the page to try again.";
		return { draft: stored ?? defaultDraft, notices: [{ parameter: "", message }] };
	}
}
