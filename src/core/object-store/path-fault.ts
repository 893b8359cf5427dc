import { stores } from "../stores/stores.ts";
import type { TextFault } from "../text/fault.ts";
import { findStore } from "./address.ts";
import { findPlace } from "./location.ts";

/** Why a text is no path, and the place in an object store that it names, if it does. */
export interface PathFault extends TextFault {
	readonly place?: ReturnType<typeof findPlace>;
}

/** The rule that all of it breaks. */
const code = "not-a-path";

const linux = " of the workers' Linux";

/** What people put in a path's place, as a sentence goes on after what was expected. None of it can be made a path. */
const otherThings: readonly (readonly [pattern: RegExp, found: string])[] = [
	[/^\s*\{/, ", found JSON text."],
	[/^(?:eyJ|ewo)[\w+/]{16,}=*$/, ", found JSON text in base64."],
	[/^\\\\/, `${linux}, found a Windows share: mount it on every worker, and write where.`],
	[/^[a-z]:(?:[\\/]|$)/i, `${linux}, found a Windows drive.`],
	[/^(?:[^\s/@:]+@)?[\w.-]{2,}:\//, ", found a server's address: mount it on every worker, and write where."],
	[/^[^\s/@:]+@[^\s/@:.]+(?:\.[^\s/@:.]+)+$/, ", found an e-mail address."],
];

/**
 * Recognises what is no path on a worker: a URL, `~`, a Windows path, what a mount command takes, a key's own text.
 *
 * @param expected How the message begins.
 * @returns Nothing for what Linux can take for a path, absolute or not.
 */
export function findPathFault(text: string, expected = "Expected a path"): PathFault | undefined {
	const [quoted, , inner = ""] = /^(["'])(.+)\1$/s.exec(text) ?? [];
	if (quoted) return { code, message: `${expected} without quotes of its own.`, meant: [inner] };
	return judgeUrl(text, expected) ?? judgeCharacters(text, expected);
}

function judgeUrl(text: string, expected: string): PathFault | undefined {
	const file = /^file:(?:\/\/(?:localhost(?=\/))?(?!\/\/))?/i.exec(text)?.[0];
	if (file !== undefined) {
		const path = text.slice(file.length);
		const message = `${expected}, found a file:// address.`;
		return { code, message, range: { start: 0, end: file.length }, meant: path.startsWith("/") ? [path] : [] };
	}
	const [start, scheme = "", slashes = ""] = /^([a-z][a-z\d+.-]*):(\/+)/i.exec(text) ?? [];
	const place = start && (slashes.length > 1 || findStore(scheme)) ? findPlace(text) : undefined;
	if (!start || (slashes.length === 1 && !place)) return undefined;
	const message = `${expected}, found a URL${place ? ` of ${stores[place.store].title}` : ""}.`;
	return { code, message, range: { start: 0, end: start.length }, ...(place && { place }) };
}

function judgeCharacters(text: string, expected: string): PathFault | undefined {
	if (/^~/.test(text)) {
		return { code, message: "Polars doesn't expand ~: write the whole path.", range: { start: 0, end: 1 } };
	}
	const other = otherThings.find(([pattern]) => pattern.test(text));
	if (other) return { code, message: expected + other[1] };
	const nul = text.indexOf("\0");
	if (nul === -1) return undefined;
	const message = "A path can't hold a NUL character.";
	return { code, message, range: { start: nul, end: nul + 1 }, meant: [text.replaceAll("\0", "")] };
}
