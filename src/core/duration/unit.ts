/** A unit of time as jiff's friendly format knows it. */
export interface Unit {
	/** Place among all units, the largest first: a duration names them in rising rank. */
	readonly rank: number;
	/** Singular name; the plural adds an s. */
	readonly name: string;
	/** The designator that jiff prints. */
	readonly symbol: string;
	/** Length in nanoseconds, 0 for months and years, whose length depends on the calendar. */
	readonly nanoseconds: bigint;
	/** Every spelling that jiff accepts, case-sensitive, the longest first. */
	readonly labels: readonly string[];
}

const table: readonly (readonly [name: string, symbol: string, nanoseconds: bigint, otherLabels: string])[] = [
	["year", "y", 0n, "yrs yr"],
	["month", "mo", 0n, "mos"],
	["week", "w", 604_800_000_000_000n, "wks wk"],
	["day", "d", 86_400_000_000_000n, ""],
	["hour", "h", 3_600_000_000_000n, "hrs hr"],
	["minute", "m", 60_000_000_000n, "mins min"],
	["second", "s", 1_000_000_000n, "secs sec"],
	["millisecond", "ms", 1_000_000n, "millis milli msecs msec"],
	["microsecond", "µs", 1_000n, "micros micro usecs usec us µsecs µsec"],
	["nanosecond", "ns", 1n, "nanos nano nsecs nsec"],
];

/** All units of jiff 0.2.18, the largest first. */
export const units: readonly Unit[] = table.map(([name, symbol, nanoseconds, otherLabels], rank) => ({
	rank,
	name,
	symbol,
	nanoseconds,
	labels: `${name}s ${name} ${otherLabels} ${symbol}`.split(/ +/),
}));

/** The units of an absolute duration, hours to nanoseconds: those that no calendar or clock change can stretch. */
export const absoluteUnits: readonly Unit[] = units.slice(4);

/** Whether an absolute duration may use this unit. */
export function isAbsolute(unit: Unit): boolean {
	return absoluteUnits.includes(unit);
}

const unitsByLabel: ReadonlyMap<string, Unit> = new Map(
	units.flatMap((unit) => unit.labels.map((label) => [label, unit] as const)),
);

/** The unit that jiff 0.2.18 reads from exactly this spelling, or undefined. */
export function findUnit(label: string): Unit | undefined {
	return unitsByLabel.get(label);
}

/** How a label would be spelt if its letters were what they look like: lower case, ASCII, the micro sign for a mu. */
export function foldLabel(label: string): string {
	return label.normalize("NFKC").toLowerCase().replace("μ", "µ");
}

/**
 * The label that a misspelt word probably stands for: one letter too many, missing, wrong or in the wrong place.
 * Undefined for a word of one or two letters, which could be anything.
 */
export function findSimilarLabel(word: string): string | undefined {
	const shortened = dropLetter(word);
	// A unit that a duration may use is likelier than one that it may not.
	return [...absoluteUnits, ...units]
		.flatMap((unit) => unit.labels)
		.find((label) => word.length > 2 && label.length > 2 && dropLetter(label).some((rest) => shortened.includes(rest)));
}

/** The word itself, and what is left of it without each of its letters. */
function dropLetter(word: string): readonly string[] {
	return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))];
}
