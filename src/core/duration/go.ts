import { formatFriendly } from "./format.ts";

/** Go counts nanoseconds in 63 bits, 292 years of them. */
const longest = 2n ** 63n - 1n;

/** A duration in Go's spelling, which is exact but where Go can't count so far. */
export interface GoDuration {
	readonly text: string;
	readonly exact: boolean;
}

/**
 * Writes a duration as Go's `time.ParseDuration` reads it: `10m`, `1h30m`, `1s500ms`, `0s`.
 *
 * @param nanoseconds At least 0. More than Go can hold becomes the most whole hours that it can, and is not exact.
 * @see docs: Go, package time, `ParseDuration` and `Duration`.
 */
export function formatGo(nanoseconds: bigint): GoDuration {
	if (nanoseconds > longest) return { text: "2562047h", exact: false };
	// Go reads jiff's designators, written without the spaces.
	return { text: formatFriendly(nanoseconds).replaceAll(" ", "").replace("µ", "u"), exact: true };
}
