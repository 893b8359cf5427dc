import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import type { LinkNotice } from "../../core/link/notice.ts";
import { type Judge, loadJudge } from "../draft/load-judge.ts";
import { loadStored } from "../draft/storage.ts";
import type { Control } from "../draft/unheard.ts";
import { isEmbedded } from "../frame/frame.ts";
import { carriesLink } from "./carries-link.ts";

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
	message: "The link could not be read, since a part of this page did not load. Reload the page to try again.",
};

/**
 * Reads what to open with, and loads what judges it before it is drawn: what is wrong with it is there from the first
 * sight on, and pushes nothing away by coming later. Without the code that judges, it is drawn all the same.
 */
export async function readStart(): Promise<Start> {
	// Frames of one tab share its storage, and must stay apart: only the page alone keeps a draft there.
	const stored = isEmbedded() ? undefined : loadStored();
	const opened = await openLink(stored);
	const { hash } = location;
	if (!opened && !stored) return { ...defaultStart, hash };
	const start = opened ?? { draft: stored?.draft ?? defaultDraft, notices: [] };
	const judge = await loadJudge(start.draft.output).catch(() => undefined);
	return { ...start, hash, judge };
}

/** The draft that the address carries, unless it is older than what this tab held before a reload. */
async function openLink(stored: ReturnType<typeof loadStored>): Promise<Start | undefined> {
	const { hash, search } = location;
	const isKept = hash.length < 2 || hash === stored?.hash || (hash === stored?.previous && comesBack());
	if (isKept && !carriesLink({ hash: "", search })) return undefined;
	try {
		const { openAddress, holdsLinkInQuery, writeFragment } = await import("../share/link-address.ts");
		// After a reload the stored draft says more than its own link: it has the other stores too.
		const isOld = isKept || (stored && writeFragment(stored.draft) === location.hash);
		if (isOld && !holdsLinkInQuery()) return undefined;
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
