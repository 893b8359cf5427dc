import { problemCodes } from "../core/index.ts";
import type { TextRange } from "../core/problem.ts";
import { findNearest } from "../core/text/nearest.ts";
import { suggest } from "../core/text/wording.ts";

/** A comment that leaves rules out: `# checkpoint-builder: ignore own-disk — every worker mounts it`. */
export interface IgnoreComment {
	readonly codes: readonly string[];
	/** The line that it is about, from 1; undefined where it is about the whole file. */
	readonly line: number | undefined;
}

/** A comment of this kind that says too little or something else. It ignores nothing. */
export interface FaultyComment {
	readonly message: string;
	readonly range: TextRange;
}

/** The rule that such comments are held to, beside those of the core. */
export const commentRule = {
	code: "ignore-comment",
	title: "A comment that ignores a rule names no known rule, or gives no reason.",
} as const;

/** Whether a rule has this code. */
export function isRuleCode(code: string): boolean {
	return code === commentRule.code || Object.hasOwn(problemCodes, code);
}

/** What to say of a code that no rule has. */
export function explainUnknownCode(code: string): string {
	const words = Object.keys(problemCodes).map((each) => each.replaceAll("-", "_"));
	const nearest = findNearest(code, words)?.replaceAll("_", "-");
	// Somebody may have pasted anything here, and this is printed.
	const named = /^[a-z]+(?:-[a-z]+)*$/.test(code) ? ` “${code}”` : " of this name";
	return `There is no rule${named}.${suggest(nearest)}`;
}

const form = "# checkpoint-builder: ignore CODE — why";

/**
 * Finds the comments of a file that leave rules out.
 *
 * - `ignore` at the end of a line is about that line; on a line of its own, about the next one that says something.
 * - `ignore-file`, wherever it stands, is about the whole file.
 *
 * Several codes stand with commas between them. After a dash or a colon comes the reason, which must be there.
 */
export function readIgnoreComments(text: string): {
	readonly comments: readonly IgnoreComment[];
	readonly faulty: readonly FaultyComment[];
} {
	const comments: IgnoreComment[] = [];
	const faulty: FaultyComment[] = [];
	if (!/checkpoint-builder\s*:/i.test(text)) return { comments, faulty };
	const lines = text.split("\n");
	let offset = 0;
	for (const [index, line] of lines.entries()) {
		const start = findComment(line);
		const said = /^#+\s*checkpoint-builder\s*:\s*(.*?)\s*$/i.exec(line.slice(start))?.[1];
		if (said !== undefined) {
			const reading = readComment(said);
			const range = { start: offset + start, end: offset + line.trimEnd().length };
			if ("message" in reading) faulty.push({ message: reading.message, range });
			else {
				const about = line.slice(0, start).trim() === "" ? findNextLine(lines, index) : index + 1;
				comments.push({ codes: reading.codes, line: reading.isForFile ? undefined : about });
			}
		}
		offset += line.length + 1;
	}
	return { comments, faulty };
}

function readComment(
	said: string,
): { readonly codes: readonly string[]; readonly isForFile: boolean } | { readonly message: string } {
	const parts = /^(ignore(?:-file)?)(?:\s+(.*))?$/.exec(said);
	if (!parts) return { message: `Write “ignore” or “ignore-file” after the colon: ${form}.` };
	const [, verb, rest = ""] = parts;
	const [list = "", reason = ""] = splitReason(rest);
	const codes = list.split(/[\s,]+/).filter((code) => code !== "");
	if (codes.length === 0) return { message: `This names no rule, so it ignores nothing. Write ${form}.` };
	const unknown = codes.find((code) => !isRuleCode(code));
	if (unknown !== undefined) return { message: `${explainUnknownCode(unknown)} This ignores nothing.` };
	if (reason === "") return { message: `This gives no reason, so it ignores nothing. Write ${form}.` };
	return { codes, isForFile: verb === "ignore-file" };
}

/** A dash within a code has no space before it. */
function splitReason(rest: string): readonly string[] {
	const separator = /\s+-{1,2}\s+|\s*[—–:]\s*/.exec(rest);
	return separator
		? [rest.slice(0, separator.index), rest.slice(separator.index + separator[0].length).trim()]
		: [rest];
}

/**
 * Where the comment of a line begins; its length if it has none. Quotes are read as TOML, YAML and shells have them; of
 * a line in which one stays open, no comment is read.
 */
function findComment(line: string): number {
	let quote: string | undefined;
	for (let at = 0; at < line.length; at++) {
		const character = line[at];
		if (quote !== undefined) {
			if (character === "\\" && quote === '"') at++;
			else if (character === quote) quote = undefined;
		} else if (character === '"' || character === "'") quote = character;
		else if (character === "#" && (at === 0 || /[\s\ufeff]/.test(line[at - 1] ?? ""))) return at;
	}
	return line.length;
}

/** The next line that says something, from 1. */
function findNextLine(lines: readonly string[], index: number): number {
	const next = lines.findIndex((line, at) => at > index && !/^\s*(?:#|$)/.test(line));
	return next === -1 ? index + 1 : next + 1;
}
