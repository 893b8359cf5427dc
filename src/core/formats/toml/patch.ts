import type { CheckpointInput } from "../../draft/checkpoint.ts";
import type { Setting } from "../../draft/setting.ts";
import type { Store } from "../../stores/stores.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import { insertSettings } from "./insert.ts";
import { identifyKey, openPatch } from "./open-patch.ts";
import { readToml, type TomlDocument } from "./read.ts";
import { readPatchBack } from "./read-patch.ts";
import { removeItems } from "./remove.ts";
import { renameItem } from "./rename.ts";
import { readText } from "./section.ts";
import { findItem, findTable, type Item, type Leaf, type Table } from "./tree.ts";
import { quoteLike, quoteString } from "./write.ts";

/**
 * Writes a configuration's checkpoint settings into a file and leaves every other character of it as it is.
 *
 * Settings that are there change where they stand, in their own spelling; new ones go where a person would write them.
 * What else `scheduler.checkpoint` says stays. What else `worker.checkpoint_location` says goes, other stores and secrets
 * too; in the table of the configuration's own store alone, what no form can hold stays: a table, an array, a date. A
 * comment beside what goes stays. Doing it twice changes nothing more.
 *
 * The scheduler's settings go into a file with a `scheduler` table and the worker's into one with a `worker` table; a file
 * with both gets both. Of two such tables, one that says `enabled = false` and no more gets none. A file without either
 * gets both tables, with `enabled = true`, which is written nowhere else.
 *
 * The file is read again before it is handed out: it says the settings, and all else that it said before.
 *
 * @param text TOML 1.0; a byte order mark may stand before it.
 * @param config A configuration of one store; what has a default may be left out. Where it keeps secrets in environment
 * variables, none is written.
 * @returns The whole text of the file.
 * @throws {SyntaxError} If the text is no TOML 1.0, or more than can be read here, naming the first place.
 * @throws {TypeError} If the configuration isn't valid, if `scheduler` or `worker` is no table in the file, or if the
 * file, read again, doesn't say what it should.
 */
export function patchToml(text: string, config: CheckpointInput): string {
	const { document, draft, nodes, settings } = openPatch(text, config);
	const style = draft.key_style === "tables" ? "header" : "dotted";
	const steps = nodes.flatMap((node) => {
		const own = settings.filter(({ key }) => key[0] === node);
		return [makeNode(own), ...(node === "scheduler" ? patchScheduler(own) : patchWorker(own, draft.store, style))];
	});
	const patched = steps.reduce(change, document).text;
	const difference = readPatchBack(text, patched, config);
	if (difference === undefined) return patched;
	throw new TypeError(`The settings can't be added to this file: ${difference}.`);
}

/** A change of a document, to be made to what the change before it made. */
type Step = (document: TomlDocument) => readonly TextEdit[];

function change(document: TomlDocument, step: Step): TomlDocument {
	const edits = step(document);
	return edits.length > 0 ? readToml(applyEdits(document.text, edits)) : document;
}

/** Makes the node's table where the file has none. */
function makeNode(settings: readonly Setting[]): Step {
	const enabled = settings.filter(({ key }) => key[1] === "enabled");
	return (document) =>
		enabled.flatMap(({ key: [node] }) =>
			document.root.children.has(node) ? [] : insertSettings(document, [node], [[["enabled"], "true"]], "header"),
		);
}

function patchScheduler(settings: readonly Setting[]): readonly Step[] {
	const wanted = settings.filter(({ key }) => key[1] === "checkpoint");
	const path = ["scheduler", "checkpoint"];
	const identify = (key: string) => key;
	return [
		({ text, root }) => removeItems(text, listObstacles(root, path, wanted)),
		(document) => updateSettings(document, path, wanted, identify),
		(document) => insertSettings(document, path, listMissing(document.root, path, wanted, identify), "header"),
	];
}

