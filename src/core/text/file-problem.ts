import type { BareProblem, Fix, Path, TextProblem, TextRange } from "../problem.ts";
import type { TextEdit } from "./edit.ts";
import type { LinePlace } from "./place.ts";

/** A fix of a file that one click can make. It changes the characters of its edits and no others. */
export interface FileFix {
	/** What the button says. It never holds a secret. */
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

/** What is wrong with a file, and where. */
export interface FileProblem extends BareProblem, LinePlace {
	/** The key that it is about, from the root; empty where it is about none. */
	readonly path: Path;
	/** Name of the file, where several are checked. */
	readonly file?: string;
	/** The faulty characters; {@link LinePlace} is where they begin. */
	readonly range: TextRange;
	readonly fix?: FileFix;
	/** Other fixes, where the text could have meant more than one thing. */
	readonly alternatives?: readonly FileFix[];
	/** Address of the documentation that says more. */
	readonly docs?: string;
}

/** Something to say about some characters of a file. */
export type UnplacedProblem = Omit<FileProblem, "line" | "column" | "file">;

/** A problem with its place in the file. */
export function placeProblem(
	{ name, locate }: { readonly name?: string; readonly locate: (offset: number) => LinePlace },
	problem: UnplacedProblem,
): FileProblem {
	const { range, fix, alternatives, ...rest } = problem;
	return {
		...rest,
		range: toRange(range),
		...locate(range.start),
		...(fix && { fix: toFileFix(fix) }),
		...(alternatives && { alternatives: alternatives.map(toFileFix) }),
		...(name !== undefined && { file: name }),
	};
}

/** A range alone, of what may be a value with all that it holds. */
function toRange({ start, end }: TextRange): TextRange {
	return { start, end };
}

function toFileFix({ title, edits }: FileFix): FileFix {
	return { title, edits: edits.map(({ range, text }) => ({ range: toRange(range), text })) };
}

/** What it takes to say of a file what is wrong with a text in it: where the text stands, and how one is written there. */
export interface Translation {
	/** Where the text that was judged stands, quotes and all. */
	readonly value: TextRange;
	/** Where a character of the text stands; undefined if the file spells the text otherwise. */
	readonly contents?: number;
	readonly path: Path;
	readonly docs: string;
	/** How a text is written in the file. */
	readonly write: (fix: Fix) => FileFix | undefined;
}

/** A problem with a text as one with the file: its marked characters and its fixes are placed in the file. */
export function translate(problem: TextProblem, { value, contents, path, docs, write }: Translation): UnplacedProblem {
	const { code, severity, message, range, fix, alternatives } = problem;
	const first = fix && write(fix);
	const others = (alternatives ?? []).flatMap((other) => write(other) ?? []);
	return {
		code,
		severity,
		message,
		path,
		docs,
		range: range && contents !== undefined ? { start: contents + range.start, end: contents + range.end } : value,
		...(first && { fix: first }),
		...(others.length > 0 && { alternatives: others }),
	};
}
