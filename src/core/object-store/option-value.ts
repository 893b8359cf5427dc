import type { TextProblem, TextRange } from "../problem.ts";
import type { OptionType } from "../stores/store.ts";
import { toError, toFix } from "../text/fault.ts";
import { askFor, askForKind, brokenCharacter, joinOr, tooLarge } from "../text/wording.ts";
import { adviseHttpUrl, checkHttpUrl } from "./endpoint.ts";
import { formatHumantime, parseHumantime } from "./humantime.ts";
import { findPathFault } from "./path-fault.ts";
import { findPlaceholder, isPlaceholder } from "./placeholder.ts";

/**
 * Judges the text of an option by its type, as object_store 0.13.2 reads it (src/config.rs, src/aws/checksum.rs,
 * src/aws/precondition.rs, src/gcp/credential.rs).
 *
 * @param text As it will be written: the store trims next to nothing.
 * @returns The error for which the store would refuse to start. A message never repeats what a key's JSON holds. Nothing
 * is said of a text that holds a placeholder; a key's JSON, and the user part of an address, may hold what looks like one.
 */
export function checkOptionValue(type: OptionType, text: string): TextProblem | undefined {
	const half = /\p{Cs}/u.exec(text);
	if (half) {
		const range = { start: half.index, end: half.index + 1 };
		const rest = text.replace(/\p{Cs}/gu, "");
		const usable = rest !== "" && !checkOptionValue(type, rest);
		const problem = error(brokenCharacter, range, usable ? rest : undefined);
		return { ...problem, code: "file-encoding" };
	}
	if (type === "json" ? isPlaceholder(text) : type !== "url" && findPlaceholder(text)) return undefined;
	if (typeof type === "object") return checkMember(type, text);
	return checks[type](text);
}

/** Errors only; what is lawful and unwise is for {@link adviseOptionValue}. */
const checks: Readonly<Record<Exclude<OptionType, object>, (text: string) => TextProblem | undefined>> = {
	string: () => undefined,
	boolean: checkBoolean,
	integer: checkInteger,
	duration: (text) => {
		const duration = parseHumantime(text);
		return duration.ok ? undefined : duration.problem;
	},
	url: checkHttpUrl,
	path: (text) => {
		if (text.trim() === "") return { ...error(askFor("a path", "")), code: "empty-value" };
		const fault = findPathFault(text);
		return fault && toError(fault, (meant) => meant !== "" && !findPathFault(meant));
	},
	json: checkServiceAccountKey,
};

function error(message: string, range?: TextRange, meant?: string): TextProblem {
	return {
		code: "wrong-value",
		severity: "error",
		message,
		...(range && { range }),
		...(meant !== undefined && { fix: toFix(meant) }),
	};
}

const booleans = /^(?:1|true|on|yes|y|0|false|off|no|n)$/i;
const meantBooleans: readonly (readonly [RegExp, string])[] = [
	[/^(?:1|t|true|y|yes|on|ok|enabled?|active|always)$/i, "true"],
	[/^(?:0|f|false|n|no|off|disabled?|inactive|never|none|null)$/i, "false"],
];

/** What the store takes a text for; undefined for one that it refuses. */
export function readBoolean(text: string): boolean | undefined {
	return booleans.test(text) ? /^(?:1|true|on|y)/i.test(text) : undefined;
}

function checkBoolean(text: string): TextProblem | undefined {
	if (booleans.test(text)) return undefined;
	const word = /^[\s"']*([^\s"']*)[\s"']*$/.exec(text)?.[1] ?? "";
	const meant = meantBooleans.find(([pattern]) => pattern.test(word))?.[1];
	return error(askFor("true or false", text), undefined, meant);
}

const u64 = (1n << 64n) - 1n;

