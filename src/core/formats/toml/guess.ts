import { findHidden } from "../../text/invisible.ts";
import { equalsMessage, type LooseValue, readLooseValue } from "./loose-value.ts";
import { splitStatements } from "./scan.ts";
import { readStatement } from "./statement.ts";
import { readNewer } from "./toml-1-1.ts";
import { quoteString } from "./write.ts";

/** What a statement that TOML refuses was likely meant as. */
export interface Guess {
	readonly message: string;
	/** Texts for the statement, the likeliest first. Each is TOML 1.0. */
	readonly readings: readonly StatementGuess[];
	/** Whether each reading is offered beside the first; else the first that makes sense to the node is the one. */
	readonly isOpen?: boolean;
	/** The characters to point at, from the statement's start, where the difference isn't what is wrong. */
	readonly at?: { readonly start: number; readonly end: number };
}

/** A text for the statement, and what the button says that writes it. */
export interface StatementGuess {
	readonly title: string;
	readonly text: string;
}

/** Nobody writes a longer one by hand, and to look at it from all sides takes its time. */
const longest = 2000;

/**
 * Looks for a fault that many texts have: the habits of other formats, quotes that don't match, and what can't be seen. It
 * has nothing to say where no reading of the statement is TOML.
 *
 * @param isNearlyRight Whether the value is a number or a date but for a character, and so no text without its quotes.
 */
export function guessStatement(written: string, isNearlyRight: boolean): Guess | undefined {
	if (written.length > longest) return undefined;
	return guessHidden(written) ?? guessNewer(written) ?? (isNearlyRight ? undefined : guessVisible(written));
}

function guessVisible(written: string): Guess | undefined {
	return [guessComment, guessHeader, guessEntry].map((guess) => guess(written)).find((found) => found !== undefined);
}

function toGuess(written: string, { readings, ...rest }: Guess): Guess | undefined {
	const lawful = readings.flatMap(({ title, text }) => {
		const older = isToml(text) ? text : readNewer(text)?.text;
		return older === undefined || older === written ? [] : [{ title, text: older }];
	});
	return lawful.length > 0 ? { ...rest, readings: lawful } : undefined;
}

/** Whether a text is TOML 1.0: statements, comments or nothing. */
function isToml(text: string): boolean {
	return splitStatements(text).every((statement) => readStatement(text, statement).kind !== "syntax");
}

function guessHidden(written: string): Guess | undefined {
	const hidden = findHidden(written);
	if (!hidden) return undefined;
	const { first, texts } = hidden;
	const message = `Remove the invisible character here: ${first.name}.`;
	const title = "Remove it";
	const readings = texts.filter(isToml).map((text) => ({ title, text }));
	if (readings.length > 0) return { message, readings, at: first };
	const guess = guessVisible(texts[0] ?? "");
	return guess && { ...guess, message, at: first };
}

function guessNewer(written: string): Guess | undefined {
	const newer = readNewer(written);
	if (!newer) return undefined;
	const { what, instead, text } = newer;
	const readings = text === undefined ? [] : [{ title: "Write TOML 1.0", text }];
	const literal = /^([^"']*=[ \t]*)"([^"']*\\[^"']*)"([ \t]*(?:#.*)?)$/.exec(written);
	const asItStands = literal
		? [{ title: "Write single quotes", text: `${literal[1]}'${literal[2]}'${literal[3]}` }].filter(({ text }) =>
				isToml(text),
			)
		: [];
	const isPath = literal !== null && looksLikePath(literal[2] ?? "");
	return {
		message: `TOML 1.1 allows ${what}, but TOML 1.0 doesn't. For both, ${instead}.`,
		readings: isPath && asItStands.length > 0 ? asItStands : [...readings, ...asItStands],
		isOpen: true,
	};
}

/** Whether a text is a path or an address, in which a backslash is no escape. */
export function looksLikePath(text: string): boolean {
	return /^(?:[A-Za-z]:|\.{0,2}[\\/]|~[\\/]|\\\\|[a-z][a-z\d+.-]*:\/\/)/.test(text);
}

function guessComment(written: string): Guess | undefined {
	const match = /^(?:\/\/|--|;|\/\*|%|!)[ \t]*(.*)$/.exec(written);
	if (!match) return undefined;
	const readings = [{ title: "Write #", text: `# ${match[1]}` }];
	return toGuess(written, { message: "Write # before a comment.", readings });
}

const anyQuote = `"'“”„‟«»‘’‚‛`;
const part = String.raw`(?:[\w-]+|"[^"\n]*"|'[^'\n]*'|[“„«‘‚][^${anyQuote}\n]*[${anyQuote}])`;
const key = String.raw`(${part}(?:[ \t]*\.[ \t]*${part})*)`;
const headerLine = new RegExp(String.raw`^(\[\[?)[ \t]*${key}[ \t]*\]{0,3}[ \t]*[:;,]?([ \t]*(?:#.*)?)$`);
const entryLine = new RegExp(String.raw`^${key}([ \t]*)(:=|==+|=>|=|:)([ \t]*)([^ \t].*)$`, "s");

function straighten(name: string): string {
	return name.replace(/[“„«‘‚]([^“”„‟«»‘’‚‛\n]*)[”‟»’‛“"']/g, (_, inner: string) =>
		/^[\w-]+$/.test(inner) ? inner : quoteString(inner),
	);
}

function guessHeader(written: string): Guess | undefined {
	const [, brackets, name = "", comment = ""] = headerLine.exec(written) ?? [];
	if (brackets === undefined) return undefined;
	return toGuess(written, {
		message: "Write the table's name in brackets: [worker].",
		readings: [{ title: "Write the brackets", text: `[${straighten(name)}]${comment}` }],
	});
}

function guessEntry(written: string): Guess | undefined {
	const [, name = "", before = "", sign, behind = "", rest = ""] = entryLine.exec(written) ?? [];
	if (sign === undefined || (sign === ":" && behind === "" && /^[\\/]/.test(rest))) return undefined;
	const start = straighten(name) + (sign === "=" ? `${before}=${behind}` : " = ");
	const value = rest.replace(/[ \t]+$/, "");
	const [, word, comment = ""] = /^(null|none|nil|~)[ \t]*[,;]?([ \t]*(?:#.*)?)$/i.exec(value) ?? [];
	if (word !== undefined) {
		const readings = [{ title: "Comment it out", text: `# ${written}` }];
		// As Python writes it, it is no text.
		if (word === "none") readings.push({ title: "Put it in quotes", text: `${start}"none"${comment}` });
		return toGuess(written, {
			message: "TOML has no null. Remove a key that has no value.",
			readings,
			isOpen: true,
		});
	}
	const meant: LooseValue | undefined = readLooseValue(value);
	if (!meant) return undefined;
	const isEqual = sign === "=" && straighten(name) === name;
	const message = isEqual ? meant.message : sign === "=" ? straightKey : equalsMessage;
	return toGuess(written, {
		message,
		readings: meant.spellings.map(({ title, value: spelt }) => ({
			title: isEqual ? title : sign === "=" ? "Write straight quotes" : "Write =",
			text: start + spelt + meant.comment,
		})),
		...(meant.isOpen && { isOpen: true }),
	});
}

const straightKey = "Write straight quotes around the key, or none.";
