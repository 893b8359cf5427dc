import type { ObjectStoreDescriptor } from "../stores/store.ts";
import { type ObjectStore, objectStores, type Store, stores } from "../stores/stores.ts";
import { splitUrl } from "./url.ts";

/** A place in the spelling that Polars takes: a URL of an object store, or a path of a file system. */
export interface Address {
	readonly store: Store;
	readonly location: string;
}

/** The store that takes a scheme, in upper or lower case; undefined where no builder of object_store 0.13.2 takes it. */
export function findStore(scheme: string): ObjectStore | undefined {
	const lower = scheme.toLowerCase();
	return objectStores.find((store) => listSchemes(store).includes(lower));
}

/** The schemes that a store takes, the one to write first. */
export function listSchemes(store: ObjectStore): ObjectStoreDescriptor["schemes"] {
	return stores[store].schemes;
}

/** Schemes of other programs for the same places, and the one to write. */
const foreignSchemes: ReadonlyMap<string, string> = new Map(
	objectStores.flatMap((store) => Object.entries<string>(stores[store].foreignSchemes)),
);

/** The store that a scheme means, Polars' own or another program's. */
export function findMeantStore(scheme: string): ObjectStore | undefined {
	return findStore(foreignSchemes.get(scheme.toLowerCase()) ?? scheme);
}

/** Where a page's address names the bucket: in its host, as the first group of that pattern, else in its path. */
interface WebPage {
	readonly host: RegExp;
	/** Matches the path up to the key; its first group is the bucket. */
	readonly path?: RegExp;
	/** The scheme to write. */
	readonly scheme: "s3" | "gs";
	/** A page of a console: its query may hold the key, and `;` ends its path. */
	readonly console?: true;
}

const region = /(?:[.-][a-z]{2}(?:-[a-z]+)+-\d)?/.source;

const webPages: readonly WebPage[] = [
	{
		host: /^(?:[a-z\d-]+\.)*console\.(?:aws\.amazon\.com|amazonaws-us-gov\.com|amazonaws\.cn)$/,
		path: /^\/s3\/(?:buckets|object)\/([^/]+)\/?/,
		scheme: "s3",
		console: true,
	},
	{
		host: new RegExp(
			`^(?:(.+)\\.)?s3(?:-website|-fips|-accelerate|express-[a-z\\d-]+)?(?:\\.dualstack)?${region}\\.amazonaws\\.com(?:\\.cn)?$`,
		),
		scheme: "s3",
	},
	{ host: /^(?:(.+)\.)?(?!eu\.|fedramp\.)[^.]+(?:\.eu|\.fedramp)?\.r2\.cloudflarestorage\.com$/, scheme: "s3" },
	{ host: /^(?:(.+)\.)?[a-z\d]+(?:\.cdn)?\.digitaloceanspaces\.com$/, scheme: "s3" },
	{ host: /^(?:(.+)\.)?[a-z\d]+\.your-objectstorage\.com$/, scheme: "s3" },
	{
		host: /^(?:(.+)\.)?s3\.[a-z\d-]+\.(?:backblazeb2\.com|wasabisys\.com|scw\.cloud|io\.cloud\.ovh\.net)$/,
		scheme: "s3",
	},
	{
		host: /^console\.cloud\.google\.com$/,
		path: /^\/storage\/browser\/(?:_details\/)?([^/;]+)\/?/,
		scheme: "gs",
		console: true,
	},
	{
		host: /^(?:storage|www)\.googleapis\.com$/,
		path: /^\/(?:download\/|upload\/)?storage\/v1\/b\/([^/]+)\/?(?:o\/?)?/,
		scheme: "gs",
	},
	{ host: /^storage(?:\.cloud\.google|\.googleapis)\.com$/, scheme: "gs" },
	{ host: /^(.+)\.storage\.googleapis\.com$/, scheme: "gs" },
];

/**
 * Recognises what people paste in the place of a store's URL: the address of a bucket or of its page in a console, an
 * ARN, another program's scheme, a slip in the scheme, a path.
 *
 * @param text Whatever was typed, trimmed and without credentials.
 * @returns The same place in Polars' spelling, which is yet to be judged; nothing if it can't be told.
 */
