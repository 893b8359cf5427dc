import * as z from "zod/mini";
import { docs } from "../docs.ts";
import { readProblem } from "../draft/field.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import { readText } from "../formats/toml/section.ts";
import type { Value } from "../formats/toml/statement.ts";
import { firstOf, type Item, type Leaf } from "../formats/toml/tree.ts";
import { quoteLike, quoteString } from "../formats/toml/write.ts";
import { readBytes } from "../node-file/byte-size.ts";
import { keyMeta, unwrap } from "../node-file/node-key.ts";
import { advisePlaceholder, isPlaceholder } from "../object-store/placeholder.ts";
import type { Fix, TextProblem } from "../problem.ts";
import { type FileFix, translate, type UnplacedProblem } from "../text/file-problem.ts";
import { askForKind, tooLarge } from "../text/wording.ts";

/** Judges a value by the schema of its key, and says what is to be said of the key. */
export function lintKnown(file: OpenedFile, leaf: Leaf, schema: z.core.$ZodTypes): UnplacedProblem[] {
	return withNote(leaf, schema, lintValue(file, leaf, schema));
}

/** What was found in an item, with what is to be said of its key, which caps how grave all of it is. */
export function withNote(item: Item, schema: z.core.$ZodType, problems: readonly UnplacedProblem[]): UnplacedProblem[] {
	const note = keyMeta.get(schema)?.note;
	if (!note) return [...problems];
	const cap = (problem: UnplacedProblem): UnplacedProblem =>
		note.severity === "advice" || problem.severity === "error" ? { ...problem, severity: note.severity } : problem;
	return [{ ...note, path: item.path, range: firstOf(item), docs: docsOf(schema) }, ...problems.map(cap)];
}

function lintValue(file: OpenedFile, leaf: Leaf, schema: z.core.$ZodTypes): UnplacedProblem[] {
	const { def } = schema._zod;
	const { value } = leaf;
	if (def.type === "union") {
		const isList = (option: z.core.$ZodType) => unwrap(option)._zod.def.type === "array";
		const option = value.kind === "array" ? (def.options.find(isList) ?? def.options[0]) : def.options[0];
		return option ? lintValue(file, leaf, unwrap(option)) : [];
	}
	if (def.type === "unknown") return [];
	if (def.type === "array" && value.kind === "array") {
		const isText = value.items.every(({ kind }) => kind === "string");
		const message = "Write text in quotes for each value.";
		return isText
			? []
			: [{ code: "wrong-type", severity: "error", message, path: leaf.path, range: value, docs: docsOf(schema) }];
	}
	if (def.type === "string" && value.kind === "string") {
		const parsed = z.safeParse(schema, value.value);
		const problems = parsed.success ? adviseText(value.value, schema) : parsed.error.issues.map(readProblem);
		return problems.map((problem) => aboutText(file, leaf, problem, schema));
	}
	if (def.type === "boolean" && value.kind === "boolean") return [];
	if (def.type === "number" && value.kind === "integer") {
		const message = judgeNumber(value.value, schema);
		const place = { path: leaf.path, range: value, docs: docsOf(schema) };
		return message === undefined ? [] : [{ code: "wrong-value", severity: "error", message, ...place }];
	}
	return [wrongType(leaf, schema)];
}

function docsOf(schema: z.core.$ZodType): string {
	return keyMeta.get(schema)?.docs ?? docs.reference;
}

/** What is lawful in a text and worth a word. A secret may hold what only looks like a placeholder. */
function adviseText(text: string, schema: z.core.$ZodType): TextProblem[] {
	const meta = keyMeta.get(schema);
	const left = meta?.secret && !isPlaceholder(text) ? undefined : advisePlaceholder(text);
	const problem = left ?? meta?.advise?.(text);
	return problem ? [problem] : [];
}

/** A schema knows numbers as far as JavaScript counts them one by one, and the node takes larger ones. */
function judgeNumber(value: bigint, schema: z.core.$ZodTypes): string | undefined {
	if (value >= 2n ** 63n) return tooLarge;
	const most = BigInt(Number.MAX_SAFE_INTEGER);
	const parsed = z.safeParse(schema, Number(value > most ? most : value < -most ? -most : value));
	return parsed.error?.issues[0]?.message;
}

/**
 * A problem with a text as one with the file that holds it.
 *
 * @param writeElsewhere How a fix is made that writes more than this text, or another; without it, none is offered.
 */
export function aboutText(
	file: OpenedFile,
	{ path, value }: Leaf,
	problem: TextProblem,
	schema?: z.core.$ZodType,
	page?: string,
	writeElsewhere?: (fix: Fix) => FileFix | undefined,
): UnplacedProblem {
	const { text } = file.document;
	const written = text.slice(value.start, value.end);
	const isPlain = value.kind === "string" && written.slice(1, -1) === value.value;
	const write = (fix: Fix): FileFix | undefined =>
		fix.target === undefined && fix.also === undefined
			? { title: fix.title, edits: [{ range: value, text: quoteLike(fix.text, written) }] }
			: writeElsewhere?.(fix);
	return translate(problem, {
		value,
		path,
		docs: page ?? (schema ? docsOf(schema) : docs.reference),
		write,
		...(isPlain && { contents: value.start + 1 }),
	});
}

