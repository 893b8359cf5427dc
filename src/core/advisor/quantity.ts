import { noticeSurprise, parseDuration } from "../duration/parse.ts";
import type { TextProblem } from "../problem.ts";
import { type TextFault, toError } from "../text/fault.ts";
import { askFor } from "../text/wording.ts";
import { type QuantityUnit, toSeconds } from "./scenario.ts";

export type ReadQuantity =
	| { readonly ok: true; readonly value: number }
	| { readonly ok: false; readonly problem: TextProblem };

/**
 * Reads an amount as people write it: `8`, `5m`, `10 days`, `60 GB`, `1 GB/s`, `10 Gbit/s`. Durations are what Polars
 * takes for a period and, since nothing but the advisor reads them, also days, weeks, months of 30 and years of 365 days.
 *
 * @returns the amount in the unit itself: seconds, bytes, bytes per second. What could mean two things is an error, with
 * a fix for each. Whatever fix an error offers is itself read.
 */
export function readQuantity(text: string, unit: QuantityUnit): ReadQuantity {
	const trimmed = text.trim();
	const read = readers[unit];
	const reading = read(trimmed);
	if (typeof reading === "number") return { ok: true, value: reading };
	const problem = "severity" in reading ? reading : toError(reading, (meant) => typeof read(meant) === "number");
	const { range } = problem;
	const dropped = text.length - text.trimStart().length;
	return {
		ok: false,
		problem: range ? { ...problem, range: { start: range.start + dropped, end: range.end + dropped } } : problem,
	};
}

/** The rule that all these texts are held to. */
const code = "wrong-value";

/** A value, or what is wrong with the text. */
type Reading = number | TextFault | TextProblem;

const readers: Readonly<Record<QuantityUnit, (text: string) => Reading>> = {
	count: readCount,
	seconds: readSeconds,
	bytes: readBytes,
	"bytes per second": readBandwidth,
};

function readCount(text: string): Reading {
	if (/^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
	const digits = /^\d[\d\s,.'’_]*/.exec(text)?.[0].replace(/\D/g, "") ?? "";
	return { code, message: askFor("a whole number", text), meant: [digits] };
}

const day = 86_400;
const longUnits: Readonly<Record<string, number>> = { y: 365 * day, mo: 30 * day, w: 7 * day, d: day };
const longUnit =
	/(\d+(?:\.\d+)?)\s*(?:(y)(?:ears?|rs?)?|(mo)(?:nths?|s)?|(w)(?:eeks?|ks?)?|(d)(?:ays?)?)(?![a-z])[\s,]*/gi;

function readSeconds(text: string): Reading {
	let seconds = 0;
	// An ISO 8601 duration means its letters otherwise.
	const rest = /^\+?p/i.test(text)
		? text
		: text.replace(longUnit, (_, count: string, ...units: (string | undefined)[]) => {
				const name = units.slice(0, 4).find((unit) => unit !== undefined);
				seconds += Number(count) * (longUnits[name?.toLowerCase() ?? ""] ?? 0);
				return "";
			});
	if (rest === "" && text !== "") return seconds;
	const parsed = parseDuration(rest);
	const surprise = noticeSurprise(rest);
	if (parsed.ok && !surprise) return seconds + toSeconds(parsed.nanoseconds);
	if (rest !== text) return { code, message: askFor("a duration such as 10 days or 36h", text) };
	if (surprise) return { ...surprise, severity: "error" };
	return parsed.ok ? 0 : parsed.problem;
}

const amount = /^(\d+(?:\.\d+)?|\.\d+)\s*/;
const prefixes = "kmgtpe";

/** The factor of a prefix: 1e9 for `G`, 2^30 for `Gi`. */
function scale(prefix = "", binary = ""): number {
	return (binary ? 1024 : 1000) ** (prefixes.indexOf(prefix.toLowerCase()) + 1 || 0);
}

function readBytes(text: string): Reading {
	const [found = "", count = ""] = amount.exec(text) ?? [];
	const unit = /^(?:([kmgtpe])(i?)(?:b|bytes?)?|b|bytes?)$/i.exec(text.slice(found.length));
	if (found && unit) return Number(count) * (unit[1] ? scale(unit[1], unit[2]) : 1);
	return {
		code,
		message: askFor("a size such as 60 GB", text),
		meant: [...mendComma(text), `${count} GB`, `${count} MB`],
	};
}

function readBandwidth(text: string): Reading {
	const [found = "", count = ""] = amount.exec(text) ?? [];
	const unit = /^([kmgtpe])?(i?)(b|bytes?|bits?)(\/\s?s(?:ec(?:ond)?)?|ps| per second)?$/i.exec(
		text.slice(found.length),
	);
	const [, prefix = "", binary = "", letter = "", per] = unit ?? [];
	const written = `${count} ${prefix.toUpperCase().replace("K", "k")}${binary.toLowerCase()}`;
	const message = askFor("a rate such as 1 GB/s or 10 Gbit/s", text);
	if (!found || !unit) return { code, message, meant: [...mendComma(text), `${count} GB/s`, `${count} Gbit/s`] };
	const isBits = /^bit/i.test(letter) || (letter === "b" && per === "ps");
	// A small b means bits to those who know, and bytes to most who type it.
	const isUnclear = letter === "b" && !isBits;
	if (isUnclear) return { code, message, meant: [`${written}B/s`, `${written}bit/s`] };
	if (per === undefined) return { code, message, meant: [`${written}${isBits ? "bit" : "B"}/s`] };
	return (Number(count) * scale(prefix, binary)) / (isBits ? 8 : 1);
}

/** What a comma may have been meant for: between thousands, or before a decimal. */
function mendComma(text: string): string[] {
	if (!text.includes(",")) return [];
	return [...(/,\d{3}(?!\d)/.test(text) ? [text.replaceAll(",", "")] : []), text.replace(",", ".")];
}
