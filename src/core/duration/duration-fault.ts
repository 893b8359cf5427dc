import type { ProblemCode } from "../problem-codes.ts";

/** One thing in a text that jiff refuses. */
export interface DurationFault {
	readonly code: ProblemCode;
	/** Where the faulty characters start, in UTF-16 code units. */
	readonly start: number;
	/** The faulty characters; empty where the whole text is meant. */
	readonly found: string;
	readonly message: string;
	/** The whole text after each way to fix this fault, the likeliest first. Others may be left in it. */
	readonly meant: readonly string[];
}

/** Looks for one kind of fault. */
export type Rule = (text: string) => DurationFault | undefined;

/** Whether a text, valid or not, is meant as ISO 8601: a P that starts no word. */
export function isIso(text: string): boolean {
	return /^\+?p(?![a-su-z])/i.test(text);
}

/**
 * Makes a fault out of what was found and a sentence that says what to do, in which `%` stands for what was found. Each
 * of `others`, put where that stands, is a fix.
 */
export function makeFault(
	text: string,
	start: number,
	found: string,
	advice: string,
	...others: readonly string[]
): DurationFault {
	return {
		code: "duration-syntax",
		start,
		found,
		message: advice.replace("%", () => quote(found)),
		meant: others.map((other) => text.slice(0, start) + other + text.slice(start + found.length)),
	};
}

/** Makes a rule out of a pattern's first match; each of `others`, which may hold `$1`, is a fix. */
export function matchRule(pattern: RegExp, advice: string, ...others: readonly string[]): Rule {
	return (text) => {
		const match = pattern.exec(text);
		return match
			? {
					...makeFault(text, match.index, match[0], advice),
					meant: others.map((other) => text.replace(pattern, other)),
				}
			: undefined;
	};
}

function quote(found: string): string {
	if (/^[ \t\n\f\r]+$/.test(found)) return "white space";
	const codePoint = `U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
	if (/^[\s\p{C}]/u.test(found)) return codePoint;
	const characters = [...found];
	if (characters.length > 24) return `“${characters.slice(0, 24).join("")}…”`;
	return `“${found}”${/^[^\0-\x7f]$/u.test(found) ? ` (${codePoint})` : ""}`;
}
