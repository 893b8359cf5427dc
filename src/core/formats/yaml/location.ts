import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import { listChanges } from "../../node-file/node-view.ts";
import type { NodeSetting, PlacedSetting, PlainValue } from "../../node-file/placed-setting.ts";
import { findOption } from "../../object-store/option.ts";
import { findPlaceholder } from "../../object-store/placeholder.ts";
import type { TextRange } from "../../problem.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { isObjectStore, type Store, storeNames, stores } from "../../stores/stores.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { findNearest } from "../../text/nearest.ts";
import { askForKind, lackField } from "../../text/wording.ts";
import {
	findEntry,
	listEntries,
	type MapEntry,
	rangeOf,
	resolve,
	type YamlDocument,
	type YamlFile,
} from "./document.ts";
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

/** How a kind of file spells a place for data. */
export interface LocationStyle {
	/** Whether a store counts only with `enabled`, and one that has it wins. */
	readonly hasEnabled: boolean;
	/** Whether it isn't known which one of several that are enabled wins. */
	readonly isOpenOrder?: true;
	/** The key of a store's place. */
	readonly placeOf: (store: Store) => string;
	/** Further keys of a store, with those of a node's file. */
	readonly more: ReadonlyMap<string, string>;
	readonly docs: string;
	/** Whether not all of a store's fields are known, so that one which isn't may be there. */
	readonly isOpen?: true;
	/** The key of a store's part. */
	readonly nameOf: (store: Store) => string;
	/** The Secret that a reference which is new here names. */
	readonly secretName: string;
}

/** A file and the document of it that is looked at. */
export interface Source {
	readonly file: YamlFile;
	readonly document: YamlDocument;
}

/** A store's part of a place. */
export interface StoreSection {
	readonly store: Store;
	readonly entry: MapEntry;
	/** Whether the place is there: in a chart, whether it is enabled and comes first. */
	readonly isActive: boolean;
	readonly settings: readonly Held[];
}

/** A setting with what holds it in YAML. */
export interface Held extends PlacedSetting {
	/** The pair of its value. */
	readonly pair?: Pair;
	/** The item of `options`, and the pair of its name. */
	readonly option?: { readonly index: number; readonly item: Node; readonly name?: Pair };
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
	for (const store of storeNames.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))) {
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

/**
 * The order in which the chart looks at them, before its own claim.
 *
 * @see polars-inc/helm-charts, worker template at 9b2536405d, between chart 2.2.0 and 2.3.1; that of 3.x isn't known.
 */
const order: readonly Store[] = ["s3", "abs", "gcs", "shared_filesystem"];

/**
 * Says that a place is enabled beside one that the chart takes before it.
 *
 * @param earlier Those that the chart takes before it.
 * @param more What else becomes of it, as a sentence.
 */
export function explainTwo(
	source: Source,
	style: LocationStyle,
	own: MapEntry,
	earlier: readonly MapEntry[],
	more?: string,
): UnplacedProblem {
	const [winner] = earlier;
	const about = {
		code: "two-places",
		severity: "warning",
		path: [],
		range: rangeOf(own.key),
		docs: style.docs,
	} as const;
	if (style.isOpenOrder) {
		const message =
			"More than one place is enabled, and it is not known which one the chart uses. Disable all but one.";
		return { ...about, message };
	}
	const names = `${order.map(style.nameOf).join(", ")} and sharedPersistentVolumeClaim`;
	const used = `The chart uses the first of ${names}: ${winner?.name}, and not ${own.name}.`;
	const off = disable(source, own);
	const instead = earlier.flatMap((entry) => disable(source, entry) ?? []);
	return {
		...about,
		message: ["More than one place is enabled.", used, more, "Helm reports no error. Disable one."]
			.filter(Boolean)
			.join(" "),
		...(off && { fix: { title: "enabled: false", edits: off } }),
		...(off && instead.length > 0 && { alternatives: [{ title: `Use ${own.name}`, edits: instead }] }),
	};
}

function disable({ file, document }: Source, own: MapEntry): readonly TextEdit[] | undefined {
	const enabled = listEntries(own.pair.value, document).get("enabled");
	return enabled && !enabled.isShared ? setScalar(file.text, enabled.pair, false) : undefined;
}

/** As a template of the chart asks: whatever is neither empty nor zero nor false is true. */
export function isEnabled(own: MapEntry, document: YamlDocument): boolean {
	const value = resolve(listEntries(own.pair.value, document).get("enabled")?.pair.value, document);
	return isScalar(value) && Boolean(value.value);
}

/** Whether a place is enabled, and no other program fills in whether it is. */
export function isSurelyEnabled({ file, document }: Source, own: MapEntry): boolean {
	const node = listEntries(own.pair.value, document).get("enabled")?.pair.value;
	return isEnabled(own, document) && !isFilledIn(file, rangeOf(node as Node | undefined));
}

/** The places that are surely enabled, in the chart's order. */
export function listEnabled(source: Source, sections: readonly StoreSection[]): readonly MapEntry[] {
	return sections.flatMap(({ entry }) => (isSurelyEnabled(source, entry) ? [entry] : []));
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
			const canRename = meant !== undefined && !entries.has(meant) && !entry.isShared;
			remarks.push({
				code: "unknown-key",
				severity: "error",
				message: `Here, ${lackField(style.nameOf(store), name, meant)}`,
				path: [...path, name],
				range,
				docs: style.docs,
				...(canRename && { fix: { title: meant, edits: [renameKey(source.file.text, range, meant)] } }),
			});
		}
	}
	return settings;
}

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

