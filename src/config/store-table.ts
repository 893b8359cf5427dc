import type * as z from "zod/mini";
import { docs } from "../docs.ts";
import { schemes } from "../object-store/address.ts";
import { listForeign } from "../object-store/foreign.ts";
import { describeSince, listOptions } from "../object-store/option.ts";
import { undocumentedFlags } from "../object-store/undocumented.ts";
import type { OptionType } from "../stores/store.ts";
import type { Store } from "../stores/stores.ts";
import { type ObjectStore, stores } from "../stores/stores.ts";
import { type FieldMeta, storeFields, storeTitles } from "./fields.ts";
import { flag, type KeyMeta, sharedName, table, text } from "./node-key.ts";
import { explainUnknownKey } from "./option-rows.ts";

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

function describeOption(store: ObjectStore, key: string, help: string, type?: OptionType, secret?: true): KeyMeta {
	const field: FieldMeta | undefined = (storeFields[store] as Readonly<Record<string, FieldMeta>>)[key];
	const pattern = type && patternOf(type);
	return {
		title: field?.title ?? key,
		help,
		docs: stores[store].docs,
		...(field?.example !== undefined && { example: field.example }),
		...(secret && { secret }),
		...(pattern !== undefined && { pattern }),
	};
}

/** Every spelling of every option of a store, and what Python's Polars reads, which a location may or may not read. */
function listOptionSchemas(store: ObjectStore): Record<string, z.ZodMiniType> {
	const known = listOptions(store).flatMap((option) => {
		const help = [option.help, describeSince(option)].filter((sentence) => sentence !== undefined).join(" ");
		const meta = describeOption(store, option.key, help, option.type, option.secret);
		const schema = text(meta).register(sharedName, { id: `${store}.${option.key}` });
		return [option.key, ...option.aliases].map((key) => [key, schema] as const);
	});
	const undocumented = listForeign(store)
		.filter(({ undocumented }) => undocumented)
		.map(({ key }) => {
			const help = "No option of the store.";
			const meta: KeyMeta = { ...describeOption(store, key, help), note: explainUnknownKey(store, key) };
			const schema = undocumentedFlags.includes(key) ? flag(key, help, meta) : text(meta);
			return [key, schema.register(sharedName, { id: `${store}.${key}` })] as const;
		});
	return Object.fromEntries([...undocumented, ...known]);
}

const optionSchemas = {
	s3: listOptionSchemas("s3"),
	gcs: listOptionSchemas("gcs"),
	abs: listOptionSchemas("abs"),
} as const;

/** What a location table is for, as the object of a sentence: `checkpoints`. */
type Content = string;

function pathTable(store: "local" | "shared_filesystem", content: Content, more: Partial<KeyMeta> = {}) {
	const absolute = store === "shared_filesystem";
	const { title, example, help } = storeFields.shared_filesystem.path;
	const where = store === "local" ? `A directory on each worker's own disk for ${content}.` : help;
	const tableTitle = store === "local" ? "Local disk" : storeTitles.shared_filesystem;
	const meta: KeyMeta = {
		title,
		help: where,
		docs: docs.reference,
		...(absolute && { example, pattern: "^/" }),
	};
	return table([tableTitle, where, more], { path: text(meta) }, ["path"]);
}

function storeTable(store: ObjectStore, content: Content, more: Readonly<Record<string, z.ZodMiniType>>) {
	const { title, example } = storeFields[store].url;
	const url = text({
		title,
		help: `The ${store === "abs" ? "container" : "bucket"} and, after it, the folder for ${content}.`,
		example,
		docs: docs.reference,
		pattern: `^(?:${schemes[store].join("|")})://[^/]`,
	});
	const help = `${storeTitles[store]} for ${content}. Every option is a text in quotes.`;
	return table(
		[storeTitles[store], help, { docs: stores[store].docs, options: store }],
		{ ...optionSchemas[store], ...more, url },
		["url"],
	);
}

/**
 * A table that names one place for data: `worker.checkpoint_location`.
 *
 * @param stores The places that it may name.
 * @param more Further keys of an object store's table.
 * @param told What else there is to tell of a place.
 */
export function locationTable(
	title: string,
	help: string,
	content: Content,
	stores: readonly (Store | "local")[],
	page: string,
	more: Partial<Readonly<Record<ObjectStore, Readonly<Record<string, z.ZodMiniType>>>>> = {},
	told: Partial<Readonly<Record<Store | "local", Partial<KeyMeta>>>> = {},
) {
	const shape = Object.fromEntries(
		stores.map((store) => [
			store,
			store === "local" || store === "shared_filesystem"
				? pathTable(store, content, told[store])
				: storeTable(store, content, more[store] ?? {}),
		]),
	);
	return table([title, help, { docs: page, exclusive: true }], shape);
}
