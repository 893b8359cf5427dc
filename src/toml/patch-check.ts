import type { Setting } from "../config/setting.ts";
import type { Document } from "./read.ts";
import { readText } from "./section.ts";
import { findTable, type Item, type Leaf } from "./tree.ts";
import { joinKey } from "./write.ts";

/** What a patch was to do. */
export interface Intent {
	/** Settings that the file is to have. */
	readonly settings: readonly Setting[];
	/** The table of the store that checkpoints go to, which says nothing else that a form can hold. */
	readonly location?: readonly string[];
	/** Name of an option of that location, whichever of its spellings is used. */
	readonly identify: (key: string) => string;
}

type Said = Map<string, string>;

/**
 * Holds a patched file against what was meant: it says each setting, nothing else about where checkpoints go, and all
 * else that it said before.
 *
 * @returns A key that the file doesn't say as it should, or that it shouldn't say; nothing if all is right.
 */
export function findDifference(before: Document, after: Document, intent: Intent): string | undefined {
	if (after.faults.length > 0) return "the file";
	const expected = listExpected(before, intent);
	const actual = listSaid(after, intent);
	const wrong = [...expected.keys(), ...actual.keys()].find((key) => expected.get(key) !== actual.get(key));
	return wrong === undefined ? undefined : joinKey(JSON.parse(wrong));
}

function listExpected(before: Document, intent: Intent): Said {
	const { settings, location = [] } = intent;
	const wanted = settings.map(({ key, value }) => [nameOf(key, intent), JSON.stringify(value)] as const);
	const obstacles = settings.flatMap(({ key }) =>
		key.map((_, index) => key.slice(0, index + 1)).filter((path) => !findTable(before.root, path)),
	);
	const isReplaced = (path: readonly string[]) => {
		const isOther = location.length > 0 && startsWith(path, location.slice(0, 2)) && !startsWith(path, location);
		return isOther || [...obstacles, ...settings.map(({ key }) => key)].some((obstacle) => startsWith(path, obstacle));
	};
	const said = listSaid(before, intent, (item) => {
		const path = item.path.map(String);
		if (isReplaced(path)) return true;
		const isOwn = location.length > 0 && path.length === location.length + 1 && startsWith(path, location);
		return isOwn && readText(item.value) !== undefined;
	});
	return new Map([...said, ...wanted]);
}

/** What a document says, by its keys. A table with nothing in it says nothing. */
function listSaid({ text, root }: Document, intent: Intent, isGone: (leaf: Leaf) => boolean = () => false): Said {
	const said: Said = new Map();
	const visit = (item: Item) => {
		if (item.kind === "array") item.tables.forEach(visit);
		else if (item.kind === "table") item.children.forEach(visit);
		else if (!isGone(item)) said.set(nameOf(item.path, intent), evaluate(text, item));
	};
	root.children.forEach(visit);
	return said;
}

function evaluate(text: string, { value }: Leaf): string {
	if (value.kind === "string" || value.kind === "boolean") return JSON.stringify(value.value);
	return text.slice(value.start, value.end);
}

function nameOf(path: Item["path"], { location = [], identify }: Intent): string {
	const parts = path.map(String);
	const isOption = location.length > 0 && startsWith(parts, location) && parts.length > location.length;
	const at = location.length;
	return JSON.stringify(isOption ? parts.map((part, index) => (index === at ? identify(part) : part)) : parts);
}

function startsWith(path: readonly string[], beginning: readonly string[]): boolean {
	return path.length >= beginning.length && beginning.every((part, index) => path[index] === part);
}
