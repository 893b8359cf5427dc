/** The first of the numbers below a limit that fits, where all that follow one that fits do too; else the limit. */
export function findFirst(limit: number, fits: (index: number) => boolean): number {
	let low = 0;
	let high = limit;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (fits(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
