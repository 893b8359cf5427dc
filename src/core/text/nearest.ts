import leven from "leven";
import { foldKey } from "./fold-key.ts";

/**
 * The candidate that a misspelt key most likely stands for, or undefined if none is near or two are equally near.
 *
 * Candidates are in snake_case. Near means a slip for every three letters of the word, three at most; a slip is a letter
 * too many, too few, a wrong one, or two neighbours swapped. What {@link foldKey} takes out is free.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
	const folded = foldKey(word);
	let limit = Math.min(3, Math.floor(folded.length / 3));
	let nearest: string | undefined;
	let tied = false;
	for (const candidate of candidates) {
		const slips = countSlips(folded, candidate, limit);
		if (slips > limit || candidate === nearest) continue;
		tied = nearest !== undefined && slips === limit;
		nearest = candidate;
		limit = slips;
	}
	return tied ? undefined : nearest;
}

/**
 * How many slips two words are apart; a number above `limit` only says that they are further apart than that.
 *
 * leven counts letters too many, too few and wrong, and of two swapped neighbours each: so each swap that could have been
 * made is tried, from left to right.
 */
function countSlips(a: string, b: string, limit: number, from = 0): number {
	if (Math.abs(a.length - b.length) > limit) return Infinity;
	let slips = leven(a, b, { maxDistance: 2 * limit + 1 });
	if (slips < 2 || slips > 2 * limit) return slips;
	for (let index = from; index + 1 < a.length; index++) {
		const [first, second] = [a.charAt(index), a.charAt(index + 1)];
		if (first === second || !b.includes(second + first)) continue;
		const swapped = a.slice(0, index) + second + first + a.slice(index + 2);
		slips = Math.min(slips, 1 + countSlips(swapped, b, limit - 1, index + 2));
	}
	return slips;
}
