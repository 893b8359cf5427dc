import type { TextProblem } from "../problem.ts";
import { type TextFault, toError, toFix } from "../text/fault.ts";
import { quote } from "../text/quote.ts";
import { askFor } from "../text/wording.ts";
import { findPlaceholder } from "./placeholder.ts";
import { cut, findCredentials, mark, type Part, splitUrl } from "./url.ts";

/**
 * Judges the address of a server, as an endpoint or an option of type `url` takes it.
 *
 * @param text Trimmed: object_store writes the bucket's name right behind an endpoint.
 * @returns An error where the HTTP client of object_store 0.13.2 can't use it, or where a password would be in it. Of
 * the rest of an address that holds a placeholder it says nothing.
 */
export function checkHttpUrl(text: string): TextProblem | undefined {
	const fault = judge(text);
	return fault && toError(fault, (meant) => !judge(meant));
}

function judge(text: string): TextFault | undefined {
	const credentials = findCredentials(text);
	// Without an @ it may as well be a port with a slip in it.
	if (credentials && /[@=]/.test(text.slice(credentials.start, credentials.end))) {
		return {
			code: "secret-in-url",
			message: "Remove the credentials from the address: it isn't kept secret.",
			range: credentials,
			meant: [cut(text, credentials)],
		};
	}
	if (findPlaceholder(text)) return undefined;
	const blank = /[\s\p{Cc}]+/u.exec(text);
	if (blank) {
		return {
			code: "endpoint-syntax",
			message: "An address can't contain white space.",
			range: { start: blank.index, end: blank.index + blank[0].length },
			meant: [text.trim().replace(/[\t\r\n]+/g, "")],
		};
	}
	const parts = splitUrl(text);
	if (!parts) return lackScheme(text);
	const { scheme, host, port } = parts;
	if (!/^https?$/i.test(scheme.text)) {
		return {
			code: "endpoint-scheme",
			message: askFor("an address that starts with https:// or http://", `${scheme.text}://`),
			range: { start: 0, end: host.start },
		};
	}
	if (host.text === "") {
		return {
			code: "endpoint-syntax",
			message: "Write a host name after the slashes.",
			meant: [text.replace(/^(https?):\/+/i, "$1://")],
		};
	}
	return judgeHost(host) ?? judgePort(port);
}

function lackScheme(text: string): TextFault {
	const bare = text.replace(/^(?:https?(?::\/?|\/\/)|\/\/)/i, "");
	const local = /^(?:localhost|[^./]*|[\d.]+)(?::\d+)?(?:\/|$)/i.test(bare) || /^http(?!s)/i.test(text);
	const typing = "https://".startsWith(text) || "http://".startsWith(text);
	const schemes = local ? ["http", "https"] : ["https", "http"];
	return {
		code: "endpoint-scheme",
		message: "Write an address that starts with https:// or http://.",
		meant: typing ? [] : schemes.map((scheme) => `${scheme}://${bare}`),
	};
}

/** The url crate refuses these in a host, and so does `http::Uri`. */
const forbidden = /[%<>[\\\]^|@:"`{}]/;

function judgeHost(host: Part): TextFault | undefined {
	if (/^\[(?=[^:]*:[^:]*:)[\da-f:.]+\]$/i.test(host.text)) return undefined;
	const at = host.text.search(forbidden);
	if (at !== -1) {
		const found = host.text.charAt(at);
		return {
			code: "endpoint-syntax",
			message: `A host name can't contain ${quote(found)}.`,
			range: { start: host.start + at, end: host.start + at + 1 },
		};
	}
	const last = /(?:^|\.)(\d+)\.?$/.exec(host.text)?.[1];
	if (last === undefined || isIpAddress(host.text.replace(/\.$/, ""))) return undefined;
	return { code: "endpoint-syntax", message: "Write an IP address of four numbers up to 255.", range: mark(host) };
}

/** Whether the url crate takes it for an IPv4 address; the last of fewer than four numbers fills the missing ones. */
function isIpAddress(text: string): boolean {
	const numbers = text.split(".");
	return (
		numbers.length <= 4 &&
		numbers.every((number, index) => {
			const limit = index === numbers.length - 1 ? 256 ** (5 - numbers.length) : 256;
			return /^(?:0|[1-9]\d{0,9})$/.test(number) && Number(number) < limit;
		})
	);
}

function judgePort(port: Part | undefined): TextFault | undefined {
	if (!port || (/^\d{0,5}$/.test(port.text) && Number(port.text) <= 65535)) return undefined;
	return { code: "endpoint-syntax", message: "Write a port number up to 65535.", range: mark(port) };
}

/**
 * What is lawful in a server's address and still likely wrong.
 *
 * @param text An address that {@link checkHttpUrl} finds nothing wrong with; others, and one that holds a placeholder,
 * get no advice.
 */
export function adviseHttpUrl(text: string): TextProblem | undefined {
	const parts = judge(text) || findPlaceholder(text) ? undefined : splitUrl(text);
	if (!parts) return undefined;
	if (/\P{ASCII}/u.test(parts.host.text)) {
		return {
			code: "endpoint-syntax",
			severity: "warning",
			message: "Write this host name in ASCII (xn--…): the S3 client can't read other letters.",
			range: mark(parts.host),
		};
	}
	const extra = parts.query ?? parts.fragment;
	if (!extra) return undefined;
	const kept = text.slice(0, parts.path.end);
	return {
		code: "endpoint-syntax",
		severity: "warning",
		message: "A server's address ends before “?” or “#”. Remove the rest.",
		range: { start: extra.start - 1, end: text.length },
		fix: toFix(kept),
	};
}

/** Whether an address asks for http without encryption. */
export function usesPlainHttp(text: string): boolean {
	return /^\s*http:\/\//i.test(text);
}
