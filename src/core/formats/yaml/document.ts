import {
	type Document,
	isAlias,
	isMap,
	isNode,
	isScalar,
	type Node,
	type Pair,
	parseAllDocuments,
	type Scalar,
	visit,
	type YAMLMap,
} from "yaml";
import { yamlDocs } from "../../docs.ts";
import type { TextRange } from "../../problem.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";

/** A text of YAML, read as Kubernetes and Helm read it. */
export interface YamlFile {
	readonly text: string;
	/** The text in which templates are texts of the same length. */
	readonly masked: string;
	readonly documents: readonly YamlDocument[];
	/** Where expressions of a template stand. */
	readonly templates: readonly TextRange[];
}

/** One document of a file. */
export interface YamlDocument {
	/** Undefined where the document is something else than a map, or can't be read. */
	readonly root: YAMLMap | undefined;
	readonly document: Document;
	/** Why it is no YAML. */
	readonly remarks: readonly UnplacedProblem[];
}

/** Nodes deeper than this are not read: whoever walks them would run out of room. */
const deepest = 200;

/**
 * Reads every document of a text as YAML 1.1, which Kubernetes and Helm read. Expressions of a Go template are taken for
 * texts, and lines of them for comments. It never throws.
 */
export function readYaml(text: string): YamlFile {
	const templates: TextRange[] = [];
	const masked = maskTemplates(text, templates);
	if (isDeep(masked)) return { text, masked, templates, documents: [] };
	try {
		const documents = parseAllDocuments(masked, {
			version: "1.1",
			merge: true,
			// To look for them takes the square of a map's size.
			uniqueKeys: false,
			keepSourceTokens: true,
			intAsBigInt: true,
			prettyErrors: false,
			logLevel: "silent",
		});
		const list: readonly Document[] = "empty" in documents ? [] : documents;
		return { text, masked, templates, documents: list.map((document) => openDocument(document, text.length)) };
	} catch {
		return { text, masked, templates, documents: [] };
	}
}

function openDocument(document: Document, length: number): YamlDocument {
	const { contents, errors } = document;
	const remarks = errors.slice(0, 3).map(({ code, pos: [start, end] }): UnplacedProblem => {
		const message = reasons[code] ?? "This is not YAML.";
		return {
			code: "yaml-syntax",
			severity: "error",
			message,
			path: [],
			range: { start: Math.min(start, length), end: Math.min(Math.max(end, start), length) },
			docs: yamlDocs,
		};
	});
	return { document, remarks, root: isMap(contents) && errors.length === 0 ? contents : undefined };
}

/** What to say for the reasons that the library gives, by its codes. None repeats the text, which may be a secret. */
const reasons: Readonly<Record<string, string>> = {
	BAD_ALIAS: "There is no anchor of this name above.",
	BAD_DQ_ESCAPE: "YAML has no such escape in double quotes.",
	BAD_INDENT: "This has another indentation than the lines that it belongs to.",
	BAD_SCALAR_START: "Put this in quotes: a plain value can't start with this character.",
	BLOCK_AS_IMPLICIT_KEY: "Write one key and one value on this line. Put a value that contains a colon in quotes.",
	BLOCK_IN_FLOW: "Inside brackets or braces, YAML can't use indentation.",
	MISSING_CHAR: "A quote, bracket, colon or comma is missing here.",
	MULTILINE_IMPLICIT_KEY: "Write a colon after this key.",
	TAB_AS_INDENT: "Indent with spaces: YAML allows no tab here.",
	UNEXPECTED_TOKEN: "This can't be here.",
};

/** Whether brackets or indentation nest deeper than can be read. */
function isDeep(text: string): boolean {
	let depth = 0;
	for (const character of text) {
		if (character === "[" || character === "{") depth++;
		else if ((character === "]" || character === "}") && depth > 0) depth--;
		if (depth > deepest) return true;
	}
	return /^[ \t]*(?:[-?:][ \t]+){200}/m.test(text) || new RegExp(`^ {${5 * deepest}}`, "m").test(text);
}

/**
 * Puts a text of the same length in the place of each expression of a Go template, and comments in that of lines that hold
 * nothing else.
 */
function maskTemplates(text: string, templates: TextRange[]): string {
	if (!text.includes("{{")) return text;
	let start = 0;
	return text
		.split("\n")
		.map((line) => {
			const masked = line.includes("}}") ? maskLine(line, start, templates) : line;
			start += line.length + 1;
			return masked;
		})
		.join("\n");
}

