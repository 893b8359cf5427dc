import { parseConfig } from "../config/check.ts";
import { type CheckpointInput, toDraft } from "../config/checkpoint.ts";
import { listSettings, type Setting } from "../config/setting.ts";
import { findOption } from "../object-store/option.ts";
import { isObjectStore, type Store } from "../stores/stores.ts";
import { listActiveNodes, type NodeName, nodes } from "./active-node.ts";
import { applyEdits, type TextEdit } from "./edit.ts";
import { openFile } from "./file-problem.ts";
import { insertSettings } from "./insert.ts";
import { findFault } from "./lint-faults.ts";
import { type Document, readToml } from "./read.ts";
import { removeItems } from "./remove.ts";
import { renameItem } from "./rename.ts";
import { readText } from "./section.ts";
import { findItem, findTable, type Item, type Leaf, type Table } from "./tree.ts";
import { quoteLike, quoteString } from "./write.ts";

/**
 * Writes a configuration's checkpoint settings into a file and leaves every other character of it as it is.
 *
 * Settings that are there change where they stand, in their own spelling; new ones go where a person would write them.
 * Whatever else `worker.checkpoint_location` says goes; a comment beside it stays. Doing it twice changes nothing more.
 *
 * A file that has a table for the scheduler alone gets the scheduler's settings, one that has a table for the worker
 * alone gets the worker's, and any other gets both. A table counts if it says more than `enabled = false`. Only where
 * there is no such table is one made, with `enabled = true`.
 *
 * @param text TOML 1.0; a byte order mark may stand before it.
 * @param config A configuration of one store; what has a default may be left out. Where it keeps secrets in environment
 * variables, none is written.
 * @returns The whole text of the file.
 * @throws {SyntaxError} If the text is no TOML 1.0, naming the first place.
 * @throws {TypeError} If the configuration isn't valid, or if `scheduler` or `worker` is no table in the file.
 */
export function patchConfig(text: string, config: CheckpointInput): string {
	const { document, draft, nodes, settings } = openPatch(text, config);
	const style = draft.key_style === "tables" ? "header" : "dotted";
	const steps = nodes.flatMap((node) => {
		const own = settings.filter(({ key }) => key[0] === node);
		return [makeNode(own), ...(node === "scheduler" ? patchScheduler(own) : patchWorker(own, draft.store, style))];
	});
	return steps.reduce(change, document).text;
}

/** What {@link patchConfig} writes into which nodes' tables of a file; it throws the same. */
export function openPatch(text: string, config: CheckpointInput) {
	const draft = toDraft(parseConfig(config));
	const file = openFile(text);
	const fault = findFault(file);
	if (fault) {
		const { line, column } = file.locate(fault.range.start);
		throw new SyntaxError(`Line ${line}, column ${column}: ${fault.message}`);
	}
	const settings = listSettings(draft).filter(({ secret }) => !secret || draft.secrets === "toml");
	return { document: file.document, draft, nodes: listNodes(file.document.root), settings };
}

/** A change of a document, to be made to what the change before it made. */
type Step = (document: Document) => readonly TextEdit[];

function change(document: Document, step: Step): Document {
	const edits = step(document);
	return edits.length > 0 ? readToml(applyEdits(document.text, edits)) : document;
}

function listNodes(root: Table): readonly NodeName[] {
	for (const node of nodes) {
		const item = root.children.get(node);
		if (item && item.kind !== "table") throw new TypeError(`${node} is no table in this file.`);
	}
	const there = nodes.filter((node) => root.children.has(node));
	const active = listActiveNodes(root);
	return active.length > 0 ? active : there.length > 0 ? there : nodes;
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
		({ text, root }) => removeItems(text, listUnreadable(findOther(root, location, store))),
		({ text, root }) => {
			const other = findOther(root, location, store);
			return other ? renameItem(text, other, store) : [];
		},
		(document) => updateSettings(document, path, wanted, identify),
		(document) => insertSettings(document, path, listMissing(document.root, path, wanted, identify), style),
		({ text, root }) => removeItems(text, listLeftovers(root, location, store, wanted, identify)),
	];
}

/** A setting's own key, whichever of its spellings a file has. */
export function identifyKey(store: Store, key: string): string {
	return isObjectStore(store) ? (findOption(store, key)?.key ?? key) : key;
}

/** What stands where a table must be, and tables where a value must be. */
function listObstacles(root: Table, path: readonly string[], wanted: readonly Setting[]): Item[] {
	for (let length = 1; length <= path.length; length++) {
		const item = findItem(root, path.slice(0, length));
		if (item && item.kind !== "table") return [item];
	}
	return wanted.flatMap(({ key }) => findItem(root, key) ?? []).filter(({ kind }) => kind !== "leaf");
}

/** The table of another store, which the wanted one takes the place of. */
function findOther(root: Table, location: readonly string[], store: string): Table | undefined {
	const there = findTable(root, location)?.children;
	return there?.has(store) ? undefined : [...(there?.values() ?? [])].find((item) => item.kind === "table");
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
	{ text, root }: Document,
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
