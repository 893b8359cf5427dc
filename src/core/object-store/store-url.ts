import type { TextProblem } from "../problem.ts";
import { type ObjectStore, stores } from "../stores/stores.ts";
import { type TextFault, toError } from "../text/fault.ts";
import { quote } from "../text/quote.ts";
import { askFor, askForKind } from "../text/wording.ts";
import { findStore, listSchemes, readAddress } from "./address.ts";
import { findPlaceholder } from "./placeholder.ts";
import { cut, findCredentials, mark, type Part, splitUrl, type UrlParts } from "./url.ts";

/** The rule that a URL breaks which no store takes. */
const code = "url-syntax";

/** A URL that a store takes. */
export interface StoreUrl {
	readonly bucket: Part;
	readonly key: string;
	readonly account?: string;
	readonly parts: UrlParts;
}

/**
 * Reads a URL as Polars picks the store for it (crates/polars-utils/src/pl_path.rs) and as the store's builder in
 * object_store 0.13.2 then does: `parse_url` in src/aws/builder.rs, src/gcp/builder.rs and src/azure/builder.rs.
 *
 * @returns Its parts, or the first reason to refuse it; each fix takes that reason away and may leave others.
 */
export function readStoreUrl(store: ObjectStore, text: string): StoreUrl | TextFault {
	const credentials = findCredentials(text);
	if (credentials) {
		return {
			code: "secret-in-url",
			message: "Remove the credentials from the URL: it isn't kept secret.",
			range: credentials,
			meant: [cut(text, credentials)],
		};
	}
	const control = /\p{Cc}+/u.exec(text);
	if (control) {
		return {
			code,
			message: "A URL can't contain a line break, a tab or another control character.",
			range: { start: control.index, end: control.index + control[0].length },
			meant: [text.replace(/\p{Cc}+/gu, "")],
		};
	}
	const named = store === "s3" ? explainArn(text) : undefined;
	if (named) return named;
	const parts = splitUrl(text);
	if (!parts || !listSchemes(store).includes(parts.scheme.text)) return explainScheme(store, text, parts);
	return readBucket(store, text, parts);
}

/**
 * The url crate takes an ARN's colons for a port. An access point has an alias, which stands where a bucket's name does.
 *
 * @see docs: Amazon S3, "Access point aliases".
 */
function explainArn(text: string): TextFault | undefined {
	const [, scheme = "", arn = "", resource = ""] =
		/^(s3[an]?:\/\/)?(arn:[^:/]*:s3[^:/]*:[^:/]*:[^:/]*:(.*))$/is.exec(text) ?? [];
	if (/^accesspoint[:/]/i.test(resource)) {
		const message = "Polars can't read an ARN. Write the access point's alias instead of the bucket: s3://ALIAS/key.";
		return { code, message, range: { start: scheme.length, end: text.length } };
	}
	if (scheme === "" || arn === "") return undefined;
	const message = askForKind("the bucket's name", "an ARN");
	return { code, message, range: { start: scheme.length, end: text.length }, meant: [arn] };
}

function explainScheme(store: ObjectStore, text: string, parts: UrlParts | undefined): TextFault {
	const schemes = listSchemes(store);
	const wanted = `${schemes[0]}://${stores[store].bucket}/key`;
	const range = parts && { start: 0, end: parts.scheme.end + 3 };
	const explain = (message: string, ...meant: string[]): TextFault => ({
		code,
		message,
		...(range && { range }),
		meant,
	});
	const scheme = parts?.scheme.text ?? "";
	const lower = scheme.toLowerCase();
	if (parts && findStore(lower) === store) {
		return explain(
			`Write ${lower}:// in lower case: Polars can't read another spelling.`,
			lower + text.slice(parts.scheme.end),
		);
	}
	const address = readAddress(text);
	if (address?.store === "shared_filesystem" || /^(?:[~.]|[a-z]:\\|\\\\)/i.test(text)) {
		return explain(askForKind(wanted, "a path of a file system"));
	}
	if (address && address.store !== store) {
		return explain(askForKind(wanted, `an address of ${stores[address.store].title}`));
	}
	if (!parts) return explain(`Write a URL that starts with ${schemes[0]}://.`);
	if (!/^https?$/.test(lower)) return explain(askFor(wanted, `${scheme}://`));
	return store === "s3" && !/(?:^|\.)(?:amazonaws|aws\.amazon)\.com(?:\.cn)?$/i.test(parts.host.text)
		? explain(`Write ${wanted}. A server's address belongs in the endpoint URL.`)
		: explain(`Write ${wanted}: Polars reads ${lower}:// as a plain web server.`);
}

/** What the url crate refuses in the host of a URL that isn't http's. */
const forbidden = /[\s<>[\\\]^|@]/;

