import { tomlDocs } from "../../docs.ts";
import type { TextRange } from "../../problem.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { replaceDifference, type TextEdit } from "../../text/edit.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import type { LinePlace } from "../../text/place.ts";
import { escapeInvisible } from "../../text/quote.ts";
import { guessStatement } from "./guess.ts";
import { closeQuote, leadingZero } from "./loose-value.ts";
import type { OpenedFile } from "./open-file.ts";
import type { Fault, TomlDocument } from "./read.ts";
import { outOfBounds } from "./statement.ts";
import { joinKey } from "./write.ts";

/** What a fault is, in words for the person who wrote the text, and what may have been meant. */
export interface ExplainedFault extends TextRange {
	readonly message: string;
	/** Fixes after which the text is TOML there, the likeliest first. Whether they make sense is for others to know. */
	readonly readings: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];
	/** Whether none of them goes before another: else the first that makes sense is the one. */
	readonly isOpen?: boolean;
	/** Whether it says nothing of TOML, but that this program can't read as much. */
	readonly isLimit?: boolean;
}

type SyntaxFault = Extract<Fault, { kind: "syntax" }>;

/** Says what TOML expected. A message holds no more of the text than a key, since a value may be a secret. */
export function explainFault(
	{ text }: TomlDocument,
	fault: Fault,
	locate: (offset: number) => LinePlace,
): ExplainedFault {
	switch (fault.kind) {
		case "character":
			return explainCharacter(text, fault);
		case "encoding":
			return explainEncoding(text, fault);
		case "syntax":
			return explainSyntax(text, fault);
		default: {
			const { kind, part, first, path } = fault;
			const key = escapeInvisible(joinKey(path.map(String)));
			const { line } = locate(first.start);
			const message = {
				repeated: `${key} is defined twice: first on line ${line}.`,
				closed: `Nothing can be added to ${key} here. Write it inside the braces on line ${line}.`,
				"no table": `${key} can't contain keys: it is a value on line ${line}.`,
			}[kind];
			return { start: part.start, end: part.end, message, readings: [] };
		}
	}
}

/** The first thing that makes a file no TOML 1.0, without a fix. */
export function findFault({ document, locate }: OpenedFile): UnplacedProblem | undefined {
	const [fault] = document.faults;
	return fault && describeFault(fault, explainFault(document, fault, locate));
}

const codes: Readonly<Record<Fault["kind"], ProblemCode>> = {
	character: "toml-syntax",
	encoding: "file-encoding",
	syntax: "toml-syntax",
	repeated: "repeated-key",
	closed: "toml-syntax",
	"no table": "toml-syntax",
};

/** A fault as a problem, without a fix. */
export function describeFault(fault: Fault, { message, start, end, isLimit }: ExplainedFault): UnplacedProblem {
	const path = "path" in fault ? fault.path : [];
	const code = isLimit ? "too-large" : codes[fault.kind];
	return { code, severity: isLimit ? "warning" : "error", message, path, range: { start, end }, docs: tomlDocs };
}

function explainCharacter(text: string, { start, end }: TextRange): ExplainedFault {
	const character = text.slice(start, end);
	const range = { start, end };
	if (character === "\r") {
		return {
			...range,
			message: "Write a line feed after this carriage return.",
			readings: [{ title: "End the line", edits: [{ range, text: "\n" }] }],
		};
	}
	const what = /\p{Cs}/u.test(character) ? "broken" : "control";
	return {
		...range,
		message: `Remove the ${what} character here: TOML doesn't allow it.`,
		readings: [{ title: "Remove it", edits: [{ range, text: "" }] }],
	};
}

function explainEncoding(text: string, { start, end }: TextRange): ExplainedFault {
	const isAscii = !/[^\0-\x7f]/.test(text.replace(mark, ""));
	const reading = {
		title: "Read it as UTF-16",
		edits: [{ range: { start, end }, text: text.replace(mark, "").replaceAll("\0", "") }],
	};
	return {
		start,
		end: Math.min(end, start + 1),
		message: "This file is UTF-16, but TOML must be UTF-8. Save it as UTF-8.",
		// Of what is no ASCII, the half that NUL isn't was read as something else.
		readings: isAscii ? [reading] : [],
	};
}

/** A byte order mark of UTF-16, as what reads bytes one by one or as UTF-8 makes of it. */
const mark = /^(?:\ufeff|\ufffd{1,2}|\u00ff\u00fe|\u00fe\u00ff)/;

