import type { TextRange } from "../../problem.ts";
import type { TextEdit } from "../../text/edit.ts";
import { findFirst } from "../../text/find-first.ts";

/** A stretch of a script that stands in a lifted text as it is. */
interface Stretch {
	readonly inner: number;
	readonly outer: number;
	readonly length: number;
}

/** What a here-document hands to a command, and where in the script each character of it stands. */
export interface Heredoc {
	/** The text that the command gets, with expansions as they are written. */
	readonly text: string;
	/** The command's line, up to the `<<`. */
	readonly command: string;
	/** Whether the shell puts values in the place of `$NAME` and `$(command)`: where no quote stands around the mark. */
	readonly expands: boolean;
	/** Its lines in the script, without that of the mark at its end. */
	readonly range: TextRange;
	readonly stretches: readonly Stretch[];
}

/**
 * Finds the here-documents of a shell script.
 *
 * @see docs: POSIX, "Shell Command Language", 2.7.4 "Here-Document".
 */
export function listHeredocs(script: string): readonly Heredoc[] {
	const found: Heredoc[] = [];
	if (!script.includes("<<")) return found;
	const lines = indexLines(script);
	const pattern = /^([^\n]*?)(?<!<)<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|(\\?)([A-Za-z_][\w-]*))[^\n]*\n/gm;
	for (let match = pattern.exec(script); match; match = pattern.exec(script)) {
		const [whole, command = "", dash, single, double, backslash, bare] = match;
		const mark = single ?? double ?? bare ?? "";
		if (/^[ \t]*#/.test(command) || mark === "") continue;
		const start = match.index + whole.length;
		const end = findMark(script, lines, start, mark, dash === "-");
		if (end === undefined) continue;
		const expands = single === undefined && double === undefined && backslash === "";
		found.push({ command, expands, range: { start, end }, ...liftLines(script, start, end, dash === "-", expands) });
		pattern.lastIndex = end;
	}
	return found;
}

/** Where each line of a script begins, by its text without the tabs before it. */
function indexLines(script: string): ReadonlyMap<string, readonly number[]> {
	const starts = new Map<string, number[]>();
	for (let at = 0; at < script.length; ) {
		const newline = script.indexOf("\n", at);
		const end = newline === -1 ? script.length : newline;
		// Longer lines end no here-document.
		const line = end - at > 200 ? "" : script.slice(at, end).replace(/\r$/, "").replace(/^\t+/, "");
		const others = starts.get(line);
		if (others) others.push(at);
		else starts.set(line, [at]);
		at = end + 1;
	}
	return starts;
}

/** Where the line that ends a here-document begins; undefined if none does. */
function findMark(
	script: string,
	lines: ReadonlyMap<string, readonly number[]>,
	start: number,
	mark: string,
	isTabbed: boolean,
): number | undefined {
	const found = lines.get(mark) ?? [];
	const index = findFirst(found.length, (at) => (found[at] ?? 0) >= start);
	return isTabbed ? found[index] : found.slice(index, index + 1000).find((at) => script[at] !== "\t");
}

function liftLines(script: string, start: number, end: number, isTabbed: boolean, expands: boolean) {
	const stretches: Stretch[] = [];
	const parts: string[] = [];
	let length = 0;
	const add = (from: number, to: number) => {
		if (from === to) return;
		stretches.push({ inner: length, outer: from, length: to - from });
		parts.push(script.slice(from, to));
		length += to - from;
	};
	const skipped = new RegExp(
		[isTabbed ? "(?:^|(?<=\\n))\\t+" : "", expands ? "\\\\(?=[$`\\\\])|\\\\\\r?\\n" : ""].filter(Boolean).join("|") ||
			"(?!)",
		"g",
	);
	const body = script.slice(start, end);
	let at = 0;
	for (let match = skipped.exec(body); match; match = skipped.exec(body)) {
		add(start + at, start + match.index);
		at = match.index + match[0].length;
		// What is escaped is no escape itself.
		if (match[0] === "\\") skipped.lastIndex = at + 1;
	}
	add(start + at, end);
	return { text: parts.join(""), stretches };
}

/** Where in the script a character of a lifted text stands; its end, for one that ends there. */
export function findOuter({ stretches, range }: Heredoc, offset: number, isEnd = false): number {
	let low = 0;
	let high = stretches.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const { inner, length } = stretches[middle] ?? { inner: 0, length: 0 };
		if (isEnd ? inner + length >= offset : inner + length > offset) high = middle;
		else low = middle + 1;
	}
	const stretch = stretches[low];
	if (!stretch) return range.end;
	return stretch.outer + Math.max(0, offset - stretch.inner);
}

/** What the shell would put in, in its order. */
const expansion = /\$\{[^}\n]*\}|\$\([^)\n]*\)|\$[A-Za-z_]\w*|`[^`\n]*`/g;

/** Where a lifted text holds what the shell puts values in the place of. */
export function listExpansions({ text, expands }: Heredoc): readonly TextRange[] {
	if (!expands) return [];
	return [...text.matchAll(expansion)].map(({ 0: written, index }) => ({ start: index, end: index + written.length }));
}

/** Edits of the script that make edits of a lifted text; undefined where the shell would read them otherwise. */
export function toOuterEdits(heredoc: Heredoc, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
	const outer: TextEdit[] = [];
	for (const { range, text } of edits) {
		const replaced = heredoc.text.slice(range.start, range.end);
		if (heredoc.expands && listSpecials(text) !== listSpecials(replaced) && /[$`\\]/.test(text)) return undefined;
		const start = findOuter(heredoc, range.start);
		const end = range.end === range.start ? start : findOuter(heredoc, range.end, true);
		outer.push({ range: { start, end }, text });
	}
	return outer;
}

function listSpecials(text: string): string {
	return (text.match(/[$`\\].?/g) ?? []).join("");
}
