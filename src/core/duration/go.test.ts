import fc from "fast-check";
import { expect, test } from "vitest";
import { formatGo } from "./go.ts";
import { parseDuration } from "./parse.ts";

const largest = 2n ** 63n - 1n;

const units: Readonly<Record<string, bigint>> = {
	ns: 1n,
	us: 1_000n,
	ms: 1_000_000n,
	s: 1_000_000_000n,
	m: 60_000_000_000n,
	h: 3_600_000_000_000n,
};

/** Reads a duration by the rules of Go's `time.ParseDuration`: decimal numbers, each with a unit, 63 bits in all. */
function parseGo(text: string): bigint {
	let sum = 0n;
	const rest = text.replace(/(\d+)(ns|us|ms|s|m|h)/gy, (_, count: string, unit: string) => {
		sum += BigInt(count) * (units[unit] ?? 0n);
		return "";
	});
	if (rest !== "" || text === "" || sum > largest) throw new RangeError(`Go refuses ${text}`);
	return sum;
}

/** Prints a duration as Go's `Duration.String` does, which is how the operator hands it to a node. */
function printGo(nanoseconds: bigint): string {
	const decimal = (unit: bigint, symbol: string) => {
		const digits = `${unit + (nanoseconds % unit)}`.slice(1).replace(/0+$/, "");
		return `${nanoseconds / unit}${digits && `.${digits}`}${symbol}`;
	};
	if (nanoseconds === 0n) return "0s";
	if (nanoseconds < 1_000n) return `${nanoseconds}ns`;
	if (nanoseconds < 1_000_000n) return decimal(1_000n, "µs");
	if (nanoseconds < 1_000_000_000n) return decimal(1_000_000n, "ms");
	const hours = nanoseconds / 3_600_000_000_000n;
	const minutes = (nanoseconds / 60_000_000_000n) % 60n;
	const fraction = `${nanoseconds % 1_000_000_000n}`.padStart(9, "0").replace(/0+$/, "");
	const seconds = `${(nanoseconds / 1_000_000_000n) % 60n}${fraction && `.${fraction}`}s`;
	return `${hours ? `${hours}h` : ""}${hours || minutes ? `${minutes}m` : ""}${seconds}`;
}

test.each([
	[600n * 10n ** 9n, "10m"],
	[5_400n * 10n ** 9n, "1h30m"],
	[86_400n * 10n ** 9n, "24h"],
	[1_500_000_000n, "1s500ms"],
	[1_001n, "1us1ns"],
	[0n, "0s"],
])("%s ns is %s", (nanoseconds, text) => {
	expect(formatGo(nanoseconds)).toEqual({ text, exact: true });
});

test("more than Go can count is rounded, and said to be", () => {
	expect(formatGo(largest + 1n)).toEqual({ text: "2562047h", exact: false });
	expect(formatGo(10n ** 30n)).toEqual({ text: "2562047h", exact: false });
	expect(parseGo("2562047h")).toBeLessThanOrEqual(largest);
});

test("Go reads the very same duration, and Polars reads it from the operator", () => {
	fc.assert(
		fc.property(fc.bigInt({ min: 0n, max: largest }), (nanoseconds) => {
			const { text, exact } = formatGo(nanoseconds);
			expect(exact).toBe(true);
			expect(parseGo(text)).toBe(nanoseconds);
			expect(parseDuration(printGo(nanoseconds))).toEqual({ ok: true, nanoseconds });
		}),
		{ numRuns: 500 },
	);
	for (const nanoseconds of [0n, 1n, 1_500n, 1_500_000n, 1_000_000_000n, 600_000_000_000n]) {
		expect(parseDuration(printGo(nanoseconds))).toEqual({ ok: true, nanoseconds });
	}
});
