/** A place as an editor shows it. */
export interface LinePlace {
	/** From 1. */
	readonly line: number;
	/** From 1, in UTF-16 code units; a byte order mark is no column. */
	readonly column: number;
}

/** A function that tells where an offset of the text is. Lines end in LF or CRLF. */
export function locate(text: string): (offset: number) => LinePlace {
	const starts = [text.startsWith("\ufeff") ? 1 : 0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return (offset) => {
		let low = 0;
		let high = starts.length;
		while (high - low > 1) {
			const middle = (low + high) >>> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 };
	};
}
