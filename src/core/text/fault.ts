import type { Fix, TextProblem, TextRange } from "../problem.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { shorten } from "./quote.ts";

/** What is wrong with a text, before it is known which fixes hold. */
export interface TextFault {
	readonly code: ProblemCode;
	readonly message: string;
	readonly range?: TextRange;
	/** Texts that may have been meant, the likeliest first. */
	readonly meant?: readonly string[];
}

/** The error that a fault is, with a fix for each text that is accepted of those that may have been meant. */
export function toError(
	{ code, message, range, meant = [] }: TextFault,
	accepts: (text: string) => boolean,
): TextProblem {
	const [fix, ...alternatives] = meant.filter(accepts).map(toFix);
	return {
		code,
		severity: "error",
		message,
		...(range && { range }),
		...(fix && { fix }),
		...(alternatives.length > 0 && { alternatives }),
	};
}

/** A fix whose button shows the text that it puts in, cut to 80 characters. */
export function toFix(text: string): Fix {
	return { title: shorten(text, 80), text };
}
