import { isMap, isSeq, type Scalar } from "yaml";
import { listChanges } from "../../node-file/node-view.ts";
import type { NodeSetting } from "../../node-file/placed-setting.ts";
import { isObjectStore, type Store, storeNames } from "../../stores/stores.ts";
import type { TextEdit } from "../../text/edit.ts";
import { listEntries, rangeOf, resolve } from "./document.ts";
import {
	addItems,
	addPairs,
	findStep,
	removeItem,
	removePair,
	renameKey,
	replacePair,
	setScalar,
	spellScalar,
	type Written,
} from "./edit.ts";
import type { Held } from "./held-setting.ts";
import type { LocationSection, StoreSection } from "./location.ts";
import type { LocationStyle } from "./location-style.ts";
import type { Source } from "./source.ts";
import { spellValue, writeOption, writeStore } from "./write-location.ts";

/** One step nearer to what a place shall say: the edits of it; undefined where it can't be made; none where all is said. */
export function stepLocation(
	source: Source,
	{ base, sections }: LocationSection,
	wanted: readonly NodeSetting[],
	style: LocationStyle,
): readonly TextEdit[] | undefined {
	const { text } = source.file;
	const step = findStep(text);
	const byStore = new Map<string, NodeSetting[]>();
	for (const setting of wanted) {
		const store = setting.path[base.length] ?? "";
		byStore.set(store, [...(byStore.get(store) ?? []), setting]);
	}
	for (const [store, own] of byStore) {
		const there = sections.find((section) => section.store === store);
		if (there?.isActive) {
			const edits = stepStore(source, there, own, style, step);
			if (!edits || edits.length > 0) return edits;
			continue;
		}
		if (there) {
			const other = sections.find((section) => section.isActive && !byStore.has(section.store));
			return other ? switchStore(source, other, false, step) : switchStore(source, there, true, step);
		}
		if (!(storeNames as readonly string[]).includes(store)) return undefined;
		const other = sections.find((section) => section.isActive && !byStore.has(section.store));
		if (other) return renameStore(source, other, store as Store, style);
	}
	for (const section of sections) {
		if (!section.isActive || byStore.has(section.store)) continue;
		return style.hasEnabled
			? switchStore(source, section, false, step)
			: removePair(text, section.entry.map, section.entry.pair);
	}
	return [];
}

function switchStore(
	{ file: { text }, document }: Source,
	{ entry }: StoreSection,
	isOn: boolean,
	step: number,
): readonly TextEdit[] | undefined {
	if (entry.isShared) return undefined;
	const enabled = listEntries(entry.pair.value, document).get("enabled");
	if (enabled?.isShared) return undefined;
	if (enabled) return setScalar(text, enabled.pair, isOn);
	return addPairs(text, resolve(entry.pair.value, document), entry.pair, { enabled: isOn }, step);
}

/** Gives a store's part to another store: its name, and the key of its place. */
function renameStore(
	{ file: { text }, document }: Source,
	{ entry, settings }: StoreSection,
	store: Store,
	style: LocationStyle,
): readonly TextEdit[] | undefined {
	if (entry.isShared || resolve(entry.pair.value, document) !== entry.pair.value) return undefined;
	const edits: TextEdit[] = [renameKey(text, rangeOf(entry.key), style.nameOf(store))];
	const place = settings.find(isPlace);
	const name = place?.pair && place.names.at(-1);
	if (name) edits.push(renameKey(text, name, style.placeOf(store)));
	// A file system has no options: they have to go before it can take the store's part.
	const options = listEntries(entry.pair.value, document).get("options");
	if (!isObjectStore(store) && options) {
		return settings.length === 0 || options.isShared
			? undefined
			: [...edits, ...(removePair(text, options.map, options.pair) ?? [])];
	}
	return edits;
}

/** Whether a setting says where data goes, and not how it is reached. */
export function isPlace({ path, option }: Held): boolean {
	return option === undefined && (path.at(-1) === "url" || path.at(-1) === "path");
}

