import { isSecretOption } from "../object-store/secret-option.ts";
import { findSecretShape, isHexSecret } from "../object-store/secret-shape.ts";
import { cut, findCredentials } from "../object-store/url.ts";
import { isObjectStore, objectStores, stores } from "../stores/stores.ts";
import { foldKey } from "../text/fold-key.ts";
import type { CheckpointDraft, OptionRow } from "./draft.ts";
import { fields } from "./fields.ts";

/** A draft that may leave the page, and the names of the fields that it lost on the way. */
export interface PublicDraft {
	readonly draft: CheckpointDraft;
	readonly removed: readonly string[];
}

/**
 * A copy of a draft in which no secret is left, of any store, shown or not: neither in a field that is made for one,
 * nor in an option's value, nor in the user part or the signature of a URL, nor in a field that a secret was put into by
 * mistake. A value whose key is unknown counts as a secret, since the key may be a misspelt one.
 */
export function removeSecrets(draft: CheckpointDraft): PublicDraft {
	const removed: string[] = [];
	const cleaned = mapTexts(draft, (field, text) => {
		const kept = isSecretField(draft, field) ? "" : removeStray(field, text);
		if (kept !== text) removed.push(field);
		return kept;
	});
	return { draft: cleaned, removed };
}

/**
 * A copy of a draft that shows where each secret belongs: `YOUR_SECRET_ACCESS_KEY` after the field's title, or
 * `YOUR_AZURE_STORAGE_TOKEN` after an option's key. An empty field stays empty, and a URL loses its credentials.
 */
export function replaceSecrets(draft: CheckpointDraft): CheckpointDraft {
	return mapTexts(draft, (field, text, row) => {
		if (text === "" || !isSecretField(draft, field)) return removeStray(field, text);
		const name = fields.get(field)?.title ?? (removeCredentials(row?.key ?? "") || "value");
		return `YOUR_${foldKey(name).replace(/\W+/g, "_").toUpperCase()}`;
	});
}

/** Changes every text of a draft, by the name of its field; the key and the value of an option come with their row. */
function mapTexts(
	draft: CheckpointDraft,
	change: (field: string, text: string, row?: OptionRow) => string,
): CheckpointDraft {
	const mapPart = (field: string, part: unknown): unknown => {
		if (typeof part === "string") return change(field, part);
		if (Array.isArray(part)) {
			return part.map((row: OptionRow, index) => ({
				key: change(`${field}.${index}.key`, row.key, row),
				value: change(`${field}.${index}.value`, row.value, row),
			}));
		}
		if (typeof part !== "object" || part === null) return part;
		return Object.fromEntries(
			Object.entries(part).map(([key, inner]) => [key, mapPart(field ? `${field}.${key}` : key, inner)]),
		);
	};
	return mapPart("", draft) as CheckpointDraft;
}

/** Whether a field of the form holds a secret: `s3.aws_secret_access_key`, or an option's value by its row's key. */
export function isSecretField(draft: CheckpointDraft, field: string): boolean {
	const [, store = "", index] = /^([^.]*)\.options\.(\d+)\.value$/.exec(field) ?? [];
	if (!isObjectStore(store)) return fields.get(field)?.secret ?? false;
	return isSecretOption(store, draft[store].options[Number(index)]?.key ?? "");
}

/**
 * How much of a text that is not meant to hold a secret looks like one: `all` of it, or a `part`. A text with a part that
 * only names a secret's place, such as a URL with a signature, is {@link removeCredentials}'s.
 */
export function findStraySecret(field: string, text: string): "all" | "part" | undefined {
	if (field === "s3.aws_access_key_id" && isHexSecret(text.trim())) return "all";
	return findSecretShape(text);
}

function removeStray(field: string, text: string): string {
	return findStraySecret(field, text) ? "" : removeCredentials(text);
}

/** How often a text is cleaned before it is given up as a whole. */
const attempts = 4;

/**
 * Drops what proves an identity from a text that is not meant to hold a secret: the user part of a URL, a query that
 * holds a signature or token, and the whole text where a credential can't be told from the rest of it, or where it is
 * a private key or looks like a secret key. `abfss://container@account…` keeps its container, which is no secret.
 *
 * What comes out goes in again unchanged. It takes time in proportion to the text's length.
 */
