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
	if (Number.isNaN(decimal)) return makeFault(text, index, found, "Write % without separators.", whole);
	const message = `The comma is a decimal mark: “${found}” means ${decimal}, not ${whole}.`;
	return { ...makeFault(text, index, found, message, whole, `${decimal}`), code: "duration-comma" };
}

/** `P10M`, which is ten months in ISO 8601. */
function findMonths(text: string): DurationFault | undefined {
	const fault = lackT(text);
	return fault && { ...fault, code: "duration-months" };
}

const lackT = matchRule(/(?<=^\+?p)\d+m$/i, "Write “T” before minutes: without it, % means months.", "T$&");

function findNothing(text: string): DurationFault | undefined {
	return text.trim()
		? undefined
		: { ...makeFault(text, 0, text, notDuration), message: "Enter a duration, for example 10 mins." };
}

function findForeignDigits(text: string): DurationFault | undefined {
	const match = /[^\P{Nd}\d]+/u.exec(text);
	if (!match) return undefined;
	const digits = match[0].replace(/./gu, (digit) => `${readDigit(digit)}`);
	return makeFault(text, match.index, match[0], "Write the digits 0 to 9, not %.", digits);
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
	return makeFault(text, 0, text, "Write hours, minutes and seconds, not %.", ...others);
}

const notDuration = "Write a duration such as 10 mins or PT10M, not %.";
const notNumber = "Start with a number, not %.";

// The first rule that applies speaks. Characters come first, so that later patterns need to know ASCII alone.
const commonRules: readonly Rule[] = [
	findNothing,
	matchRule(/[^\S \t\n\f\r\uFEFF]+/, "Write an ordinary space, not %.", " "),
	matchRule(/[^\P{C}\t\n\f\r]+/u, "Remove the invisible character %.", ""),
	findForeignDigits,
	matchRule(/μ/, "Write the micro sign “µ” (U+00B5), not %.", "µ"),
	matchRule(/^["'`“‘]+|["'`”’]+$/, "Remove the quotation marks, %.", ""),
	matchRule(/^\+?\s+/, notNumber, ""),
	matchRule(/^\+?[-−–—]|\bago(?=\s*$)/i, "Write a duration of zero or more, without %.", ""),
	matchRule(/^t(?=\s*\d)/i, "Write “PT”, not %.", "PT"),
	matchRule(/(?<![\d.,])(?=\d{22})0+(?=\d)/, "Write at most 21 digits: remove %.", ""),
	matchRule(/(?<=\d[.,]\d{9})\d+/, "Write at most 9 digits after the decimal mark: remove %.", ""),
	matchRule(/(?<=\d)[.,](?![\d\s])/, "Write a digit after %.", ""),
];

const isoRules: readonly Rule[] = [
	matchRule(/^\+?pt?(?=[\d.,]+\s*[a-su-z]{2})/i, notNumber, ""),
	matchRule(/\s+/, "Remove the %: an ISO 8601 duration has none.", ""),
	findMonths,
	matchRule(/(?<=^\+?p)[\d.,hms]+$/i, "Write “T” before the time, %.", "T$&"),
	matchRule(/(?<=\d)[^\d.,thmswdy]/iu, "Write H, M or S, not %."),
	matchRule(/(?<=[hms]),(?=\d)/i, "Remove %: in ISO 8601, the next number follows the unit.", ""),
	matchRule(/(?<!\d)[.,](?=\d)/, "Write a digit before %.", "0$&"),
	findThousands,
	findBareNumber,
];

const friendlyRules: readonly Rule[] = [
	matchRule(/^\*\/(\d+)(?: \*){4}$/, notDuration, "$1m"),
	matchRule(/^@?(?:every|each)\b/i, "Remove %: write only the duration.", ""),
	findMinutesOrHours,
	matchRule(/(?<=\p{L},?\s*)(\d+):(\d+):(\d+(?:[.,]\d+)?)/u, "Write a unit after each number, not %.", "$1h $2m $3s"),
	matchRule(/[,;](?=\s*$)/, "Write a number after %, or remove it.", ""),
	matchRule(/(?<=\p{L}),(?=\d)/u, "Write a space after %.", ", "),
	matchRule(/[\s,]+(?=,)/, "Write one comma right after the unit, without % before it.", ""),
	matchRule(/(?<=\p{L})\.(?!\d)/u, "Remove the full stop after the unit.", ""),
	matchRule(/(?<![\p{L}\d])[.,](?=\d)/u, "Write a digit before %.", "0$&"),
	matchRule(/(?<=\p{L}\s*)(?:\band\b|[;&+])(?=\s*\d)/iu, "Write a space or a comma, not %.", " "),
	findMisspeltUnit,
	findThousands,
	matchRule(/(?!^\+)[^\p{L}\d\s.,]/u, notDuration),
	findNumberWord,
	matchRule(/^\p{L}+$/u, "Write a number before %.", "1 $&"),
	matchRule(/(?<!\p{L}|\d\s*)\p{L}+/u, "Write a number, not %."),
	findBareNumber,
];
