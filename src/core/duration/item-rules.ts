import { type DurationFault, isIso, makeFault } from "./duration-fault.ts";
import { formatFriendly, formatIso } from "./format.ts";
import { isInRange, MAX_COUNT, measure } from "./grammar.ts";
import { findSimilarLabel, findUnit, foldLabel, isAbsolute, type Unit, units } from "./unit.ts";

/** Finds a label that is no unit, or that would be one if its letters were lower-case ASCII. */
export function findMisspeltUnit(text: string): DurationFault | undefined {
	for (const { 0: label, index } of text.matchAll(/(?<=\d\s*)\p{L}+/gu)) {
		const folded = foldLabel(label);
		const unit = findUnit(folded);
		if (!unit) {
			const similar = findSimilarLabel(folded);
			const others = similar ? [similar] : [];
			return makeFault(text, index, label, "Write a unit such as s, m or h, not %.", ...others);
		}
		if (isAbsolute(unit) && label !== folded) {
			return makeFault(text, index, label, `Write “${folded}” in lower case, not %.`, folded);
		}
	}
	return undefined;
}

const numberWords: ReadonlyMap<string, string> = new Map(
	Object.entries({
		"half a": "0.5",
		"half an": "0.5",
		a: "1",
		an: "1",
		one: "1",
		two: "2",
		three: "3",
		four: "4",
		five: "5",
		ten: "10",
		fifteen: "15",
		twenty: "20",
		thirty: "30",
		sixty: "60",
	}),
);

/** Finds a number in words before another word. */
export function findNumberWord(text: string): DurationFault | undefined {
	for (const { 0: word, index } of text.matchAll(/(?<!\S)(?:half an?|\p{L}+)(?=\s+\p{L})/giu)) {
		const number = numberWords.get(word.toLowerCase());
		if (number) return makeFault(text, index, word, "Write digits, not %.", number);
	}
	return undefined;
}

/**
 * Finds a number without a unit. At the end it gets the unit below its neighbour's. Alone it gets each unit that other
 * programs count in: seconds, minutes and, if it is a whole number, milliseconds. ISO 8601 has none of the last.
 */
export function findBareNumber(text: string): DurationFault | undefined {
	const match = /(?<![\d.,])\d+(?:[.,]\d+)?(?![\d.,]|\s*\p{L})/u.exec(text);
	if (!match) return undefined;
	const { 0: number, index } = match;
	const before = /\p{L}*(?=[\s,]*$)/u.exec(text.slice(0, index))?.[0] ?? "";
	const neighbour = findUnit(foldLabel(before));
	const alone = isIso(text) || /[.,]/.test(number) ? ["s", "m"] : ["s", "m", "ms"];
	const symbols = neighbour ? [units[neighbour.rank + 1]?.symbol ?? ""] : alone;
	const isLast = !text.slice(index + number.length).trim();
	const others = isLast ? symbols.map((symbol) => number + symbol) : [];
	return makeFault(text, index, number, "Write a unit such as s, m or h after %.", ...others);
}

/** Finds what is wrong where every number has its unit: a unit's kind or order, a count's size, a fraction's place. */
export function findItemFault(text: string): DurationFault | undefined {
	const iso = isIso(text);
	const pattern = iso ? /((\d+)(?:[.,](\d+))?)([a-z])/gi : /((\d+)(?:[.,](\d+))?)\s*(\p{L}+)/gu;
	if (!/^\+?(?:pt?|[\s,]*)$/i.test(text.replace(pattern, ""))) return undefined;
	const items = [...text.matchAll(pattern)];

	let total = 0n;
	let hasFixedLength = true;
	let previous: Unit | undefined;
	let fault: DurationFault | undefined;
	let calendar: Unit | undefined;
	for (const item of items) {
		const { 0: found, 1: number = "", 2: count = "", 3: fraction, 4: label = "", index } = item;
		const isMonth = iso && /^[^t]*m$/i.test(text.slice(0, index + found.length));
		const unit = isMonth ? findUnit("month") : findUnit(foldLabel(label));
		if (!unit) return undefined;
		const blame = (part: string, advice: string) => {
			fault ??= makeFault(text, index + found.lastIndexOf(part), part, advice);
		};
		if (!isAbsolute(unit)) {
			if (!fault) calendar = unit;
			blame(label, "Write hours or a smaller unit, not %.");
		}
		if (previous && unit.rank <= previous.rank) blame(label, `Write a unit smaller than ${previous.name}s, not %.`);
		if (fraction && item !== items.at(-1)) blame(number, "Write a fraction in the last number only, not in %.");
		if (fraction && unit.nanoseconds === 1n) blame(number, "Write whole nanoseconds, not %.");
		if (BigInt(count) > MAX_COUNT) blame(count, `Write a number of at most ${MAX_COUNT}, not %.`);
		hasFixedLength &&= unit.nanoseconds > 0n || !BigInt(count);
		total += measure(count, fraction, unit);
		previous = unit;
	}
	if (!isInRange(total)) fault ??= makeFault(text, 0, text, `Write at most ${MAX_COUNT / 3600n} hours, not %.`);
	const meant = hasFixedLength ? [iso ? formatIso(total) : formatFriendly(total)] : [];
	if (!fault || !calendar) return fault && { ...fault, meant };
	const instead = isInRange(total) ? meant[0] : undefined;
	return { ...fault, message: refuseUnit(calendar, instead ?? "hours or a smaller unit"), meant };
}

/** What is said of a unit that no absolute duration may use: `Days aren't accepted here. Use 24h.` */
function refuseUnit({ name }: Unit, instead: string): string {
	return `${name.charAt(0).toUpperCase()}${name.slice(1)}s aren't accepted here. Use ${instead}.`;
}
