import { escapeInvisible } from "../object-store/finding.ts";
import type { Range } from "../problem.ts";
import { replaceDifference, type TextEdit } from "./edit.ts";
import type { Place } from "./place.ts";
import type { Document, Fault } from "./read.ts";
import { readStatement } from "./statement.ts";
import { joinKey, quoteString } from "./write.ts";

/** What a fault is, in words for the person who wrote the text, and a repair after which it is gone. */
export interface Explanation extends Range {
	readonly message: string;
	readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

type Refusal = Extract<Fault, { kind: "refusal" }>;

/** Says what TOML expected. A message holds no more of the text than a key, since a value may be a secret. */
export function explainFault({ text }: Document, fault: Fault, locate: (offset: number) => Place): Explanation {
	if (fault.kind === "character") return explainCharacter(text, fault);
	if (fault.kind === "refusal") return explainRefusal(text, fault);
	const { kind, part, first, path } = fault;
	const key = escapeInvisible(joinKey(path.map(String)));
	const { line } = locate(first.start);
	const message = {
		repeated: `${key} stands here a second time: it is on line ${line} already.`,
		closed: `${key} can't be added to here: what stands in braces on line ${line} is complete.`,
		"no table": `${key} is no table, so no key can be below it: it is a value on line ${line}.`,
	}[kind];
	return { start: part.start, end: part.end, message };
}

function explainCharacter(text: string, { start, end }: Range): Explanation {
	const character = text.slice(start, end);
	const at = { start, end };
	if (character === "\r") {
		return {
			...at,
			message: "Expected a line feed after this carriage return.",
			fix: { title: "End the line", edits: [{ range: at, text: "\n" }] },
		};
	}
	const what = /\p{Cs}/u.test(character) ? "half of a character" : "a control character";
	return {
		...at,
		message: `Expected visible characters, found ${what}.`,
		fix: { title: "Remove it", edits: [{ range: at, text: "" }] },
	};
}

/** A mistake that many make: how it looks, what to say, and the statement as it was likely meant. */
interface Mistake {
	readonly pattern: RegExp;
	readonly message: string;
	readonly title: string;
	/** Texts for the statement, by the pattern's groups; the first that is TOML is offered. */
	readonly repair: (groups: readonly string[]) => readonly string[];
}

const bare = String.raw`(?:[\w-]+|"[^"\n]*"|'[^'\n]*')`;
const key = String.raw`(${bare}(?:[ \t]*\.[ \t]*${bare})*)`;
const rest = String.raw`([ \t]*(?:#.*)?)$`;
const assign = String.raw`^(${key}[ \t]*=[ \t]*)`;

/** The first that looks like the statement, and has a repair that is TOML, speaks. */
const mistakes: readonly Mistake[] = [
	{
		pattern: /^(?:\/\/|--|;|\/\*|%|!)[ \t]*(.*)$/s,
		message: "Expected # before a comment.",
		title: "Write #",
		repair: ([, comment = ""]) => [`# ${comment}`],
	},
	{
		pattern: new RegExp(String.raw`^(\[\[?)[ \t]*${key}[ \t]*\]{0,3}${rest}`),
		message: "Expected a table's name in brackets: [worker].",
		title: "Close the brackets",
		repair: ([, , name = "", comment = ""]) => [`[${name}]${comment}`],
	},
	{
		pattern: new RegExp(String.raw`^${key}[ \t]*(?::=|==+|=>|:)[ \t]*(\S.*)$`),
		message: "Expected = between the key and its value.",
		title: "Write =",
		repair: ([, name = "", value = ""]) => [`${name} = ${value}`, `${name} = ${quoteString(value.trimEnd())}`],
	},
	{
		pattern: new RegExp(`${assign}(true|false|yes|no|on|off)${rest}`, "is"),
		message: "Expected true or false, in small letters.",
		title: "Write it so",
		repair: ([, before = "", , word = "", comment = ""]) => [`${before}${/^(?:true|yes|on)$/i.test(word)}${comment}`],
	},
	{
		pattern: new RegExp(`${assign}(?:null|none|nil)${rest}`, "i"),
		message: "TOML has no null: a key without a value is left out.",
		title: "Comment it out",
		repair: ([whole = ""]) => [`# ${whole}`],
	},
	{
		pattern: new RegExp(String.raw`${assign}[“”„‟«»‘’‚]([^“”„‟«»‘’‚"'\n]*)[“”„‟«»‘’‚]${rest}`),
		message: "Expected straight quotes: \"…\" or '…'.",
		title: "Straighten the quotes",
		repair: ([, before = "", , value = "", comment = ""]) => [`${before}${quoteString(value)}${comment}`],
	},
	{
		pattern: new RegExp(String.raw`${assign}"([^"'\n]*\\[^"'\n]*)"${rest}`),
		message: "A backslash begins an escape in double quotes: single quotes take it as it is.",
		title: "Write single quotes",
		repair: ([, before = "", , value = "", comment = ""]) => [`${before}'${value}'${comment}`],
	},
	{
		pattern: new RegExp(String.raw`${assign}(["'])((?:(?!\3)[^\n\\])*?)[ \t]*$`),
		message: "Expected a quote at the end of this text.",
		title: "Close the quote",
		repair: ([, before = "", , quote = "", value = ""]) => [`${before}${quote}${value}${quote}`],
	},
	{
		pattern: new RegExp(
			String.raw`${assign}((?:"[^"\n\\]*"|'[^'\n]*'|[\w.+-]+|\[[^\]\n]*\])[ \t]*)(?:[;,]+|\/\/(.*))[ \t]*$`,
		),
		message: "Expected the end of the line after the value.",
		title: "Write TOML",
		repair: ([, before = "", , value = "", comment]) => [
			`${before}${value.trimEnd()}${comment === undefined ? "" : ` #${comment}`}`,
		],
	},
	{
		pattern: new RegExp(String.raw`${assign}([+-]?)0+(\d[\d_]*)${rest}`),
		message: "A number can't begin with a zero.",
		title: "Drop the zeros",
		repair: ([, before = "", , sign = "", digits = "", comment = ""]) => [`${before}${sign}${digits}${comment}`],
	},
	{
		pattern: new RegExp(String.raw`${assign}([^\s"'#[\]{}“”‘’][^"'#[\]{}\n]*?)${rest}`, "i"),
		message: "Expected a value; a text stands in quotes.",
		title: "Put it in quotes",
		repair: ([, before = "", , value = "", comment = ""]) => [`${before}${quoteString(value)}${comment}`],
	},
	{
		pattern: /^(.*?\{.*?),(\s*\}.*)$/s,
		message: "Expected no comma before the closing brace.",
		title: "Remove the comma",
		repair: ([, before = "", after = ""]) => [before + after],
	},
];

function explainRefusal(text: string, fault: Refusal): Explanation {
	const { statement, reason, unclosed } = fault;
	const written = text.slice(statement.start, statement.end);
	// No one writes a longer line by hand, and patterns take their time on it.
	if (written.length <= 500 && !isNearlyRight.test(reason)) {
		for (const { pattern, message, title, repair } of mistakes) {
			const groups = pattern.exec(written);
			const repaired = groups && repair([...groups]).find(isToml);
			if (repaired === undefined || repaired === null) continue;
			const edit = replaceDifference(text, statement, repaired);
			const { start, end } = edit.range;
			const from = start < end ? start : statement.start + (valueStart.exec(written)?.[0].length ?? written.length - 1);
			return { ...widen(text, from, end, statement), message, fix: { title, edits: [edit] } };
		}
	}
	if (unclosed !== undefined && reason !== newlineInTable) {
		const opened = text[unclosed] ?? "";
		const what =
			opened === "["
				? "Nothing closes this array: expected ]."
				: opened === "{"
					? "Nothing closes this table: expected }."
					: "Nothing closes this text: expected three quotes.";
		return { start: unclosed, end: unclosed + 1, message: what };
	}
	const at = Math.min(Math.max(fault.at, statement.start), Math.max(statement.start, statement.end - 1));
	const inValue = /^Unexpected (?:character|token)$/.test(reason) && valueStart.test(text.slice(statement.start, at));
	const message = inValue ? "Expected another character here; a text stands in quotes." : reasons[reason];
	return { ...widen(text, at, at, statement), message: message ?? "Expected key = value, or [table]." };
}

const valueStart = new RegExp(assign);
/** What is refused for one character of it is a number or a date, and no text that lacks its quotes. */
const isNearlyRight = /underscores|date|time/i;

function isToml(statement: string): boolean {
	if (statement.startsWith("#")) return true;
	return readStatement(statement, { start: 0, end: statement.length }).kind !== "refusal";
}

/** A range that can be seen: at least one character, and within the statement. */
function widen(text: string, start: number, end: number, statement: Range): Range {
	if (end > start) return { start, end };
	const from = Math.max(statement.start, Math.min(start, statement.end - 1));
	return { start: from, end: from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1) };
}