export function removeCredentials(text: string): string {
	let rest = text;
	for (let attempt = 0; attempt < attempts; attempt++) {
		const kept = removeOnce(rest);
		if (kept === rest) return rest;
		rest = kept;
	}
	return "";
}

function removeOnce(text: string): string {
	// White space or a quote that was pasted along would hide a URL's scheme.
	const start = Math.max(0, text.search(/[^\s\p{Cf}"'`<([{]/u));
	const found = findCredentials(text.slice(start));
	if (found) {
		const end = start + found.end;
		// A password may hold an @ itself, and then the cut ends within it.
		return text.includes("@", end + 1) ? "" : cut(text, { start: start + found.start, end });
	}
	const query = text.search(/[?#]/);
	if (query !== -1 && assignsSecret(text.slice(query))) return text.slice(0, query);
	const plain = removeEscapes(text);
	const isSecret = [holdsPassword, assignsSecret, namesSecret, holdsToken, findSecretShape].some((finds) =>
		finds(plain),
	);
	return isSecret ? "" : text;
}

/** A text behind all the percent-escapes that were laid over it. */
function removeEscapes(text: string): string {
	let plain = text;
	for (let attempt = 0; attempt < attempts && plain.includes("%"); attempt++) {
		plain = plain.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
	}
	return plain;
}

/**
 * Whether there is a private key, or a `user:password@` other than at the beginning of a URL. A slash before the colon
 * tells that it is a path, and an ARN has its colons for itself.
 */
function holdsPassword(text: string): boolean {
	if (/private[\s_+-]?key/i.test(text)) return true;
	const rest = text.replace(knownScheme, "//");
	const user = /^\s*(?!arn:)[^\s@:\\/]*:|(?<![\\/])[\\/]{2,}[^\s@:\\/]*:/.exec(rest);
	return user !== null && rest.includes("@", user.index + user[0].length);
}

const knownScheme = new RegExp(String.raw`^\s*(?:https?|${listSchemes().join("|")}):[\\/]{2}`, "i");

function listSchemes(): readonly string[] {
	return objectStores.flatMap((store) => [...stores[store].schemes, ...Object.keys(stores[store].foreignSchemes)]);
}

/** Names under which signatures, tokens and keys stand in queries, connection strings, shells and files. */
const secretName = /sig|token|secret|credential|pass(?:w|$)|pwd|key|auth(?:$|oriz)|^(?:sas|jwt)$/i;

/** A name that means nothing else, as the last word of a key: where a colon follows it, the rest may be anything. */
const certainName =
	/(?:^|_)(?:secret|token|passw(?:or)?d|passphrase|pwd|credentials?|sas|signature|auth|(?:api|access|account|secret|private)_?key)$/;

/** Whether a text holds `name:value` with such a name, or the two halves of an Amazon key pair. */
function namesSecret(text: string): boolean {
	for (const [, name = ""] of text.matchAll(/(?:^|[\s"'({[,;])([\w.-]*)["']?:(?![:/\\])[^\s"']/g)) {
		if (certainName.test(foldKey(name))) return true;
	}
	return /(?<![A-Z\d])A[KS]IA[A-Z\d]{16}:\S/.test(text);
}

/** Whether a text holds the value of an `Authorization` header: `Bearer …`, `Basic …`. */
function holdsToken(text: string): boolean {
	return (
		/\bbearer\s+(?!tokens?\b|auth)\S/i.test(text) ||
		/\b[Bb]asic\s+(?=\S*[\d=]|\S*[a-z][A-Z])[A-Za-z\d+/]{8,}/.test(text)
	);
}

/** Whether a text holds `name=value`, `name = value`, `name: value` or `"name":"value"` with such a name. */
function assignsSecret(text: string): boolean {
	const words = text.split(/[?&#;,\s]/).filter((word) => word !== "");
	// The key of an Azure function is in a query of its own.
	if (/[?&]code=[^&]/i.test(text)) return true;
	return words.some((word, index) => {
		const assigned =
			/^([^=]*?)["']?(?:=+[^=]|:$|(?<=["']):)/.exec(word)?.[1] ?? (words[index + 1]?.startsWith("=") ? word : "");
		const name = removeEscapes(assigned);
		// A directory of a partitioned data set, key=5, has a slash before it and is no assignment.
		return secretName.test(name) && (/^[?&#;,\s]/.test(text) || index > 0 || !/[\\/]/.test(name));
	});
}
