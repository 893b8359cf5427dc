import { explainSet, explainUnknownKey } from "../draft/option-rows.ts";
import { insertSettings, type TomlSetting } from "../formats/toml/insert.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import { removeItems } from "../formats/toml/remove.ts";
import { renameItem } from "../formats/toml/rename.ts";
import { readText } from "../formats/toml/section.ts";
import { firstOf, type Item, type Leaf, type Table } from "../formats/toml/tree.ts";
import { joinKey, quoteString } from "../formats/toml/write.ts";
import { findForeign } from "../object-store/foreign.ts";
import { findOption } from "../object-store/option.ts";
import { checkOptionValue } from "../object-store/option-value.ts";
import type { BareProblem, Fix, TextProblem } from "../problem.ts";
import { type ObjectStore, stores } from "../stores/stores.ts";
import { findLineEnding, type TextEdit } from "../text/edit.ts";
import type { FileFix, UnplacedProblem } from "../text/file-problem.ts";

/** The table of a store in a file. */
interface Place {
	readonly file: OpenedFile;
	readonly store: ObjectStore;
	readonly table: Table;
	/** The options that it sets, by our own keys. */
	readonly set: ReadonlySet<string | undefined>;
}

/**
 * Judges what stands in a store's table under a key that the store doesn't know: an option of another library, be it one
 * key, a dotted one that makes tables, or a table of options; or a slip of the pen.
 *
 * A fix writes one of our options in its place, and none that is set already.
 */
export function lintUnknownOption(place: Place, item: Item): UnplacedProblem[] {
	const key = String(item.path.at(-1));
	if (item.kind === "leaf") return [lintFlat(place, item, key)];
	const foreign = findForeign(place.store, key);
	const leaves = listLeaves(item);
	if (foreign?.container && leaves.length > 0) return lintContainer(place, item, leaves);
	if (foreign || leaves.length === 0) {
		const edits =
			item.kind === "table" && leaves.length === 0 ? removeItems(place.file.document.text, [item]) : undefined;
		const { fix: _, ...problem } = explainUnknownKey(place.store, key, true);
		return [aboutItem(place, item, problem, edits && { title: "Remove it", edits })];
	}
	return leaves.map((leaf) => lintNested(place, item, leaf, leaves.length));
}

function aboutItem(
	{ store }: Place,
	item: Item,
	{ code, severity, message }: BareProblem,
	fix?: FileFix,
): UnplacedProblem {
	return {
		code,
		severity,
		message,
		path: item.path,
		range: firstOf(item),
		docs: stores[store].docs,
		...(fix && { fix }),
	};
}

function listLeaves(item: Item): Leaf[] {
	if (item.kind === "leaf") return [item];
	return item.kind === "table" ? [...item.children.values()].flatMap(listLeaves) : [];
}

/** The key of a leaf as it would be written in the store's table. */
function relativeKey({ table }: Place, { path }: Item): string[] {
	return path.slice(table.path.length).map(String);
}

function isSet({ store, set }: Place, key: string): boolean {
	return set.has(findOption(store, key)?.key ?? key);
}

/** A value as TOML of an option's type, and what the button says that writes it. */
type Written = readonly [title: string, value: string];

/** How a value is written under one of our options: as it is, or as what the option would take in its place. */
function writeValue(
	{ store, file }: Place,
	key: string,
	{ value }: Leaf,
): { readonly first?: Written | undefined; readonly others: readonly Written[] } {
	const text = readText(value);
	const option = findOption(store, key);
	if (text === undefined || !option) return { others: [] };
	const problem = checkOptionValue(option.type, text);
	if (!problem) {
		const { start, end } = value;
		return {
			first: [key, value.kind === "string" ? file.document.text.slice(start, end) : quoteString(text)],
			others: [],
		};
	}
	const write = (fix: Fix): Written => [`${key} = ${fix.title}`, quoteString(fix.text)];
	return { first: problem.fix && write(problem.fix), others: (problem.alternatives ?? []).map(write) };
}

/** A problem with a key, with the fix that writes another option in its place. */
function replaceOption(
	place: Place,
	leaf: Leaf,
	problem: TextProblem,
	edit: (key: string, value: string) => readonly TextEdit[] | undefined,
): UnplacedProblem {
	const key = problem.fix?.text;
	if (key === undefined) return aboutItem(place, leaf, problem);
	if (isSet(place, key)) return aboutItem(place, leaf, withSet(problem, key));
	const { first, others } = writeValue(place, key, leaf);
	const toFix = ([title, value]: Written): FileFix[] => {
		const edits = edit(key, value);
		return edits ? [{ title, edits }] : [];
	};
	const alternatives = others.flatMap(toFix);
	return {
		...aboutItem(place, leaf, problem, first && toFix(first)[0]),
		...(alternatives.length > 0 && { alternatives }),
	};
}

function withSet(problem: TextProblem, key: string): TextProblem {
	return { ...problem, message: `${problem.message} ${explainSet(key)}` };
}

