import type { KnownError } from "./known-error.ts";

/** How many characters a `…` may stand for. */
const longestGap = 1500;

/**
 * A regular expression, in what JavaScript and Python both read, for a text in which `…` stands for any other text and a
 * space for any white space. What a `…` at the end would stand for is left out.
 *
 * @param spans Whether a `…` may go over line breaks.
 */
export function compileShape(shape: string, spans = false): string {
	const gap = `${spans ? "[\\s\\S]" : "[^\\n]"}{0,${longestGap}}?`;
	return shape
		.replace(/…$/, "")
		.split("…")
		.map((part) =>
			part
				.trimEnd()
				.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
				.replace(/\s+/g, "\\s+")
				.concat(/\s$/.test(part) ? "\\s*" : ""),
		)
		.join(gap);
}

/** The expressions of an error: those that are certain, and those that other programs' texts may match, too. */
export function compileShapes({ shapes = [], common = [], spans }: KnownError) {
	const compile = (shape: string) => compileShape(shape, spans);
	return { certain: shapes.map(compile), common: common.map(compile) };
}
