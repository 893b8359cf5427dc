import type { TextRange } from "../../problem.ts";

/** The characters of one statement, `[table]` or `key = value`, with a comment at its end but not the line end. */
export interface Statement extends TextRange {
	/** Where a bracket or a string of several lines opens that nothing closes. */
	readonly unclosed?: number;
}

/** Characters that mean nothing to where a statement ends. */
const plain = /[^"'#[\]{}\n]*/y;
const blank = /[ \t]*/y;
/** A line that can't be part of an array that was opened above it: `key =`. */
const assignment = /[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*[ \t]*=/y;
/** A line that can't be part of any value: `[worker]`, and not `[true]`. */
const header =
	/[ \t]*\[\[?[ \t]*(?!(?:true|false|inf|nan)[ \t]*\])[A-Za-z_][^\]\n,"'#]*\]\]?[ \t]*(?:#.*)?\r?(?=\n|$)/y;

/**
 * Splits TOML into its statements, whether they are right or wrong, so that each can be read by itself. What no
 * statement holds is white space and comments. It takes time in proportion to the text's length.
 *
 * A statement ends at the first line end that is in no string of several lines and in no brackets. Where brackets
 * stay open, it ends before a line that only another statement can begin with.
 */
export function splitStatements(text: string): Statement[] {
	const statements: Statement[] = [];
	const scanner = new Scanner(text);
	for (let next = scanner.next(0); next; next = scanner.next(next.end)) statements.push(next);
	return statements;
}

class Scanner {
	private readonly text: string;
	/** Quotes that are known not to close a string of several lines any more, so that nobody looks again. */
	private readonly spent = new Set<string>();

	constructor(text: string) {
		this.text = text;
	}

	/** The next statement at or after a place between two statements. */
	next(from: number): Statement | undefined {
		let start = from;
		for (;;) {
			start = skip(blank, this.text, start);
			const character = this.text[start];
			if (character === undefined) return undefined;
			if (character === "#") start = this.findLineEnd(start);
			else if (character === "\n" || character === "\r") start++;
			else return this.finish(start);
		}
	}

	private finish(start: number): Statement {
		const { text } = this;
		const isHeader = text[start] === "[";
		const open: { readonly closer: string; readonly at: number }[] = [];
		for (let at = start; ; ) {
			at = skip(plain, text, at);
			const character = text[at];
			const innermost = open.at(-1);
			if (character === undefined || (character === "\n" && (!innermost || isHeader || this.breaksOff(at + 1, open)))) {
				const end = at > start && text[at - 1] === "\r" ? at - 1 : at;
				return innermost && !isHeader ? { start, end, unclosed: innermost.at } : { start, end };
			}
			if (character === "#") at = this.findLineEnd(at);
			else if (character === '"' || character === "'") {
				const end = this.skipString(at, character);
				if (end === undefined) return { start, end: this.findLineEnd(at), unclosed: at };
				at = end;
			} else {
				if (character === "[" || character === "{") open.push({ closer: character === "[" ? "]" : "}", at });
				else if (character === innermost?.closer) open.pop();
				at++;
			}
		}
	}

	private breaksOff(lineStart: number, open: readonly { readonly closer: string }[]): boolean {
		header.lastIndex = lineStart;
		if (header.test(this.text)) return true;
		assignment.lastIndex = lineStart;
		return open.every(({ closer }) => closer === "]") && assignment.test(this.text);
	}

	/** The end of the string that opens here; undefined for one of several lines that nothing closes. */
	private skipString(start: number, quote: string): number | undefined {
		const { text, spent } = this;
		const three = quote.repeat(3);
		if (!text.startsWith(three, start)) {
			for (let at = start + 1; ; at++) {
				const character = text[at];
				if (character === quote) return at + 1;
				if (isLineEnd(character)) return at;
				if (character === "\\" && quote === '"' && !isLineEnd(text[at + 1])) at++;
			}
		}
		if (spent.has(quote)) return undefined;
		for (let at = text.indexOf(three, start + 3); at !== -1; at = text.indexOf(three, at + 1)) {
			if (quote === '"' && this.isEscaped(at)) continue;
			// Up to two more quotes are the string's own.
			const more = text.startsWith(quote + quote, at + 3) ? 2 : text[at + 3] === quote ? 1 : 0;
			return at + 3 + more;
		}
		spent.add(quote);
		return undefined;
	}

	private isEscaped(at: number): boolean {
		let backslashes = 0;
		while (this.text[at - 1 - backslashes] === "\\") backslashes++;
		return backslashes % 2 === 1;
	}

	private findLineEnd(from: number): number {
		const end = this.text.indexOf("\n", from);
		return end === -1 ? this.text.length : this.text[end - 1] === "\r" && end > from ? end - 1 : end;
	}
}

function skip(pattern: RegExp, text: string, from: number): number {
	pattern.lastIndex = from;
	pattern.test(text);
	return pattern.lastIndex;
}

function isLineEnd(character: string | undefined): boolean {
	return character === undefined || character === "\n";
}
