import type { TextProblem } from "../problem.ts";
import type { ObjectStoreDescriptor } from "../stores/store.ts";
import { type ObjectStore, stores } from "../stores/stores.ts";
import { toFix } from "../text/fault.ts";
import { quote } from "../text/quote.ts";
import { type Address, decode, findMeantStore, listSchemes, readAddress, readPathStyle } from "./address.ts";
import { advisePlaceholder, findPlaceholder } from "./placeholder.ts";
import { readStoreUrl, type StoreUrl } from "./store-url.ts";
import { cut, findCredentials, mark } from "./url.ts";

/** What came of reading a store's URL. */
export type ParsedLocation =
	| {
			readonly ok: true;
			/** The bucket's name, or the container's. */
			readonly bucket: string;
			/** All that follows the slash after the bucket, as it stands: Polars decodes nothing. */
			readonly key: string;
			/** The storage account, where an Azure URL names it. */
			readonly account?: string;
	  }
	| {
			readonly ok: false;
			/** An error, or the warning of a placeholder that keeps the place from being known. */
			readonly problem: TextProblem;
			/** The same place in another store's spelling, where that is what was typed. */
			readonly otherStore?: Address;
	  };

/**
 * Reads the URL of a checkpoint location as Polars and the builders of object_store 0.13.2 do
 * (`parse_url` in src/aws/builder.rs, src/gcp/builder.rs and src/azure/builder.rs).
 *
 * @param text Trimmed.
 * @returns Bucket and key, or the error for which the store would refuse it, with what was likely meant. No message
 * repeats a password.
 */
export function parseLocation(store: ObjectStore, text: string): ParsedLocation {
	const reading = readStoreUrl(store, text);
	if (!("message" in reading)) {
		const { bucket, key, account } = reading;
		return { ok: true, bucket: bucket.text, key, ...(account !== undefined && { account }) };
	}
	const { code, message, range } = reading;
	const placeholder = advisePlaceholder(text);
	if (placeholder && !findCredentials(text)) return { ok: false, problem: placeholder };
	const meant = findMeant(store, text, 4);
	const problem = { code, severity: "error", message, ...(range && { range }) } as const;
	if (meant?.store === store) return { ok: false, problem: { ...problem, fix: toFix(meant.location) } };
	return { ok: false, problem, ...(meant && { otherStore: meant }) };
}

/**
 * The place that a URL names by its scheme, of whichever store it is: Polars' own schemes and other programs'.
 *
 * @returns The store, and the URL in Polars' spelling where that can be told; nothing for any other text.
 */
