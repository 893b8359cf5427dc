import type { Fix, TextProblem } from "../problem.ts";
import { askForKind } from "../text/wording.ts";
import { decode } from "./address.ts";

/** An access key ID as Amazon makes it: `AKIA` begins a lasting one, `ASIA` a temporary one. */
export function isAmazonKeyId(text: string): boolean {
	return /^A[KS]IA[A-Z\d]{16}$/.test(text);
}

/**
 * What is likely wrong with an access key ID. Of other stores than Amazon's it may be any text.
 *
 * @see docs: AWS, "Understand IAM unique IDs", on what a key ID begins with.
 */
export function adviseKeyId(text: string): TextProblem | undefined {
	const document = findDocument(text);
	if (document) return warn(askForKind("only the access key ID", document));
	if (!/^A[KS]IA[A-Z\d]{12,22}$/.test(text) || isAmazonKeyId(text)) return undefined;
	return warn(`Amazon's access key IDs have 20 characters, but this has ${text.length}.`);
}

/** What is likely wrong with the secret of an access key, given the key's ID. */
export function adviseSecretKey(text: string, keyId: string): TextProblem | undefined {
	const document = findDocument(text);
	if (document) return warn(askForKind("only the secret access key", document));
	if (isAmazonKeyId(text))
		return warn("This looks like an access key ID. Write the secret access key that goes with it.");
	const { length } = text;
	if (!isAmazonKeyId(keyId) || length === 40 || length < 35 || length > 45 || !/^[A-Za-z\d+/]+$/.test(text)) {
		return undefined;
	}
	return warn(`Amazon's secret access keys have 40 characters, but this has ${length}.`);
}

/** Whole base64 with its padding, whose last character has no bits to spare: what the base64 crate reads strictly. */
const base64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/][AQgw]==|[A-Za-z\d+/]{2}[AEIMQUYcgkosw048]=)?$/;

/** How many bytes a text stands for that is base64; undefined for any other. */
export function countBase64Bytes(text: string): number | undefined {
	if (!base64.test(text)) return undefined;
	return (text.length / 4) * 3 - (/=*$/.exec(text)?.[0].length ?? 0);
}

/**
 * Judges the key of an Azure storage account: the store decodes it as it stands and refuses what is no base64.
 *
 * @see object_store 0.13.2, src/azure/credential.rs, `AzureAccessKey::try_new`; docs: Azure, "Manage storage account
 * access keys", on the 512 bits of a key.
 */
export function judgeAccountKey(text: string): TextProblem | undefined {
	const bytes = countBase64Bytes(text);
	if (bytes === undefined) {
		const document = findDocument(text);
		return {
			code: "wrong-credential",
			severity: "error",
			message: `This is ${document ?? "not base64"}. Write the account key in base64: Azure's has 88 characters and ends in “==”.`,
			...mendBase64(text),
		};
	}
	// A longer or shorter one is an emulator's own, or made up.
	if (bytes === 64 || bytes < 45 || bytes > 90) return undefined;
	return warn(`Azure's account keys have 88 characters, but this has ${text.length}.`);
}

function mendBase64(text: string): { fix?: Fix } {
	const whole = text.replace(/\s/g, "");
	if (whole !== "" && countBase64Bytes(whole) !== undefined) return { fix: { title: "Remove the space", text: whole } };
	const tries: readonly (readonly [title: string, text: string])[] = [
		["Replace the escapes", decode(text)],
		["Add the missing “==”", `${text}==`],
		["Add the missing “=”", `${text}=`],
	];
	const [title, mended] = tries.find(([, meant]) => countBase64Bytes(meant) === 64) ?? [];
	return mended === undefined || title === undefined ? {} : { fix: { title, text: mended } };
}

/** What Azure's portal calls a connection string, taken apart. */
export interface ConnectionString {
	readonly account?: string;
	readonly key?: string;
	readonly sas?: string;
	/** Where the service is, if not at the account's usual host. */
	readonly endpoint?: string;
}

/**
 * Reads `DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net`.
 *
 * @see docs: Azure, "Configure Azure Storage connection strings".
 */
export function readConnectionString(text: string): ConnectionString | undefined {
	if (!/(?:^|;)\s*(?:AccountKey|SharedAccessSignature)\s*=/i.test(text)) return undefined;
	const parts = new Map(
		text.split(";").flatMap((part) => {
			const at = part.indexOf("=");
			return at === -1 ? [] : [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const];
		}),
	);
	const account = parts.get("accountname");
	const key = parts.get("accountkey");
	const sas = parts.get("sharedaccesssignature");
	const suffix = parts.get("endpointsuffix") || "core.windows.net";
	const elsewhere =
		account === undefined || suffix === "core.windows.net"
			? undefined
			: `${parts.get("defaultendpointsprotocol") || "https"}://${account}.blob.${suffix}`;
	const given = parts.get("blobendpoint")?.replace(/\/$/, "");
	const endpoint = given === `https://${account}.blob.core.windows.net` ? undefined : (given ?? elsewhere);
	return {
		...(account && { account }),
		...(key && { key }),
		...(sas && { sas }),
		...(endpoint && { endpoint }),
	};
}

