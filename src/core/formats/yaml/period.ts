import { isScalar, type Node } from "yaml";
import type { PlacedSetting } from "../../node-file/placed-setting.ts";
import { type MapEntry, rangeOf, resolve } from "./document.ts";
import { isFilledIn, type Source } from "./source.ts";

/** The key of a node's file that says how often checkpoints are made. */
export const periodPath = ["scheduler", "checkpoint", "period"] as const;

/** The period that an entry holds, below a parent's key; undefined where it holds none. */
export function readPeriod(source: Source, entry: MapEntry, parent: MapEntry | undefined): PlacedSetting | undefined {
	const node = resolve(entry.pair.value, source.document);
	if (!isScalar(node) || node.value === null) return undefined;
	const place = rangeOf(entry.pair.value as Node);
	const head = rangeOf((parent ?? entry).key);
	const names = [head, head, rangeOf(entry.key)];
	if (isFilledIn(source.file, place)) return { path: periodPath, value: undefined, names, place };
	const { value } = node;
	if (typeof value === "boolean") return { path: periodPath, value, names, place };
	if (typeof value === "bigint" && !node.source?.includes(":")) return { path: periodPath, value, names, place };
	const text = typeof value === "string" ? value : (node.source ?? "");
	const written = source.file.text.slice(place.start, place.end);
	const contents = written === text ? place.start : written.slice(1, -1) === text ? place.start + 1 : undefined;
	return { path: periodPath, value: text, names, place, ...(contents !== undefined && { contents }) };
}
