import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import type { LinkNotice } from "../../core/link/notice.ts";
import type { Judge } from "../draft/load-judge.ts";
import type { Control } from "../draft/unheard.ts";

/** What the page opens with. */
export interface Start {
	readonly draft: CheckpointDraft;
	/** What judges the draft, where it was loaded before. */
	readonly judge?: Judge | undefined;
	/** The controls of the page's own markup: React draws others where a tool has changed too much between them. */
	readonly controls?: Iterable<Control>;
	/** What of the address could not be used. */
	readonly notices: readonly LinkNotice[];
	/** The address's fragment that it was read from. */
	readonly hash?: string;
}

/** What the page's own markup holds. */
export const defaultStart: Start = { draft: defaultDraft, notices: [], hash: "" };

/** Said of a link where the code that reads it did not load. */
export const unread: LinkNotice = {
	parameter: "",
	message: "The link could not be read, because part of this page did not load. Reload the page to try again.",
};

/** In the place of a parameter's name: the notice is about a reload, not about a link. */
export const reloaded = "reload";