function explainSyntax(text: string, fault: SyntaxFault): ExplainedFault {
	const { statement, reason } = fault;
	const written = text.slice(statement.start, statement.end);
	const guess = guessStatement(written, isNearlyRight.test(reason));
	if (!guess) return { ...explainReason(text, fault), readings: [] };
	const { message, at, isOpen } = guess;
	const readings = guess.readings.map((reading) => ({
		title: reading.title,
		edits: [replaceDifference(text, statement, reading.text)],
	}));
	const range = at
		? { start: statement.start + at.start, end: statement.start + at.end }
		: pointAt(text, statement, readings[0]?.edits[0]?.range ?? statement);
	return { ...range, message, readings, ...(isOpen && { isOpen }) };
}

/** What an edit replaces; where it only adds, the value that it adds to. */
function pointAt(text: string, statement: TextRange, { start, end }: TextRange): TextRange {
	if (start < end) return { start, end };
	const written = text.slice(statement.start, statement.end);
	const from = statement.start + (valueStart.exec(written)?.[0].length ?? written.length - 1);
	return widen(text, from, end, statement);
}

function explainReason(text: string, fault: SyntaxFault): Omit<ExplainedFault, "readings"> {
	const { statement, reason, unclosed } = fault;
	if (unclosed !== undefined && reason !== newlineInTable) {
		const opened = text[unclosed] ?? "";
		const what = opened === "[" ? closeArray : opened === "{" ? closeTable : "Close this text with three quotes.";
		return { start: unclosed, end: unclosed + 1, message: what };
	}
	const at = Math.min(Math.max(fault.at, statement.start), Math.max(statement.start, statement.end - 1));
	const inValue = /^Unexpected (?:character|token)$/.test(reason) && valueStart.test(text.slice(statement.start, at));
	const message = inValue ? "This character can't be here. Put text in quotes." : reasons[reason];
	const isLimit = reason === outOfBounds;
	const said = message ?? statementMessage;
	return { ...widen(text, at, at, statement), message: said, ...(isLimit && { isLimit }) };
}

const part = String.raw`(?:[\w-]+|"[^"\n]*"|'[^'\n]*')`;
const valueStart = new RegExp(String.raw`^${part}(?:[ \t]*\.[ \t]*${part})*[ \t]*=[ \t]*`);
/** What is refused for one character of it is a number or a date, and no text that lacks its quotes. */
const isNearlyRight = /underscores|date|time/i;

/** A range that can be seen: at least one character, and within the statement. */
function widen(text: string, start: number, end: number, statement: TextRange): TextRange {
	if (end > start) return { start, end };
	const from = Math.max(statement.start, Math.min(start, statement.end - 1));
	return { start: from, end: from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1) };
}

const newlineInTable = "No newlines are allowed between the curly braces unless they are valid within a value";
const closeArray = "Close this array with ].";
const closeTable = "Close this table with }.";
const statementMessage = "Write key = value, or [table].";
const afterValue = "Start a new line here.";
const knownEscapes = String.raw`Write one of b t n f r " \ u U after a backslash.`;
const keyParts = "Write a part of the key on both sides of each dot.";

/** What to say for each of the reasons that toml-eslint-parser 1.0.3 gives, by its own words. */
export const reasons: Readonly<Record<string, string>> = {
	"Unterminated string constant": closeQuote,
	"Unterminated table-key": "Write ] after the table's name.",
	"Unterminated array": closeArray,
	"Unterminated inline table": closeTable,
	"Empty bare keys are not allowed": "Write a table's name between the brackets.",
	"Must be a newline": afterValue,
	"Expected equal (=) token": "Write = after the key.",
	"Unspecified values are invalid": "Write a value after the =.",
	"Expected comma (,) token": "Write a comma between the values.",
	"Defining a key multiple times is invalid": "This key is in the table twice.",
	"Unexpected character": `This character can't be here. ${statementMessage}`,
	"Unexpected token": statementMessage,
	"Control characters (codes < 0x1f and 0x7f) are not allowed": "Write only visible characters, on one line.",
	"The key, equals sign, and value must be on the same line": "Write the key, the = and the value on one line.",
	[newlineInTable]: "Write the whole table on one line, from { to }.",
	"Underscores are allowed between digits": "Write a digit on both sides of each _.",
	"Unexpected spaces": "Remove the space between the two brackets.",
	"Three or more quotes are not permitted": "Write at most two quotes in a row in this text.",
	"Unexpected invalid date": "Write a date that exists.",
	"Unexpected invalid time": "Write a time from 00:00:00 to 23:59:59.",
	"Leading zeros are not allowed": leadingZero,
	"Trailing comma is not permitted in an inline table": "Remove the comma before the closing brace.",
	"Invalid character in escape sequence": knownEscapes,
	"Consecutive dots are not permitted in keys": keyParts,
	"Keys cannot end with a dot": keyParts,
	"Keys cannot start with a dot": keyParts,
	[outOfBounds]: "This is too long, or has too many brackets inside each other, to be checked.",
};
