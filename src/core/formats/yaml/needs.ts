import { isMap, isScalar, isSeq } from "yaml";
import type { PodEdits } from "../../node-file/node-view.ts";
import type { TextEdit } from "../../text/edit.ts";
import { addTree } from "./add-tree.ts";
import { findEntry, listEntries, type MapEntry, resolve, type YamlFile } from "./document.ts";
import { addItems, findStep, setScalar, type Written } from "./edit.ts";
import { saysSameAfter } from "./read-patch.ts";
import type { Source } from "./source.ts";
import { nest, stepDocument } from "./write-view.ts";

/** What has to stand at a path of a document. */
export interface Need {
	readonly path: readonly string[];
	/** A value; of a list, an item. */
	readonly value: Written;
	readonly isItem?: true;
}

/**
 * The edits after which a document says all that is needed, and else what it said.
 *
 * @param index Which of the file's documents.
 * @param root Where in it the needs' paths begin.
 * @returns What is against them where there is no plain place, or where something is shared by an anchor.
 */
export function meetNeeds(file: YamlFile, index: number, root: readonly string[], needs: readonly Need[]): PodEdits {
	if (needs.length === 0) return { ok: true, edits: [] };
	const edits = stepDocument(file, index, (source) => stepNeeds(source, root, needs));
	const isSound = edits && saysSameAfter(file.text, edits, index, (value) => addNeeds(value, root, needs));
	return isSound ? { ok: true, edits } : { ok: false, reason: "what the workers’ pods need has no plain place in it" };
}

/** The value of an entry; of anything but a scalar, what holds it. */
export function readValue({ pair }: MapEntry, { document }: Pick<Source, "document">): unknown {
	const node = resolve(pair.value, document);
	return isScalar(node) ? node.value : node;
}

/** One step nearer to what is needed. */
function stepNeeds(source: Source, root: readonly string[], needs: readonly Need[]): readonly TextEdit[] | undefined {
	const { file, document } = source;
	const step = findStep(file.text);
	for (const { path, value, isItem } of needs) {
		const entry = findEntry(document.root, [...root, ...path], document);
		if (!entry) return addTree(source, root, nest(path, isItem ? [value] : value) as { [key: string]: Written }, step);
		const node = resolve(entry.pair.value, document);
		if (isItem) {
			if (isSeq(node) && node.items.some((item) => isThere(item, value, source))) continue;
			if (entry.isShared || isMap(node) || (node !== undefined && node !== entry.pair.value)) return undefined;
			return addItems(file.text, node, entry.pair, [value], step);
		}
		if (readValue(entry, source) === value) continue;
		if (entry.isShared || (typeof value !== "string" && typeof value !== "boolean")) return undefined;
		return setScalar(file.text, entry.pair, value);
	}
	return [];
}

/** Whether an item says all that another has to. */
function isThere(item: unknown, value: Written, source: Source): boolean {
	if (typeof value !== "object" || Array.isArray(value)) {
		const node = resolve(item, source.document);
		return isScalar(node) && node.value === value;
	}
	const entries = listEntries(item, source.document);
	return Object.entries(value).every(([key, inner]) => isThere(entries.get(key)?.pair.value, inner, source));
}

/** A document's value in which what is needed is there. */
function addNeeds(document: unknown, root: readonly string[], needs: readonly Need[]): unknown {
	return needs.reduce((value, { path, value: own, isItem }) => {
		return setIn(value, [...root, ...path], (there) => (isItem ? [...(Array.isArray(there) ? there : []), own] : own));
	}, document);
}

function setIn(value: unknown, [key, ...rest]: readonly string[], change: (there: unknown) => unknown): unknown {
	if (key === undefined) return change(value);
	const own = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	return { ...own, [key]: setIn(own[key], rest, change) };
}
