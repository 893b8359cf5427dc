import { stores } from "../stores/stores.ts";
import type { TextFault } from "../text/fault.ts";
import { askForKind } from "../text/wording.ts";
import { findStore } from "./address.ts";
import { findPlace } from "./location.ts";

/** Why a text is no path, and the place in an object store that it names, if it does. */
export interface PathFault extends TextFault {
	readonly place?: ReturnType<typeof findPlace>;
}

/** The rule that all of it breaks. */
const code = "not-a-path";

/** What to do with what can be mounted. */
export const mountIt = "Mount it on every worker, and write the path that it is mounted at.";

/** What people put in a path's place, and what else to do than to write a path. None of it can be made a path. */
const otherThings: readonly (readonly [pattern: RegExp, found: string, instead?: string])[] = [
	[/^\s*\{/, "JSON text"],
	[/^(?:eyJ|ewo)[\w+/]{16,}=*$/, "JSON text in base64"],
	[/^\\\\/, "a Windows share", mountIt],
	[/^[a-z]:(?:[\\/]|$)/i, "a Windows drive", "Write a path on the workers, which run Linux."],
	[/^(?:[^\s/@:]+@)?[\w.-]{2,}:\//, "a server's address", mountIt],
	[/^[^\s/@:]+@[^\s/@:.]+(?:\.[^\s/@:.]+)+$/, "an email address"],
];

/**
 * Recognises what is no path on a worker: a URL, `~`, a Windows path, what a mount command takes, a key's own text.
 *
 * @param wanted What to write, as the message names it.
 * @returns Nothing for what Linux can take for a path, absolute or not.
 */
export function findPathFault(text: string, wanted = "a path"): PathFault | undefined {
	const [quoted, , inner = ""] = /^(["'])(.+)\1$/s.exec(text) ?? [];
	if (quoted) return { code, message: "Remove the quotes around the path.", meant: [inner] };
	return judgeUrl(text, wanted) ?? judgeCharacters(text, wanted);
}

function judgeUrl(text: string, wanted: string): PathFault | undefined {
	const file = /^file:(?:\/\/(?:localhost(?=\/))?(?!\/\/))?/i.exec(text)?.[0];
	if (file !== undefined) {
		const path = text.slice(file.length);
		const message = askForKind(wanted, "a file:// address");
		return { code, message, range: { start: 0, end: file.length }, meant: path.startsWith("/") ? [path] : [] };
	}
	const [start, scheme = "", slashes = ""] = /^([a-z][a-z\d+.-]*):(\/+)/i.exec(text) ?? [];
	const place = start && (slashes.length > 1 || findStore(scheme)) ? findPlace(text) : undefined;
	if (!start || (slashes.length === 1 && !place)) return undefined;
	const message = askForKind(wanted, `a URL${place ? ` of ${stores[place.store].title}` : ""}`);
	return { code, message, range: { start: 0, end: start.length }, ...(place && { place }) };
}

function judgeCharacters(text: string, wanted: string): PathFault | undefined {
	if (/^~/.test(text)) {
		return { code, message: "Polars doesn't expand ~. Write the whole path.", range: { start: 0, end: 1 } };
	}
	const other = otherThings.find(([pattern]) => pattern.test(text));
	if (other) {
		const [, found, instead] = other;
		return { code, message: instead === undefined ? askForKind(wanted, found) : `This is ${found}. ${instead}` };
	}
	const nul = text.indexOf("\0");
	if (nul === -1) return undefined;
	const message = "A path can't contain a NUL character.";
	return { code, message, range: { start: nul, end: nul + 1 }, meant: [text.replaceAll("\0", "")] };
}
