import { describe, expect, it } from "vitest";
import { listFixes } from "../problem.ts";
import { explainDuration } from "./explain.ts";

type Row = readonly [text: string, message: string, marked: string, fixes: readonly string[]];

const groups: readonly (readonly [what: string, rows: readonly Row[]])[] = [
	[
		"nothing",
		[
			["", "Enter a duration, e.g. 10 mins.", "", []],
			["  ", "Enter a duration, e.g. 10 mins.", "  ", []],
		],
	],
	[
		"letter case",
		[
			["10 Mins", "Expected “mins” in lower case, found “Mins”.", "Mins", ["10 mins"]],
			["10M", "Expected “m” in lower case, found “M”.", "M", ["10m"]],
			["1H 30M", "Expected “h” in lower case, found “H”.", "H", ["1h 30m"]],
			["30S", "Expected “s” in lower case, found “S”.", "S", ["30s"]],
			["10 MS", "Expected “ms” in lower case, found “MS”.", "MS", ["10 ms"]],
		],
	],
	[
		"a bare number",
		[
			["600", "Expected a unit such as s, m or h after “600”.", "600", ["600s", "600m", "600ms"]],
			["10", "Expected a unit such as s, m or h after “10”.", "10", ["10s", "10m", "10ms"]],
			["0", "Expected a unit such as s, m or h after “0”.", "0", ["0s"]],
			["+10", "Expected a unit such as s, m or h after “10”.", "10", ["+10s", "+10m", "+10ms"]],
			["1,000", "The comma is a decimal mark: “1,000” means 1, not 1000.", "1,000", ["1000s", "1s"]],
			["1h 30", "Expected a unit such as s, m or h after “30”.", "30", ["1h 30m"]],
			["1h30", "Expected a unit such as s, m or h after “30”.", "30", ["1h30m"]],
			["10m 5.5", "Expected a unit such as s, m or h after “5.5”.", "5.5", ["10m 5.5s"]],
			["1ns 5", "Expected a unit such as s, m or h after “5”.", "5", []],
			["10 5m", "Expected a unit such as s, m or h after “10”.", "10", []],
			["10 and 5", "Expected a unit such as s, m or h, found “and”.", "and", []],
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
			["1 day, 0:10:00", "Expected a unit after each number, found “0:10:00”.", "0:10:00", ["24h 10m"]],
			["10 Months", "Months aren't accepted here. Use hours or a smaller unit.", "Months", []],
			["1 year", "Years aren't accepted here. Use hours or a smaller unit.", "year", []],
			["0 months 5m", "Months aren't accepted here. Use 5m.", "months", ["5m"]],
		],
	],
	[
		"a clock",
		[
			["10:00", "Expected hours, minutes and seconds, found “10:00”.", "10:00", ["10m", "10h"]],
			["10:30", "Expected hours, minutes and seconds, found “10:30”.", "10:30", ["10m 30s", "10h 30m"]],
			["00:10", "Expected hours, minutes and seconds, found “00:10”.", "00:10", ["10s", "10m"]],
			["1:2.5", "Expected hours, minutes and seconds, found “1:2.5”.", "1:2.5", ["1m 2s 500ms", "1h 2m 30s"]],
			["1:2:3:4", "Expected a duration such as 10 mins or PT10M, found “:”.", ":", []],
		],
	],
	[
		"fractions",
		[
			["1.5h 30m", "Expected a fraction on the last unit only, found “1.5”.", "1.5", ["2h"]],
			[".5h", "Expected a digit before “.”.", ".", ["0.5h"]],
			["1h .5m", "Expected a digit before “.”.", ".", ["1h 0.5m"]],
			["5.h", "Expected a digit after “.”.", ".", ["5h"]],
			["1.5ns", "Expected whole nanoseconds, found “1.5”.", "1.5", ["1ns"]],
			["1.1234567891s", "Expected at most 9 digits after the decimal mark, found “1” too.", "1", ["1.123456789s"]],
			["1.2.3s", "Expected a duration such as 10 mins or PT10M, found “1.2.3s”.", "1.2.3s", []],
		],
	],
	[
		"full stops, commas, separators",
		[
			["10 min.", "Expected no full stop after a unit, found “.”.", ".", ["10 min"]],
			["10m.", "Expected no full stop after a unit, found “.”.", ".", ["10m"]],
			["10m,", "Expected a number after “,”.", ",", ["10m"]],
			["10m;", "Expected a number after “;”.", ";", ["10m"]],
			["10m,5s", "Expected a space after “,”.", ",", ["10m, 5s"]],
			["10m , 5s", "Expected one comma, right after the unit, found white space.", " ", ["10m, 5s"]],
			["10m,, 5s", "Expected one comma, right after the unit, found “,”.", ",", ["10m, 5s"]],
			["10m; 5s", "Expected a space or a comma, found “;”.", ";", ["10m 5s"]],
			["1h and 30m", "Expected a space or a comma, found “and”.", "and", ["1h 30m"]],
			["1h & 30m", "Expected a space or a comma, found “&”.", "&", ["1h 30m"]],
			["1h/30m", "Expected a duration such as 10 mins or PT10M, found “/”.", "/", []],
			["10-15m", "Expected a duration such as 10 mins or PT10M, found “-”.", "-", []],
		],
	],
	[
		"order",
		[
			["1h 1h", "Expected a unit smaller than hours, found “h”.", "h", ["2h"]],
			["30s 1m", "Expected a unit smaller than seconds, found “m”.", "m", ["1m 30s"]],
		],
	],
	[
		"unknown words",
		[
			["10 minuts", "Expected a unit such as s, m or h, found “minuts”.", "minuts", ["10 minutes"]],
			["10 secodns", "Expected a unit such as s, m or h, found “secodns”.", "secodns", ["10 seconds"]],
			["10 mns", "Expected a unit such as s, m or h, found “mns”.", "mns", ["10 mins"]],
			["1 dya", "Expected a unit such as s, m or h, found “dya”.", "dya", ["24h"]],
			["10 mont", "Expected a unit such as s, m or h, found “mont”.", "mont", []],
			["10 qu", "Expected a unit such as s, m or h, found “qu”.", "qu", []],
			["1e3s", "Expected a unit such as s, m or h, found “e”.", "e", []],
			["10m please", "Expected a number, found “please”.", "please", []],
			["hello", "Expected a number before “hello”.", "hello", []],
		],
	],
	[
		"negative",
		[
			["-10m", "Expected a duration of zero or more, found “-”.", "-", ["10m"]],
			["−10m", "Expected a duration of zero or more, found “−” (U+2212).", "−", ["10m"]],
			["10m ago", "Expected a duration of zero or more, found “ago”.", "ago", ["10m"]],
			["-PT10M", "Expected a duration of zero or more, found “-”.", "-", ["PT10M"]],
		],
	],
	[
		"words for numbers",
		[
			["ten minutes", "Expected digits, found “ten”.", "ten", ["10 minutes"]],
			["half an hour", "Expected digits, found “half an”.", "half an", ["0.5 hour"]],
			["an hour", "Expected digits, found “an”.", "an", ["1 hour"]],
			["hour", "Expected a number before “hour”.", "hour", ["1 hour"]],
			["twenty five minutes", "Expected digits, found “twenty”.", "twenty", []],
		],
	],
	[
		"schedules",
		[
			["every 10m", "Expected only the duration, found “every”.", "every", ["10m"]],
			["@every 10m", "Expected only the duration, found “@every”.", "@every", ["10m"]],
			["Every hour", "Expected only the duration, found “Every”.", "Every", ["1 hour"]],
			["*/10 * * * *", "Expected a duration such as 10 mins or PT10M, found “*/10 * * * *”.", "*/10 * * * *", ["10m"]],
			["0 * * * *", "Expected a duration such as 10 mins or PT10M, found “*”.", "*", []],
		],
	],
	[
		"white space and invisible characters",
		[
			[" 10m", "Expected a number first, found white space.", " ", ["10m"]],
			[" 600", "Expected a number first, found white space.", " ", ["600s", "600m", "600ms"]],
			["+ 10m", "Expected a number first, found “+ ”.", "+ ", ["10m"]],
			["10\u00a0mins", "Expected an ordinary space, found U+00A0.", "\u00a0", ["10 mins"]],
			["10\u2005mins", "Expected an ordinary space, found U+2005.", "\u2005", ["10 mins"]],
			["10m\u200b", "Expected visible characters only, found U+200B.", "\u200b", ["10m"]],
			["\ufeff10m", "Expected visible characters only, found U+FEFF.", "\ufeff", ["10m"]],
			["10m\u0000", "Expected visible characters only, found U+0000.", "\u0000", ["10m"]],
		],
	],
	[
		"other alphabets",
		[
			["１０m", "Expected the digits 0 to 9, found “１０”.", "１０", ["10m"]],
			["１０ ｍｉｎｓ", "Expected the digits 0 to 9, found “１０”.", "１０", ["10 mins"]],
			["١٠m", "Expected the digits 0 to 9, found “١٠”.", "١٠", ["10m"]],
			["10μs", "Expected the micro sign “µ” (U+00B5), found “μ” (U+03BC).", "μ", ["10µs"]],
		],
	],
	[
		"quotation marks",
		[
			['"10 mins"', 'Expected no quotation marks, found “"”.', '"', ["10 mins"]],
			["“10m”", "Expected no quotation marks, found ““” (U+201C).", "“", ["10m"]],
			["'600'", "Expected no quotation marks, found “'”.", "'", ["600s", "600m", "600ms"]],
		],
	],
	[
		"ISO 8601",
		[
			["P", "Expected a duration such as 10 mins or PT10M, found “P”.", "P", []],
			["PT", "Expected a duration such as 10 mins or PT10M, found “PT”.", "PT", []],
			["P1D", "Days aren't accepted here. Use PT24H.", "D", ["PT24H"]],
			["P1DT2H", "Days aren't accepted here. Use PT26H.", "D", ["PT26H"]],
			["P2W", "Weeks aren't accepted here. Use PT336H.", "W", ["PT336H"]],
			["P10M", "Expected “T” before minutes; without it “10M” means months.", "10M", ["PT10M"]],
			["P1H30M", "Expected “T” before the time, found “1H30M”.", "1H30M", ["PT1H30M"]],
			["P1Y", "Years aren't accepted here. Use hours or a smaller unit.", "Y", []],
			["P1M1D", "Months aren't accepted here. Use hours or a smaller unit.", "M", []],
			["P1DT", "Days aren't accepted here. Use PT24H.", "D", ["PT24H"]],
			["T10M", "Expected “PT”, found “T”.", "T", ["PT10M"]],
			["PT10M 30S", "Expected an ISO 8601 duration without gaps, found white space.", " ", ["PT10M30S"]],
			["P T10M", "Expected an ISO 8601 duration without gaps, found white space.", " ", ["PT10M"]],
			["PT10", "Expected a unit such as s, m or h after “10”.", "10", ["PT10S", "PT10M"]],
			["PT1H30", "Expected a unit such as s, m or h after “30”.", "30", ["PT1H30M"]],
			["PT1.5H30M", "Expected a fraction on the last unit only, found “1.5”.", "1.5", ["PT2H"]],
			["PT.5S", "Expected a digit before “.”.", ".", ["PT0.5S"]],
			["PT5.S", "Expected a digit after “.”.", ".", ["PT5S"]],
			["PT1H,30M", "Expected a number right after the unit, found “,”.", ",", ["PT1H30M"]],
			["PT1H1H", "Expected a unit smaller than hours, found “H”.", "H", ["PT2H"]],
			["PT30S1M", "Expected a unit smaller than seconds, found “M”.", "M", ["PT1M30S"]],
			["PT10X", "Expected H, M or S, found “X”.", "X", []],
			["pt10 mins", "Expected a number first, found “pt”.", "pt", ["10 mins"]],
		],
	],
	[
		"size",
		[
			[
				"0000000000000000000000010m",
				"Expected at most 21 digits, found “00000000000000000000000”.",
				"00000000000000000000000",
				["10m"],
			],
			[
				"9223372036854775808ns",
				"Expected a number of at most 9223372036854775807, found “9223372036854775808”.",
				"9223372036854775808",
				["2562047h 47m 16s 854ms 775µs 808ns"],
			],
			[
				"99999999999999999999s",
				"Expected a number of at most 9223372036854775807, found “99999999999999999999”.",
				"99999999999999999999",
				[],
			],
			[
				"2562047788015216h",
				"Expected at most 2562047788015215 hours, found “2562047788015216h”.",
				"2562047788015216h",
				[],
			],
			[
				"PT2562047788015216H",
				"Expected at most 2562047788015215 hours, found “PT2562047788015216H”.",
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
			message: "Expected a duration such as 10 mins or PT10M, found “10 minutes and 10 minute…”.",
			range: { start: 0, end: 1500 },
		});
	});
});