/** Whether lines of a template decide which lines around them count. */
export function hasBlocks({ text, templates }: YamlFile): boolean {
	return templates.some(({ start, end }) =>
		/^\{\{-?\s*(?:if|else|end|range|with|define|block)\b/.test(text.slice(start, end)),
	);
}

/**
 * The keys that a map has once more below, which are of no use at best: some programs refuse the file.
 *
 * @returns Each with the last of the same name in the same map.
 */
export function listRepeatedKeys({ document }: YamlDocument): readonly (readonly [first: Scalar, last: Scalar])[] {
	const found: (readonly [Scalar, Scalar])[] = [];
	visit(document, {
		Map: (_, map) => {
			const last = new Map<unknown, Scalar>();
			for (const { key } of map.items.toReversed()) {
				if (!isScalar(key) || key.source === "<<") continue;
				const later = last.get(key.value);
				if (later) found.push([key, later]);
				else last.set(key.value, key);
			}
		},
	});
	return found;
}

function maskLine(line: string, offset: number, templates: TextRange[]): string {
	const parts: string[] = [];
	let rest = "";
	let at = 0;
	for (let open = line.indexOf("{{"); open !== -1; open = line.indexOf("{{", at)) {
		const close = line.indexOf("}}", open + 2);
		if (close === -1) break;
		templates.push({ start: offset + open, end: offset + close + 2 });
		parts.push(line.slice(at, open), `<${"x".repeat(close - open)}>`);
		rest += line.slice(at, open);
		at = close + 2;
	}
	parts.push(line.slice(at));
	const isAlone = templates.length > 0 && at > 0 && (rest + line.slice(at)).trim() === "";
	return isAlone ? line.replace(/\S.*$/, (whole) => `#${" ".repeat(whole.length - 1)}`) : parts.join("");
}

/** The range of a node without its anchor, its tag and the comment behind it. */
export function rangeOf(node: Node | undefined | null): TextRange {
	const [start, end] = node?.range ?? [0, 0];
	return { start, end };
}

/** Where each anchor of a document stands, by its name. */
const anchors = new WeakMap<Document, ReadonlyMap<string, readonly Node[]>>();

function listAnchors(document: Document): ReadonlyMap<string, readonly Node[]> {
	const known = anchors.get(document);
	if (known) return known;
	const found = new Map<string, Node[]>();
	visit(document, {
		Node: (_, node) => {
			const name = "anchor" in node ? node.anchor : undefined;
			if (name === undefined) return;
			const others = found.get(name);
			if (others) others.push(node);
			else found.set(name, [node]);
		},
	});
	anchors.set(document, found);
	return found;
}

/** What an alias stands for, the last such anchor above it; any other node itself. */
export function resolve(node: unknown, { document }: YamlDocument): Node | undefined {
	if (!isAlias(node)) return isNode(node) ? node : undefined;
	const { start } = rangeOf(node);
	const found = listAnchors(document)
		.get(node.source)
		?.findLast((other) => rangeOf(other).start < start);
	// What an alias within it stands for, it would stand in itself.
	return found && rangeOf(found).end <= start ? found : undefined;
}

/** A pair of a map, the last of its key, with its key's text and place. */
export interface MapEntry {
	readonly pair: Pair;
	readonly key: Scalar;
	readonly name: string;
	readonly map: YAMLMap;
	/** Reached by an alias or a merge: what stands there says more than one thing. */
	readonly isShared: boolean;
}

/** The entries of a map, the last of each key, merged ones among them. Keys that are no texts are left out. */
export function listEntries(node: unknown, document: YamlDocument, isShared = false): ReadonlyMap<string, MapEntry> {
	const map = resolve(node, document);
	const entries = new Map<string, MapEntry>();
	if (!isMap(map)) return entries;
	const shared = isShared || isAlias(node);
	for (const pair of map.items) {
		if (!isScalar(pair.key)) continue;
		if (pair.key.source === "<<") {
			for (const [key, entry] of listEntries(pair.value, document, true)) {
				if (!entries.has(key)) entries.set(key, entry);
			}
			continue;
		}
		const name = String(pair.key.value);
		entries.set(name, { pair, key: pair.key, name, map, isShared: shared });
	}
	return entries;
}

/** The text of an entry; undefined where it is anything else. */
export function readText(entry: MapEntry | undefined, document: YamlDocument): string | undefined {
	const node = resolve(entry?.pair.value, document);
	return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}

/** What stands at a path of keys; undefined if nothing does. */
export function findEntry(root: unknown, path: readonly string[], document: YamlDocument): MapEntry | undefined {
	let node = root;
	let found: MapEntry | undefined;
	let isShared = false;
	for (const name of path) {
		found = listEntries(node, document, isShared).get(name);
		if (!found) return undefined;
		isShared = found.isShared || isAlias(found.pair.value);
		node = found.pair.value;
	}
	return found;
}