/**
 * Judges a shared access signature: a query such as `sv=…&se=…&sig=…`, with or without a `?` before it. The store splits
 * it at each `&` and refuses a part without a `=`.
 *
 * @param now Milliseconds since 1970: a signature has an end.
 * @see object_store 0.13.2, src/azure/builder.rs, `split_sas`; docs: Azure, "Create an account SAS", for its fields.
 */
export function judgeSas(text: string, now: number): TextProblem | undefined {
	const address = /^\s*[a-z][a-z\d+.-]*:\/\/[^?#\s]*/i.exec(text);
	if (address) {
		const query = text.slice(address[0].length).replace(/^\?/, "").trim();
		const isQuery = query !== "" && !/^\?|#/.test(query) && readQuery(query)?.has("sig");
		return {
			code: "wrong-credential",
			severity: "error",
			message: askForKind("only the SAS token", "an address"),
			...(isQuery && { fix: { title: "Remove the address", text: query } }),
		};
	}
	const fields = readQuery(text);
	if (!fields) {
		return {
			code: "wrong-credential",
			severity: "error",
			message: "Write a SAS token: a query such as sv=…&se=…&sig=….",
		};
	}
	if (fields.has("amp;sig") || (fields.has("sig") && [...fields.keys()].some((name) => name.startsWith("amp;")))) {
		return {
			code: "credential-shape",
			severity: "warning",
			message: "A SAS token has “&” where this has “&amp;”, which comes from a web page.",
			fix: { title: "Replace “&amp;”", text: text.replaceAll("&amp;", "&") },
		};
	}
	if (!fields.get("sig"))
		return warn("This SAS token has no sig=…, so it is not signed: Azure refuses it.", "sas-token");
	const permissions = fields.get("sp");
	const ends = judgeEnd(fields.get("se"), now);
	if (ends) return ends;
	if (permissions !== undefined && !/[wc]/.test(permissions)) {
		return warn("This SAS token doesn't allow writing: its sp= has neither w nor c.", "sas-token");
	}
	if (!text.trim().startsWith("?")) return undefined;
	return {
		code: "credential-shape",
		severity: "advice",
		message: "The “?” is not part of the SAS token. Polars ignores it.",
		fix: { title: "Remove the “?”", text: text.trim().replace(/^\?+/, "") },
	};
}

/** The fields of a query; undefined if a part of it is none. */
function readQuery(text: string): ReadonlyMap<string, string> | undefined {
	const parts = decode(text.trim())
		.replace(/^\?+/, "")
		.split("&")
		.filter((part) => part.trim() !== "");
	if (parts.length === 0 || parts.some((part) => !part.includes("="))) return undefined;
	return new Map(
		parts.map((part) => {
			const at = part.indexOf("=");
			return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
		}),
	);
}

const day = 24 * 60 * 60 * 1000;

function judgeEnd(text: string | undefined, now: number): TextProblem | undefined {
	if (text === undefined || !/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
	const end = Date.parse(text);
	if (Number.isNaN(end) || end - now > 7 * day) return undefined;
	const date = text.slice(0, 10);
	if (end <= now) return warn(`This SAS token expired on ${date}: Azure refuses it.`, "sas-token");
	return warn(`This SAS token expires on ${date}. After that, Polars can't write checkpoints.`, "sas-token");
}

/** @see docs: Azure, "Add and manage application credentials": a client secret has a value and an ID. */
export function adviseClientSecret(text: string): TextProblem | undefined {
	if (isGuid(text)) {
		return warn(
			"This looks like the secret's ID. Write the secret's value, which Azure shows only once, when you create it.",
		);
	}
	const document = findDocument(text);
	return document ? warn(askForKind("only the client secret", document)) : undefined;
}

/** Polars writes `Bearer` before the token itself. */
export function adviseBearerToken(text: string): TextProblem | undefined {
	const prefix = /^\s*Bearer\s+/i.exec(text);
	if (!prefix) return undefined;
	return {
		...warn("Write only the token: Polars writes “Bearer” before it."),
		fix: { title: "Remove “Bearer”", text: text.slice(prefix[0].length) },
	};
}

function isGuid(text: string): boolean {
	return /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i.test(text.trim());
}

/** What stands where a key alone belongs, as the object of a sentence. */
function findDocument(text: string): string | undefined {
	if (/^\s*-----BEGIN /.test(text)) return "PEM text";
	return /^\s*\{\s*"/.test(text) ? "JSON" : undefined;
}

function warn(message: string, code: "credential-shape" | "sas-token" = "credential-shape"): TextProblem {
	return { code, severity: "warning", message };
}
