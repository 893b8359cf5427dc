import { storeNames, stores } from "../../stores/stores.ts";
import type { FileFix } from "../../text/file-problem.ts";
import { findNearest } from "../../text/nearest.ts";
import { type MapEntry, rangeOf } from "./document.ts";
import { renameKey } from "./edit.ts";
import { nameStore } from "./location-style.ts";
import type { Source } from "./source.ts";

/** Names that people give to the field of a place. */
const placeNames = ["endpoint", "endpointurl", "endpoint_url", "url", "uri", "location", "path", "bucket", "mountpath"];

/** The field that was meant by another name. */
export function findMeant(name: string, known: readonly string[]): string | undefined {
	const [place] = known;
	if (place !== undefined && placeNames.includes(name.toLowerCase())) return place;
	return findNearestName(name, known);
}

/** The nearest of names in camel case. */
export function findNearestName(name: string, known: readonly string[]): string | undefined {
	const folded = new Map(known.map((other) => [other.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase(), other]));
	const nearest = findNearest(name, folded.keys());
	return nearest === undefined ? undefined : folded.get(nearest);
}

/** The store's key that was meant: by a name that people have for the store, or by a misspelt one. */
export function findMeantStore(name: string, known: readonly string[]): string | undefined {
	const usual = storeNames.find((store) =>
		(stores[store].otherNames as readonly string[]).includes(name.toLowerCase()),
	);
	const key = usual && nameStore(usual);
	return key !== undefined && known.includes(key) ? key : findNearestName(name, known);
}

/** The fix that gives a key the name that was meant; nothing where that is taken, or where the key is shared. */
export function offerName(
	{ file: { text } }: Source,
	{ key, isShared }: MapEntry,
	meant: string | undefined,
	siblings: ReadonlyMap<string, MapEntry>,
): FileFix | undefined {
	if (meant === undefined || siblings.has(meant) || isShared) return undefined;
	return { title: meant, edits: [renameKey(text, rangeOf(key), meant)] };
}
