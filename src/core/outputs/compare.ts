import type { Setting } from "../draft/setting.ts";
import type { TextFile } from "./output.ts";

/** What a file says, or has to say: values by their keys, as a person would name them. */
export type Entries = readonly (readonly [key: string, value: unknown])[];

/**
 * Compares what a file says with what was set, each key as often as it is there and in any order.
 *
 * @returns The first difference; nothing if there is none. It names no key but those that were set: what was not may be
 * a piece of a secret.
 */
export function compareEntries(file: string, read: Entries, set: Entries): string | undefined {
	const listValues = (entries: Entries, key: string) => entries.filter(([other]) => other === key);
	for (const [key] of set) {
		const found = listValues(read, key);
		const meant = listValues(set, key);
		if (found.length < meant.length) return `${file} does not contain ${key}, which was set`;
		if (found.length > meant.length) return `${file} contains ${key} more than once`;
		if (found.some(([, value], index) => value !== meant[index]?.[1])) {
			return `${file} contains another value for ${key} than was set`;
		}
	}
	return read.length > set.length ? `${file} contains more than was set` : undefined;
}

/**
 * Reads node files back, each with the settings that its name says it is for.
 *
 * @param compare What of a file differs from its settings.
 * @returns The first difference.
 */
export function compareFiles(
	files: readonly TextFile[],
	settings: readonly Setting[],
	compare: (file: TextFile, own: readonly Setting[]) => string | undefined,
): string | undefined {
	for (const file of files) {
		const node = file.name.replace(/\.\w+$/, "");
		const difference = compare(
			file,
			settings.filter(({ key }) => node === "config" || key[0] === node),
		);
		if (difference !== undefined) return difference;
	}
	return undefined;
}
