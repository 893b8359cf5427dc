import { absoluteUnits, type Unit } from "./unit.ts";

/**
 * Writes nanoseconds in jiff's friendly format, as jiff 0.2.18 prints a `SignedDuration`: `1h 30m`, `0s`, and
 * `1h 30m ago` for a negative one.
 */
export function formatFriendly(nanoseconds: bigint): string {
	return joinUnits(nanoseconds, (count, unit) => `${count}${unit.symbol}`);
}

/**
 * Writes nanoseconds in plain words for people: `1 hour 30 minutes`, `0 seconds`. A negative duration ends in ` ago`,
 * as it does in {@link formatFriendly}.
 */
export function formatWords(nanoseconds: bigint): string {
	return joinUnits(nanoseconds, (count, unit) => `${count} ${unit.name}${count === 1n ? "" : "s"}`);
}

/**
 * Writes nanoseconds as an ISO 8601 duration, as jiff 0.2.18 prints a `SignedDuration`: `PT1H30M`, `PT1.5S`, `PT0S`,
 * and `-PT1H30M` for a negative one.
 */
export function formatIso(nanoseconds: bigint): string {
	const rest = magnitude(nanoseconds);
	const seconds = rest / 1_000_000_000n;
	const fraction = `${rest % 1_000_000_000n}`.padStart(9, "0").replace(/0+$/, "");
	const parts = [
		`${seconds / 3600n}H`,
		`${(seconds / 60n) % 60n}M`,
		`${seconds % 60n}${fraction && `.${fraction}`}S`,
	].filter((part) => !/^0[HMS]/.test(part));
	return `${nanoseconds < 0n ? "-" : ""}PT${parts.join("") || "0S"}`;
}

function joinUnits(nanoseconds: bigint, write: (count: bigint, unit: Unit) => string): string {
	const parts: string[] = [];
	let rest = magnitude(nanoseconds);
	for (const unit of absoluteUnits) {
		const count = rest / unit.nanoseconds;
		if (count || (unit.name === "second" && nanoseconds === 0n)) parts.push(write(count, unit));
		rest %= unit.nanoseconds;
	}
	return parts.join(" ") + (nanoseconds < 0n ? " ago" : "");
}

function magnitude(nanoseconds: bigint): bigint {
	return nanoseconds < 0n ? -nanoseconds : nanoseconds;
}