function lintFlat(place: Place, leaf: Leaf, key: string): UnplacedProblem {
	const { text } = place.file.document;
	const { start, end } = leaf.value;
	return replaceOption(place, leaf, explainUnknownKey(place.store, key), (meant, value) => [
		...renameItem(text, leaf, meant),
		...(text.slice(start, end) === value ? [] : [{ range: { start, end }, text: value }]),
	]);
}

/** A dotted key, which TOML takes for tables: `fs.s3a.access.key`. */
function lintNested(place: Place, item: Item, leaf: Leaf, leaves: number): UnplacedProblem {
	const problem = explainUnknownKey(place.store, relativeKey(place, leaf).join("."), true);
	return replaceOption(
		place,
		leaf,
		problem,
		(meant, value) =>
			replaceKey(place, leaf, meant, value) ?? moveSettings(place, leaves === 1 ? item : leaf, [[[meant], value]]),
	);
}

/** Edits that write an option where a dotted key stands; undefined where headers or braces are a part of it. */
function replaceKey(place: Place, leaf: Leaf, key: string, written: string): TextEdit[] | undefined {
	const { entry, value } = leaf;
	const first = entry.key[entry.key.length - relativeKey(place, leaf).length];
	if (!first) return undefined;
	return [
		{ range: { start: first.start, end: entry.key.at(-1)?.end ?? first.end }, text: joinKey([key]) },
		{ range: { start: value.start, end: value.end }, text: written },
	];
}

/** Edits that take an item out and add settings to the store's table. */
function moveSettings({ file, table }: Place, item: Item, settings: readonly TomlSetting[]): TextEdit[] | undefined {
	// In braces that hold nothing else, a comma would be left over.
	if (table.inline && table.children.size === 1) return undefined;
	const { document } = file;
	return [
		...removeItems(document.text, [item]),
		...insertSettings(document, table.path.map(String), settings, "dotted"),
	];
}

/** An option that a container holds, by our own key, with its value as TOML. */
type Lifted = readonly [leaf: Leaf, key: string, written: string];

/** A table in which another library keeps options: `client_kwargs = { endpoint_url = … }`. */
function lintContainer(place: Place, item: Item, leaves: readonly Leaf[]): UnplacedProblem[] {
	const lifted = new Map<string, Lifted>();
	const rest: UnplacedProblem[] = [];
	for (const leaf of leaves) {
		const key = relativeKey(place, leaf).slice(1);
		const names = key.map((_, index) => key.slice(index).join("."));
		const name = names.find((name) => findOption(place.store, name) ?? findForeign(place.store, name)) ?? key.join(".");
		const option = findOption(place.store, name);
		const problem: TextProblem = option
			? { code: "misplaced-key", severity: "error", message: `Write ${name} one level up, as ${option.key}.` }
			: explainUnknownKey(place.store, name, key.length > 1);
		const meant = option?.key ?? problem.fix?.text;
		const written = meant === undefined ? undefined : writeValue(place, meant, leaf).first?.[1];
		if (meant === undefined || written === undefined) rest.push(aboutItem(place, leaf, problem));
		else if (isSet(place, meant) || lifted.has(meant)) rest.push(aboutItem(place, leaf, withSet(problem, meant)));
		else lifted.set(meant, [leaf, meant, written]);
	}
	if (lifted.size === 0) return rest;
	const { message } = explainUnknownKey(place.store, String(item.path.at(-1)), true);
	const edits = liftOptions(place, item, [...lifted.values()], rest.length === 0);
	const fix = edits && { title: `Write ${[...lifted.keys()].join(" and ")}`, edits };
	return [aboutItem(place, item, { code: "foreign-option", severity: "error", message }, fix), ...rest];
}

function liftOptions(
	place: Place,
	item: Item,
	options: readonly Lifted[],
	isAll: boolean,
): readonly TextEdit[] | undefined {
	const replaced = options.map(([leaf, key, written]) => replaceKey(place, leaf, key, written));
	if (replaced.every((edits) => edits !== undefined)) return replaced.flat();
	if (isAll && item.kind === "table" && item.inline) return [replaceBraces(place, item.inline, options)];
	const settings = options.map(([, key, written]): TomlSetting => [[key], written]);
	if (isAll) return moveSettings(place, item, settings);
	const { document } = place.file;
	return [
		...removeItems(
			document.text,
			options.map(([leaf]) => leaf),
		),
		...insertSettings(document, place.table.path.map(String), settings, "dotted"),
	];
}

/** The edit that writes the options of an inline table in its place. */
function replaceBraces(
	place: Place,
	{ entry, within }: NonNullable<Table["inline"]>,
	options: readonly Lifted[],
): TextEdit {
	const { text } = place.file.document;
	const before = text.slice(entry.start, entry.key.at(-1)?.start);
	const indent = /[ \t]*$/.exec(text.slice(0, entry.start))?.[0] ?? "";
	const joint = "path" in within ? findLineEnding(text, entry.start) + indent : ", ";
	const written = options.map(([, key, value]) => `${before}${joinKey([key])} = ${value}`);
	return { range: { start: entry.start, end: entry.end }, text: written.join(joint) };
}
