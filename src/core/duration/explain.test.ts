import { describe, expect, it } from "vitest";
import { listFixes } from "../problem.ts";
import { explainDuration } from "./explain.ts";

type Row = readonly [text: string, message: string, marked: string, fixes: readonly string[]];

const groups: readonly (readonly [what: string, rows: readonly Row[]])[] = [
	[
		"nothing",
		[
			["", "Enter a duration, for example 10 mins.", "", []],
			["  ", "Enter a duration, for example 10 mins.", "  ", []],
		],
	],
	[
		"letter case",
		[
			["10 Mins", "Write “mins” in lower case, not “Mins”.", "Mins", ["10 mins"]],
			["10M", "Write “m” in lower case, not “M”.", "M", ["10m"]],
			["1H 30M", "Write “h” in lower case, not “H”.", "H", ["1h 30m"]],
			["30S", "Write “s” in lower case, not “S”.", "S", ["30s"]],
			["10 MS", "Write “ms” in lower case, not “MS”.", "MS", ["10 ms"]],
		],
	],
	[
		"a bare number",
		[
			["600", "Write a unit such as s, m or h after “600”.", "600", ["600s", "600m", "600ms"]],
			["10", "Write a unit such as s, m or h after “10”.", "10", ["10s", "10m", "10ms"]],
			["0", "Write a unit such as s, m or h after “0”.", "0", ["0s"]],
			["+10", "Write a unit such as s, m or h after “10”.", "10", ["+10s", "+10m", "+10ms"]],
			["1,000", "The comma is a decimal mark: “1,000” means 1, not 1000.", "1,000", ["1000s", "1s"]],
			["1h 30", "Write a unit such as s, m or h after “30”.", "30", ["1h 30m"]],
			["1h30", "Write a unit such as s, m or h after “30”.", "30", ["1h30m"]],
			["10m 5.5", "Write a unit such as s, m or h after “5.5”.", "5.5", ["10m 5.5s"]],
			["1ns 5", "Write a unit such as s, m or h after “5”.", "5", []],
			["10 5m", "Write a unit such as s, m or h after “10”.", "10", []],
			["10 and 5", "Write a unit such as s, m or h, not “and”.", "and", []],
		],
	],
	[
		"calendar units",
		[
			["1 day", "Days aren't accepted here. Use 24h.", "day", ["24h"]],
			["1d", "Days aren't accepted here. Use 24h.", "d", ["24h"]],
			["2 weeks", "Weeks aren't accepted here. Use 336h.", "weeks", ["336h"]],
			["1.5 days", "Days aren't accepted here. Use 36h.", "days", ["36h"]],
			["1d 2h 3m", "Days aren't accepted here. Use 26h 3m.", "d", ["26h 3m"]],
			["0d 1h", "Days aren't accepted here. Use 1h.", "d", ["1h"]],
			["1,500 days", "The comma is a decimal mark: “1,500” means 1.5, not 1500.", "1,500", ["36000h", "36h"]],
			["1 day, 0:10:00", "Write a unit after each number, not “0:10:00”.", "0:10:00", ["24h 10m"]],
			["10 Months", "Months aren't accepted here. Use hours or a smaller unit.", "Months", []],
			["1 year", "Years aren't accepted here. Use hours or a smaller unit.", "year", []],
			["0 months 5m", "Months aren't accepted here. Use 5m.", "months", ["5m"]],
		],
	],
	[
		"a clock",
		[
			["10:00", "Write hours, minutes and seconds, not “10:00”.", "10:00", ["10m", "10h"]],
			["10:30", "Write hours, minutes and seconds, not “10:30”.", "10:30", ["10m 30s", "10h 30m"]],
			["00:10", "Write hours, minutes and seconds, not “00:10”.", "00:10", ["10s", "10m"]],
			["1:2.5", "Write hours, minutes and seconds, not “1:2.5”.", "1:2.5", ["1m 2s 500ms", "1h 2m 30s"]],
			["1:2:3:4", "Write a duration such as 10 mins or PT10M, not “:”.", ":", []],
		],
	],
	[
		"fractions",
		[
			["1.5h 30m", "Write a fraction in the last number only, not in “1.5”.", "1.5", ["2h"]],
			[".5h", "Write a digit before “.”.", ".", ["0.5h"]],
			["1h .5m", "Write a digit before “.”.", ".", ["1h 0.5m"]],
			["5.h", "Write a digit after “.”.", ".", ["5h"]],
			["1.5ns", "Write whole nanoseconds, not “1.5”.", "1.5", ["1ns"]],
			["1.1234567891s", "Write at most 9 digits after the decimal mark: remove “1”.", "1", ["1.123456789s"]],
			["1.2.3s", "Write a duration such as 10 mins or PT10M, not “1.2.3s”.", "1.2.3s", []],
		],
	],
	[
		"full stops, commas, separators",
		[
			["10 min.", "Remove the full stop after the unit.", ".", ["10 min"]],
			["10m.", "Remove the full stop after the unit.", ".", ["10m"]],
			["10m,", "Write a number after “,”, or remove it.", ",", ["10m"]],
			["10m;", "Write a number after “;”, or remove it.", ";", ["10m"]],
			["10m,5s", "Write a space after “,”.", ",", ["10m, 5s"]],
			["10m , 5s", "Write one comma right after the unit, without white space before it.", " ", ["10m, 5s"]],
			["10m,, 5s", "Write one comma right after the unit, without “,” before it.", ",", ["10m, 5s"]],
			["10m; 5s", "Write a space or a comma, not “;”.", ";", ["10m 5s"]],
			["1h and 30m", "Write a space or a comma, not “and”.", "and", ["1h 30m"]],
			["1h & 30m", "Write a space or a comma, not “&”.", "&", ["1h 30m"]],
			["1h/30m", "Write a duration such as 10 mins or PT10M, not “/”.", "/", []],
			["10-15m", "Write a duration such as 10 mins or PT10M, not “-”.", "-", []],
		],
	],
	[
		"order",
		[
			["1h 1h", "Write a unit smaller than hours, not “h”.", "h", ["2h"]],
			["30s 1m", "Write a unit smaller than seconds, not “m”.", "m", ["1m 30s"]],
		],
	],
	[
		"unknown words",
		[
			["10 minuts", "Write a unit such as s, m or h, not “minuts”.", "minuts", ["10 minutes"]],
			["10 secodns", "Write a unit such as s, m or h, not “secodns”.", "secodns", ["10 seconds"]],
			["10 mns", "Write a unit such as s, m or h, not “mns”.", "mns", ["10 mins"]],
			["1 dya", "Write a unit such as s, m or h, not “dya”.", "dya", ["24h"]],
			["10 mont", "Write a unit such as s, m or h, not “mont”.", "mont", []],
			["10 qu", "Write a unit such as s, m or h, not “qu”.", "qu", []],
			["1e3s", "Write a unit such as s, m or h, not “e”.", "e", []],
			["10m please", "Write a number, not “please”.", "please", []],
			["hello", "Write a number before “hello”.", "hello", []],
		],
	],
	[
		"negative",
		[
			["-10m", "Write a duration of zero or more, without “-”.", "-", ["10m"]],
			["−10m", "Write a duration of zero or more, without “−” (U+2212).", "−", ["10m"]],
			["10m ago", "Write a duration of zero or more, without “ago”.", "ago", ["10m"]],
			["-PT10M", "Write a duration of zero or more, without “-”.", "-", ["PT10M"]],
		],
	],
	[
		"words for numbers",
		[
			["ten minutes", "Write digits, not “ten”.", "ten", ["10 minutes"]],
			["half an hour", "Write digits, not “half an”.", "half an", ["0.5 hour"]],
			["an hour", "Write digits, not “an”.", "an", ["1 hour"]],
			["hour", "Write a number before “hour”.", "hour", ["1 hour"]],
			["twenty five minutes", "Write digits, not “twenty”.", "twenty", []],
		],
	],
	[
		"schedules",
		[
			["every 10m", "Remove “every”: write only the duration.", "every", ["10m"]],
			["@every 10m", "Remove “@every”: write only the duration.", "@every", ["10m"]],
			["Every hour", "Remove “Every”: write only the duration.", "Every", ["1 hour"]],
			["*/10 * * * *", "Write a duration such as 10 mins or PT10M, not “*/10 * * * *”.", "*/10 * * * *", ["10m"]],
			["0 * * * *", "Write a duration such as 10 mins or PT10M, not “*”.", "*", []],
		],
	],
	[
		"white space and invisible characters",
		[
			[" 10m", "Start with a number, not white space.", " ", ["10m"]],
			[" 600", "Start with a number, not white space.", " ", ["600s", "600m", "600ms"]],
			["+ 10m", "Start with a number, not “+ ”.", "+ ", ["10m"]],
			["10\u00a0mins", "Write an ordinary space, not U+00A0.", "\u00a0", ["10 mins"]],
			["10\u2005mins", "Write an ordinary space, not U+2005.", "\u2005", ["10 mins"]],
			["10m\u200b", "Remove the invisible character U+200B.", "\u200b", ["10m"]],
			["\ufeff10m", "Remove the invisible character U+FEFF.", "\ufeff", ["10m"]],
			["10m\u0000", "Remove the invisible character U+0000.", "\u0000", ["10m"]],
		],
	],
	[
		"other alphabets",
		[
			["１０m", "Write the digits 0 to 9, not “１０”.", "１０", ["10m"]],
			["１０ ｍｉｎｓ", "Write the digits 0 to 9, not “１０”.", "１０", ["10 mins"]],
			["١٠m", "Write the digits 0 to 9, not “١٠”.", "١٠", ["10m"]],
			["10μs", "Write the micro sign “µ” (U+00B5), not “μ” (U+03BC).", "μ", ["10µs"]],
		],
	],
	[
		"quotation marks",
		[
			['"10 mins"', 'Remove the quotation marks, “"”.', '"', ["10 mins"]],
			["“10m”", "Remove the quotation marks, ““” (U+201C).", "“", ["10m"]],
			["'600'", "Remove the quotation marks, “'”.", "'", ["600s", "600m", "600ms"]],
		],
	],
	[
		"ISO 8601",
		[
			["P", "Write a duration such as 10 mins or PT10M, not “P”.", "P", []],
			["PT", "Write a duration such as 10 mins or PT10M, not “PT”.", "PT", []],
			["P1D", "Days aren't accepted here. Use PT24H.", "D", ["PT24H"]],
			["P1DT2H", "Days aren't accepted here. Use PT26H.", "D", ["PT26H"]],
			["P2W", "Weeks aren't accepted here. Use PT336H.", "W", ["PT336H"]],
			["P10M", "Write “T” before minutes: without it, “10M” means months.", "10M", ["PT10M"]],
			["P1H30M", "Write “T” before the time, “1H30M”.", "1H30M", ["PT1H30M"]],
			["P1Y", "Years aren't accepted here. Use hours or a smaller unit.", "Y", []],
			["P1M1D", "Months aren't accepted here. Use hours or a smaller unit.", "M", []],
			["P1DT", "Days aren't accepted here. Use PT24H.", "D", ["PT24H"]],
			["T10M", "Write “PT”, not “T”.", "T", ["PT10M"]],
			["PT10M 30S", "Remove the white space: an ISO 8601 duration has none.", " ", ["PT10M30S"]],
			["P T10M", "Remove the white space: an ISO 8601 duration has none.", " ", ["PT10M"]],
			["PT10", "Write a unit such as s, m or h after “10”.", "10", ["PT10S", "PT10M"]],
			["PT1H30", "Write a unit such as s, m or h after “30”.", "30", ["PT1H30M"]],
			["PT1.5H30M", "Write a fraction in the last number only, not in “1.5”.", "1.5", ["PT2H"]],
			["PT.5S", "Write a digit before “.”.", ".", ["PT0.5S"]],
			["PT5.S", "Write a digit after “.”.", ".", ["PT5S"]],
			["PT1H,30M", "Remove “,”: in ISO 8601, the next number follows the unit.", ",", ["PT1H30M"]],
			["PT1H1H", "Write a unit smaller than hours, not “H”.", "H", ["PT2H"]],
			["PT30S1M", "Write a unit smaller than seconds, not “M”.", "M", ["PT1M30S"]],
			["PT10X", "Write H, M or S, not “X”.", "X", []],
			["pt10 mins", "Start with a number, not “pt”.", "pt", ["10 mins"]],
		],
	],
	[
		"size",
		[
			[
				"0000000000000000000000010m",
				"Write at most 21 digits: remove “00000000000000000000000”.",
				"00000000000000000000000",
				["10m"],
			],
			[
				"9223372036854775808ns",
				"Write a number of at most 9223372036854775807, not “9223372036854775808”.",
				"9223372036854775808",
				["2562047h 47m 16s 854ms 775µs 808ns"],
			],
			[
				"99999999999999999999s",
				"Write a number of at most 9223372036854775807, not “99999999999999999999”.",
				"99999999999999999999",
				[],
			],
			["2562047788015216h", "Write at most 2562047788015215 hours, not “2562047788015216h”.", "2562047788015216h", []],
			[
				"PT2562047788015216H",
				"Write at most 2562047788015215 hours, not “PT2562047788015216H”.",
				"PT2562047788015216H",
				[],
			],
		],
	],
];

describe.each(groups)("%s", (_, rows) => {
	it.each(rows)("explains %j", (text, message, marked, fixes) => {
		const problem = explainDuration(text);
		expect(problem.message).toBe(message);
		expect(problem.range ? text.slice(problem.range.start, problem.range.end) : "").toBe(marked);
		expect(listFixes(problem).map((fix) => fix.text)).toEqual(fixes);
	});
});

describe("a long text", () => {
	it("is quoted in part", () => {
		expect(explainDuration("10 minutes and ".repeat(100))).toEqual({
			code: "duration-syntax",
			severity: "error",
			message: "Write a duration such as 10 mins or PT10M, not “10 minutes and 10 minute…”.",
			range: { start: 0, end: 1500 },
		});
	});
});
