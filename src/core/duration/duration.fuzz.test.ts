import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { noticeSurprise, parseDuration } from "./parse.ts";

const hour = 3600n * 10n ** 9n;

/** Every label of jiff's friendly format that an absolute duration may have, the units in falling order. */
const labels: readonly (readonly [nanoseconds: bigint, spellings: string])[] = [
	[hour, "hours hour hrs hr h"],
	[hour / 60n, "minutes minute mins min m"],
	[10n ** 9n, "seconds second secs sec s"],
	[10n ** 6n, "milliseconds millisecond millis milli msecs msec ms"],
	[10n ** 3n, "microseconds microsecond micros micro usecs usec us µsecs µsec µs"],
	[1n, "nanoseconds nanosecond nanos nano nsecs nsec ns"],
];
const largerLabels = "years year yrs yr y months month mos mo weeks week wks wk w days day d";
const spellings = labels
	.flatMap(([nanoseconds, words]) => words.split(" ").map((word) => ({ word, nanoseconds })))
	.concat(largerLabels.split(" ").map((word) => ({ word, nanoseconds: 0n })))
	.sort((a, b) => b.word.length - a.word.length);

/**
 * Reads a duration by jiff 0.2.18's rules, character by character and in their order: a second opinion that shares
 * nothing with the parser.
 *
 * @returns Nanoseconds; undefined where jiff's signed or its unsigned duration refuses the text.
 */
function readByRules(text: string): bigint | undefined {
	let at = 0;
	const take = (characters: string) => {
		const from = at;
		while (at < text.length && characters.includes(text.charAt(at))) at++;
		return text.slice(from, at);
	};
	const takeNumber = () => {
		const digits = take("0123456789");
		return digits.length === 0 || digits.length > 21 || BigInt(digits) >= 2n ** 63n ? undefined : BigInt(digits);
	};
	/** Digits after a decimal mark: none if there is no mark. */
	const takeFraction = () => {
		if (text[at] !== "." && text[at] !== ",") return "";
		at++;
		const digits = take("0123456789");
		return digits.length === 0 || digits.length > 9 ? undefined : digits;
	};
	const measure = (count: bigint, fraction: string, unit: bigint) =>
		count * unit + (BigInt(fraction || "0") * unit) / 10n ** BigInt(fraction.length);
	const limit = (total: bigint) => (total / 10n ** 9n < 2n ** 63n ? total : undefined);

	if (text[at] === "-") return undefined;
	if (text[at] === "+") at++;
	let total = 0n;
	let previous = hour + 1n;

	if (text[at] === "P" || text[at] === "p") {
		at++;
		if (text[at] !== "T" && text[at] !== "t") return undefined;
		at++;
		do {
			const count = takeNumber();
			const fraction = takeFraction();
			const unit = { h: hour, m: hour / 60n, s: hour / 3600n }[text.charAt(at++).toLowerCase()];
			if (count === undefined || fraction === undefined || !unit || unit >= previous) return undefined;
			total += measure(count, fraction, unit);
			previous = unit;
			if (fraction !== "" && at < text.length) return undefined;
		} while (at < text.length);
		return limit(total);
	}

	const space = " \t\n\f\r";
	for (;;) {
		const count = takeNumber();
		if (count === undefined) return undefined;
		if (text[at] === ":") {
			if (previous <= hour) return undefined;
			at++;
			const minutes = takeNumber();
			if (minutes === undefined || text[at++] !== ":") return undefined;
			const seconds = takeNumber();
			const fraction = takeFraction();
			if (seconds === undefined || fraction === undefined) return undefined;
			take(space);
			total = count * hour + (minutes * hour) / 60n + measure(seconds, fraction, hour / 3600n);
			return at === text.length ? limit(total) : undefined;
		}
		const fraction = takeFraction();
		if (fraction === undefined) return undefined;
		take(space);
		const label = spellings.find(({ word }) => text.startsWith(word, at));
		if (!label || label.nanoseconds === 0n || label.nanoseconds >= previous) return undefined;
		if (fraction !== "" && label.nanoseconds === 1n) return undefined;
		at += label.word.length;
		previous = label.nanoseconds;
		total += measure(count, fraction, label.nanoseconds);
		const hasComma = text[at] === ",";
		if (hasComma) at++;
		const gap = take(space);
		if (at === text.length) return hasComma ? undefined : limit(total);
		if (fraction !== "" || (hasComma && gap === "")) return undefined;
	}
}

test("the second opinion is jiff's own, on all that it was asked", () => {
	for (const name of ["curated", "random"]) {
		const rows = readFileSync(new URL(`./vectors/durations-${name}.tsv`, import.meta.url), "utf8");
		const wrong = rows
			.trimEnd()
			.split("\n")
			.filter((row) => {
				const [input = "", signed, unsigned = ""] = row.split("\t");
				const nanoseconds = signed === "ERR" || unsigned === "ERR" ? undefined : BigInt(unsigned);
				return readByRules(JSON.parse(input)) !== nanoseconds;
			});
		expect(wrong).toEqual([]);
	}
});