function stepStore(
	source: Source,
	{ entry, settings }: StoreSection,
	wanted: readonly NodeSetting[],
	style: LocationStyle,
	step: number,
): readonly TextEdit[] | undefined {
	const { file, document } = source;
	const { text } = file;
	const changes = listChanges(settings, wanted);
	for (const { from, to } of changes) {
		const held = from && (settings.find(({ path }) => path === from.path) as Held);
		if (held && to) return changeHeld(source, held, to, style, step);
	}
	const added = changes.flatMap(({ from, to }) => (!from && to ? [to] : []));
	const options = listEntries(entry.pair.value, document).get("options");
	const list = resolve(options?.pair.value, document);
	if (added.length > 0) {
		if (entry.isShared || resolve(entry.pair.value, document) !== entry.pair.value) return undefined;
		const {
			options: items,
			enabled: _,
			...others
		} = (writeStore(wanted[0]?.path.at(-2) as Store, added, style) ?? {}) as Record<string, Written>;
		if (Object.keys(others).length > 0) {
			return addPairs(text, entry.pair.value, entry.pair, others, step);
		}
		if (!Array.isArray(items)) return undefined;
		if (options?.isShared || (options && list !== options.pair.value && list !== undefined)) return undefined;
		if (isMap(list) && list.items.length > 0) return undefined;
		if (options) return addItems(text, list, options.pair, items, step);
		return addPairs(text, entry.pair.value, entry.pair, { options: items }, step);
	}
	const [gone] = changes.flatMap(({ from, to }) => (from && !to ? [from as Held] : []));
	if (!gone) return [];
	if (gone.option && options && !options.isShared && isSeq(list) && list === options.pair.value) {
		if (list.items.length > 1) return removeItem(text, list, gone.option.index);
		return removePair(text, options.map, options.pair);
	}
	if (!gone.pair) return undefined;
	const owner = isMap(list) && list.items.includes(gone.pair) ? list : resolve(entry.pair.value, document);
	if (!isMap(owner) || !owner.items.includes(gone.pair)) return undefined;
	return owner === list && owner.items.length === 1 && options
		? removePair(text, options.map, options.pair)
		: removePair(text, owner, gone.pair);
}

function changeHeld(
	{ file: { text } }: Source,
	held: Held,
	to: NodeSetting,
	style: LocationStyle,
	step: number,
): readonly TextEdit[] | undefined {
	const edits: TextEdit[] = [];
	const key = to.path.at(-1) ?? "";
	if (key !== held.path.at(-1)) {
		const name = held.names.at(-1);
		const isOption = held.option ? held.option.name !== undefined : held.pair !== undefined;
		if (!name || !isOption || key === "url" || key === "path") return undefined;
		edits.push({ range: name, text: spellScalar(key, text.slice(name.start, name.end)) });
	}
	if (Object.is(held.value, to.value)) return edits;
	const field = held.names.at(-1);
	const own = style.placeOf(to.path.at(-2) as Store);
	// Under another name the place wouldn't count.
	if (field && held.pair && isPlace(held) && text.slice(field.start, field.end).replace(/^["']|["']$/g, "") !== own) {
		edits.push(renameKey(text, field, own));
	}
	const { pair, option } = held;
	const value = spellValue(to.value);
	if (!pair) {
		// An option without a value gets one below its name.
		if (!option?.name || !isMap(option.item)) return undefined;
		const { name: _, ...rest } = writeOption(to.path.at(-2) as Store, key, value, style) as Record<string, Written>;
		return [...edits, ...(addPairs(text, option.item, undefined, rest, step) ?? [])];
	}
	if (value !== undefined && held.value !== undefined) {
		const set = setScalar(text, pair, value);
		return set && [...edits, ...set];
	}
	// From a value to a reference, or back.
	if (!option || !isMap(option.item)) {
		const set = value === undefined ? undefined : setScalar(text, pair, value);
		return set && [...edits, ...set];
	}
	if ((pair.key as Scalar).value === "value" && value !== undefined) {
		const set = setScalar(text, pair, value);
		return set && [...edits, ...set];
	}
	const { name: _, ...rest } = writeOption(to.path.at(-2) as Store, key, value, style) as Record<string, Written>;
	return [...edits, ...replacePair(text, option.item, pair, rest, step)];
}
