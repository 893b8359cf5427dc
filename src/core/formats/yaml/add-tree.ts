import { isMap, isScalar } from "yaml";
import type { TextEdit } from "../../text/edit.ts";
import { findEntry, listEntries, resolve } from "./document.ts";
import { addPairs, type Written } from "./edit.ts";
import type { Source } from "./source.ts";

/** Adds values at paths of keys, below what is there of them. */
export function addTree(
	source: Source,
	path: readonly string[],
	tree: { readonly [key: string]: Written },
	step: number,
): readonly TextEdit[] | undefined {
	const { file, document } = source;
	const { text } = file;
	const entry = findEntry(document.root, path, document);
	const node = path.length === 0 ? document.root : resolve(entry?.pair.value, document);
	if (entry?.isShared || (entry && node !== undefined && node !== entry.pair.value)) return undefined;
	const entries = listEntries(node, document);
	const fresh: Record<string, Written> = {};
	for (const [name, value] of Object.entries(tree)) {
		if (!entries.has(name)) fresh[name] = value;
		else {
			if (typeof value !== "object" || Array.isArray(value)) return undefined;
			const edits = addTree(source, [...path, name], value as { readonly [key: string]: Written }, step);
			if (!edits || edits.length > 0) return edits;
		}
	}
	if (Object.keys(fresh).length === 0) return [];
	if (node !== undefined && !isMap(node) && !(isScalar(node) && node.value === null)) return undefined;
	return addPairs(text, node, entry?.pair, fresh, step);
}
