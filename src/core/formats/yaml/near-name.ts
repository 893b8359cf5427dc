import { findNearest } from "../../text/nearest.ts";

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
