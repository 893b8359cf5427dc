import { type FileProblem, lintConfig, type NamedText, type Severity } from "../core/index.ts";
import { locate } from "../core/text/place.ts";
import { commentRule, type IgnoreComment, readIgnoreComments } from "./ignore-comment.ts";

/** A problem as it is reported: without edits, since what they write may be a secret. */
export interface ReportedProblem {
	readonly code: string;
	readonly severity: Severity;
	readonly message: string;
	readonly file: string;
	/** From 1, as is the column, in UTF-16 code units. The end is behind the last character. */
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** The key that it is about, from the root; empty where it is about none. */
	readonly path: readonly (string | number)[];
	/** What the fix does, if there is one. */
	readonly fix?: string;
	/** Address of the documentation. */
	readonly docs?: string;
}

/** A problem that somebody decided to leave out, in the file or on the command line. */
export interface IgnoredProblem extends ReportedProblem {
	readonly by: "comment" | "option";
}

/** What was found in some files. */
export interface Inspection {
	readonly problems: readonly ReportedProblem[];
	readonly ignored: readonly IgnoredProblem[];
}

/** How files are inspected. */
export interface InspectionSettings {
	/** The files are one cluster, and checked against each other. */
	readonly together: boolean;
	/** Codes of the rules that are left out. */
	readonly ignore: ReadonlySet<string>;
}

/** The files that are checked at once: each alone, or all of one cluster. */
export function groupFiles(texts: readonly NamedText[], together: boolean): readonly (readonly NamedText[])[] {
	return together ? [texts] : texts.map((text) => [text]);
}

/** A problem of the core's, or of a rule that only this command has. */
type JudgedProblem = Omit<FileProblem, "code"> & { readonly code: string };

/** Checks files and sorts out what is ignored. */
export function inspectFiles(texts: readonly NamedText[], { together, ignore }: InspectionSettings): Inspection {
	const problems: ReportedProblem[] = [];
	const ignored: IgnoredProblem[] = [];
	for (const group of groupFiles(texts, together)) {
		const found = lintConfig(group);
		for (const { name, text } of group) {
			const { comments, faulty } = readIgnoreComments(text);
			const place = locate(text);
			const own = found.filter(({ file }) => (file ?? group[0]?.name) === name);
			const said = faulty.map(({ message, range }): JudgedProblem => {
				return { code: commentRule.code, severity: "warning", message, path: [], range, ...place(range.start) };
			});
			for (const problem of [...own, ...said].toSorted((a, b) => a.range.start - b.range.start)) {
				const reported = report(problem, name, place);
				const by = ignore.has(problem.code) ? "option" : isIgnored(problem, comments) ? "comment" : undefined;
				if (by === undefined) problems.push(reported);
				else ignored.push({ ...reported, by });
			}
		}
	}
	return { problems, ignored };
}

/** Whether a comment leaves a problem out. */
export function isIgnored(
	{ code, line }: { readonly code: string; readonly line: number },
	comments: readonly IgnoreComment[],
): boolean {
	return comments.some((comment) => comment.codes.includes(code) && (comment.line ?? line) === line);
}

function report(
	{ code, severity, message, line, column, range, path, fix, docs }: JudgedProblem,
	file: string,
	place: ReturnType<typeof locate>,
): ReportedProblem {
	const end = place(Math.max(range.start, range.end));
	return {
		code,
		severity,
		message,
		file,
		line,
		column,
		endLine: end.line,
		endColumn: end.column,
		path,
		...(fix && { fix: fix.title }),
		...(docs !== undefined && { docs }),
	};
}
