/**
 * A key without the differences that are mere habit: case, camelCase, and whether `_`, `-`, `.` or a space joins the
 * words. `s3.access-key-id`, `s3_accessKeyID` and `S3 Access Key ID` all give `s3_access_key_id`.
 */
export function foldKey(key: string): string {
	return key
		.replace(/([a-z\d])([A-Z])/g, "$1_$2")
		.toLowerCase()
		.replace(/[\s_.-]+/g, "_")
		.replace(/^_|_$/g, "");
}

/**
 * The candidate that a misspelt key most likely stands for, or undefined if none is near or two are equally near.
 *
 * Candidates are in snake_case. Near means a slip for every three letters of the word, three at most; a slip is a letter
 * too many, too few, a wrong one, or two neighbours swapped (optimal string alignment distance). What {@link foldKey}
 * takes out is free.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
	const folded = foldKey(word);
	let limit = Math.min(3, Math.floor(folded.length / 3));
	let nearest: string | undefined;
	let tied = false;
	for (const candidate of candidates) {
		const slips = countSlips(folded, candidate, limit);
		if (slips > limit || candidate === nearest) continue;
		tied = nearest !== undefined && slips === limit;
		nearest = candidate;
		limit = slips;
	}
	return tied ? undefined : nearest;
}

/** Room to count in, kept from one candidate to the next. */
const rows: readonly [number[], number[], number[]] = [[], [], []];

/**
 * Gives up with Infinity once more than `limit` slips are certain, and looks at no pair of letters that are further
 * apart than that: a file can hold many unknown keys.
 */
function countSlips(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return Infinity;
	let [beforeLast, last, row] = rows;
	const width = Math.min(b.length, limit);
	for (let j = 0; j <= width; j++) last[j] = j;
	last[width + 1] = Infinity;
	for (let i = 1; i <= a.length; i++) {
		const start = Math.max(1, i - limit);
		const end = Math.min(b.length, i + limit);
		row[start - 1] = start === 1 ? i : Infinity;
		row[end + 1] = Infinity;
		let least = at(row, start - 1);
		for (let j = start; j <= end; j++) {
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
			let slips = at(last, j - 1) + (same ? 0 : 1);
			slips = Math.min(slips, at(last, j) + 1, at(row, j - 1) + 1);
			if (a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
				slips = Math.min(slips, at(beforeLast, j - 2) + 1);
			}
			row[j] = slips;
			least = Math.min(least, slips);
		}
		if (least > limit) return Infinity;
		[beforeLast, last, row] = [last, row, beforeLast];
	}
	return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Infinity;
}