function readBucket(store: ObjectStore, text: string, parts: UrlParts): StoreUrl | TextFault {
	const { host, user, port, path } = parts;
	const what = stores[store].bucket;
	const bucket = user && store === "abs" ? user : host;
	if (bucket.text === "") {
		return {
			code,
			message: `Write the ${what}'s name after ${parts.scheme.text}://.`,
			range: { start: 0, end: Math.max(bucket.end, path.text === "" ? 0 : path.start + 1) },
			meant: [text.replace(/:\/{3,}|:\/\/@/, "://")],
		};
	}
	const at = bucket.text.search(forbidden);
	if (at !== -1) {
		const found = bucket.text.charAt(at);
		const range = { start: bucket.start + at, end: bucket.start + at + 1 };
		return { code, message: `A ${what}'s name can't contain ${/\s/.test(found) ? "a space" : quote(found)}.`, range };
	}
	if (port && !/^\d*$/.test(port.text)) {
		return {
			code,
			message: `A ${what}'s name can't contain ${quote(":")}.`,
			range: { start: port.start - 1, end: port.start },
		};
	}
	if (port && Number(port.text) > 65535) {
		return { code, message: `A ${what} has no port. Remove it.`, range: { start: port.start - 1, end: port.end } };
	}
	const located = { bucket, key: path.text && text.slice(path.start + 1), parts };
	return store === "abs" ? readContainer(text, located) : located;
}

/** Hosts that carry the account; each of them stands for both services of the account. */
const azureHost = /^([a-z\d-]+)\.(?:dfs|blob)\.(core\.windows\.net|fabric\.microsoft\.com)$/;

function readContainer(text: string, located: StoreUrl): StoreUrl | TextFault {
	const { bucket, key, parts } = located;
	const { scheme, user, host } = parts;
	const name = /^a(?:z|bfss?)$/.test(scheme.text) ? scheme.text : "abfss";
	const dot = bucket.text.indexOf(".");
	if (dot !== -1) {
		const [, container, rest = ""] = /^([^/]+)(.*)$/s.exec(key) ?? [];
		const swapped = !user && container && azureHost.test(host.text.toLowerCase());
		return {
			code,
			message: swapped
				? "Write the container before the account: container@account."
				: "A container's name can't contain a dot: Azure refuses it.",
			range: swapped ? mark(bucket) : { start: bucket.start + dot, end: bucket.start + dot + 1 },
			meant: swapped ? [`${name}://${container}@${host.text.toLowerCase()}${rest}`] : [],
		};
	}
	if (!user) return located;
	if (name !== scheme.text) {
		const meant = [name + text.slice(scheme.end)];
		return {
			code,
			message: "Only az:// and abfss:// can have an account.",
			range: { start: 0, end: user.start },
			meant,
		};
	}
	const [, account, domain] = azureHost.exec(host.text) ?? [];
	if (account === undefined) return explainAccount(text, parts);
	if (domain !== "core.windows.net" || accountName.test(account)) return { ...located, account };
	const range = { start: host.start, end: host.start + account.length };
	return { code, message: accountNameRule, range, meant: [] };
}

function explainAccount(text: string, { scheme, host, user }: UrlParts): TextFault {
	const lower = host.text.toLowerCase();
	const replaceHost = (by: string) => text.slice(0, host.start) + by + text.slice(host.end);
	const message = "Write ACCOUNT.dfs.core.windows.net after the “@”.";
	const range = mark(host);
	if (azureHost.test(lower)) return { code, message, range, meant: [replaceHost(lower)] };
	if (/^[a-z\d]+$/.test(lower)) return { code, message, range, meant: [replaceHost(`${lower}.dfs.core.windows.net`)] };
	return {
		code,
		message: "Polars doesn't know this host. Set the account's name and endpoint as options.",
		range,
		meant: [`${scheme.text}://${user?.text}${text.slice(host.end)}`],
	};
}

const accountName = /^[a-z\d]{3,24}$/;

/** An address of a storage account, of any service and cloud: `account.blob.core.windows.net`. */
const accountHost =
	/^(?:[a-z]+:\/\/)?([a-z\d]{3,24})(?:-secondary)?\.(?:z\d+\.)?(?:blob|dfs|file|queue|table|web)\.(?:core|storage|fabric)\.[a-z\d.-]+(?::\d+)?(?:[/?#].*)?$/;
const accountNameRule = "A storage account's name has 3 to 24 lower-case letters and digits.";

/**
 * Judges the name of an Azure storage account.
 *
 * @see docs: Azure, "Storage account overview", the naming rules; the service itself refuses any other.
 */
export function checkAccountName(text: string): TextProblem | undefined {
	if (accountName.test(text) || findPlaceholder(text)) return undefined;
	const host = accountHost.exec(text.toLowerCase());
	if (host) return refuseName(askForKind("only its name", "the account's address"), host[1] ?? "");
	return refuseName(accountNameRule, text.toLowerCase());
}

function refuseName(message: string, name: string): TextProblem {
	return toError({ code: "wrong-value", message, meant: [name] }, (meant) => accountName.test(meant));
}
