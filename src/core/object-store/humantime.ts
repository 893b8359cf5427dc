import type { TextProblem } from "../problem.ts";
import { type TextFault, toError } from "../text/fault.ts";
import { askFor } from "../text/wording.ts";

/** What came of reading a duration in the format of the humantime crate. */
export type ParsedHumantime =
	| {
			readonly ok: true;
			readonly nanoseconds: bigint;
			/** humantime 2.1 reads it too: the oldest that object_store 0.13.2 builds with. Fractions came with 2.3. */
			readonly portable: boolean;
	  }
	| { readonly ok: false; readonly problem: TextProblem };

/** The rule that a text breaks which is no duration. */
const code = "duration-syntax";

const second = 1_000_000_000n;
const u64 = (1n << 64n) - 1n;

interface Unit {
	readonly nanoseconds: bigint;
	readonly portable: boolean;
}

/** Every unit by its labels, which are case-sensitive; the last ones came after humantime 2.1. */
const units: ReadonlyMap<string, Unit> = new Map(
	(
		[
			[1n, "ns nsec nanos"],
			[1000n, "us usec", "µs"],
			[1_000_000n, "ms msec millis"],
			[second, "s sec secs second seconds"],
			[60n * second, "m min mins minute minutes"],
			[3600n * second, "h hr hrs hour hours"],
			[86_400n * second, "d day days"],
			[7n * 86_400n * second, "w week weeks", "wk wks"],
			[2_630_016n * second, "M month months"],
			[31_557_600n * second, "y year years", "yr yrs"],
		] as const
	).flatMap(([nanoseconds, ...generations]) =>
		generations.flatMap((labels, generation) =>
			labels.split(" ").map((label): [string, Unit] => [label, { nanoseconds, portable: generation === 0 }]),
		),
	),
);

/** Digits with white space anywhere among them, an optional fraction, a label: each ends where the next begins. */
const item = /\p{White_Space}*(\d[\d\p{White_Space}]*)(?:\.([\d\p{White_Space}]*))?([a-zA-Zµ]*)/uy;
const rest = /\p{White_Space}*$/uy;

/**
 * Reads a duration as `humantime::parse_duration` 2.3 does, which object_store 0.13.2 uses for its timeouts:
 * `30s`, `1h 30min`, `1.5s`. It is not the grammar of a checkpoint period: there is no ISO 8601 here, and `M` is months.
 *
 * @returns Nanoseconds, or the first thing wrong with its place and, where one is plain, a fix.
 */
export function parseHumantime(text: string): ParsedHumantime {
	const reading = read(text);
	if (!("message" in reading)) return { ok: true, ...reading };
	const fault = { ...reading, meant: listMeant(text) };
	return { ok: false, problem: toError(fault, (meant) => !("message" in read(meant))) };
}

