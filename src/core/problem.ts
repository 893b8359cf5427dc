import type { ProblemCode } from "./problem-codes.ts";

/**
 * How much a problem matters.
 *
 * - `error`: the node would not start, or the checkpoint could not be written.
 * - `warning`: it starts and does not do what was meant.
 * - `advice`: it works, and there is a better way.
 */
export type Severity = "error" | "warning" | "advice";

/** Where in a configuration value a problem is: keys and array indexes from the root. */
export type Path = readonly (string | number)[];

/** A path as one text, by which problems with the same place are told. */
export function namePath(path: Path): string {
	return path.join("\0");
}

/** Half-open range of UTF-16 code units in the text that was judged: `[start, end)`. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

/** A fix that one click can make: `text` takes the place of the whole text that was judged. */
export interface Fix {
	/** What the button says, e.g. `10 mins`. */
	readonly title: string;
	readonly text: string;
	/**
	 * Name of the form field that takes the text, where it is not the one that was judged: `s3.url`. An option goes by its
	 * own key, wherever it is or will be set: `s3.options.aws_s3_express`.
	 */
	readonly target?: string;
	/** What else it writes; an empty text takes an option out. */
	readonly also?: readonly { readonly target: string; readonly text: string }[];
}

/** What is wrong, without its place and without fixes. */
export interface BareProblem {
	/** The rule that it comes from; it stays the same when the message is worded anew. */
	readonly code: ProblemCode;
	readonly severity: Severity;
	/** One sentence: what was expected and what was found, or what will happen. */
	readonly message: string;
}

/**
 * What is wrong with one text, said to the person who typed it.
 *
 * A parser returns it without a path, since it does not know where its input came from; whoever knows adds the path
 * and has a {@link Problem}.
 */
export interface TextProblem extends BareProblem {
	/** The faulty characters; absent where the whole text is meant. */
	readonly range?: TextRange;
	/** The likeliest fix. */
	readonly fix?: Fix;
	/** Other fixes, where the text could have meant more than one thing. */
	readonly alternatives?: readonly Fix[];
}

/** A {@link TextProblem} with its place in the configuration. */
export interface Problem extends TextProblem {
	readonly path: Path;
}

/** All fixes of a problem, the likeliest first. */
export function listFixes({ fix, alternatives = [] }: TextProblem): readonly Fix[] {
	return [...(fix ? [fix] : []), ...alternatives];
}
