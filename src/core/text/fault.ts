import type { Fix, TextProblem, TextRange } from "../problem.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { shorten } from "./quote.ts";

/** What is wrong with a text, before it is known which repairs hold. */
export interface TextFault {
	readonly code: ProblemCode;
	readonly message: string;
	readonly range?: TextRange;
	/** Texts that may have been meant, the likeliest first. */
	readonly repairs?: readonly string[];
}

/** The error that a mistake is, with those of its repairs that are accepted. */
export function toError(
	{ code, message, range, repairs = [] }: TextFault,
	accepts: (repair: string) => boolean,
): TextProblem {
	const [fix, ...alternatives] = repairs.filter(accepts).map(toFix);
	return {
		code,
		severity: "error",
		message,
		...(range && { range }),
		...(fix && { fix }),
		...(alternatives.length > 0 && { alternatives }),
	};
}

/** A repair whose button shows the text that it puts in, cut to 80 characters. */
export function toFix(text: string): Fix {
	return { title: shorten(text, 80), text };
}
