import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listFixes } from "../problem.ts";
import { readQuantity } from "./quantity.ts";
import { formatQuantity, type QuantityUnit } from "./scenario.ts";

const value = (text: string, unit: QuantityUnit) => {
	const read = readQuantity(text, unit);
	return read.ok ? read.value : undefined;
};

/** `message [fix | fix]` */
const explain = (text: string, unit: QuantityUnit) => {
	const read = readQuantity(text, unit);
	if (read.ok) return read.value;
	const fixes = listFixes(read.problem).map(({ text }) => text);
	return `${read.problem.message}${fixes.length > 0 ? ` [${fixes.join(" | ")}]` : ""}`;
};

describe("readQuantity", () => {
	it.each<[string, QuantityUnit, number]>([
		["8", "count", 8],
		[" 12,000 ", "count", 12_000],
		["-3", "count", -3],
		["1.5", "count", 1.5],
		["5m", "seconds", 300],
		["1h 30m", "seconds", 5400],
		["PT1H", "seconds", 3600],
		["00:10:00", "seconds", 600],
		["10 days", "seconds", 864_000],
		["10d", "seconds", 864_000],
		["1.5 Days", "seconds", 129_600],
		["1 day 12h", "seconds", 129_600],
		["1 week, 2 days", "seconds", 777_600],
		["3 months", "seconds", 7_776_000],
		["2 years", "seconds", 63_072_000],
		["60 GB", "bytes", 60e9],
		["60gb", "bytes", 60e9],
		["60G", "bytes", 60e9],
		["1.5 TiB", "bytes", 1.5 * 2 ** 40],
		["512 kB", "bytes", 512e3],
		["10 bytes", "bytes", 10],
		["0 B", "bytes", 0],
		["1 GB/s", "bytes per second", 1e9],
		["1GBps", "bytes per second", 1e9],
		["10 Gbit/s", "bytes per second", 1.25e9],
		["10gbps", "bytes per second", 1.25e9],
		["800 Mbits per second", "bytes per second", 1e8],
		["1 GiB/s", "bytes per second", 2 ** 30],
	])("reads %s as %s", (text, unit, expected) => {
		expect(value(text, unit)).toBe(expected);
	});

	it("says what was expected and what was found, and offers what was likely meant", () => {
		expect(explain("eight", "count")).toMatchInlineSnapshot(`"Write a whole number, not “eight”."`);
		expect(explain("8 workers", "count")).toMatchInlineSnapshot(`"Write a whole number, not “8 workers”. [8]"`);
		expect(explain("1 000", "count")).toMatchInlineSnapshot(`"Write a whole number, not “1 000”. [1000]"`);
		expect(explain("300", "seconds")).toMatchInlineSnapshot(
			`"Write a unit such as s, m or h after “300”. [300s | 300m | 300ms]"`,
		);
		expect(explain("5 Minutes", "seconds")).toMatchInlineSnapshot(
			`"Write “minutes” in lower case, not “Minutes”. [5 minutes]"`,
		);
		expect(explain("1,000s", "seconds")).toMatchInlineSnapshot(
			`"The comma is a decimal mark: “1,000” means 1, not 1000. [1000s | 1s]"`,
		);
		expect(explain("-5 days", "seconds")).toMatchInlineSnapshot(
			`"Write a duration such as 10 days or 36h, not “-5 days”."`,
		);
		expect(explain("10 days or so", "seconds")).toMatchInlineSnapshot(
			`"Write a duration such as 10 days or 36h, not “10 days or so”."`,
		);
		expect(explain("P10D", "seconds")).toMatchInlineSnapshot(`"Days aren't accepted here. Use PT240H. [PT240H]"`);
		expect(explain("60", "bytes")).toMatchInlineSnapshot(`"Write a size such as 60 GB, not “60”. [60 GB | 60 MB]"`);
		expect(explain("1,5 GB", "bytes")).toMatchInlineSnapshot(
			`"Write a size such as 60 GB, not “1,5 GB”. [1.5 GB | 1 GB | 1 MB]"`,
		);
		expect(explain("1,500 MB", "bytes")).toMatchInlineSnapshot(
			`"Write a size such as 60 GB, not “1,500 MB”. [1500 MB | 1.500 MB | 1 GB | 1 MB]"`,
		);
		expect(explain("-1 GB", "bytes")).toMatchInlineSnapshot(`"Write a size such as 60 GB, not “-1 GB”."`);
		expect(explain("big", "bytes")).toMatchInlineSnapshot(`"Write a size such as 60 GB, not “big”."`);
		expect(explain("1 Gb/s", "bytes per second")).toMatchInlineSnapshot(
			`"Write a rate such as 1 GB/s or 10 Gbit/s, not “1 Gb/s”. [1 GB/s | 1 Gbit/s]"`,
		);
		expect(explain("1 GB", "bytes per second")).toMatchInlineSnapshot(
			`"Write a rate such as 1 GB/s or 10 Gbit/s, not “1 GB”. [1 GB/s]"`,
		);
		expect(explain("10 Gbit", "bytes per second")).toMatchInlineSnapshot(
			`"Write a rate such as 1 GB/s or 10 Gbit/s, not “10 Gbit”. [10 Gbit/s]"`,
		);
		expect(explain("10", "bytes per second")).toMatchInlineSnapshot(
			`"Write a rate such as 1 GB/s or 10 Gbit/s, not “10”. [10 GB/s | 10 Gbit/s]"`,
		);
		expect(explain("1,5 GB/s", "bytes per second")).toMatchInlineSnapshot(
			`"Write a rate such as 1 GB/s or 10 Gbit/s, not “1,5 GB/s”. [1.5 GB/s | 1 GB/s | 1 Gbit/s]"`,
		);
		expect(explain("fast", "bytes per second")).toMatchInlineSnapshot(
			`"Write a rate such as 1 GB/s or 10 Gbit/s, not “fast”."`,
		);
	});

	it("marks the faulty characters where they stand, behind white space too", () => {
		const read = readQuantity("  5 Minutes", "seconds");
		expect(!read.ok && read.problem.range).toEqual({ start: 4, end: 11 });
	});

	const anyUnit = fc.constantFrom<QuantityUnit>("count", "seconds", "bytes", "bytes per second");

	it("reads back what it is written as, as precisely as that is", () => {
		fc.assert(
			fc.property(anyUnit, fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 3 }), (unit, digits, power) => {
				const amount = digits * 1000 ** power;
				expect(value(formatQuantity(amount, unit), unit)).toBeCloseTo(amount, -9);
			}),
		);
	});

	it("takes any text, and offers nothing that it would not read", () => {
		const likely = fc.string({ unit: fc.constantFrom(..."0123456789.,-+ kMGibBsdwhmop/tye"), maxLength: 12 });
		fc.assert(
			fc.property(fc.oneof(likely, fc.string({ unit: "binary", maxLength: 12 })), anyUnit, (text, unit) => {
				const read = readQuantity(text, unit);
				if (read.ok) expect(Number.isNaN(read.value)).toBe(false);
				else for (const fix of listFixes(read.problem)) expect(readQuantity(fix.text, unit).ok, fix.text).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});
});