export function findPlace(text: string): { readonly store: ObjectStore; readonly location?: string } | undefined {
	const store = findMeantStore(/^([a-z][a-z\d+.-]*):\//i.exec(text)?.[1] ?? "");
	if (!store) return undefined;
	const meant = findMeant(store, text, 4);
	return { store, ...(meant?.store === store && { location: meant.location }) };
}

/** The nearest valid location to a text that isn't one. */
function findMeant(store: ObjectStore, text: string, depth: number): Address | undefined {
	const reading = readStoreUrl(store, text);
	if (!("message" in reading)) return { store, location: text };
	const [next] = reading.meant ?? [];
	const meant = next === undefined || depth === 0 ? undefined : findMeant(store, next.trim(), depth - 1);
	if (meant || findCredentials(text)) return meant;
	const own = listSchemes(store)[0];
	const nameAlone = /^[a-z\d][\w.-]*(?:\/|$)/i.test(text) && !own.startsWith(text.toLowerCase());
	const guesses = [
		readAddress(text),
		store === "s3" ? readPathStyle(text) : undefined,
		nameAlone ? { store, location: `${own}://${text}` } : undefined,
	];
	return guesses.find((guess) => guess && isValid(guess));
}

function isValid({ store, location }: Address): boolean {
	return store === "shared_filesystem" || !("message" in readStoreUrl(store, location));
}

/**
 * What is lawful in a location and still unwise: names that only old buckets or other vendors' stores have, parts that
 * Polars reads otherwise than they look, checkpoints at the root of a bucket.
 *
 * @param text A location that {@link parseLocation} takes; there is no advice on others, nor on one that holds a
 * placeholder.
 */
export function adviseLocation(store: ObjectStore, text: string): readonly TextProblem[] {
	const located = readStoreUrl(store, text);
	if ("message" in located || findPlaceholder(text)) return [];
	return [advisePort(text, located), adviseName(store, text, located), adviseKey(store, text, located)].filter(
		(problem) => problem !== undefined,
	);
}

/** Host names that are evidently a server's and not a bucket's: an address, a machine's own, that of a known program. */
const serverHost =
	/^(?:localhost|\[.*\]|(?:\d+\.){3}\d+|minio|ceph|rgw|garage|seaweedfs|.*\.(?:local|svc|internal|lan|com|net|org|io))$/i;

/**
 * The url crate takes a port, and nothing reads it. Whoever writes one has a server's address in mind, so that the host
 * may be the bucket or not.
 */
function advisePort(text: string, { key, parts: { scheme, host, port } }: StoreUrl): TextProblem | undefined {
	if (!port) return undefined;
	const range = { start: port.start - 1, end: port.end };
	const isServer = serverHost.test(host.text);
	const guess = !isServer ? cut(text, range) : /^[^/?#:@]+\/./.test(key) ? `${scheme.text}://${key}` : undefined;
	return {
		code: "url-ignored-part",
		severity: "warning",
		message: "Polars ignores a port here. Write a server's address in the endpoint URL.",
		range,
		...(guess !== undefined && { alternatives: [toFix(guess)] }),
	};
}

function adviseName(store: ObjectStore, text: string, { bucket, parts }: StoreUrl): TextProblem | undefined {
	const { nameRule }: ObjectStoreDescriptor = stores[store];
	if (!nameRule) return undefined;
	const { severity, who, what, refused, exempt, longestDotted = 63 } = nameRule;
	if (exempt?.test(bucket.text) || parts.host.text.endsWith(".fabric.microsoft.com")) return undefined;
	const match = refused.map((pattern) => pattern.exec(bucket.text)).find((found) => found !== null);
	if (match) {
		const start = bucket.start + match.index;
		const lower = bucket.text.toLowerCase();
		const isEnough = lower !== bucket.text && !refused.some((pattern) => pattern.test(lower));
		return {
			code: "bucket-name",
			severity,
			message: `${who} refuses ${quote(match[0])} in ${what}.`,
			range: { start, end: start + match[0].length },
			...(isEnough && { fix: toFix(text.slice(0, bucket.start) + lower + text.slice(bucket.end)) }),
		};
	}
	const longest = bucket.text.includes(".") ? longestDotted : 63;
	const { length } = bucket.text;
	if (length >= 3 && length <= longest) return undefined;
	const message = `${who} needs 3 to ${longest} characters in ${what}, but this has ${length}.`;
	return { code: "bucket-name", severity, message, range: mark(bucket) };
}

function adviseKey(store: ObjectStore, text: string, { bucket, key, parts }: StoreUrl): TextProblem | undefined {
	const extra = parts.query ?? parts.fragment;
	if (extra) {
		return {
			code: "url-ignored-part",
			severity: "warning",
			message: "Polars reads no settings here. Write each as an option instead.",
			range: { start: extra.start - 1, end: text.length },
			fix: toFix(text.slice(0, extra.start - 1)),
		};
	}
	if (key === "") {
		return {
			code: "bucket-root",
			severity: "advice",
			message: `Without a key, checkpoints go to the root of the ${stores[store].bucket}.`,
			fix: toFix(`${text.replace(/\/$/, "")}/checkpoints`),
		};
	}
	if (key === "path/to/key" && /^(?:bucket|container)$/.test(bucket.text)) {
		const message = `This is the documentation's example. Write your own ${bucket.text}.`;
		return { code: "placeholder", severity: "advice", message, range: mark(bucket) };
	}
	return adviseKeyParts(text, key) ?? adviseEscape(text, key);
}

interface KeyRule {
	readonly severity: "warning" | "advice";
	readonly message: string;
	readonly concerns: (part: string, isLast: boolean) => boolean;
	/** What a part becomes that the rule concerns; it is dropped if nothing is left. */
	readonly mend: (part: string) => string;
}

/** @see docs: object_store 0.13.2, `Path::parse` in src/path/mod.rs refuses such keys; `Path::from` rewrites them. */
const keyRules: readonly KeyRule[] = [
	{
		severity: "warning",
		message: "Write “/”, not “//”: a key with “//” is refused or rewritten.",
		concerns: (part, isLast) => part === "" && !isLast,
		mend: () => "",
	},
	{
		severity: "warning",
		message: "Remove “.” and “..” from the key: they are refused or rewritten.",
		concerns: (part) => part === "." || part === "..",
		mend: () => "",
	},
	{
		severity: "advice",
		message: "A part of the key starts or ends with a space.",
		concerns: (part) => part !== part.trim(),
		mend: (part) => part.trim(),
	},
];

function adviseKeyParts(text: string, key: string): TextProblem | undefined {
	const parts = key.split("/");
	const last = parts.length - 1;
	for (const { severity, message, concerns, mend } of keyRules) {
		const first = parts.findIndex((part, index) => concerns(part, index === last));
		if (first === -1) continue;
		const start = text.length - parts.slice(first).join("/").length;
		const mended = parts.flatMap((part, index) => (concerns(part, index === last) ? mend(part) || [] : part));
		return {
			code: "key-spelling",
			severity,
			message,
			range: { start, end: start + Math.max(1, parts[first]?.length ?? 0) },
			fix: toFix(text.slice(0, text.length - key.length) + mended.join("/")),
		};
	}
	return undefined;
}

function adviseEscape(text: string, key: string): TextProblem | undefined {
	const match = /(?:%[\da-f]{2})+/i.exec(key);
	if (!match) return undefined;
	const before = text.slice(0, text.length - key.length);
	const start = before.length + match.index;
	const decoded = decode(key).trim();
	return {
		code: "key-spelling",
		severity: "advice",
		message: `Polars keeps ${quote(match[0])} as it is. Write the character itself.`,
		range: { start, end: start + match[0].length },
		...(decoded !== key && !/\p{Cc}/u.test(decoded) && { fix: toFix(before + decoded) }),
	};
}
