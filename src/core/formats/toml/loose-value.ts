import { quoteString } from "./write.ts";

/** What a value that TOML refuses may have been meant as. */
export interface LooseValue {
	readonly message: string;
	/** Ways to write it in TOML, the likeliest first, and what to call them; some may be no TOML. */
	readonly spellings: readonly Spelling[];
	/** The comment behind it, with the white space before it. */
	readonly comment: string;
	/** Whether each of the ways is a reading of its own, so that none goes before another. */
	readonly isOpen?: boolean;
}

/** A value in TOML, and what the button says that writes it. */
export interface Spelling {
	readonly title: string;
	readonly value: string;
}

const anyQuote = `"'“”„‟«»‘’‚‛‹›\``;
const curly = /^[“”„‟«»‘’‚‛‹›`]/;
/** What may follow a value on its line: commas and semicolons that JSON and others want there, and a comment. */
const tail = /^([ \t]*)(?:[,;]+([ \t]*))?((?:#|\/\/).*)?$/;
/** Where a comment begins behind a text that no quote ends. */
const commentStart = /[ \t]+(?:#|\/\/)/;
const stray = new RegExp(`[${anyQuote}]`);
const apostrophe = /(?<=\p{L})['’](?=\p{L})/gu;

/**
 * Reads the rest of a line behind `key =` as a person would who takes quotes, commas and comments for what they are
 * meant to be. It takes no comment, no comma behind it and no stray quote for a part of the value, and leaves nothing
 * else out. It takes linear time.
 *
 * @param rest Without white space around it; of one line, but for an array or a table.
 */
export function readLooseValue(rest: string): LooseValue | undefined {
	const quote = rest[0];
	if (quote === "[" || quote === "{") return readBracketed(rest);
	if (rest === "" || rest.includes("\n") || /^(?:"""|''')/.test(rest)) return undefined;
	if (quote === '"' || quote === "'") return readQuoted(rest, quote);
	return curly.test(rest) ? readCurly(rest) : readBare(rest);
}

/** The comment in what follows a value; undefined if something else follows. */
function readTail(text: string): string | undefined {
	const match = tail.exec(text);
	if (!match) return undefined;
	const [, before = "", behind = "", comment = ""] = match;
	if (comment === "") return "";
	const written = comment.startsWith("#") ? comment : `#${comment.slice(2)}`;
	return `${before || behind || (comment === written ? "" : " ")}${written}`;
}

const endMessage = "Only a comment can follow the value on its line.";
/** What to say where something else stands between a key and its value. */
export const equalsMessage = "Write = between the key and its value.";
/** What to say of a text that no quote ends. */
export const closeQuote = "Write a quote at the end of this text.";
/** What to say of a number such as 007. */
export const leadingZero = "A number can't start with a zero.";
const curlyMessage = "Write straight quotes: \"…\" or '…'.";
const escapeMessage = "In double quotes, a backslash starts an escape. Use single quotes to keep it.";

function readQuoted(rest: string, quote: '"' | "'"): LooseValue | undefined {
	const end = findClosing(rest, quote);
	const behind = end === undefined ? "" : rest.slice(end + 1);
	const comment = readTail(behind);
	if (end === undefined || comment === undefined) return readMisquoted(rest, quote) ?? readUnclosed(rest, quote);
	const contents = rest.slice(1, end);
	return comment === behind && contents.includes("\\")
		? { message: escapeMessage, spellings: spell(contents, quote, "Write single quotes"), comment }
		: { message: endMessage, spellings: spell(contents, quote, "End the line"), comment };
}

/** The quote that closes a text: the first that no backslash escapes, or, as in `"C:\"`, the last before the tail. */
function findClosing(rest: string, quote: string): number | undefined {
	let escaped: number | undefined;
	for (let at = 1; at < rest.length; at++) {
		if (quote === '"' && rest[at] === "\\") {
			if (rest[at + 1] === quote && readTail(rest.slice(at + 2)) !== undefined) escaped = at + 1;
			at++;
		} else if (rest[at] === quote) return at;
	}
	return escaped;
}

/** A text that closes with another quote than it opens with, or holds an apostrophe in single quotes. */
function readMisquoted(rest: string, quote: string): LooseValue | undefined {
	const last = findLastQuote(rest);
	if (!last || commentStart.test(last.contents) || hasStrayQuote(last.contents)) return undefined;
	return {
		message: closeQuote,
		spellings: spell(last.contents, quote, "Add the closing quote"),
		comment: last.comment,
	};
}

/** What stands before the first quote of any kind that nothing but a tail follows, less the quote that opens it. */
function findLastQuote(rest: string): { readonly contents: string; readonly comment: string } | undefined {
	for (let at = 1; at < rest.length; at++) {
		const comment = stray.test(rest[at] ?? "") ? readTail(rest.slice(at + 1)) : undefined;
		if (comment !== undefined) return { contents: rest.slice(1, at), comment };
	}
	return undefined;
}

