import type * as z from "zod/mini";
import { findOption } from "../object-store/option.ts";
import { configFile } from "./node.ts";
import { keyMeta, unwrap } from "./node-key.ts";
import type { PlainValue } from "./placed-setting.ts";
import { findSuccessors } from "./renamed-keys.ts";

/** What a key takes: a value of one kind, or a table; undefined for a key that isn't known. */
export type KeyKind = "text" | "boolean" | "number" | "table" | undefined;

/** What the key at a path from the root takes. */
export function findKeyKind(path: readonly string[]): KeyKind {
	let schemas: readonly z.core.$ZodTypes[] = [configFile as z.core.$ZodTypes];
	for (const name of path) schemas = schemas.flatMap((schema) => enter(schema, name));
	const types = schemas.flatMap(listTypes);
	if (types.includes("string")) return "text";
	if (types.includes("boolean")) return "boolean";
	if (types.includes("number")) return "number";
	return types.length > 0 ? "table" : undefined;
}

function listTypes(schema: z.core.$ZodTypes): readonly string[] {
	const { def } = schema._zod;
	return def.type === "union" ? def.options.flatMap((option) => listTypes(unwrap(option))) : [def.type];
}

function enter(schema: z.core.$ZodTypes, name: string): readonly z.core.$ZodTypes[] {
	const { def } = schema._zod;
	if (def.type === "union") return def.options.flatMap((option) => enter(unwrap(option), name));
	if (def.type === "record") return [unwrap(def.valueType)];
	if (def.type !== "object") return [];
	const store = keyMeta.get(schema)?.options;
	const key = (store && findOption(store, name)?.key) ?? name;
	const inner = Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
	return inner ? [unwrap(inner)] : [];
}

/** A text as a value of what its key takes, where it is plainly one: a variable holds nothing but texts. */
export function readPlainValue(path: readonly string[], text: string): PlainValue {
	const kind = findKeyKind(path);
	if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
	const isNumber = kind === "number" || (kind === undefined && findSuccessors(path.join(".")) !== undefined);
	if (isNumber && /^-?(?:0|[1-9]\d*)$/.test(text)) return BigInt(text);
	return text;
}
