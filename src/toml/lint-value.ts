import * as z from "zod/mini";
import { docs } from "../config/docs.ts";
import { findingParam } from "../config/field.ts";
import { keyMeta, unwrap } from "../config/node-key.ts";
import type { Finding, Fix } from "../problem.ts";
import { type File, type FileFix, type Remark, translate } from "./file-problem.ts";
import { readText } from "./section.ts";
import type { Value } from "./statement.ts";
import type { Leaf } from "./tree.ts";
import { quoteLike, quoteString } from "./write.ts";

/** Judges a value by the schema of its key. */
export function lintValue(file: File, leaf: Leaf, schema: z.core.$ZodTypes): Remark[] {
	const { def } = schema._zod;
	if (def.type === "union") {
		const [text] = def.options;
		return text ? lintValue(file, leaf, unwrap(text)) : [];
	}
	const { value } = leaf;
	if (def.type === "string" && value.kind === "string") {
		const parsed = z.safeParse(schema, value.value);
		if (parsed.success) return [];
		return parsed.error.issues.map((issue) => aboutText(file, leaf, findingOf(issue), schema));
	}
	if (def.type === "boolean" && value.kind === "boolean") return [];
	if (def.type === "number" && value.kind === "integer") {
		const message = judgeNumber(value.value, schema);
		const place = { path: leaf.path, range: value, docs: docsOf(schema) };
		return message === undefined ? [] : [{ severity: "error", message, ...place }];
	}
	return [wrongType(leaf, schema)];
}

function docsOf(schema: z.core.$ZodType): string {
	return keyMeta.get(schema)?.docs ?? docs.reference;
}

/** The finding that a judge made, if the issue of a schema comes from one. */
function findingOf(issue: z.core.$ZodIssue): Finding {
	const finding: Finding | undefined = issue.code === "custom" ? issue.params?.[findingParam] : undefined;
	return finding ?? { severity: "error", message: issue.message };
}

/** A schema knows numbers as far as JavaScript counts them one by one, and the node takes larger ones. */
function judgeNumber(value: bigint, schema: z.core.$ZodTypes): string | undefined {
	if (value >= 2n ** 63n) return "This number is larger than 64 bits can hold.";
	const most = BigInt(Number.MAX_SAFE_INTEGER);
	const parsed = z.safeParse(schema, Number(value > most ? most : value < -most ? -most : value));
	return parsed.error?.issues[0]?.message;
}

/**
 * A finding on a text as a remark on the file.
 *
 * @param writeElsewhere How a repair is made that writes more than this text, or another; without it, none is offered.
 */
export function aboutText(
	file: File,
	{ path, value }: Leaf,
	finding: Finding,
	schema?: z.core.$ZodType,
	page?: string,
	writeElsewhere?: (fix: Fix) => FileFix | undefined,
): Remark {
	const { text } = file.document;
	const written = text.slice(value.start, value.end);
	const isPlain = value.kind === "string" && written.slice(1, -1) === value.value;
	const write = (fix: Fix): FileFix | undefined =>
		fix.target === undefined && fix.also === undefined
			? { title: fix.title, edits: [{ range: value, text: quoteLike(fix.text, written) }] }
			: writeElsewhere?.(fix);
	return translate(finding, {
		value,
		path,
		docs: page ?? (schema ? docsOf(schema) : docs.reference),
		write,
		...(isPlain && { contents: value.start + 1 }),
	});
}

/** What a value is, as the object of a sentence. It doesn't repeat the value, which may be a secret. */
const kinds: Readonly<Record<Value["kind"], string>> = {
	string: "a text",
	integer: "a number",
	float: "a number",
	boolean: "a boolean",
	date: "a date",
	array: "an array",
	table: "a table",
};

/** Says what type a key has, and writes the value in it where that is plain: `600` → `"600s"`, `"yes"` → `true`. */
export function wrongType({ path, value, entry }: Leaf, schema: z.core.$ZodTypes): Remark {
	const meta = keyMeta.get(schema);
	const { type } = schema._zod.def;
	const example = meta?.example === undefined ? "" : `, such as "${meta.example}"`;
	const expected =
		type === "string"
			? `a text in quotes${example}`
			: type === "boolean"
				? "true or false, without quotes"
				: type === "number"
					? "a whole number, without quotes"
					: "a table";
	const written = convert(value, schema);
	const suffix = written === undefined && value.kind === "string" ? completeKey(value.value, schema) : undefined;
	const end = entry.key.at(-1)?.end ?? value.start;
	const fix: FileFix | undefined =
		written !== undefined
			? { title: meta?.secret ? "Put it in quotes" : written, edits: [{ range: value, text: written }] }
			: suffix !== undefined
				? { title: `Add .${suffix}`, edits: [{ range: { start: end, end }, text: `.${suffix}` }] }
				: undefined;
	return {
		severity: "error",
		message: `Expected ${expected}, found ${kinds[value.kind]}.`,
		path,
		range: value,
		docs: docsOf(schema),
		...(fix && { fix }),
	};
}

function convert(value: Value, schema: z.core.$ZodTypes): string | undefined {
	const text = readText(value);
	if (text === undefined) return undefined;
	switch (schema._zod.def.type) {
		case "string":
			return [text, `${text}s`].filter((meant) => isLawful(meant, schema)).map(quoteString)[0];
		case "boolean":
			if (/^(?:true|yes|on|1)$/i.test(text)) return "true";
			return /^(?:false|no|off|0)$/i.test(text) ? "false" : undefined;
		case "number": {
			const digits = /^(\d{1,15})(?:\.0*)?$/.exec(text.replaceAll("_", ""))?.[1];
			return digits !== undefined && z.safeParse(schema, Number(digits)).success ? `${Number(digits)}` : undefined;
		}
		default:
			return undefined;
	}
}

function isLawful(text: string, schema: z.core.$ZodTypes): boolean {
	const { pattern = "" } = keyMeta.get(schema) ?? {};
	return z.safeParse(schema, text).success && new RegExp(pattern).test(text);
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
