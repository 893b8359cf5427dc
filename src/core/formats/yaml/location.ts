import type { TextRange } from "../../problem.ts";
import { isObjectStore, type Store, storeNames } from "../../stores/stores.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { lackField } from "../../text/wording.ts";
import { listEntries, type MapEntry, rangeOf } from "./document.ts";
import { chartOrder, explainTwo, isEnabled, isSurelyEnabled, listEnabled } from "./enabled-place.ts";
import { type Held, readHeld } from "./held-setting.ts";
import { readOptions } from "./location-options.ts";
import type { LocationStyle } from "./location-style.ts";
import { findMeant, offerName } from "./near-name.ts";
import type { Source } from "./source.ts";

/** A store's part of a place. */
export interface StoreSection {
	readonly store: Store;
	readonly entry: MapEntry;
	/** Whether the place is there: in a chart, whether it is enabled and comes first. */
	readonly isActive: boolean;
	readonly settings: readonly Held[];
}

/** A place for data, as a file says it. */
export interface LocationSection {
	readonly base: readonly string[];
	readonly entry: MapEntry | undefined;
	readonly sections: readonly StoreSection[];
	readonly remarks: readonly UnplacedProblem[];
}

/** Reads a place for data, such as `checkpointData` of a chart's values. */
export function readLocation(
	source: Source,
	entry: MapEntry | undefined,
	base: readonly string[],
	style: LocationStyle,
): LocationSection {
	const remarks: UnplacedProblem[] = [];
	const sections: StoreSection[] = [];
	let winner: string | undefined;
	const entries = entry ? listEntries(entry.pair.value, source.document, entry.isShared) : new Map<string, MapEntry>();
	for (const store of storeNames.toSorted((a, b) => chartOrder.indexOf(a) - chartOrder.indexOf(b))) {
		const own = entries.get(style.nameOf(store));
		if (!own || !entry) continue;
		const isOn = !style.hasEnabled || isEnabled(own, source.document);
		const name = style.nameOf(store);
		const earlier = style.hasEnabled && isSurelyEnabled(source, own) ? listEnabled(source, sections) : [];
		if (earlier.length > 0) {
			remarks.push({
				...explainTwo(source, style, own, earlier),
				path: [...base, store],
			});
		}
		const isActive = isOn && (winner === undefined || !style.hasEnabled);
		if (isActive) winner = name;
		const settings = readStore(source, store, entry, own, base, style, isActive ? remarks : []);
		sections.push({ store, entry: own, isActive, settings });
	}
	return { base, entry, sections, remarks };
}

function readStore(
	source: Source,
	store: Store,
	parent: MapEntry,
	own: MapEntry,
	base: readonly string[],
	style: LocationStyle,
	remarks: UnplacedProblem[],
): readonly Held[] {
	const { document } = source;
	const path = [...base, store];
	const heads = [...base.map(() => rangeOf(parent.key)), rangeOf(own.key)];
	const entries = listEntries(own.pair.value, document, own.isShared || own.pair.value === undefined);
	const placeName = style.placeOf(store);
	const placeKey = isObjectStore(store) ? "url" : "path";
	const settings: Held[] = [];
	const hold = (key: string, entry: MapEntry, name: TextRange) => {
		const held = readHeld(source, [...path, key], [...heads, name], entry);
		if (held) settings.push(held);
	};
	const place = entries.get(placeName);
	if (place) hold(placeKey, place, rangeOf(place.key));
	for (const [name, entry] of entries) {
		// Kustomize's own keys, such as $patch, are in no manifest that it makes.
		if (name === placeName || name === "enabled" || name.startsWith("$")) continue;
		const more = style.more.get(name);
		if (name === "options" && isObjectStore(store)) {
			settings.push(...readOptions(source, entry, path, heads, style, remarks));
		} else if (more !== undefined) hold(more, entry, rangeOf(entry.key));
		else {
			const meant = findMeant(name, [
				placeName,
				"options",
				...style.more.keys(),
				...(style.hasEnabled ? ["enabled"] : []),
			]);
			const isPlace = meant === placeName && !place;
			if (isPlace) hold(placeKey, entry, rangeOf(entry.key));
			const range = rangeOf(entry.key);
			if (style.isOpen && !isPlace) continue;
			const fix = offerName(source, entry, meant, entries);
			remarks.push({
				code: "unknown-key",
				severity: "error",
				message: `Here, ${lackField(style.nameOf(store), name, meant)}`,
				path: [...path, name],
				range,
				docs: style.docs,
				...(fix && { fix }),
			});
		}
	}
	return settings;
}
