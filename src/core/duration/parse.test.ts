import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listFixes } from "../problem.ts";
import { formatFriendly, formatWords } from "./format.ts";
import { noticeSurprise, parseDuration } from "./parse.ts";

const hostileTexts = ["1", "a", " ", ",", "1h ", "1,000", "10 and ", "\u00a0", "😀", "\ud800", "٣"].flatMap((part) => {
	const long = part.repeat(100_000 / part.length);
	return [long, `1${long}`, `10m${long}x`, `1m,${long}1s`, `PT${long}`, `0:0:0${long}x`, `1${long}h`];
});

const piece = fc.constantFrom(
	..."0 1 5 10 30 600 1,000 1.5 . , : + - T P PT Y M D W H S h m s ms µs μs ns d Mins minuts hour week mo".split(" "),
	...'ago and every ten half an * / " “ ( 1:30 10:00:00 ١ １'.split(" "),
	" ",
	"  ",
	"\t",
	"\u00a0",
	"\u200b",
);
const anyText = fc.oneof(
	fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
	fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(" ")),
	fc.string({ unit: "binary" }),
);

describe("parseDuration", () => {
	it("reads nanoseconds", () => {
		expect(parseDuration("10 mins")).toEqual({ ok: true, nanoseconds: 600_000_000_000n });
		expect(parseDuration("PT1H30M")).toEqual({ ok: true, nanoseconds: 5_400_000_000_000n });
	});

	it("marks a place inside the text and offers distinct fixes that are valid and unsurprising", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const parsed = parseDuration(text);
				if (parsed.ok) return;
				const { severity, message, range } = parsed.problem;
				expect(severity).toBe("error");
				expect(message).toMatch(/^.{10,110}\.$/su);
				if (range) {
					expect(range.start).toBeGreaterThanOrEqual(0);
					expect(range.end).toBeGreaterThan(range.start);
					expect(range.end).toBeLessThanOrEqual(text.length);
				} else {
					expect(text).toBe("");
				}
				const durations = listFixes(parsed.problem).map((fix) => {
					const repaired = parseDuration(fix.text);
					expect(fix.title).toBe(fix.text);
					expect(noticeSurprise(fix.text)).toBeUndefined();
					return repaired.ok ? repaired.nanoseconds : "invalid";
				});
				expect(durations).not.toContain("invalid");
				expect(new Set(durations).size).toBe(durations.length);
			}),
			{ numRuns: 5000 },
		);
	});

	it("offers what was meant after a slip", () => {
		const slips: ((text: string) => string)[] = [
			(text) => text.toUpperCase(),
			(text) => ` ${text}`,
			(text) => `"${text}"`,
			(text) => `every ${text}`,
			(text) => `-${text}`,
			(text) => `${text} ago`,
			(text) => `${text}.`,
			(text) => `${text},`,
			(text) => text.replaceAll(" ", "\u00a0"),
			(text) => text.replaceAll("µ", "μ"),
			(text) => text.replaceAll(/(?<=\p{L}) /gu, " and "),
			(text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
			(text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7d8 + Number(digit))),
			(text) => text.replaceAll(/(?<=\p{L}) /gu, ","),
			(text) =>
				text
					.match(/\d+ ?\p{L}+/gu)
					?.reverse()
					.join(" ") ?? "",
		];
		const duration = fc.oneof(
			fc.bigInt(0n, 10n ** 15n),
			fc.bigInt(0n, 10_000n).map((seconds) => seconds * 10n ** 9n),
		);
		fc.assert(
			fc.property(
				duration,
				fc.constantFrom(formatFriendly, formatWords),
				fc.constantFrom(...slips),
				(nanoseconds, format, slip) => {
					const parsed = parseDuration(slip(format(nanoseconds)));
					const meant = parsed.ok ? parsed : parseDuration(parsed.problem.fix?.text ?? "");
					expect(meant).toEqual({ ok: true, nanoseconds });
				},
			),
			{ numRuns: 2000 },
		);
	});

	it("comes to an end on any long text", () => {
		for (const text of hostileTexts) {
			const duration = parseDuration(text);
			expect(duration.ok ? "" : duration.problem.message).toSatisfy((message: string) => message.length < 300);
			expect(() => noticeSurprise(text)).not.toThrow();
		}
	});
});

describe("noticeSurprise", () => {
	it.each([
		["1,000s", "The comma is a decimal mark: “1,000” means 1, not 1000.", "1,000", ["1000s", "1s"]],
		["PT1,250S", "The comma is a decimal mark: “1,250” means 1.25, not 1250.", "1,250", ["PT1250S", "PT1.25S"]],
		[
			"1h 90,500 secs",
			"The comma is a decimal mark: “90,500” means 90.5, not 90500.",
			"90,500",
			["1h 90500 secs", "1h 90.5 secs"],
		],
	])("warns of %s", (text, message, marked, fixes) => {
		const problem = noticeSurprise(text);
		expect(problem).toMatchObject({ severity: "warning", message });
		expect(text.slice(problem?.range?.start, problem?.range?.end)).toBe(marked);
		expect(problem && listFixes(problem).map((fix) => fix.text)).toEqual(fixes);
	});

	it.each(["10m", "1,5h", "0,500s", "1000,500s", "1,0000s", "1h, 500s", "0:00:01,000", "0:00:1,000"])(
		"finds nothing in %s",
		(text) => {
			expect(parseDuration(text).ok).toBe(true);
			expect(noticeSurprise(text)).toBeUndefined();
		},
	);

	it("leaves what isn't valid to parseDuration", () => {
		expect(noticeSurprise("1,000 Mins")).toBeUndefined();
	});
});
