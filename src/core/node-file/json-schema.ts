import * as z from "zod/mini";
import { docs } from "../docs.ts";
import { configFile, schedulerFile, workerFile } from "./node.ts";
import { keyMeta, sharedName } from "./node-key.ts";
import { listRenamedKeys } from "./renamed-keys.ts";

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
 * files under a later one. A key of an earlier release is in it as a deprecated one that no value fits, so that an editor
 * says what took its place.
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
	addRenamedKeys(schema);
	return `${JSON.stringify(schema, unwrapReference, "\t")}\n`;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

function addRenamedKeys(schema: JsonSchema): void {
	for (const [key, successors] of listRenamedKeys()) {
		const path = key.split(".");
		const name = path.pop() ?? "";
		const table = findPart(schema, path);
		// A file for one kind of node has no word on what belongs to the other.
		const isHere = successors.every((successor) => findPart(schema, successor.split(".").slice(0, 2)));
		if (isHere && table?.properties && !Object.hasOwn(table.properties, name)) {
			table.properties[name] = describeRenamed(name, successors);
		}
	}
}

function findPart(schema: JsonSchema, path: readonly string[]): JsonSchema | undefined {
	return path.reduce<JsonSchema | undefined>(findProperty, schema);
}

/** A table's own key; undefined for one that it shares with other tables. */
function findProperty(schema: JsonSchema | undefined, name: string): JsonSchema | undefined {
	const property = schema?.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
	return typeof property === "object" ? property : undefined;
}

function describeRenamed(title: string, successors: readonly string[]): JsonSchema {
	const description =
		successors.length === 0
			? "DEPRECATED. A key of an earlier release, which has no successor."
			: `DEPRECATED. A key of an earlier release: it is ${successors.join(" and ")} now.`;
	return { title, description, deprecated: true, not: {}, "x-taplo": { hidden: true, links: { key: docs.reference } } };
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
	const examples = meta.examples ?? (meta.example === undefined ? [] : [meta.example]);
	if (examples.length > 0) json.examples = [...examples];
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