/** Whether some characters hold what another program fills in. */
export function isFilledIn({ text, templates }: YamlFile, { start, end }: TextRange): boolean {
	if (templates.some((template) => template.start < end && template.end > start)) return true;
	const found = findPlaceholder(
		text
			.slice(start, end)
			.replaceAll("$$", "")
			.replace(/^[ \t]*\$[\w/]+:/gm, ""),
	);
	return found !== undefined && /^[$%{]/.test(found.text);
}

/** A scalar of YAML as a value of a node's file; undefined for one that isn't known, null for none at all. */
function readScalar({ file, document }: Source, node: unknown): PlainValue | null | undefined {
	const found = resolve(node, document);
	if (node === null || node === undefined) return null;
	if (!isScalar(found)) return undefined;
	if (isFilledIn(file, rangeOf(found))) return undefined;
	const { value, source = "" } = found;
	if (value === null) return null;
	if (typeof value === "string" || typeof value === "boolean") return value;
	const isNumber = (typeof value === "bigint" || typeof value === "number") && !source.includes(":");
	return isNumber ? value : source;
}

/** Kubernetes puts other variables in the place of `$(NAME)`, and one `$` in that of two. */
function readVariable(value: PlainValue | null | undefined): PlainValue | null | undefined {
	if (typeof value !== "string") return value;
	if (/^(?:[^$]|\$[^(])*\$\(/.test(value)) return undefined;
	return value.replaceAll("$$", "$");
}

/** A setting whose value an entry holds; undefined where it holds none. */
export function readHeld(
	source: Source,
	path: readonly string[],
	names: readonly TextRange[],
	{ pair, isShared, key }: MapEntry,
	option?: Held["option"],
): Held | undefined {
	const value = readVariable(readScalar(source, pair.value));
	if (value === null && !option) return undefined;
	const node = pair.value as Node | undefined;
	const place = node?.range && node.range[0] < node.range[1] ? rangeOf(node) : rangeOf(key);
	const written = source.file.text.slice(place.start, place.end);
	const contents =
		written === value ? place.start : written.slice(1, -1) === value && written !== value ? place.start + 1 : undefined;
	return {
		path,
		value: value === null ? "" : value,
		names,
		place,
		...(contents !== undefined && { contents }),
		...(!isShared && { pair }),
		...(option && { option }),
	};
}

function readOptions(
	source: Source,
	entry: MapEntry,
	path: readonly string[],
	heads: readonly TextRange[],
	style: LocationStyle,
	remarks: UnplacedProblem[],
): readonly Held[] {
	const { file, document } = source;
	const list = resolve(entry.pair.value, document);
	const say = (
		code: ProblemCode,
		severity: UnplacedProblem["severity"],
		message: string,
		range: TextRange,
		fix?: UnplacedProblem["fix"],
	) => remarks.push({ code, severity, message, path, range, docs: style.docs, ...(fix && { fix }) });
	if (isMap(list)) {
		const options = [...listEntries(entry.pair.value, document, entry.isShared)];
		const fix = list.flow || entry.isShared ? undefined : writeAsList(file.text, list.items);
		say("wrong-type", "error", askForKind("a list of name and value", "a map"), rangeOf(entry.key), fix);
		return options.flatMap(([name, own]) => readHeld(source, [...path, name], [...heads, rangeOf(own.key)], own) ?? []);
	}
	if (!isSeq(list)) return [];
	const isShared = entry.isShared || list !== entry.pair.value;
	const settings = new Map<string, Held>();
	list.items.forEach((item, index) => {
		const node = item as Node;
		const own = listEntries(item, document, isShared);
		const name = own.get("name");
		const text = name && readScalar(source, name.pair.value);
		if (own.size === 0 || !name || (text === null && name)) {
			say(
				"missing-value",
				"error",
				"An option needs a name.",
				own.size === 0 ? rangeOf(node) : rangeOf([...own.values()][0]?.key),
			);
			return;
		}
		if (typeof text !== "string") {
			if (text !== undefined)
				say("wrong-type", "error", "Write the option's name as text in quotes.", rangeOf(name.pair.value as Node));
			return;
		}
		const nameRange = rangeOf(resolve(name.pair.value, document));
		if (text === "url" || text === "path") {
			const meant = style.placeOf(path.at(-1) as Store);
			say("misplaced-key", "error", `The option ${text} is refused. Set the place in ${meant}.`, nameRange);
			return;
		}
		const value = own.get("value");
		const reference = own.get("valueFrom");
		if (value && reference) {
			say(
				"wrong-value",
				"error",
				"Kubernetes refuses value and valueFrom together. Keep one of them.",
				rangeOf(value.key),
			);
		}
		const isKnown = value !== undefined && !reference;
		const source2 = isKnown ? value : reference;
		const option = { index, item: node, ...(!name.isShared && { name: name.pair }) };
		const names = [...heads, nameRange];
		const held: Held | undefined = isKnown
			? readHeld(source, [...path, text], names, value, option)
			: {
					path: [...path, text],
					value: reference ? undefined : "",
					names,
					place: source2 ? rangeOf(source2.key) : nameRange,
					...readReference(reference, document),
					...(source2 && !source2.isShared && { pair: source2.pair }),
					option,
				};
		const earlier = settings.get(text);
		if (earlier) {
			const edits = isShared ? undefined : removeItem(file.text, list, earlier.option?.index ?? 0);
			const fix = edits && { title: "Remove it", edits };
			say(
				"repeated-key",
				"warning",
				"This option is set again below, and that value is used.",
				earlier.names.at(-1) ?? nameRange,
				fix,
			);
			settings.delete(text);
		}
		if (held) settings.set(text, held);
	});
	return [...settings.values()];
}

/** The entry of a Secret that an option's `valueFrom` names. */
export function readReference(reference: MapEntry | undefined, document: YamlDocument): Pick<Held, "reference"> {
	const read = (key: string) => {
		const node = resolve(findEntry(reference?.pair.value, ["secretKeyRef", key], document)?.pair.value, document);
		return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
	};
	const [secret, key] = [read("name"), read("key")];
	return secret === undefined || key === undefined ? {} : { reference: { secret, key } };
}

/** Edits that make a list of options out of a map of them. */
function writeAsList(text: string, pairs: readonly Pair[]): UnplacedProblem["fix"] {
	const edits: TextEdit[] = [];
	for (const { key, value } of pairs) {
		if (!isScalar(key) || !isScalar(value)) return undefined;
		const { start, end } = rangeOf(key);
		const indent = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
		edits.push({ range: { start, end }, text: `- name: ${text.slice(start, end)}\n${indent}  value` });
		if (typeof value.value !== "string") {
			const range = rangeOf(value);
			const written = text.slice(range.start, range.end);
			edits.push({ range, text: range.start === range.end ? ' ""' : spellScalar(written) });
		}
	}
	return { title: "Write a list", edits };
}

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

/** What a store's part that isn't there has to say. */
export function writeStore(store: Store, settings: readonly NodeSetting[], style: LocationStyle): Written | undefined {
	const options: Written[] = [];
	const written: Record<string, Written> = style.hasEnabled ? { enabled: true } : {};
	for (const { path, value } of settings) {
		const key = path.at(-1) ?? "";
		const more = [...style.more].find(([, own]) => own === key)?.[0];
		const text = spellValue(value);
		if (key === "url" || key === "path") {
			if (text === undefined) return undefined;
			written[style.placeOf(store)] = text;
		} else if (more !== undefined && text !== undefined) written[more] = text;
		else options.push(writeOption(store, key, text, style));
	}
	return { ...written, ...(options.length > 0 && { options }) };
}

function writeOption(store: Store, name: string, text: string | undefined, { secretName }: LocationStyle): Written {
	if (text !== undefined) return { name, value: text };
	// The outputs write a field into the Secret by its own key, whichever spelling a file has.
	const own = isObjectStore(store) ? findOption(store, name)?.key : undefined;
	const key = own !== undefined && Object.hasOwn(stores[store].fields, own) ? own : name;
	return { name, valueFrom: { secretKeyRef: { name: secretName, key } } };
}

/** A value as the variable's that Kubernetes hands on. */
function spellValue(value: PlainValue | undefined): string | undefined {
	return value === undefined ? undefined : String(value).replaceAll("$", "$$$$");
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
function isPlace({ path, option }: Held): boolean {
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

/** The operator's names, which the chart has too. */
export function nameStore(store: Store): string {
	return stores[store].operator.data;
}
