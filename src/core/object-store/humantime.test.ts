import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { formatHumantime, parseHumantime } from "./humantime.ts";

const vectors = readFileSync(new URL("vectors/humantime.tsv", import.meta.url), "utf8")
	.trimEnd()
	.split("\n")
	.slice(1)
	.map((line) => line.split("\t") as [string, string]);

function readNanoseconds(text: string): bigint | undefined {
	const duration = parseHumantime(text);
	return duration.ok ? duration.nanoseconds : undefined;
}

test("agrees with humantime 2.1 on every row, and calls portable just what that reads", () => {
	expect(vectors).toHaveLength(1000);
	for (const [json, nanoseconds] of vectors) {
		const text = JSON.parse(json) as string;
		const duration = parseHumantime(text);
		const portable = duration.ok && duration.portable;
		expect([json, portable ? String(duration.nanoseconds) : "ERR"]).toEqual([json, nanoseconds]);
	}
});

describe("reads what humantime 2.3 added", () => {
	test.each([
		["0", 0n],
		["1.5s", 1_500_000_000n],
		["0.25h 1.5ms", 900_001_500_000n],
		["3 µs", 3000n],
		["2wks", 1_209_600_000_000_000n],
		["1 . 5 s", 1_500_000_000n],
		["18446744073709551615s 1ns", 18_446_744_073_709_551_615_000_000_001n],
	])("%s", (text, nanoseconds) => {
		expect(parseHumantime(text)).toMatchObject({ ok: true, nanoseconds });
	});
});

const faults: readonly (readonly [text: string, message: string, marked: string | undefined, ...fixes: string[]])[] = [
	["", "This is empty. Write a duration such as 30s.", undefined],
	["30", "Write a unit after the number, such as s or ms.", "30", "30s", "30ms"],
	["30 S", "Write a unit such as ms, s, m or h, not “S”.", "S", "30s"],
	["5 Min", "Write a unit such as ms, s, m or h, not “Min”.", "Min", "5min"],
	["10 milliseconds", "Write a unit such as ms, s, m or h, not “milliseconds”.", "milliseconds", "10ms"],
	["1 fortnight", "Write a unit such as ms, s, m or h, not “fortnight”.", "fortnight"],
	["2 mons", "Write a unit such as ms, s, m or h, not “mons”.", "mons"],
	["3 μs", "Write a unit, not “μ”.", "μ", "3us"],
	["1h, 30m", "Write a number, not “,”.", ",", "1h 30m"],
	["1h and 30m", "Write a number, not “a”.", "a", "1h 30m"],
	["1,5s", "Write a unit, not “,”.", ","],
	["-5s", "Write a number, not “-”.", "-"],
	["1:30", "Write a unit, not “:”.", ":"],
	["5 m s", "Write a number, not “s”.", "s"],
	["PT30S", "Write a duration such as 30s: ISO 8601 can't be read here.", undefined, "30s"],
	["P1DT1H30M", "Write a duration such as 30s: ISO 8601 can't be read here.", undefined, "1d 1h 30m"],
	["1h 0.1ns", "Write a fraction that gives a whole number of nanoseconds.", "0.1ns"],
	["1.s", "Write a fraction that gives a whole number of nanoseconds.", "1.s"],
	["0.0001h", "Write a fraction that gives a whole number of seconds.", "0.0001h"],
	["99999999999999999999s", "This is longer than Polars can count. Write a shorter duration.", "99999999999999999999s"],
	["1s 🐻", "Write a number, not “🐻”.", "🐻"],
];

describe("says what is wrong", () => {
	for (const [text, message, marked, ...fixes] of faults) {
		test(text, () => {
			const duration = parseHumantime(text);
			if (duration.ok) throw new Error("expected a problem");
			const { problem } = duration;
			expect(problem).toMatchObject({ severity: "error", message });
			expect(problem.range && text.slice(problem.range.start, problem.range.end)).toBe(marked);
			expect(listFixes(problem).map((fix) => fix.text)).toEqual(fixes);
		});
	}
});

const tokens = fc.constantFrom(..."0 1 30 1.5 , . : - s ms S Min M h d µs μs PT P T and".split(" "), " ", "\t", "🐻");
const texts = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.array(tokens, { maxLength: 8 }).map((parts) => parts.join("")),
);

test("offers only fixes that it reads itself, and ranges within the text", () => {
	fc.assert(
		fc.property(texts, (text) => {
			const duration = parseHumantime(text);
			if (duration.ok) return;
			const { range } = duration.problem;
			if (range) expect([0 <= range.start, range.start < range.end, range.end <= text.length]).not.toContain(false);
			for (const fix of listFixes(duration.problem)) expect(parseHumantime(fix.text).ok).toBe(true);
		}),
		{ numRuns: 2000 },
	);
});

test("writes a form that every version reads back", () => {
	fc.assert(
		fc.property(
			fc.bigInt({ min: 0n, max: 10n ** 18n }),
			fc.constantFrom(1n, 1000n, 10n ** 6n, 10n ** 9n),
			(n, unit) => {
				const text = formatHumantime(n * unit);
				expect(parseHumantime(text)).toEqual({ ok: true, nanoseconds: n * unit, portable: true });
			},
		),
	);
	expect(formatHumantime(1_500_000_000n)).toBe("1s 500ms");
	expect(formatHumantime(0n)).toBe("0s");
});

test("comes to an end on any long text", () => {
	for (const text of ["1", "0", "1.5", "1s", "1s ", " ", "1 ", "x", "-", "1.", "999"].map((part) =>
		part.repeat(50_000),
	)) {
		expect(() => readNanoseconds(text)).not.toThrow();
	}
});
