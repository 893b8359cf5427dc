import * as z from "zod/mini";
import { docs } from "../docs.ts";
import { type FieldMeta, storeFields } from "../draft/fields.ts";
import { explainUnknownKey } from "../draft/option-rows.ts";
import { listForeign } from "../object-store/foreign.ts";
import { describeSince, listOptions } from "../object-store/option.ts";
import { undocumentedFlags } from "../object-store/undocumented.ts";
import type { OptionType } from "../stores/store.ts";
import {
	type FileStore,
	isObjectStore,
	mapStores,
	type ObjectStore,
	objectStores,
	type Store,
	storeNames,
	stores,
} from "../stores/stores.ts";
import { flag, type KeyMeta, sharedName, table, text } from "./node-key.ts";

const booleans = ["1", "true", "on", "yes", "y", "0", "false", "off", "no", "n"];

/** Patterns that every value of a type matches which the store takes. They let some others pass. */
const typePatterns: Readonly<Record<Exclude<OptionType, object>, string | undefined>> = {
	string: undefined,
	boolean: anyCase(booleans),
	integer: String.raw`^\+?\d+$`,
	duration: String.raw`^(?:0|.*\d.*[a-zA-Zµ]\s*)$`,
	url: "^[Hh][Tt][Tt][Pp][Ss]?://",
	path: String.raw`\S`,
	json: String.raw`^\s*\{`,
};

function anyCase(words: readonly string[]): string {
	const spell = (word: string) =>
		word.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
	return `^(?:${words.map(spell).join("|")})$`;
}

function patternOf(type: OptionType): string | undefined {
	if (typeof type === "string") return typePatterns[type];
	const { oneOf } = type;
	if (type.anyCase) return anyCase([...(type.orBoolean ? booleans : []), ...oneOf]);
	return String.raw`^\s*(?:${oneOf.map((member) => member.replace(/\*$/, ".*")).join("|")})\s*$`;
}

/** Texts of a type that an editor may offer; of a type without any, none. */
function listExamples(type: OptionType): readonly string[] | undefined {
	if (type === "boolean") return ["true", "false"];
	if (type === "duration") return ["30s"];
	if (typeof type === "string") return undefined;
	return type.oneOf.filter((member) => !member.endsWith("*"));
}

function describeOption(store: ObjectStore, key: string, help: string, type?: OptionType, secret?: true): KeyMeta {
	const field: FieldMeta | undefined = (storeFields[store] as Readonly<Record<string, FieldMeta>>)[key];
	const pattern = type && patternOf(type);
	const examples = type && listExamples(type);
	return {
		title: field?.title ?? key,
		help,
		docs: stores[store].docs,
		...(field?.example !== undefined && { example: field.example }),
		...(examples && { examples }),
		...(secret && { secret }),
		...(pattern !== undefined && { pattern }),
	};
}

/** Every spelling of every option of a store, and what Python's Polars reads, which a location may or may not read. */
function listOptionSchemas(store: ObjectStore): Record<string, z.ZodMiniType> {
	const known = listOptions(store).flatMap((option) => {
		const help = [option.help, describeSince(option)].filter((sentence) => sentence !== undefined).join(" ");
		const meta = describeOption(store, option.key, help, option.type, option.secret);
		const schema = z.optional(text(meta)).register(sharedName, { id: `${store}.${option.key}` });
		return [option.key, ...option.aliases].map((key) => [key, schema] as const);
	});
	const undocumented = listForeign(store)
		.filter(({ undocumented }) => undocumented)
		.map(({ key }) => {
			const help = "No option of the store.";
			const meta: KeyMeta = { ...describeOption(store, key, help), note: explainUnknownKey(store, key) };
			const schema = undocumentedFlags.includes(key) ? flag(key, help, meta) : text(meta);
			return [key, z.optional(schema).register(sharedName, { id: `${store}.${key}` })] as const;
		});
	return Object.fromEntries([...undocumented, ...known]);
}

const optionSchemas = mapStores(objectStores, listOptionSchemas);

/** What a location table is for, as the object of a sentence: `checkpoints`. */
type Content = string;

function localTable(content: Content, more: Partial<KeyMeta> = {}) {
	const help = `A directory on each worker's own disk for ${content}.`;
	const path = text({ title: storeFields.shared_filesystem.path.title, help, docs: docs.reference });
	return table(["Local disk", help, more], { path }, ["path"]);
}

function pathTable(store: FileStore, content: Content, more: Partial<KeyMeta> = {}) {
	const { title, help, example: checkpoints } = storeFields[store].path;
	// No two kinds of data go to one folder.
	const example = checkpoints.replace(/[^/]+$/, content.replace(/.* /, ""));
	const path = text({ title, help, docs: docs.reference, example, pattern: "^/" });
	return table([stores[store].title, help, more], { path }, ["path"]);
}

function storeTable(store: ObjectStore, content: Content, more: Readonly<Record<string, z.ZodMiniType>>) {
	const { title, example } = storeFields[store].url;
	const url = text({
		title,
		help: `The ${stores[store].bucket} and, after it, the folder for ${content}.`,
		example,
		docs: docs.reference,
		pattern: `^(?:${stores[store].schemes.join("|")})://[^/]`,
	});
	const help = `${stores[store].title} for ${content}. Every option is a text in quotes.`;
	return table(
		[stores[store].title, help, { docs: stores[store].docs, options: store }],
		{ ...optionSchemas[store], ...more, url },
		["url"],
	);
}

/**
 * A table that names one place for data, on a worker's own disk or in any store: `worker.checkpoint_location`.
 *
 * @param more Further keys of an object store's table.
 * @param told What else there is to tell of a place.
 */
export function locationTable(
	title: string,
	help: string,
	content: Content,
	page: string,
	more: Partial<Readonly<Record<ObjectStore, Readonly<Record<string, z.ZodMiniType>>>>> = {},
	told: Partial<Readonly<Record<Store | "local", Partial<KeyMeta>>>> = {},
) {
	const places = mapStores(storeNames, (store) =>
		isObjectStore(store) ? storeTable(store, content, more[store] ?? {}) : pathTable(store, content, told[store]),
	);
	return table([title, help, { docs: page, exclusive: true }], { local: localTable(content, told.local), ...places });
}