function checkInteger(text: string): TextProblem | undefined {
	if (/^\+?\d+$/.test(text)) {
		const digits = text.replace(/^\+?0*(?=\d)/, "");
		return digits.length <= 20 && BigInt(digits) <= u64 ? undefined : error(tooLarge);
	}
	const plain = text.trim().replace(/[_\s']|,(?=\d{3}(?:\D|$))|\.0*$/g, "");
	const meant = /^\d{1,19}$/.test(plain) ? plain : undefined;
	return error(askFor("a whole number", text), undefined, meant);
}

/**
 * The store compares case and white space exactly, but for what its type says, and for white space around the words of
 * the preconditions, which it drops.
 */
function checkMember(type: Extract<OptionType, object>, text: string): TextProblem | undefined {
	const { oneOf: members, anyCase, orBoolean } = type;
	if (orBoolean && booleans.test(text)) return undefined;
	const exact = anyCase ? text.toLowerCase() : members.includes("AES256") ? text : text.trim();
	const taken = members.some((member) => (member.endsWith("*") ? fillsPattern(member, exact) : member === exact));
	if (taken) return undefined;
	const folded = text.trim().toLowerCase();
	const nearest = members.find((member) => member.toLowerCase() === folded && !member.endsWith("*"));
	const shown = [...(orBoolean ? ["true", "false"] : []), ...members.map((member) => patterns[member] ?? member)];
	const meant = nearest ?? (orBoolean && checkBoolean(text)?.fix?.text);
	return error(askFor(joinOr(shown), text), undefined, meant);
}

/** What stands in the place of the `*`, so that a person can write it. */
const patterns: Readonly<Record<string, string>> = {
	"header:*": "header:NAME:VALUE",
	"header-with-status:*": "header-with-status:NAME:VALUE:STATUS",
};

function fillsPattern(member: string, text: string): boolean {
	if (!(member in patterns)) return text.startsWith(member.slice(0, -1));
	const [word, ...rest] = text.split(":", 5).map((part) => part.trim());
	if (`${word}:*` !== member) return false;
	return word === "header" ? rest.length >= 2 : rest.length === 3 && /^[1-9]\d\d$/.test(rest[2] ?? "");
}

const neededNames = ["client_email", "private_key", "private_key_id"] as const;

/** A service account's key: the only option of type `json`. */
function checkServiceAccountKey(text: string): TextProblem | undefined {
	if (/^\s*(?:[/~.]|[a-z]:\\)|\.json\s*$/i.test(text)) {
		return error(askForKind("the JSON text of the key", "the path of a file"));
	}
	let key: unknown;
	try {
		key = JSON.parse(text);
	} catch {
		// The parser's own message repeats what it read, which is secret here.
		return error("This is not complete JSON. Write the JSON text of a service account's key.");
	}
	if (typeof key !== "object" || key === null || Array.isArray(key)) {
		return error("Write the JSON object of a service account's key, from { to }.");
	}
	const held: Partial<Record<(typeof neededNames)[number] | "type" | "disable_oauth", unknown>> = key;
	const missing = neededNames.filter((name) => typeof held[name] !== "string");
	if (missing.length > 0) {
		return typeof held.type === "string" && held.type !== "service_account"
			? error(askForKind("the JSON text of a service account's key", "another kind of credentials"))
			: error(`This service account key has no ${missing.join(", ")}. Write the complete key.`);
	}
	const pem = String(held.private_key);
	if (held.disable_oauth === true || /(?:^|\n)-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[\r\n]/.test(pem)) return undefined;
	const escaped = /^-----BEGIN [A-Z ]*PRIVATE KEY-----\\n/.test(pem);
	if (!escaped) return error("The private_key in this is not PEM text. It must start with -----BEGIN.");
	const mended = JSON.stringify({ ...key, private_key: pem.replaceAll("\\n", "\n") });
	return {
		...error("The private_key in this has \\n instead of line breaks."),
		fix: { title: "Write line breaks", text: mended },
	};
}

/**
 * What is lawful in an option and still likely wrong.
 *
 * @param text A value that {@link checkOptionValue} finds nothing wrong with; others get no advice.
 */
export function adviseOptionValue(type: OptionType, text: string): TextProblem | undefined {
	if (checkOptionValue(type, text) || findPlaceholder(text)) return undefined;
	if (type === "url") return adviseHttpUrl(text);
	if (type === "duration") return adviseDuration(text);
	if (type === "path" && !text.startsWith("/")) {
		return {
			code: "path-spelling",
			severity: "advice",
			message: "Write a path that starts with a slash: it is the same wherever Polars is started.",
		};
	}
	return undefined;
}

function adviseDuration(text: string): TextProblem | undefined {
	const duration = parseHumantime(text);
	if (!duration.ok) return undefined;
	const months = /\dM|\d\s+M/.exec(text);
	if (months) {
		const range = { start: months.index + months[0].length - 1, end: months.index + months[0].length };
		const fix = toFix(text.replace(/(\d\s*)M(?![a-z])/g, "$1m"));
		return {
			code: "duration-months",
			severity: "warning",
			message: "“M” means months here. For minutes, write “m”.",
			range,
			fix,
		};
	}
	if (duration.portable) return undefined;
	return {
		code: "recent-release",
		severity: "advice",
		message: "Only recent builds of Polars can read this form.",
		fix: toFix(formatHumantime(duration.nanoseconds)),
	};
}
