/** How many nanoseconds each of Go's units is. */
const units: Readonly<Record<string, bigint>> = {
	ns: 1n,
	us: 1000n,
	µs: 1000n,
	μs: 1000n,
	ms: 1_000_000n,
	s: 1_000_000_000n,
	m: 60_000_000_000n,
	h: 3_600_000_000_000n,
};

/**
 * Reads a duration as Go's `time.ParseDuration` does: `20m`, `1h30m`, `1.5h`.
 *
 * @returns Nanoseconds, of a fraction as many whole ones as it holds; undefined for what Go refuses.
 * @see docs: Go, package time, `ParseDuration`.
 */
export function parseGo(text: string): bigint | undefined {
	const [, sign, rest = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
	if (rest === "0") return 0n;
	if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return undefined;
	let sum = 0n;
	for (const [, whole = "", fraction = "", unit = ""] of rest.matchAll(/(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g)) {
		const size = units[unit] ?? 0n;
		if (whole.length + fraction.length > 40) return undefined;
		sum += BigInt(whole || "0") * size + (BigInt(fraction || "0") * size) / 10n ** BigInt(fraction.length);
	}
	if (sum > 2n ** 63n - 1n) return undefined;
	return sign === "-" ? -sum : sum;
}