function hasStrayQuote(text: string): boolean {
	return stray.test(text.replace(apostrophe, ""));
}

function readUnclosed(rest: string, quote: string): LooseValue | undefined {
	const { contents, comment } = cutComment(rest.slice(1));
	if (contents === "" || hasStrayQuote(contents)) return undefined;
	return { message: closeQuote, spellings: spell(contents, quote, "Add the closing quote"), comment };
}

/** A text up to the comment behind it, without white space, commas and semicolons at its end. */
function cutComment(text: string): { readonly contents: string; readonly comment: string } {
	const start = text.search(commentStart);
	const contents = (start === -1 ? text : text.slice(0, start)).replace(/[ \t,;]+$/, "");
	const comment = start === -1 ? "" : (readTail(text.slice(start)) ?? "");
	return { contents, comment };
}

function readCurly(rest: string): LooseValue | undefined {
	const { contents, comment } = findLastQuote(rest) ?? cutComment(rest.slice(1));
	if (hasStrayQuote(contents)) return undefined;
	const spelling = { title: "Write straight quotes", value: quoteString(contents) };
	return { message: curlyMessage, spellings: [spelling], comment };
}

/** A text as it was meant in these quotes. What is no escape in double quotes was meant as it stands. */
function spell(contents: string, quote: string, title: string): Spelling[] {
	if (quote === "'") return [{ title, value: contents.includes("'") ? quoteString(contents) : `'${contents}'` }];
	return [
		{ title, value: `"${contents}"` },
		{ title, value: `'${contents}'` },
	];
}

/** An array or a table that something follows, or that is JSON's. */
function readBracketed(rest: string): LooseValue | undefined {
	const end = findBracketEnd(rest);
	const behind = end === undefined ? "" : rest.slice(end);
	const comment = readTail(behind);
	if (end === undefined || comment === undefined) return undefined;
	const value = rest.slice(0, end);
	return comment === behind
		? { message: equalsMessage, spellings: [{ title: "Write =", value: writeEquals(value) }], comment }
		: {
				message: endMessage,
				spellings: [
					{ title: "End the line", value },
					{ title: "End the line", value: writeEquals(value) },
				],
				comment,
			};
}

function findBracketEnd(text: string): number | undefined {
	let depth = 0;
	for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/g)) {
		if (token === "[" || token === "{") depth++;
		else if (token === "]" || token === "}") depth--;
		if (depth === 0) return index + token.length;
	}
	return undefined;
}

/** JSON's colons as TOML's equals signs. */
function writeEquals(text: string): string {
	return text.replace(
		/([{,]\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+))\s*:\s*|"(?:[^"\\]|\\.)*"|'[^']*'/g,
		(match, before?: string) => (before === undefined ? match : `${before} = `),
	);
}

const textMessage = "This is not a value. Put text in quotes.";
const wordMessage = "Write true or false, in lower case.";

function readBare(rest: string): LooseValue | undefined {
	const { contents, comment } = cutComment(rest);
	const text = contents.replace(new RegExp(`[${anyQuote}]$`), "");
	if (text === "" || hasStrayQuote(text) || secondKey.test(text)) return undefined;
	const quoted = { title: "Put it in quotes", value: quoteString(text) };
	if (text !== contents) {
		const message = "Write a quote at the start of this text.";
		return { message, spellings: [{ ...quoted, title: "Add the opening quote" }], comment };
	}
	const message = rest === contents + comment ? textMessage : endMessage;
	const write = (value: string): Spelling => ({ title: `Write ${value}`, value });
	if (/^(?:true|false)$/i.test(text)) {
		const lower = text.toLowerCase();
		return { message: text === lower ? message : wordMessage, spellings: [write(lower), quoted], comment };
	}
	if (/^(?:yes|no|on|off)$/i.test(text)) {
		const spellings = [write(`${/^(?:yes|on)$/i.test(text)}`), quoted];
		return { message: wordMessage, spellings, comment, isOpen: true };
	}
	const [, sign = "", digits] = /^([+-]?)0+(\d[\d_]*)$/.exec(text) ?? [];
	if (digits !== undefined) {
		const spellings = [{ title: "Remove the zeros", value: sign + digits }, quoted];
		return { message: leadingZero, spellings, comment, isOpen: true };
	}
	// What is a number or a date stays one.
	return {
		message,
		spellings: /^[+-]?(?:\d|inf$|nan$)/.test(text) ? [{ title: "End the line", value: text }, quoted] : [quoted],
		comment,
	};
}

/** A second key on the same line: the text is not one value. */
const secondKey = /[,;][ \t]*[\w.-]+[ \t]*[=:]|[ \t]=[ \t]/;
