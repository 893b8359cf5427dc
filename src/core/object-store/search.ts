import type { StoreOption } from "../stores/store.ts";
import type { ObjectStore } from "../stores/stores.ts";
import { findNearest } from "../text/nearest.ts";
import { findForeign, listForeign } from "./foreign.ts";
import { findOption, listOptions } from "./option.ts";

/** An option that answers a query. */
export interface SearchHit {
	readonly option: StoreOption;
	/** The alias or the other library's key that matched, where the option's own key does not show why it is here. */
	readonly via?: string;
}

export interface SearchResult {
	/** The likeliest first. */
	readonly hits: readonly SearchHit[];
	/** What to do about another library's key, where picking a hit is not the whole answer. */
	readonly note?: string;
}

/**
 * Options of a store that a query may mean: a key or part of one, an alias, another library's key, words of the help, or
 * a key with a slip of the pen. An empty query gives all, in table order. Case does not matter, nor what joins words.
 */
export function searchOptions(store: ObjectStore, query: string): SearchResult {
	const asked = foldText(query);
	if (asked === "") return { hits: listOptions(store).map((option) => ({ option })) };
	const foreign = findForeign(store, query);
	const ranked = listEntries(store).flatMap((entry) => rankEntry(entry, asked, foreign?.key) ?? []);
	if (ranked.length === 0 && !foreign) return guess(store, asked);
	// Options of one rank keep the table's order, because the sort is stable.
	const hits = ranked.sort((a, b) => a.rank - b.rank).map(({ hit }) => hit);
	return foreign && !foreign.sameValue ? { hits, note: foreign.note } : { hits };
}

/** Where an option comes in a list of hits, by how a spelling of it matches; a match in the help comes at {@link helpRank}. */
interface Ranks {
	readonly whole: number;
	readonly beginning: number;
	readonly word: number;
}

const keyRanks: Ranks = { whole: 0, beginning: 3, word: 5 };
const aliasRanks: Ranks = { whole: 1, beginning: 4, word: 6 };
const foreignRanks: Ranks = { whole: 2, beginning: 8, word: 8 };
const helpRank = 7;

/** An option with all that a query can match, folded. */
interface Entry {
	readonly option: StoreOption;
	readonly spellings: readonly { readonly spelling: string; readonly folded: string; readonly ranks: Ranks }[];
	readonly text: string;
}

const entries = new Map<ObjectStore, readonly Entry[]>();

function listEntries(store: ObjectStore): readonly Entry[] {
	const known = entries.get(store);
	if (known) return known;
	const made = listOptions(store).map((option) => makeEntry(store, option));
	entries.set(store, made);
	return made;
}

function makeEntry(store: ObjectStore, option: StoreOption): Entry {
	const fold = (spelling: string, ranks: Ranks) => ({ spelling, folded: foldText(spelling), ranks });
	return {
		option,
		spellings: [
			fold(option.key, keyRanks),
			...option.aliases.map((alias) => fold(alias, aliasRanks)),
			...listForeign(store).flatMap(({ key, instead }) => (instead === option.key ? fold(key, foreignRanks) : [])),
		],
		text: `_${foldText([option.key, ...option.aliases, option.help].join(" "))}`,
	};
}

function rankEntry({ option, spellings, text }: Entry, asked: string, foreignKey: string | undefined) {
	let rank = asked.split("_").every((word) => text.includes(`_${word}`)) ? helpRank : Infinity;
	let via: string | undefined;
	for (const { spelling, folded, ranks } of spellings) {
		const found = folded === asked || spelling === foreignKey ? ranks.whole : rankPart(folded, asked, ranks);
		if (found < rank) [rank, via] = [found, spelling];
	}
	if (rank === Infinity) return undefined;
	const hit: SearchHit = via === undefined || option.key.includes(asked) ? { option } : { option, via };
	return { rank, hit };
}

function rankPart(folded: string, asked: string, ranks: Ranks): number {
	if (folded.startsWith(asked)) return ranks.beginning;
	return folded.includes(`_${asked}`) ? ranks.word : Infinity;
}

/** For a query that nothing matches: a foreign key of which it is the beginning, or else the nearest key. */
function guess(store: ObjectStore, asked: string): SearchResult {
	const foreign = listForeign(store).find(({ key }) => `_${foldText(key)}`.includes(`_${asked}`));
	if (foreign) return { hits: [], note: foreign.note };
	const via = findNearest(
		asked,
		listOptions(store).flatMap(({ key, aliases }) => [key, ...aliases]),
	);
	const option = via === undefined ? undefined : findOption(store, via);
	if (via === undefined || !option) return { hits: [] };
	return { hits: [via === option.key ? { option } : { option, via }] };
}

/** Lower-case words with `_` between, whatever stood there. */
function foldText(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "_")
		.replace(/^_|_$/g, "");
}
