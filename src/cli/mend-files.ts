import {
	applyEdits,
	type FileFix,
	lintConfig,
	type NamedText,
	type ProblemCode,
	type TextEdit,
} from "../core/index.ts";
import { readIgnoreComments } from "./ignore-comment.ts";
import { groupFiles, type InspectionSettings, isIgnored } from "./inspect.ts";

/**
 * The rules whose fixes only spell anew what is written, or put it where it belongs. A fix of another rule writes another
 * value, or takes one out, which nobody may do unseen.
 */
const respellingRules: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
	"toml-syntax",
	"byte-order-mark",
	"invisible-character",
	"surrounding-space",
	"unknown-key",
	"renamed-key",
	"misplaced-key",
	"wrong-type",
	"unknown-option",
	"foreign-option",
	"recent-release",
	"duration-syntax",
	"wrong-credential",
]);

/** A fix that was made. */
export interface MadeFix {
	readonly file: string;
	/** Where its problem was when it was made. */
	readonly line: number;
	readonly column: number;
	readonly code: string;
	readonly title: string;
}

/** Files with their fixes made. */
export interface MendedFiles {
	/** All files, in their order, those without a fix too. */
	readonly texts: readonly NamedText[];
	readonly fixes: readonly MadeFix[];
}

/** More rounds than any file takes whose fixes don't undo each other. */
const mostRounds = 20;

/**
 * Makes the fixes of problems that have one certain fix, and checks again, until there is none left. Of problems with two
 * readings, and of those that are ignored, none is made.
 *
 * @param all Whether to make the fixes too that write other values than the file has, or take some out.
 */
export function mendFiles(texts: readonly NamedText[], settings: InspectionSettings, all: boolean): MendedFiles {
	const mended = groupFiles(texts, settings.together).map((group) => mendGroup(group, settings, all));
	return { texts: mended.flatMap((each) => each.texts), fixes: mended.flatMap(({ fixes }) => fixes) };
}

function mendGroup(group: readonly NamedText[], { ignore }: InspectionSettings, all: boolean): MendedFiles {
	const fixes: MadeFix[] = [];
	let texts = group;
	for (let round = 0; round < mostRounds; round++) {
		const problems = lintConfig(texts);
		const next = texts.map(({ name, text }) => {
			const { comments } = readIgnoreComments(text);
			const edits: TextEdit[] = [];
			for (const problem of problems) {
				const { file = name, line, column, code, fix, alternatives = [] } = problem;
				if (file !== name || !fix || alternatives.length > 0) continue;
				if (!all && !respellingRules.has(code)) continue;
				if (ignore.has(code) || isIgnored(problem, comments) || collides(fix, edits)) continue;
				edits.push(...fix.edits);
				fixes.push({ file: name, line, column, code, title: fix.title });
			}
			return edits.length > 0 ? { name, text: applyEdits(text, edits) } : { name, text };
		});
		if (next.every(({ text }, index) => text === texts[index]?.text)) break;
		texts = next;
	}
	return { texts, fixes };
}

/** Whether a fix touches what another of the same round touches: it waits for the next. */
function collides({ edits }: FileFix, others: readonly TextEdit[]): boolean {
	return edits.some(({ range }) =>
		others.some((other) => range.start <= other.range.end && other.range.start <= range.end),
	);
}
