import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import { decodeLink } from "../../core/link/decode.ts";
import { encodeLink } from "../../core/link/encode.ts";
import type { LinkNotice } from "../../core/link/notice.ts";
import { openOver } from "../../core/link/open-over.ts";
import { splitQuery } from "../../core/link/query.ts";
import { hostedPage } from "../edition.ts";
import { tellLink } from "../frame/frame.ts";
import type { Start } from "../start/start.ts";

/** The fragment that carries a draft, with its `#`; empty for the default one. */
export function writeFragment(draft: CheckpointDraft): string {
	const { fragment } = encodeLink(draft);
	return fragment === encodeLink(defaultDraft).fragment ? "" : `#${fragment}`;
}

/** The address that opens a draft alone, and the names of the fields that it leaves out. */
export function writeLinkAddress(draft: CheckpointDraft): {
	readonly address: string;
	readonly omitted: readonly string[];
} {
	const address = new URL(hostedPage());
	address.search = "";
	address.hash = writeFragment(draft);
	return { address: address.href, omitted: encodeLink(draft).omitted };
}

/**
 * Puts a draft into the address bar, as the same entry of the history, and takes a link's parameters out of the query.
 * Some browsers refuse when it is done too often; the next change makes up for it.
 */
export function showAddress(draft: CheckpointDraft): void {
	const fragment = writeFragment(draft);
	tellLink(fragment);
	const address = `${location.pathname}${splitQuery(location.search).rest}${fragment}`;
	try {
		if (address !== `${location.pathname}${location.search}${location.hash}`) history.replaceState(null, "", address);
	} catch {
		return;
	}
}

/** Whether the query in the address bar has parameters of a link. */
export function holdsLinkInQuery(): boolean {
	return splitQuery(location.search).link !== "";
}

/** Reads the draft in the address bar, and leaves there only what was read: no secret stays in sight. */
export function openAddress(): Start {
	const { link } = splitQuery(location.search);
	const { draft, notices, hadSecret } = decodeLink([location.hash, link].filter(Boolean).join("&"));
	showAddress(draft);
	return { draft, notices: hadSecret ? [...notices, cleaned] : notices };
}

/** Reads the draft in the address bar as it is opened over the present one. */
export function openAddressOver(present: CheckpointDraft): Start {
	const read = openAddress();
	const { draft, notices } = openOver(present, read.draft);
	return { draft, notices: [...notices, ...read.notices] };
}

const cleaned: LinkNotice = {
	parameter: "",
	message: "This link held a secret. The address is clean now. Treat the secret as leaked, and replace it.",
};
