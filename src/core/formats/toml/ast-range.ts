import type { AST } from "toml-eslint-parser";
import type { TextRange } from "../../problem.ts";

/** A node of the parser whose range is not the range of what it says. */
export class WrongRange extends Error {}

/** A node that a place in the text is taken from. */
export type PlacedNode = AST.TOMLBare | AST.TOMLQuoted | AST.TOMLContentNode | AST.TOMLTable;

/**
 * Where a node stands, held against the text: no edit is made at a place that was not looked at.
 *
 * toml-eslint-parser 1.0.3 gives a lone `0` that ends the text an empty range, since its tokenizer steps back onto the
 * digit before it ends the token. That one is corrected. A release of the parser that no longer does so lets the
 * correction go, and with it the test that asks for the wrong range.
 *
 * @throws {WrongRange} If the characters at the range are not what the node says.
 */
export function rangeOf(node: PlacedNode, source: string): TextRange {
	const [start, given] = node.range;
	const isLoneZero = isInteger(node) && given === start && source[start] === "0";
	const end = isLoneZero ? start + 1 : given;
	if (!fits(node, source.slice(start, end)) || !isWhole(node, source, start, end)) throw new WrongRange();
	return { start, end };
}

function isInteger(node: PlacedNode): node is AST.TOMLIntegerValue {
	return node.type === "TOMLValue" && node.kind === "integer";
}

function fits(node: PlacedNode, text: string): boolean {
	switch (node.type) {
		case "TOMLBare":
			return text === node.name;
		case "TOMLQuoted":
			return isQuoted(node, text);
		case "TOMLArray":
			return isBetween(text, "[", "]");
		case "TOMLInlineTable":
			return isBetween(text, "{", "}");
		case "TOMLTable":
			return node.kind === "array" ? isBetween(text, "[[", "]]") : isBetween(text, "[", "]");
		case "TOMLValue":
			return fitsValue(node, text);
	}
}

function fitsValue(node: AST.TOMLValue, text: string): boolean {
	const plain = text.replaceAll("_", "");
	switch (node.kind) {
		case "string":
			return isQuoted(node, text);
		case "integer":
			return (
				/^[+-]?\w+$/.test(text) && BigInt(plain.replace(/^[+-]/, "")) === (node.bigint < 0n ? -1n : 1n) * node.bigint
			);
		case "float":
			return /^[+-]?(?:inf|nan)$/.test(text) || Object.is(Number(plain), node.value);
		case "boolean":
			return text === String(node.value);
		default:
			return /^\d[\d:.+\-TtZz]*(?: \d[\d:.+\-Zz]*)?$/.test(text);
	}
}

/** Whether what stands beside a value or a bare key can't be a part of it. */
function isWhole(node: PlacedNode, source: string, start: number, end: number): boolean {
	if (node.type !== "TOMLBare" && (node.type !== "TOMLValue" || node.kind === "string")) return true;
	const part = /[\w+-]/;
	return !part.test(source[start - 1] ?? "") && !part.test(source[end] ?? "");
}

function isQuoted(node: AST.TOMLQuoted | AST.TOMLStringValue, text: string): boolean {
	const quote = (node.style === "literal" ? "'" : '"').repeat(node.multiline ? 3 : 1);
	if (!isBetween(text, quote, quote)) return false;
	const isVerbatim = !node.multiline && (node.style === "literal" || !text.includes("\\"));
	return !isVerbatim || text.slice(1, -1) === node.value;
}

function isBetween(text: string, opening: string, closing: string): boolean {
	return text.length >= opening.length + closing.length && text.startsWith(opening) && text.endsWith(closing);
}
