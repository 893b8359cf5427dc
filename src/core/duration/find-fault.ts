import { type DurationFault, isIso, makeFault, matchRule, type Rule } from "./duration-fault.ts";
import { formatFriendly } from "./format.ts";
import { readDuration } from "./grammar.ts";
import { findBareNumber, findItemFault, findMisspeltUnit, findNumberWord } from "./item-rules.ts";

/** No person writes a longer duration; it bounds the time that the rules take. */
const MAX_LENGTH = 200;

/** Finds the foremost thing that jiff 0.2.18 would refuse in a text that is no valid duration. */
export function findDurationFault(text: string): DurationFault {
	if (text.length <= MAX_LENGTH) {
		for (const rule of [...commonRules, ...(isIso(text) ? isoRules : friendlyRules), findItemFault]) {
			const fault = rule(text);
			if (fault) return fault;
		}
	}
	return makeFault(text, 0, text, notDuration);
}

/** Finds commas that look like thousands separators. A single one is a decimal mark to jiff; fixes give both meanings. */
export function findThousands(text: string): DurationFault | undefined {
	const match = /(?<![\d.,:])[1-9]\d{0,2}(?:,\d{3})+(?![\d.,])/.exec(text);
	if (!match) return undefined;
	const { 0: found, index } = match;
	const whole = found.replaceAll(",", "");
	const decimal = Number(found.replace(",", "."));
	if (Number.isNaN(decimal)) return makeFault(text, index, found, "digits without separators", whole);
	const message = `The comma is a decimal mark: “${found}” means ${decimal}, not ${whole}.`;
	return { ...makeFault(text, index, found, "", whole, `${decimal}`), code: "duration-comma", message };
}

/** `P10M`, which is ten months in ISO 8601. */
function findMonths(text: string): DurationFault | undefined {
	const fault = lackT(text);
	return fault && { ...fault, code: "duration-months" };
}

const lackT = matchRule(/(?<=^\+?p)\d+m$/i, "“T” before minutes; without it % means months", "T$&");

function findNothing(text: string): DurationFault | undefined {
	return text.trim()
		? undefined
		: { ...makeFault(text, 0, text, notDuration), message: "Enter a duration, e.g. 10 mins." };
}

function findForeignDigits(text: string): DurationFault | undefined {
	const match = /[^\P{Nd}\d]+/u.exec(text);
	if (!match) return undefined;
	const digits = match[0].replace(/./gu, (digit) => `${readDigit(digit)}`);
	return makeFault(text, match.index, match[0], "the digits 0 to 9", digits);
}

/** Unicode keeps each script's digits in a row of ten, so the value is how many digits stand before this one. */
function readDigit(digit: string): number {
	const codePoint = digit.codePointAt(0) ?? 0;
	let before = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before++;
	return before % 10;
}

function findMinutesOrHours(text: string): DurationFault | undefined {
	const match = /^(\d+):(\d+(?:[.,]\d+)?)\s*$/.exec(text);
	if (!match) return undefined;
	const meanings = [`${match[1]}m${match[2]}s`, `${match[1]}h${match[2]}m`].map(readDuration);
	const others = meanings.filter((nanoseconds) => nanoseconds !== undefined).map(formatFriendly);
	return makeFault(text, 0, text, "hours, minutes and seconds", ...others);
}

const notDuration = "a duration such as 10 mins or PT10M";
const notNumber = "a number first";

// The first rule that applies speaks. Characters come first, so that later patterns need to know ASCII alone.
const commonRules: readonly Rule[] = [
	findNothing,
	matchRule(/[^\S \t\n\f\r\uFEFF]+/, "an ordinary space", " "),
	matchRule(/[^\P{C}\t\n\f\r]+/u, "visible characters only", ""),
	findForeignDigits,
	matchRule(/μ/, "the micro sign “µ” (U+00B5)", "µ"),
	matchRule(/^["'`“‘]+|["'`”’]+$/, "no quotation marks", ""),
	matchRule(/^\+?\s+/, notNumber, ""),
	matchRule(/^\+?[-−–—]|\bago(?=\s*$)/i, "a duration of zero or more", ""),
	matchRule(/^t(?=\s*\d)/i, "“PT”", "PT"),
	matchRule(/(?<![\d.,])(?=\d{22})0+(?=\d)/, "at most 21 digits", ""),
	matchRule(/(?<=\d[.,]\d{9})\d+/, "at most 9 digits after the decimal mark, found % too", ""),
	matchRule(/(?<=\d)[.,](?![\d\s])/, "a digit after %", ""),
];

const isoRules: readonly Rule[] = [
	matchRule(/^\+?pt?(?=[\d.,]+\s*[a-su-z]{2})/i, notNumber, ""),
	matchRule(/\s+/, "an ISO 8601 duration without gaps", ""),
	findMonths,
	matchRule(/(?<=^\+?p)[\d.,hms]+$/i, "“T” before the time", "T$&"),
	matchRule(/(?<=\d)[^\d.,thmswdy]/iu, "H, M or S"),
	matchRule(/(?<=[hms]),(?=\d)/i, "a number right after the unit", ""),
	matchRule(/(?<!\d)[.,](?=\d)/, "a digit before %", "0$&"),
	findThousands,
	findBareNumber,
];

const friendlyRules: readonly Rule[] = [
	matchRule(/^\*\/(\d+)(?: \*){4}$/, notDuration, "$1m"),
	matchRule(/^@?(?:every|each)\b/i, "only the duration", ""),
	findMinutesOrHours,
	matchRule(/(?<=\p{L},?\s*)(\d+):(\d+):(\d+(?:[.,]\d+)?)/u, "a unit after each number", "$1h $2m $3s"),
	matchRule(/[,;](?=\s*$)/, "a number after %", ""),
	matchRule(/(?<=\p{L}),(?=\d)/u, "a space after %", ", "),
	matchRule(/[\s,]+(?=,)/, "one comma, right after the unit", ""),
	matchRule(/(?<=\p{L})\.(?!\d)/u, "no full stop after a unit", ""),
	matchRule(/(?<![\p{L}\d])[.,](?=\d)/u, "a digit before %", "0$&"),
	matchRule(/(?<=\p{L}\s*)(?:\band\b|[;&+])(?=\s*\d)/iu, "a space or a comma", " "),
	findMisspeltUnit,
	findThousands,
	matchRule(/(?!^\+)[^\p{L}\d\s.,]/u, notDuration),
	findNumberWord,
	matchRule(/^\p{L}+$/u, "a number before %", "1 $&"),
	matchRule(/(?<!\p{L}|\d\s*)\p{L}+/u, "a number"),
	findBareNumber,
];