const newlineInTable = "No newlines are allowed between the curly braces unless they are valid within a value";
const afterValue = "Expected the end of the line here.";
const knownEscapes = String.raw`After a backslash, expected one of b t n f r " \ u U.`;
const keyParts = "Expected a part of the key on both sides of each dot.";

/** What to say for each of the reasons that toml-eslint-parser 1.0.3 gives, by its own words. */
export const reasons: Readonly<Record<string, string>> = {
	"Unterminated string constant": "Expected a quote at the end of this text.",
	"Unterminated table-key": "Expected ] after the table's name.",
	"Unterminated array": "Expected ] at the end of this array.",
	"Unterminated inline table": "Expected } at the end of this table.",
	"Empty bare keys are not allowed": "Expected a table's name between the brackets.",
	"Must be a newline": afterValue,
	"Expected equal (=) token": "Expected = after the key.",
	"Unspecified values are invalid": "Expected a value after the =.",
	"Expected comma (,) token": "Expected a comma between the values.",
	"Defining a key multiple times is invalid": "This key stands twice in one table.",
	"Unexpected character": "Expected key = value, or [table]; this character can't stand here.",
	"Unexpected token": "Expected key = value, or [table].",
	"Control characters (codes < 0x1f and 0x7f) are not allowed": "Expected visible characters on one line.",
	"The key, equals sign, and value must be on the same line": "Expected the key, the = and the value on one line.",
	[newlineInTable]: "Expected the whole table on one line, from { to }.",
	"Underscores are allowed between digits": "Expected a digit on both sides of each _.",
	"Unexpected spaces": "Expected no space between the two brackets.",
	"Three or more quotes are not permitted": "Expected at most two quotes in a row within this text.",
	"Unexpected invalid date": "Expected a date that is in the calendar.",
	"Unexpected invalid time": "Expected a time from 00:00:00 to 23:59:59.",
	"Leading zeros are not allowed": "A number can't begin with a zero.",
	"Trailing comma is not permitted in an inline table": "Expected no comma before the closing brace.",
	"Invalid character in escape sequence": knownEscapes,
	"Consecutive dots are not permitted in keys": keyParts,
	"Keys cannot end with a dot": keyParts,
	"Keys cannot start with a dot": keyParts,
	"Out of bounds": "This is too long, or too deep in brackets, to be read here.",
};
