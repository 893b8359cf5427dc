import * as z from "zod/mini";
import { configFile, schedulerFile, workerFile } from "./node.ts";
import { keyMeta, sharedName } from "./node-key.ts";

const files = { config: configFile, scheduler: schedulerFile, worker: workerFile } as const;

/** A file of Polars On-Prem that has a JSON Schema: one for every node, the scheduler's or a worker's. */
export type FileKind = keyof typeof files;

/** All of them. */
export const fileKinds = Object.keys(files) as FileKind[];

/**
 * The JSON Schema of a file, as Taplo and the editors that build on it read it.
 *
 * It knows every documented key and refuses others, and where a pattern can tell, it refuses values that the node
 * would. What only a program can tell, and what spans keys, it lets pass. It is draft-07, since Taplo refuses valid
 * files under a later one.
 *
 * @returns A JSON text with LF line ends, one at the end.
 */
export function writeJsonSchema(kind: FileKind): string {
	const schema = z.toJSONSchema(files[kind], {
		target: "draft-7",
		io: "input",
		reused: "ref",
		metadata: sharedName,
		override: addMeta,
	});
	return `${JSON.stringify(schema, unwrapReference, "\t")}\n`;
}

/** zod wraps a reference, so that it may have neighbours; here none has. */
function unwrapReference(_: string, value: unknown): unknown {
	const { allOf, ...rest } = Object(value);
	return Array.isArray(allOf) && allOf.length === 1 && Object.keys(rest).length === 0 ? allOf[0] : value;
}

function addMeta({
	zodSchema,
	jsonSchema: json,
}: {
	zodSchema: z.core.$ZodType;
	jsonSchema: z.core.JSONSchema.BaseSchema;
}) {
	// They are JavaScript's own limits, not the node's.
	if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
	if (json.propertyNames) delete json.propertyNames;
	const meta = keyMeta.get(zodSchema);
	if (!meta) return;
	json.title = meta.title;
	json.description = meta.note ? `${meta.help} ${meta.note.message}` : meta.help;
	if (meta.example !== undefined) json.examples = [meta.example];
	if (meta.default !== undefined) json.default = meta.default;
	if (meta.pattern !== undefined && json.type === "string") json.pattern = meta.pattern;
	if (meta.exclusive) {
		json.minProperties = 1;
		json.maxProperties = 1;
	}
	// Polars lower-cases an option's key before it looks it up, which a schema can't.
	if (meta.options) json.patternProperties = { "[A-Z]": { type: "string" } };
	json["x-taplo"] = { links: { key: meta.docs } };
}
