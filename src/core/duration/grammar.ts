import { findUnit, isAbsolute, type Unit } from "./unit.ts";

/** The largest count in front of a unit, and the largest total in seconds: both are an i64 in jiff. */
export const MAX_COUNT: bigint = 2n ** 63n - 1n;

const friendlyItem = /(\d{1,21})(?:[.,](\d{1,9}))?[ \t\n\f\r]*([a-zµ]+)(?:,(?=[ \t\n\f\r]+\d))?[ \t\n\f\r]*/gy;
const isoItem = /(\d{1,21})(?:[.,](\d{1,9}))?([hms])/giy;
const clock = /^(\d{1,21}):(\d{1,21}):(\d{1,21}(?:[.,]\d{1,9})?)(?=[ \t\n\f\r]*$)/;

/**
 * Reads a non-negative absolute duration, friendly (`1h 30m`, `1:30:00`) or ISO 8601 (`PT1H30M`), exactly as
 * jiff 0.2.18 does for `SignedDuration` and `std::time::Duration` alike.
 *
 * Nothing is trimmed. Time is linear in the length of the text.
 *
 * @returns nanoseconds, or undefined where either of jiff's types would refuse the text.
 */
export function readDuration(text: string): bigint | undefined {
	const body = text.replace(/^\+/, "");
	return /^pt/i.test(body)
		? sumItems(body.slice(2), isoItem)
		: sumItems(body.replace(clock, "$1h$2m$3s"), friendlyItem);
}

function sumItems(text: string, item: RegExp): bigint | undefined {
	let total = 0n;
	let end = 0;
	let previous: Unit | undefined;
	let endedByFraction = false;
	for (const [found, count = "", fraction, label = ""] of text.matchAll(item)) {
		const unit = findUnit(label.toLowerCase());
		if (!unit || !isAbsolute(unit) || endedByFraction || BigInt(count) > MAX_COUNT) return undefined;
		if (previous && unit.rank <= previous.rank) return undefined;
		if (fraction && unit.nanoseconds === 1n) return undefined;
		total += measure(count, fraction, unit);
		endedByFraction = fraction !== undefined;
		previous = unit;
		end += found.length;
	}
	return previous && end === text.length && isInRange(total) ? total : undefined;
}

/** How many nanoseconds a count of one unit is, cut off below one nanosecond. Count and fraction are ASCII digits. */
export function measure(count: string, fraction: string | undefined, { nanoseconds }: Unit): bigint {
	const part = fraction ? (BigInt(fraction) * nanoseconds) / 10n ** BigInt(fraction.length) : 0n;
	return BigInt(count) * nanoseconds + part;
}

/** Whether jiff's `SignedDuration` can hold so many nanoseconds. */
export function isInRange(nanoseconds: bigint): boolean {
	return nanoseconds / 1_000_000_000n <= MAX_COUNT;
}