function patchWorker(settings: readonly Setting[], store: Store, style: "dotted" | "header"): readonly Step[] {
	const wanted = settings.filter(({ key }) => key[1] === "checkpoint_location");
	const location = ["worker", "checkpoint_location"];
	const path = [...location, store];
	const identify = (key: string) => identifyKey(store, key);
	return [
		({ text, root }) => removeItems(text, listObstacles(root, path, wanted)),
		({ text, root }) => removeItems(text, listOthers(root, location, store).flatMap(listUnreadable)),
		({ text, root }) => {
			const [other] = listOthers(root, location, store);
			return other ? renameItem(text, other, store) : [];
		},
		(document) => updateSettings(document, path, wanted, identify),
		(document) => insertSettings(document, path, listMissing(document.root, path, wanted, identify), style),
		({ text, root }) => removeItems(text, listLeftovers(root, location, store, wanted, identify)),
	];
}

/** What stands where a table must be, and tables where a value must be. */
function listObstacles(root: Table, path: readonly string[], wanted: readonly Setting[]): Item[] {
	for (let length = 1; length <= path.length; length++) {
		const item = findItem(root, path.slice(0, length));
		if (item && item.kind !== "table") return [item];
	}
	return wanted.flatMap(({ key }) => findItem(root, key) ?? []).filter(({ kind }) => kind !== "leaf");
}

/** The tables of other stores, where the wanted one isn't there: it takes the place of the first. */
function listOthers(root: Table, location: readonly string[], store: string): readonly Table[] {
	const there = findTable(root, location)?.children;
	return there?.has(store) ? [] : [...(there?.values() ?? [])].filter((item) => item.kind === "table");
}

/** What of a table no form can hold. */
function listUnreadable(table: Table | undefined): Item[] {
	return [...(table?.children.values() ?? [])].filter(
		(item) => item.kind !== "leaf" || readText(item.value) === undefined,
	);
}

type Identify = (key: string) => string;

/** The value that sets what a key sets, whichever spelling of the key is there: its own, if it is, or the first. */
function findSetting(table: Table | undefined, key: string, identify: Identify): Leaf | undefined {
	const own = table?.children.get(key);
	if (own?.kind === "leaf") return own;
	const identity = identify(key);
	for (const [other, item] of table?.children ?? []) {
		if (item.kind === "leaf" && identify(other) === identity) return item;
	}
	return undefined;
}

function lastOf(key: Setting["key"]): string {
	return key.at(-1) ?? "";
}

function updateSettings(
	{ text, root }: TomlDocument,
	path: readonly string[],
	wanted: readonly Setting[],
	identify: Identify,
): TextEdit[] {
	const table = findTable(root, path);
	return wanted.flatMap(({ key, value }): TextEdit[] => {
		const found = findSetting(table, lastOf(key), identify)?.value;
		if (!found || ("value" in found && found.value === value)) return [];
		const written = value === true ? "true" : quoteLike(value, text.slice(found.start, found.end));
		return [{ range: { start: found.start, end: found.end }, text: written }];
	});
}

function listMissing(root: Table, path: readonly string[], wanted: readonly Setting[], identify: Identify) {
	const table = findTable(root, path);
	return wanted
		.filter(({ key }) => !findSetting(table, lastOf(key), identify))
		.map(({ key, value }) => [[lastOf(key)], value === true ? "true" : quoteString(value)] as const);
}

/** What the location says beside the wanted settings. Of the store's own table, only what a form can hold goes. */
function listLeftovers(
	root: Table,
	location: readonly string[],
	store: string,
	wanted: readonly Setting[],
	identify: Identify,
): Item[] {
	const own = findTable(root, [...location, store]);
	const unreadable = new Set(listUnreadable(own));
	const stays = new Set<Item | undefined>(wanted.map(({ key }) => findSetting(own, lastOf(key), identify)));
	return [
		...[...(findTable(root, location)?.children.values() ?? [])].filter((item) => item !== own),
		...[...(own?.children.values() ?? [])].filter((item) => !stays.has(item) && !unreadable.has(item)),
	];
}