const anySpace = fc.constantFrom("", "", " ", " ", "  ", "\t", "\n", "\r\n", "\f");
const anyCount = fc.oneof(
	{ weight: 6, arbitrary: fc.nat(100).map(String) },
	fc.constantFrom("0", "007", "1,000", "000000000000000000001", "0000000000000000000001"),
	fc.constantFrom("9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616"),
	// What comes near the most seconds, in hours and in minutes.
	fc.constantFrom("2562047788015215", "2562047788015216", "153722867280912930", "153722867280912931"),
	fc.bigInt(0n, 2n ** 70n).map(String),
);
const anyFraction = fc.oneof(
	{ weight: 4, arbitrary: fc.constant("") },
	fc.tuple(fc.constantFrom(".", ","), fc.stringMatching(/^\d{0,10}$/)).map((parts) => parts.join("")),
);
const inOrder = (units: readonly string[]) =>
	fc.oneof(
		{ weight: 4, arbitrary: fc.subarray([...units], { minLength: 1 }) },
		fc.shuffledSubarray([...units], { minLength: 1 }),
		fc.array(fc.constantFrom(...units), { maxLength: 3 }),
	);
const anyFriendly = inOrder([largerLabels, ...labels.map(([, words]) => words)])
	.chain((units) =>
		fc.tuple(
			...units.map((words) =>
				fc.tuple(
					anyCount,
					anyFraction,
					anySpace,
					fc.constantFrom(...words.split(" ")),
					fc.constantFrom("", "", ","),
					anySpace,
				),
			),
		),
	)
	.map((items) =>
		items
			.flat()
			.join("")
			.replace(/,(\s*)$/, "$1"),
	);
const anyClock = fc
	.tuple(anyCount, anyCount, anyCount, anyFraction, anySpace)
	.map(([hours, minutes, seconds, fraction, space]) => `${hours}:${minutes}:${seconds}${fraction}${space}`);
const anyIso = inOrder(["H", "M", "S"])
	.chain((units) =>
		fc.tuple(...units.map((unit) => fc.tuple(anyCount, anyFraction, fc.constantFrom(unit, unit.toLowerCase())))),
	)
	.chain((items) => fc.constantFrom("PT", "pt", "PT", "P", "P1DT", "T").map((start) => start + items.flat().join("")));

const anyPiece = fc.constantFrom(
	..."0 1 9 . , : + - P T H M S h m s ms µ μ ns d ago and a K ſ １ ١ 0x e5 _ \" ' \u00a0 \u2028 \u0085 \ufeff \u200b \ud83d \ude00 \0 \v".split(
		" ",
	),
	" ",
	" ago",
);

/** What the grammar makes, with up to three characters too many, missing, twice, in another case or in another place. */
const anyNearMiss = fc
	.tuple(
		fc.constantFrom("", "", "", "+", "-", " "),
		fc.oneof(
			anyFriendly,
			anyClock,
			anyIso,
			fc.tuple(anyFriendly, anyClock).map((both) => both.join(" ")),
		),
		fc.array(fc.tuple(fc.constantFrom("insert", "delete", "double", "case", "swap"), fc.nat(), anyPiece), {
			maxLength: 3,
		}),
	)
	.map(([sign, duration, slips]) =>
		slips.reduce((text, [slip, place, piece]) => {
			const at = place % (text.length + 1);
			const [before, character, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
			switch (slip) {
				case "insert":
					return before + piece + character + after;
				case "delete":
					return before + after;
				case "double":
					return before + character + character + after;
				case "case":
					return (
						before + (character === character.toUpperCase() ? character.toLowerCase() : character.toUpperCase()) + after
					);
				default:
					return before + after.charAt(0) + character + after.slice(1);
			}
		}, sign + duration),
	);

function readNanoseconds(text: string): bigint | undefined {
	const parsed = parseDuration(text);
	return parsed.ok ? parsed.nanoseconds : undefined;
}

test("what the rules take is taken, to the nanosecond, and nothing else", () => {
	fc.assert(
		fc.property(anyNearMiss, (text) => {
			expect(readNanoseconds(text)).toBe(readByRules(text));
		}),
	);
});

test("every fix is a duration by the rules, and another text", () => {
	fc.assert(
		fc.property(anyNearMiss, (text) => {
			const parsed = parseDuration(text);
			const problem = parsed.ok ? noticeSurprise(text) : parsed.problem;
			for (const fix of problem ? listFixes(problem) : []) {
				expect(fix.text).not.toBe(text);
				expect(readByRules(fix.text)).toBeTypeOf("bigint");
				expect(noticeSurprise(fix.text)).toBeUndefined();
			}
			const { start = 0, end = text.length } = problem?.range ?? {};
			expect([0 <= start, start <= end, end <= text.length]).toEqual([true, true, true]);
		}),
	);
});
