import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listFixes } from "../problem.ts";
import { formatFriendly, formatIso } from "./format.ts";
import { isInRange } from "./grammar.ts";
import { parseDuration } from "./parse.ts";
import { units } from "./unit.ts";

function readRows(name: string): readonly (readonly string[])[] {
	const text = readFileSync(new URL(`./vectors/durations-${name}.tsv`, import.meta.url), "utf8");
	return text
		.trimEnd()
		.split("\n")
		.map((row) => row.split("\t"));
}

const inputRows = [...readRows("curated"), ...readRows("random")].map(
	([input = "", signed = "", unsigned = "", span = ""]) => ({
		text: JSON.parse(input) as string,
		signed: signed === "ERR" ? undefined : BigInt(signed),
		unsigned: unsigned === "ERR" ? undefined : BigInt(unsigned),
		span: span === "ERR" ? undefined : span,
	}),
);

const printRows = readRows("print");

describe("jiff 0.2.18", () => {
	it("has as many rows as it printed", () => {
		expect([inputRows.length, printRows.length]).toEqual([21_326, 400]);
	});

	it("accepts the same texts, as the same durations", () => {
		const wrong = inputRows.filter(({ text, signed, unsigned }) => {
			const parsed = parseDuration(text);
			return (parsed.ok ? parsed.nanoseconds : undefined) !== (signed === undefined ? undefined : unsigned);
		});
		expect(wrong).toEqual([]);
	});

	it("prints the same texts", () => {
		const printed = printRows.map(([nanoseconds = ""]) => [
			nanoseconds,
			formatFriendly(BigInt(nanoseconds)),
			formatIso(BigInt(nanoseconds)),
		]);
		expect(printed).toEqual(printRows);
	});

	it("takes a fix for the same time as the negative duration or the span of days that it fixes", () => {
		const judged = inputRows.flatMap(({ text, signed, span }) => {
			const parsed = parseDuration(text);
			// After a lone P, an M is offered as minutes though it is a month to jiff.
			if (parsed.ok || /^p\d+m$/i.test(text)) return [];
			const time = signed === undefined ? measureSpan(span) : signed < 0n ? -signed : signed;
			return time === undefined || !isInRange(time)
				? []
				: [{ text, time, fixes: listFixes(parsed.problem).map((fix) => fix.text) }];
		});
		const wrong = judged.filter(({ time, fixes }) => !fixes.some((fix) => readNanoseconds(fix) === time));
		expect(judged.length).toBeGreaterThan(2000);
		expect(wrong).toEqual([]);
	});

	it("has no fix for months and years, whose length nobody knows", () => {
		const offered = inputRows.filter(({ text, span }) => {
			const parsed = parseDuration(text);
			const hasMonths = span !== undefined && !/:0,0,/.test(span);
			return hasMonths && !parsed.ok && parsed.problem.fix && !/^p\d+m$/i.test(text);
		});
		expect(offered).toEqual([]);
	});
});

/** Nanoseconds of a span without years and months, its sign left out; undefined for another one or none. */
function measureSpan(span: string | undefined): bigint | undefined {
	const counts = span?.split(":")[1]?.split(",").map(BigInt);
	if (!counts || counts[0] || counts[1]) return undefined;
	return units.reduce((sum, unit) => sum + (counts[unit.rank] ?? 0n) * unit.nanoseconds, 0n);
}

function readNanoseconds(text: string): bigint | undefined {
	const parsed = parseDuration(text);
	return parsed.ok ? parsed.nanoseconds : undefined;
}
