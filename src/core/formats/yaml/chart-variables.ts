import { isScalar, isSeq } from "yaml";
import { readPlainValue } from "../../node-file/key-schema.ts";
import { readVariableName, variablePrefix } from "../../node-file/node-variable.ts";
import type { PlacedSetting } from "../../node-file/placed-setting.ts";
import { listEntries, type MapEntry, rangeOf, resolve } from "./document.ts";
import { readHeld, readReference } from "./held-setting.ts";
import type { Source } from "./source.ts";

/** Where values of the chart set variables of a node: the chart puts them behind its own, so that they count. */
export const variableLists = [
	["worker", "deployment", "runtimeContainer", "env"],
	["scheduler", "deployment", "runtimeContainer", "env"],
] as const;

/**
 * The checkpoint settings that values of the chart make by variables, which was the only way before chart 2.2.0.
 *
 * @returns Each in its order, the last of a name alone.
 */
export function readChartVariables(
	source: Source,
	find: (...path: string[]) => MapEntry | undefined,
): readonly PlacedSetting[] {
	const { document } = source;
	return variableLists.flatMap((path) => {
		const list = resolve(find(...path)?.pair.value, document);
		const found = new Map<string, PlacedSetting>();
		for (const item of isSeq(list) ? list.items : []) {
			const entries = listEntries(item, document);
			const name = resolve(entries.get("name")?.pair.value, document);
			const key = isScalar(name) ? readVariableName(String(name.value)) : undefined;
			if (!key || key[0] !== path[0] || (key[1] !== "checkpoint" && key[1] !== "checkpoint_location")) continue;
			const nameRange = rangeOf(name);
			let start =
				nameRange.start + source.file.text.slice(nameRange.start).indexOf(variablePrefix) + variablePrefix.length;
			const names = key.map((part) => {
				const range = { start, end: start + part.length };
				start = range.end + 2;
				return range;
			});
			const value = entries.get("value");
			const held = value && readHeld(source, key, names, value);
			const text = held?.value;
			found.set(key.join("\0"), {
				path: key,
				names,
				place: held?.place ?? nameRange,
				value: typeof text === "string" ? readPlainValue(key, text) : text,
				...(held?.contents !== undefined && { contents: held.contents }),
				...readReference(entries.get("valueFrom"), document),
			});
		}
		return [...found.values()];
	});
}
