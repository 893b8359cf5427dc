/** What a stretch of a shown file is, so that a view can colour it. */
export type TokenKind = "header" | "key" | "punctuation" | "string" | "boolean" | "comment";

/** A stretch of one line. */
export interface Token {
	readonly kind: TokenKind;
	readonly text: string;
	/** Holds a secret: a view masks it until asked. */
	readonly secret?: boolean;
}

/** A line of a file that is written from a configuration, and where in the form it came from. */
export interface Line {
	readonly tokens: readonly Token[];
	/** Name of the form's field that the line holds, e.g. `s3.url`. */
	readonly field?: string;
	/** A value belongs here and the person has not given one yet. */
	readonly missing?: boolean;
}

/** The exact text of some lines: LF after each, so one at the end of the file. */
export function joinLines(lines: readonly Line[]): string {
	return lines.map((line) => `${line.tokens.map((token) => token.text).join("")}\n`).join("");
}
