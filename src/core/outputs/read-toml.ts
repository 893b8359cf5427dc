import { parse } from "smol-toml";
import type { Setting } from "../draft/setting.ts";
import { joinKey } from "../formats/toml/write.ts";
import { compareEntries, type Entries } from "./compare.ts";
import type { TextFile } from "./output.ts";

/**
 * Compares a TOML file with its settings, by a parser that has no part in writing it.
 *
 * @returns See {@link compareEntries}.
 */
export function compareToml({ name, text }: TextFile, settings: readonly Setting[]): string | undefined {
	const set = new Map<string, Setting["value"]>();
	for (const { key, value } of settings) {
		const whole = joinKey(key);
		// Of one key that is set twice, TOML can hold the first alone.
		if (value !== "" && !set.has(whole)) set.set(whole, value);
	}
	let read: Entries;
	try {
		read = listLeaves(parse(text), []).flatMap(([path, value]): Entries => {
			// The table of settings that are all missing is there without them.
			const isOwn = isTable(value) && settings.some(({ key }) => path.every((part, index) => part === key[index]));
			return isOwn ? [] : [[joinKey(path), value]];
		});
	} catch {
		return `${name} can't be read as TOML`;
	}
	return compareEntries(name, read, [...set]);
}

type Leaf = readonly [path: readonly string[], value: unknown];

/** Each value with its whole key. A table counts as one only where it is empty. */
function listLeaves(table: object, path: readonly string[]): readonly Leaf[] {
	return Object.entries(table).flatMap(([name, value]: [string, unknown]): readonly Leaf[] => {
		const key = [...path, name];
		return isTable(value) && Object.keys(value).length > 0 ? listLeaves(value, key) : [[key, value]];
	});
}

function isTable(value: unknown): value is object {
	return Object.prototype.toString.call(value) === "[object Object]";
}
