import { Document, Pair, parseDocument, Scalar, visit, YAMLMap, YAMLSeq } from "yaml";
import type { Line, Token } from "../listing.ts";

/** A value of a YAML file: our own words, numbers and booleans as they are, what comes from elsewhere as a {@link YamlText}. */
export type YamlValue =
	| string
	| number
	| boolean
	| YamlText
	| Noted
	| readonly YamlValue[]
	| { readonly [key: string]: YamlValue | undefined };

interface Marks {
	/** Name of the form's field that the text comes from. */
	readonly field?: string | undefined;
	readonly secret?: boolean | undefined;
	/** Leaves out the quotes: only for a word that reads the same in every YAML. */
	readonly plain?: boolean;
}

/** A text from elsewhere, with what a view should know of it. An empty one is missing. */
export class YamlText {
	readonly text: string;
	readonly marks: Marks;

	constructor(text: string, marks: Marks = {}) {
		this.text = text;
		this.marks = marks;
	}
}

/** A value with a comment: behind a text, before the key of all else. */
export class Noted {
	readonly value: YamlValue;
	readonly note: string;

	constructor(value: YamlValue, note: string) {
		this.value = value;
		this.note = note;
	}
}

/**
 * Lays a value out as YAML.
 *
 * A {@link YamlText} stands in double quotes with JSON's escapes, on one line, so that readers of YAML 1.1 such as
 * Kubernetes' find that very text. Where it is empty, a comment says so.
 *
 * @param indent How far the whole stands in, in spaces.
 * @param head Comments at the top, one a line.
 */
export function layoutYaml(value: YamlValue, indent = 0, head: readonly string[] = []): readonly Line[] {
	const texts: (YamlText | undefined)[] = [];
	const yaml = new Document(toNode(value, texts))
		.toString({ lineWidth: 0, nullStr: "", doubleQuotedAsJSON: true })
		.replace(/^/, head.map((line) => `# ${line}\n`).join(""))
		.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
		.replace(/^(?=.)/gm, " ".repeat(indent));
	return readLines(yaml, texts);
}

/**
 * What JSON may hold as it is and YAML may not. It can only stand in a text in quotes, where both know the same escape.
 *
 * @see docs: YAML 1.1, `c-printable`.
 */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Builds the nodes, and notes for each scalar, in the order of the file, the text that it was made from. */
function toNode(value: YamlValue, texts: (YamlText | undefined)[]): Scalar | YAMLSeq | YAMLMap {
	if (value instanceof Noted) {
		const node = toNode(value.value, texts);
		node.comment = ` ${value.note}`;
		return node;
	}
	if (value instanceof YamlText) {
		texts.push(value);
		const missing = value.text === "";
		const scalar = new Scalar(missing ? null : value.text);
		if (missing) scalar.comment = " missing";
		else if (!value.marks.plain) scalar.type = Scalar.QUOTE_DOUBLE;
		return scalar;
	}
	if (typeof value !== "object") {
		texts.push(undefined);
		return new Scalar(value);
	}
	if (isList(value)) {
		const list = new YAMLSeq();
		list.items = value.map((item) => toNode(item, texts));
		return list;
	}
	const map = new YAMLMap();
	for (const [name, item] of Object.entries(value)) {
		if (item === undefined) continue;
		texts.push(undefined);
		const key = new Scalar(name);
		const node = toNode(item, texts);
		if (!(node instanceof Scalar) && node.comment) {
			key.commentBefore = node.comment;
			node.comment = null;
		}
		map.items.push(new Pair(key, node));
	}
	return map;
}

function isList(value: object): value is readonly YamlValue[] {
	return Array.isArray(value);
}

interface Span {
	readonly start: number;
	readonly end: number;
	readonly kind: Token["kind"];
	readonly text: YamlText | undefined;
}

/** Reads written YAML back to learn where each scalar stands. */
function readLines(yaml: string, texts: readonly (YamlText | undefined)[]): readonly Line[] {
	const spans: Span[] = [];
	visit(parseDocument(yaml, { uniqueKeys: false }), {
		Scalar: (role, { range }) => {
			const [start, end] = range ?? [0, 0];
			spans.push({ start, end, kind: role === "key" ? "key" : "string", text: texts[spans.length] });
		},
	});
	let offset = 0;
	return yaml.split(/(?<=\n)/).map((line): Line => {
		const start = offset;
		offset += line.length;
		const own = spans.filter((span) => span.start >= start && span.start < offset);
		const field = own.map(({ text }) => text?.marks.field).find((name) => name !== undefined);
		const isMissing = own.some(({ text }) => text?.text === "");
		return {
			tokens: cutTokens(yaml, own, start, offset - 1),
			...(field !== undefined && { field }),
			...(isMissing && { missing: true }),
		};
	});
}

function cutTokens(yaml: string, spans: readonly Span[], start: number, end: number): readonly Token[] {
	const tokens: Token[] = [];
	const push = (kind: Token["kind"], text: string, secret = false) => {
		if (text !== "") tokens.push({ kind, text, ...(secret && { secret }) });
	};
	const pushBetween = (from: number, to: number) => {
		const [, punctuation = "", comment = ""] = /^([^#]*)(.*)$/s.exec(yaml.slice(from, to)) ?? [];
		push("punctuation", punctuation);
		push("comment", comment);
	};
	let at = start;
	for (const span of spans) {
		pushBetween(at, span.start);
		push(span.kind, yaml.slice(span.start, span.end), span.text?.marks.secret);
		at = span.end;
	}
	pushBetween(at, end);
	return tokens;
}
