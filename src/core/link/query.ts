import { defaultDraft } from "../draft/draft.ts";
import { findForeign } from "../object-store/foreign.ts";
import { objectStores, storeNames } from "../stores/stores.ts";
import { unescapeText, unescapeWhole } from "./escape.ts";
import { findMeant } from "./notice.ts";
import { findParameter } from "./parameter.ts";

/** An address's query, taken apart. */
interface SplitQuery {
	/** The parameters of a link in it, as a fragment has them, without a `#`. */
	readonly link: string;
	/** The rest of it, as it was, with its `?`; empty where there is none. */
	readonly rest: string;
}

/** The page's own words, which are no parameters of a link. */
const own: ReadonlySet<string> = new Set(["embed", "theme"]);

/**
 * Finds the parameters of a link in an address's query, where people put them too. Whatever else is there is somebody
 * else's, such as `utm_source`, and stays.
 *
 * @param search With or without its `?`.
 */
export function splitQuery(search: string): SplitQuery {
	const parts = unescapeWhole(search.replace(/^\?/, ""))
		.replaceAll("&amp;", "&")
		.split("&")
		.filter((part) => part !== "");
	const found = new Set(parts.filter((part) => isParameter(readName(part))));
	const isOfLink = (part: string) => found.has(part) || (found.size > 0 && isForeign(readName(part)));
	const rest = parts.filter((part) => !isOfLink(part));
	return { link: parts.filter(isOfLink).join("&"), rest: rest.length > 0 ? `?${rest.join("&")}` : "" };
}

function readName(part: string): string {
	return unescapeText(part.split("=", 1)[0] ?? "").text;
}

/** Whether a name is a parameter of some link, or was meant to be one. */
function isParameter(name: string): boolean {
	if (own.has(name.toLowerCase())) return false;
	return storeNames.some((store) => findParameter(name, store)) || findMeant(name, defaultDraft.store) !== undefined;
}

/** Whether a name is another library's for an option, which a link explains: alone it is more likely the host's. */
function isForeign(name: string): boolean {
	return objectStores.some((store) => findForeign(store, name));
}
