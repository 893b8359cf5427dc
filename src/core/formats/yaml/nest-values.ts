import { isMap, isScalar, type Node } from "yaml";
import { findLineEnding, type TextEdit } from "../../text/edit.ts";
import type { FileFix } from "../../text/file-problem.ts";
import { type RenamedValue, renamedValues } from "./chart-keys.ts";
import { type MapEntry, rangeOf } from "./document.ts";
import { endOfPair, findStep, lineStartOf } from "./edit.ts";

/** Moves values that stand side by side, and were renamed alike, to where they are now. */
export function moveScalar(
	text: string,
	entry: MapEntry,
	path: readonly string[],
	now: readonly string[],
	also: RenamedValue["also"],
	parent: MapEntry | undefined,
	root: unknown,
): FileFix | undefined {
	const { pair, map } = entry;
	if (map.flow || pair.value === null || !isScalarOrMap(pair.value)) return undefined;
	const siblings = map.items.flatMap((item) => {
		const name = isScalar(item.key) ? String(item.key.value) : "";
		const renamed = renamedValues.get([...path.slice(0, -1), name].join("."));
		return renamed?.now && renamed.now.slice(0, -1).join(".") === now.slice(0, -1).join(".") ? [{ item, renamed }] : [];
	});
	// The first of them carries the fix of all.
	if (siblings[0]?.item !== pair) return undefined;
	const all = siblings.length === map.items.length;
	const first = map.items.indexOf(pair);
	// What stands between them would get below the new keys, too.
	if (siblings.some(({ item }, index) => map.items[first + index] !== item)) return undefined;
	if (siblings.some(({ item }) => isScalar(item.value) && /^[|>]/.test(text.slice(rangeOf(item.value).start))))
		return undefined;
	const base = path.slice(0, -1);
	const rest = now.slice(base.length, -1);
	const isBelow = base.every((part, index) => now[index] === part);
	if (!isBelow || rest.length === 0) return undefined;
	// A table that is there already would be there twice.
	const taken = map.items.some(({ key }) => isScalar(key) && key.value === rest[0]);
	if (taken || (all && base.length > 0 && !parent) || (all && base.length === 0 && !isMap(root))) return undefined;
	return { title: `Write ${now.slice(0, -1).join(".")}`, edits: nestPairs(text, map, siblings, rest, also ?? []) };
}

/** Puts neighbours in their lines below new keys: the lines stand further in, with their comments. */
function nestPairs(
	text: string,
	map: MapEntry["map"],
	siblings: readonly { readonly item: MapEntry["pair"]; readonly renamed: RenamedValue }[],
	rest: readonly string[],
	also: NonNullable<RenamedValue["also"]>,
): readonly TextEdit[] {
	const step = findStep(text);
	const ending = findLineEnding(text);
	const startOf = (pair: MapEntry["pair"]) => rangeOf(pair.key as Node).start;
	const column =
		startOf(map.items[0] ?? (siblings[0]?.item as MapEntry["pair"])) -
		lineStartOf(text, startOf(map.items[0] ?? (siblings[0]?.item as MapEntry["pair"])));
	const deeper = " ".repeat(step * rest.length);
	const heads = rest.map((name, depth) => `${" ".repeat(depth === 0 ? 0 : column + step * depth)}${name}:`);
	const own = " ".repeat(column) + deeper;
	const flags = also.map(([path, value]) => `${own}${path.at(-1)}: ${value}`);
	return siblings.flatMap(({ item, renamed }, index): TextEdit[] => {
		const { start, end } = rangeOf(item.key as Node);
		const name = renamed.now?.at(-1) ?? "";
		const head = index === 0 ? `${[...heads, ...flags].join(ending)}${ending}${own}` : deeper;
		const edits: TextEdit[] = [{ range: { start, end }, text: head + name }];
		const last = endOfPair(text, item);
		for (let at = text.indexOf("\n", end); at !== -1 && at < last; at = text.indexOf("\n", at + 1)) {
			if (/^[ \t]*\r?\n/.test(text.slice(at + 1, at + 400))) continue;
			edits.push({ range: { start: at + 1, end: at + 1 }, text: deeper });
		}
		return edits;
	});
}

function isScalarOrMap(node: unknown): boolean {
	return isScalar(node) || isMap(node);
}