/** What a value is, as the object of a sentence. It doesn't repeat the value, which may be a secret. */
const kinds: Readonly<Record<Value["kind"], string>> = {
	string: "text",
	integer: "a number",
	float: "a number",
	boolean: "true or false",
	date: "a date",
	array: "an array",
	table: "a table",
};

/** Says what type a key has, and writes the value in it where that is plain: `600` → `"600s"`, `"yes"` → `true`. */
export function wrongType({ path, value, entry }: Leaf, schema: z.core.$ZodTypes): UnplacedProblem {
	const meta = keyMeta.get(schema);
	const { type } = schema._zod.def;
	const example = meta?.example === undefined ? "" : `, such as "${meta.example}"`;
	const wanted =
		type === "string"
			? `text in quotes${example}`
			: type === "boolean"
				? "true or false, without quotes"
				: type === "number"
					? `a whole number${meta?.unit ? ` of ${meta.unit}` : ""}, without quotes`
					: "a table";
	const { texts, isOpen } = convert(value, schema);
	const [first, ...others] = texts.map(
		(text): FileFix => ({ title: meta?.secret ? "Put it in quotes" : text, edits: [{ range: value, text }] }),
	);
	const alternatives = first && isOpen ? [first, ...others] : others;
	const suffix = !first && value.kind === "string" ? completeKey(value.value, schema) : undefined;
	const end = entry.key.at(-1)?.end ?? value.start;
	const completed = suffix !== undefined && {
		title: `Add .${suffix}`,
		edits: [{ range: { start: end, end }, text: `.${suffix}` }],
	};
	const found = value.kind === "date" && !value.written.includes("-") ? "a time" : kinds[value.kind];
	return {
		code: "wrong-type",
		severity: "error",
		message: askForKind(wanted, found),
		path,
		range: value,
		docs: docsOf(schema),
		...(first && !isOpen && { fix: first }),
		...(completed && { fix: completed }),
		...(alternatives.length > 0 && { alternatives }),
	};
}

/** What a value may have been meant as, in TOML, the likeliest first; and whether that one is no likelier than others. */
interface Meanings {
	readonly texts: readonly string[];
	readonly isOpen?: boolean;
}

function convert(value: Value, schema: z.core.$ZodTypes): Meanings {
	switch (schema._zod.def.type) {
		case "string":
			return listTexts(value, (text) => isLawful(text, schema));
		case "boolean": {
			const text = readText(value) ?? "";
			if (/^(?:true|yes|on|1)$/i.test(text)) return { texts: ["true"] };
			return { texts: /^(?:false|no|off|0)$/i.test(text) ? ["false"] : [] };
		}
		case "number": {
			const numbers = listNumbers(value, keyMeta.get(schema)?.unit === "bytes");
			const lawful = numbers.filter((number) => z.safeParse(schema, Number(number)).success);
			return { texts: lawful.map(String), isOpen: lawful.length > 1 };
		}
		default:
			return { texts: [] };
	}
}

/** From this many on, a number of seconds is more than an hour, and may as well be one of milliseconds. */
const manySeconds = 5000;

/** Texts for a value that lacks its quotes: as it is written, or a number with the unit that it may count in. */
function listTexts(value: Value, isLawful: (text: string) => boolean): Meanings {
	const text = readText(value);
	const written = "written" in value ? value.written : text;
	if (written === undefined) return { texts: [] };
	// A float is meant as it is written: 1.10 is no 1.1.
	const plain = [...new Set([written, value.kind === "integer" ? `${value.value}` : written])].filter(isLawful);
	if (plain.length > 0) return { texts: plain.map(quoteString), isOpen: plain.length > 1 };
	if (value.kind !== "integer" && value.kind !== "float") return { texts: [] };
	const units = value.value === 0n ? ["s"] : ["s", "ms"];
	const texts = units.map((unit) => `${text}${unit}`).filter(isLawful);
	return { texts: texts.map(quoteString), isOpen: value.value >= manySeconds };
}

function listNumbers(value: Value, isBytes: boolean): readonly bigint[] {
	if (value.kind === "float") return Number.isSafeInteger(value.value) ? [BigInt(value.value)] : [];
	if (value.kind !== "string") return [];
	const digits = /^(\d{1,15})(?:\.0*)?$/.exec(value.value.replaceAll("_", ""))?.[1];
	if (digits !== undefined) return [BigInt(digits)];
	return isBytes ? readBytes(value.value) : [];
}

function isLawful(text: string, schema: z.core.$ZodTypes): boolean {
	const { pattern = "", advise } = keyMeta.get(schema) ?? {};
	return z.safeParse(schema, text).success && new RegExp(pattern).test(text) && !advise?.(text);
}

/** The rest of a key that a text was meant for: `checkpoint_location = "s3://…"` lacks `s3.url`. */
function completeKey(text: string, schema: z.core.$ZodTypes): string | undefined {
	const { def } = schema._zod;
	if (def.type !== "object") return undefined;
	for (const [key, inner] of Object.entries(def.shape)) {
		const known = unwrap(inner);
		if (keyMeta.get(schema)?.exclusive) {
			const rest = completeKey(text, known);
			if (rest !== undefined) return `${key}.${rest}`;
		} else if (key === "url" || key === "path") {
			if (keyMeta.get(known)?.pattern !== undefined && isLawful(text, known)) return key;
		}
	}
	return undefined;
}
