import type { TextRange } from "../problem.ts";

/** A part of a URL, and where it is in the whole. */
export interface Part extends TextRange {
	readonly text: string;
}

/** The parts of a URL that has an authority. None holds the punctuation that sets it apart, but the path its slash. */
export interface UrlParts {
	readonly scheme: Part;
	readonly user?: Part;
	readonly host: Part;
	readonly port?: Part;
	readonly path: Part;
	readonly query?: Part;
	readonly fragment?: Part;
}

const url = /^([a-z][a-z\d+.-]*):\/\/(?:([^/?#]*)@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;
const hostAndPort = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s;

/**
 * Splits `scheme://user@host:port/path?query#fragment` where the `url` crate 2.5 does, and judges no part of it.
 *
 * @returns Nothing for a text without `://` after a scheme.
 */
export function splitUrl(text: string): UrlParts | undefined {
	const match = url.exec(text);
	if (!match) return undefined;
	const [, scheme = "", user, authority = "", path = "", query, fragment] = match;
	const [, host = "", port] = hostAndPort.exec(authority) ?? [];
	let at = 0;
	const take = (part: string, before = 0, after = 0): Part => {
		const start = at + before;
		at = start + part.length + after;
		return { text: part, start, end: start + part.length };
	};
	return {
		scheme: take(scheme, 0, 3),
		...(user !== undefined && { user: take(user, 0, 1) }),
		host: take(host),
		...(port !== undefined && { port: take(port, 1) }),
		path: take(path),
		...(query !== undefined && { query: take(query, 1) }),
		...(fragment !== undefined && { fragment: take(fragment, 1) }),
	};
}

/** Schemes whose user part is a container's name: `abfss://container@account.dfs.core.windows.net`. */
const namesContainer = /^(?:az|azure|adl|abfss?|wasbs?)$/i;
/** How the IDs of access keys begin: Amazon's, and those of Google's S3 API. */
const accessKeyId = /^(?:A[KS]IA|GOOG)/;
/** A run of characters as long and mixed as a secret key's, which no port and no part of a name is. */
const secretRun = /^(?=[\w+/=.-]{16})(?=[\w+/=.-]*\d)(?=[\w+/=.-]*[a-z])(?=[\w+/=.-]*[A-Z])/;
const signature =
	/(?:^|&)(?:sig|signature|sas|code|jwt|pwd|token|password|secret[^=&]*|(?:aws)?access_?key(?:_?id)?|x-(?:amz|goog)-(?:signature|credential|security-token))=/i;

/**
 * The characters of a URL that prove an identity: its user part with the `@`, or a query that holds a signature.
 *
 * It rather finds too much than too little: a secret key may hold the slash that ends the authority, and one that is
 * being typed has no `@` yet. A container's name before the `@` is no secret, and colons alone, as in an ARN, are none.
 */
export function findCredentials(text: string): TextRange | undefined {
	const parts = splitUrl(text);
	if (!parts) {
		const user = /^(?!arn:)[^\s/?#@:]*:[^\s@]*@/.exec(text);
		return user ? { start: 0, end: user[0].length } : undefined;
	}
	const { scheme, user, host, port, path, query } = parts;
	if (user && namesContainer.test(scheme.text)) {
		const colon = user.text.indexOf(":");
		if (colon !== -1) return { start: user.start + colon, end: user.end };
	} else if (user) {
		return { start: user.start, end: user.end + 1 };
	} else if (port) {
		const at = text.indexOf("@", port.end);
		if (at !== -1) return { start: host.start, end: at + 1 };
		if (accessKeyId.test(host.text) || secretRun.test(text.slice(port.start))) {
			return { start: host.start, end: text.length };
		}
	}
	return query && signature.test(query.text) ? { start: path.end, end: query.end } : undefined;
}

/** Where a part is, and nothing of what it holds. */
export function mark({ start, end }: Part): TextRange {
	return { start, end };
}

/** A text without the characters of a range. */
export function cut(text: string, { start, end }: TextRange): string {
	return text.slice(0, start) + text.slice(end);
}