export function readAddress(text: string): Address | undefined {
	const path = /^(?:file:(?:\/\/(?:localhost)?)?)?(\/(?!\/).*)$/is.exec(text)?.[1];
	if (path !== undefined) return { store: "shared_filesystem", location: path };
	const [, bucket, key = ""] = /^arn:[a-z-]*:s3:::([^/*]+)(?:\/([^*]*))?/i.exec(text) ?? [];
	if (bucket !== undefined) return at("s3", bucket, key);
	return readScheme(text) ?? readWebPage(text) ?? readWebPage(`https://${text}`);
}

/** Bucket and key in the scheme's spelling; a web page's address has them percent-encoded, and Polars decodes nothing. */
function at(scheme: string, bucket: string, key: string): Address | undefined {
	const store = findStore(scheme);
	return store && { store, location: `${scheme}://${decode(bucket)}${key && `/${decode(key)}`}`.trim() };
}

/** Text without its percent-encoding, or as it is where that stands for no text. */
export function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const looseScheme = /^([a-z][a-z\d]*)(:[/\\]*|[/\\]{2,})(?=[^/\\])/i;

function readScheme(text: string): Address | undefined {
	const match = looseScheme.exec(text);
	const lower = match?.[1]?.toLowerCase() ?? "";
	const scheme = foreignSchemes.get(lower) ?? lower;
	const store = findStore(scheme);
	if (!match || !store) return undefined;
	const rest = text.slice(match[0].length);
	const location = `${scheme}://${rest}`;
	// Hadoop's driver for blobs names the same account as the one for files.
	return { store, location: (lower.startsWith("wasb") ? location.replace(".blob.", ".dfs.") : location).trim() };
}

function readWebPage(text: string): Address | undefined {
	const parts = splitUrl(text);
	if (!parts || !/^https?$/i.test(parts.scheme.text) || parts.host.text.length > 255) return undefined;
	const host = parts.host.text.toLowerCase();
	const path = parts.path.text;
	const azure = readAzurePage(host, path, text);
	if (azure) return azure;
	for (const page of webPages) {
		const name = page.host.exec(host);
		const [start, bucket] = (page.path ?? (name?.[1] ? /^\/+/ : /^\/+([^/]+)\/?/)).exec(path) ?? ["", undefined];
		const found = name?.[1] ?? bucket;
		if (!name || !found) continue;
		const key = path.slice(start.length);
		if (!page.console) return at(page.scheme, found, key);
		const prefix = /(?:^|&)prefix=([^&]*)/.exec(parts.query?.text ?? "")?.[1];
		return at(page.scheme, found, prefix || key.replace(/;.*$/s, ""));
	}
	return undefined;
}

/** Consoles and documentation, whose paths name no bucket. */
const noServer =
	/(?:^|\.)(?:amazon|aws|amazonaws|google|googleapis|azure|microsoft|windows|cloudflare)\.(?:com|cn|net)$/;

/** Reads `http://host/bucket/key`, the form in which a server of one's own that speaks the S3 API gives addresses. */
export function readPathStyle(text: string): Address | undefined {
	const parts = splitUrl(text);
	if (!parts || !/^https?$/i.test(parts.scheme.text) || noServer.test(parts.host.text.toLowerCase())) return undefined;
	const [, bucket, key = ""] = /^\/+([^/]+)\/?(.*)$/s.exec(parts.path.text) ?? [];
	return bucket === undefined ? undefined : at("s3", bucket, key);
}

function readAzurePage(host: string, path: string, text: string): Address | undefined {
	const [, account, domain] =
		/^([a-z\d-]+)\.(?:blob|dfs)\.(core\.windows\.net|fabric\.microsoft\.com)$/.exec(host) ?? [];
	const [, container, key = ""] = /^\/+([^/]+)\/?(.*)$/s.exec(path) ?? [];
	if (account && container) return at("abfss", `${container}@${account}.dfs.${domain}`, key);
	if (host !== "portal.azure.com") return undefined;
	const [, name, blobs] = /storageaccounts(?:%2f|\/)([a-z\d]+)\/path\/([^/?#]+)/i.exec(text) ?? [];
	return name && blobs ? at("abfss", `${blobs}@${name}.dfs.core.windows.net`, "") : undefined;
}
