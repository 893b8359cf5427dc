import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import type { LinkNotice } from "../../link/notice.ts";
import { isEmbedded } from "../frame/frame.ts";
import type { FieldName } from "./draft.tsx";
import { loadStored } from "./storage.ts";

/** What the page opens with. */
export interface Start {
	readonly draft: CheckpointDraft;
	/** What of the address could not be used. */
	readonly notices: readonly LinkNotice[];
	/** What the fields held before the page's code was there. Nothing listened then: only the controls know. */
	readonly typed?: ReadonlyMap<FieldName, string>;
}

/** Said of a link where the code that reads it did not load. */
export const unread: LinkNotice = {
	parameter: "",
	message: "The link could not be read, since a part of this page did not load. Reload the page to try again.",
};

/** Reads the draft to open with: the one that the address carries, else the one that this tab held before a reload. */
export async function readStart(): Promise<Start> {
	// Frames of one tab share its storage, and must stay apart: only the page alone keeps a draft there.
	const stored = isEmbedded() ? undefined : loadStored();
	if (location.hash.length < 2 || location.hash === stored?.hash) {
		return { draft: stored?.draft ?? defaultDraft, notices: [] };
	}
	try {
		const { openAddress, writeFragment } = await import("../link/address.ts");
		// After a reload the stored draft says more than its own link: it has the other stores too.
		if (stored && writeFragment(stored.draft) === location.hash) return { draft: stored.draft, notices: [] };
		return openAddress();
	} catch {
		return { draft: stored?.draft ?? defaultDraft, notices: [unread] };
	}
}