function read(text: string): Omit<Extract<ParsedHumantime, { ok: true }>, "ok"> | TextFault {
	if (text === "0") return { nanoseconds: 0n, portable: false };
	if (matchAt(rest, text, 0)) return { code, message: askFor("a duration such as 30s", "") };
	if (iso.test(text.trim())) return { code, message: "Write a duration such as 30s: ISO 8601 can't be read here." };
	const total = { seconds: 0n, nanoseconds: 0n };
	let portable = true;
	let at = 0;
	do {
		const match = matchAt(item, text, at);
		if (!match) return misplaced("a number", text, at);
		const [{ length }, digits = "", fraction, label = ""] = match;
		const range = { start: at + length - match[0].trimStart().length, end: at + length };
		at += length;
		const unit = units.get(label);
		if (!unit && label) return unknownUnit(label, at);
		if (!unit && !matchAt(rest, text, at)) return misplaced("a unit", text, at);
		if (!unit) return { code, message: "Write a unit after the number, such as s or ms.", range };
		const amount = readDigits(digits);
		const part = fraction === undefined ? 0n : readFraction(fraction, unit.nanoseconds);
		if (part === undefined) {
			const whole = unit.nanoseconds > 60n * second ? "seconds" : "nanoseconds";
			return { code, message: `Write a fraction that gives a whole number of ${whole}.`, range };
		}
		const fine = unit.nanoseconds < second;
		if (amount === undefined || !add(total, amount * unit.nanoseconds, fine) || !add(total, part, true)) {
			return { code, message: "This is longer than Polars can count. Write a shorter duration.", range };
		}
		portable &&= unit.portable && fraction === undefined;
	} while (!matchAt(rest, text, at));
	return { nanoseconds: total.seconds * second + total.nanoseconds, portable };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

/** humantime counts units below a second in nanoseconds and the others in seconds, both in 64 bits without a sign. */
function add(total: { seconds: bigint; nanoseconds: bigint }, amount: bigint, fine: boolean): boolean {
	const nanoseconds = total.nanoseconds + (fine ? amount : 0n);
	if (nanoseconds > u64) return false;
	total.seconds += (fine ? 0n : amount / second) + nanoseconds / second;
	total.nanoseconds = nanoseconds % second;
	return total.seconds <= u64;
}

function readDigits(text: string): bigint | undefined {
	const digits = text.replace(/\D+/g, "").replace(/^0+/, "");
	const value = digits.length > 20 ? u64 + 1n : BigInt(digits);
	return value > u64 ? undefined : value;
}

/** A decimal fraction of a unit, which must come out at a whole number: of nanoseconds, or of seconds above a minute. */
function readFraction(text: string, unit: bigint): bigint | undefined {
	const places = text.replace(/\D+/g, "").length;
	if (places === 0 || places > 19 || unit === 1n) return undefined;
	const scale = unit > 60n * second ? second : 1n;
	const numerator = (readDigits(text) ?? 0n) * (unit / scale);
	const denominator = 10n ** BigInt(places);
	return numerator > u64 || numerator % denominator !== 0n ? undefined : (numerator / denominator) * scale;
}

function misplaced(wanted: string, text: string, at: number): TextFault {
	const [found = ""] = text.slice(at).trimStart();
	const start = text.indexOf(found, at);
	return { code, message: askFor(wanted, found), range: { start, end: start + found.length } };
}

function unknownUnit(label: string, end: number): TextFault {
	return {
		code,
		message: askFor("a unit such as ms, s, m or h", label),
		range: { start: end - label.length, end },
	};
}

const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const looseItem = /\s*(\d+(?:\.\d+)?)\s*([a-zµμ]*)\.?(?:[\s,&+]|and\b)*/iy;
/** What people call the units. */
const nicknames: readonly (readonly [RegExp, string])[] = [
	[/^nano/i, "ns"],
	[/^(?:u|µ|μ|micro)/i, "us"],
	[/^mill?i|^msecs$/i, "ms"],
	[/^sec/i, "s"],
	[/^minu/i, "m"],
];

/** Texts that may have been meant, the likeliest first; they are yet to be read. */
function listMeant(text: string): string[] {
	const trimmed = text.trim();
	// Longer ones are no slips of a person who types a timeout.
	if (trimmed.length > 100) return [];
	if (/^\d+$/.test(trimmed)) return [`${trimmed}s`, `${trimmed}ms`];
	const parts = iso.exec(trimmed)?.slice(1);
	if (parts) {
		const named = parts.map((amount, index) => amount && amount + "dhms"[index]);
		return [named.filter(Boolean).join(" ")];
	}
	const items: string[] = [];
	let at = 0;
	while (at < trimmed.length) {
		const match = matchAt(looseItem, trimmed, at);
		if (!match?.[2]) return [];
		items.push(`${match[1]}${renameUnit(match[2])}`);
		at += match[0].length;
	}
	return [items.join(" ")];
}

function renameUnit(label: string): string {
	if (units.has(label)) return label;
	const lower = label.toLowerCase();
	return units.has(lower) ? lower : (nicknames.find(([start]) => start.test(label))?.[1] ?? label);
}

/** The same length of time in whole numbers, which every version of humantime reads: `1s 500ms`. */
export function formatHumantime(nanoseconds: bigint): string {
	let rest = nanoseconds;
	const items = (["s", "ms", "us", "ns"] as const).map((label) => {
		const unit = units.get(label)?.nanoseconds ?? 1n;
		const amount = rest / unit;
		rest %= unit;
		return amount > 0n ? `${amount}${label}` : "";
	});
	return items.filter(Boolean).join(" ") || "0s";
}
