import { defaultDraft } from "../../core/draft/draft.ts";
import type { LinkNotice } from "../../core/link/notice.ts";
import { nameField } from "../draft/error-summary.ts";
import { loadJudge } from "../draft/load-judge.ts";
import { openStored, type Stored, takeUnkept } from "../draft/storage.ts";
import { isEmbedded } from "../frame/frame.ts";
import { awaitPart } from "../lazy-part.tsx";
import { carriesLink } from "./carries-link.ts";
import { defaultStart, reloaded, type Start, unread } from "./start.ts";

/** Said of a link as long as the code that reads it has not come. */
const late: LinkNotice = {
	parameter: "",
	message:
		"The link is not read yet, because part of this page has not loaded. When it loads, the link replaces what you have typed. Reload the page to try again.",
};

/**
 * Reads what to open with, and loads what judges it before it is drawn: what is wrong with it is there from the first
 * sight on, and pushes nothing away by coming later. Without the code that judges, it is drawn all the same.
 */
export async function readStart(): Promise<Start> {
	// Frames of one tab share its storage, and must stay apart: only the page alone keeps a draft there.
	const stored = isEmbedded() ? undefined : openStored();
	const opened = await openLink(stored);
	const draft = stored?.draft ?? defaultDraft;
	// Its hash is left out: whoever follows the address finds a link that was not read.
	if (opened === "late") return { draft, notices: [late] };
	const { hash } = location;
	const unkept = isEmbedded() ? [] : listUnkept(stored);
	if (!opened && !stored) return { ...defaultStart, notices: unkept, hash };
	const start = opened ?? { draft, notices: unkept };
	const judge = await awaitPart(() => loadJudge(start.draft.output));
	return { ...start, hash, judge: "part" in judge ? judge.part : undefined };
}

/** What of this tab a reload forgot: secrets that were typed, and what parts of the page noted. */
function listUnkept(stored: Stored | undefined): readonly LinkNotice[] {
	const secrets = stored ? stored.omitted.map((name) => nameField(stored.draft, name)) : [];
	const unkept = [...secrets, ...takeUnkept()];
	if (unkept.length === 0) return [];
	return [{ parameter: reloaded, message: `A reload doesn’t keep: ${unkept.join(", ")}.` }];
}

/** The draft that the address carries, unless it is older than what this tab held before a reload. */
async function openLink(stored: Stored | undefined): Promise<Start | "late" | undefined> {
	const { hash, search } = location;
	const isKept = hash.length < 2 || hash === stored?.hash || (hash === stored?.previous && comesBack());
	if (isKept && !carriesLink({ hash: "", search })) return undefined;
	const result = await awaitPart(() => import("../share/link-address.ts"));
	if ("fault" in result) {
		return result.fault === "late" ? "late" : { draft: stored?.draft ?? defaultDraft, notices: [unread] };
	}
	const { openAddress, holdsLinkInQuery, writeFragment } = result.part;
	// After a reload the stored draft says more than its own link: it has the other stores too.
	const isOld = isKept || (stored && writeFragment(stored.draft) === location.hash);
	return isOld && !holdsLinkInQuery() ? undefined : openAddress();
}

/** Whether the page is loaded anew where it was: a link that is followed is opened, however old it is. */
function comesBack(): boolean {
	const [navigation] = performance.getEntriesByType("navigation");
	return navigation instanceof PerformanceNavigationTiming && navigation.type !== "navigate";
}
