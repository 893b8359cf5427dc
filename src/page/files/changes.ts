import { diffArrays } from "diff";

/** Lines of a file, counted from 0, that the last edit touched. */
export interface LineChanges {
	/** Lines that are new or different. */
	readonly changed: ReadonlySet<number>;
	/** Lines before which some were taken away; the file's length stands for its end. */
	readonly removedBefore: ReadonlySet<number>;
}

/** Compares two versions of a file line by line. */
export function findChanges(before: readonly string[], after: readonly string[]): LineChanges {
	const changed = new Set<number>();
	const removedBefore = new Set<number>();
	let at = 0;
	for (const { added, removed, value } of diffArrays([...before], [...after])) {
		if (removed) removedBefore.add(at);
		else {
			if (added) for (let index = at; index < at + value.length; index++) changed.add(index);
			at += value.length;
		}
	}
	for (const index of removedBefore) if (changed.has(index)) removedBefore.delete(index);
	return { changed, removedBefore };
}

/** Whether two edits touched the same lines of the same files. */
export function areSame(a: ReadonlyMap<string, LineChanges>, b: ReadonlyMap<string, LineChanges>): boolean {
	return describe(a) === describe(b);
}

function describe(edit: ReadonlyMap<string, LineChanges>): string {
	return JSON.stringify(
		Array.from(edit, ([name, { changed, removedBefore }]) => [name, [...changed], [...removedBefore]]),
	);
}
