/** A file that is open: whether nothing of anybody's is in it, so that another may take its place. */
interface Present {
	readonly name: string;
	readonly spare: boolean;
}

/** Where a picked file goes: into an open file of its name, whose text it replaces, or into a place of its own. */
export interface Placing<Picked> {
	readonly picked: Picked;
	readonly index: number;
	readonly same: boolean;
}

/** How many files the panel holds. */
export const mostFiles = 2;

/**
 * Finds a place for each of some picked files, before anything is changed.
 *
 * A file of the same name is taken for an earlier state of the picked one; two that are picked at once are two.
 *
 * @returns Nothing if there isn't room for all of them.
 */
export function planFiles<Picked extends { readonly name: string }>(
	present: readonly Present[],
	picked: readonly Picked[],
): readonly Placing<Picked>[] | undefined {
	const plan: Placing<Picked>[] = [];
	const isFree = (index: number) => !plan.some((placing) => placing.index === index);
	const findFree = (isFit: (file: Present) => boolean) =>
		present.findIndex((file, index) => isFit(file) && isFree(index));
	let count = present.length;
	for (const file of picked) {
		const same = findFree(({ name, spare }) => name === file.name && !spare);
		const spare = findFree((other) => other.spare);
		const index = same >= 0 ? same : spare >= 0 ? spare : count++;
		if (index >= mostFiles) return undefined;
		plan.push({ picked: file, index, same: same >= 0 });
	}
	return plan;
}
