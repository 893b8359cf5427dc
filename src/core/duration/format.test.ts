import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFriendly, formatIso, formatWords } from "./format.ts";
import { parseDuration } from "./parse.ts";

const second = 1_000_000_000n;
const longest = (2n ** 63n - 1n) * second + 999_999_999n;

describe("formatWords", () => {
	it.each([
		[0n, "0 seconds"],
		[1n, "1 nanosecond"],
		[1500n, "1 microsecond 500 nanoseconds"],
		[second, "1 second"],
		[600n * second, "10 minutes"],
		[5400n * second, "1 hour 30 minutes"],
		[86_400n * second, "24 hours"],
		[-600n * second, "10 minutes ago"],
	])("writes %i ns as “%s”", (nanoseconds, words) => {
		expect(formatWords(nanoseconds)).toBe(words);
	});
});

describe.each([
	["formatFriendly", formatFriendly],
	["formatIso", formatIso],
	["formatWords", formatWords],
])("%s", (_, format) => {
	it("is read back as the same duration, up to the longest", () => {
		expect(parseDuration(format(longest))).toEqual({ ok: true, nanoseconds: longest });
		fc.assert(
			fc.property(fc.oneof(fc.bigInt(0n, longest), fc.bigInt(0n, 100_000n * second)), (nanoseconds) => {
				expect(parseDuration(format(nanoseconds))).toEqual({ ok: true, nanoseconds });
			}),
		);
	});

	it("is not read back when it is too long or negative", () => {
		expect(parseDuration(format(longest + 1n)).ok).toBe(false);
		expect(parseDuration(format(-1n)).ok).toBe(false);
	});
});
