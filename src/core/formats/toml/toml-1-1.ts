import { type AST, parseTOML } from "toml-eslint-parser";
import { type Entry, type Header, readStatement, type Value } from "./statement.ts";

/** A statement of TOML 1.1 that TOML 1.0 refuses. */
export interface Newer {
	/** What only TOML 1.1 allows, as the subject of a sentence, and what to write instead. */
	readonly what: string;
	readonly instead: string;
	/** The same in TOML 1.0; undefined where that is not certain. */
	readonly text?: string;
}

/**
 * Tells a statement of TOML 1.1 from one that no TOML allows, and writes it in TOML 1.0: what 1.1 adds are line ends,
 * comments and a last comma in inline tables, the escapes `\e` and `\x`, and times without seconds.
 *
 * @see docs: the changelog of TOML, "1.1.0 / 2025-12-18".
 */
export function readNewer(statement: string): Newer | undefined {
	if (!isCandidate.test(statement)) return undefined;
	const range = { start: 0, end: statement.length };
	const newer = readStatement(statement, range, "1.1.0");
	if (newer.kind === "syntax" || readStatement(statement, range).kind !== "syntax") return undefined;
	const { tokens, comments } = parseTOML(statement, { tomlVersion: "1.1.0" });
	const found = new Set<Feature>();
	const text = rewrite(statement, tokens, comments, found);
	const older = readStatement(text, { start: 0, end: text.length });
	const [feature] = features.filter((name) => found.has(name));
	if (!feature) return undefined;
	return { ...told[feature], ...(older.kind !== "syntax" && isSame(newer, older) && { text }) };
}

/** To read a statement takes far longer than to see that it holds nothing that is new. */
const isCandidate = /\{.*\n|,\s*\}|\\[ex]|\d\d:\d\d/s;

const features = ["line", "comma", "escape", "time"] as const;
type Feature = (typeof features)[number];
const told: Readonly<Record<Feature, Newer>> = {
	line: { what: "a line break in braces", instead: "write the whole table on one line" },
	comma: { what: "a comma before the closing brace", instead: "remove it" },
	escape: { what: String.raw`the escapes \e and \x`, instead: String.raw`write \u and four digits` },
	time: { what: "a time without seconds", instead: "write the seconds" },
};

/** Writes the tokens anew; comments within braces go to the end of the line. */
function rewrite(
	statement: string,
	tokens: readonly AST.Token[],
	comments: readonly AST.Comment[],
	found: Set<Feature>,
): string {
	const parts: string[] = [];
	const moved: string[] = [];
	const open: string[] = [];
	let at = 0;
	tokens.forEach((token, index) => {
		const [start, given] = token.range;
		// The parser's empty range for a zero that ends the text: the digit is part of what follows.
		const end = Math.max(given, start);
		const gap = statement.slice(at, start);
		const inBraces = open.at(-1) === "{";
		const isBroken = inBraces && gap.includes("\n");
		if (isBroken) {
			found.add("line");
			const own = comments.filter(({ range }) => range[0] >= at && range[1] <= start);
			moved.push(...own.map(({ range }) => statement.slice(...range).trimEnd()));
		}
		parts.push(isBroken ? " " : gap);
		at = end;
		const text = statement.slice(start, end);
		const isPunctuator = token.type === "Punctuator";
		if (isPunctuator && (text === "{" || text === "[")) open.push(text);
		if (isPunctuator && (text === "}" || text === "]")) open.pop();
		const next = tokens[index + 1];
		if (isPunctuator && text === "," && inBraces && next && statement.slice(...next.range) === "}") {
			found.add("comma");
			return;
		}
		parts.push(rewriteToken(token.type, text, found));
	});
	const rest = statement.slice(at);
	const isCommented = rest.trimStart().startsWith("#");
	return parts.join("") + (isCommented ? rest : rest.trimEnd()) + moved.map((comment) => ` ${comment}`).join("");
}

function rewriteToken(type: AST.Token["type"], text: string, found: Set<Feature>): string {
	if (type === "BasicString" || type === "MultiLineBasicString") {
		return text.replace(/\\(?:e|x([\da-fA-F]{2})|.)/gs, (written, digits?: string) => {
			if (written !== "\\e" && digits === undefined) return written;
			found.add("escape");
			return `\\u00${digits ?? "1B"}`;
		});
	}
	if (!/^(?:LocalTime|LocalDateTime|OffsetDateTime)$/.test(type)) return text;
	return text.replace(/^((?:.*[ Tt])?\d\d:\d\d)(?!:)/, (time) => {
		found.add("time");
		return `${time}:00`;
	});
}

/** Whether two statements say the same, wherever its parts stand. */
function isSame(one: Header | Entry, other: Header | Entry): boolean {
	if (one.kind !== other.kind || !isSameKey(one.key, other.key)) return false;
	return one.kind === "header" || other.kind === "header" || isSameValue(one.value, other.value);
}

function isSameKey(one: Entry["key"], other: Entry["key"]): boolean {
	return one.length === other.length && one.every(({ name }, index) => name === other[index]?.name);
}

function isSameValue(one: Value, other: Value): boolean {
	if (one.kind === "array" && other.kind === "array") {
		return (
			one.items.length === other.items.length && one.items.every((item, index) => isSameAt(item, other.items[index]))
		);
	}
	if (one.kind === "table" && other.kind === "table") {
		return (
			one.entries.length === other.entries.length &&
			one.entries.every((entry, index) => {
				const twin = other.entries[index];
				return twin !== undefined && isSame(entry, twin);
			})
		);
	}
	// A date differs by its seconds alone, which are the fix.
	if (one.kind === "date" || other.kind === "date") return one.kind === other.kind;
	return "value" in one && "value" in other && Object.is(one.value, other.value);
}

function isSameAt(one: Value, other: Value | undefined): boolean {
	return other !== undefined && isSameValue(one, other);
}
