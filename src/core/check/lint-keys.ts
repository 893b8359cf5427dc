import type * as z from "zod/mini";
import { docs } from "../docs.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import { removeItems } from "../formats/toml/remove.ts";
import { renameItem } from "../formats/toml/rename.ts";
import { firstOf, type Item, type Table, type TableArray } from "../formats/toml/tree.ts";
import { joinKey } from "../formats/toml/write.ts";
import { configFile } from "../node-file/node.ts";
import { keyMeta, unwrap } from "../node-file/node-key.ts";
import { findSuccessors, listRenamedKeys } from "../node-file/renamed-keys.ts";
import type { BareProblem, Path } from "../problem.ts";
import { type Store, storeNames, stores } from "../stores/stores.ts";
import type { FileFix, UnplacedProblem } from "../text/file-problem.ts";
import { findNearest } from "../text/nearest.ts";
import { escapeInvisible } from "../text/quote.ts";
import { askForKind, suggest } from "../text/wording.ts";
import { moveItem, replaceRenamed } from "./key-fixes.ts";
import { lintStoreTable } from "./lint-store.ts";
import { lintKnown, withNote } from "./lint-value.ts";

/** A file of which some keys are asked about. */
interface AskedFile extends OpenedFile {
	/** Whether what stands at a path is to be judged. What it leaves out, it leaves out with all that is below. */
	readonly isAsked: (path: Path) => boolean;
}

/**
 * Judges every key and value of a file by itself: what no node reads, what has the wrong type, what it can't be.
 *
 * @param isAsked Which paths are asked about; a table whose options are judged together is judged whole.
 */
export function lintKeys(file: OpenedFile, isAsked: AskedFile["isAsked"] = () => true): UnplacedProblem[] {
	return lintTable({ ...file, isAsked }, file.document.root, configFile);
}

type TableSchema = Extract<z.core.$ZodTypes, { _zod: { def: { type: "object" } } }>;

function docsOf(schema: z.core.$ZodType): string {
	return keyMeta.get(schema)?.docs ?? docs.reference;
}

function lintItem(file: AskedFile, item: Item, schema: z.core.$ZodType): UnplacedProblem[] {
	const known = unwrap(schema);
	return item.kind === "leaf" ? lintKnown(file, item, known) : withNote(item, known, lintInner(file, item, known));
}

function lintInner(file: AskedFile, item: Table | TableArray, known: z.core.$ZodTypes): UnplacedProblem[] {
	const { def } = known._zod;
	if (item.kind === "array") return lintTableArray(file, item, known);
	switch (def.type) {
		case "object":
			return lintTable(file, item, known as TableSchema);
		case "record":
			return [...item.children.values()].flatMap((child) =>
				file.isAsked(child.path) ? lintItem(file, child, def.valueType) : [],
			);
		case "union":
			return def.options.flatMap((option) =>
				unwrap(option)._zod.def.type === "object" ? lintItem(file, item, option) : [],
			);
		case "unknown":
			return [];
		default:
			return [wrongKind(item, known, "a table")];
	}
}

function lintTableArray(file: AskedFile, item: TableArray, schema: z.core.$ZodTypes): UnplacedProblem[] {
	const [table, ...more] = item.tables;
	const header = table?.block?.header;
	if (!table || !header || schema._zod.def.type !== "object") return [wrongKind(item, schema, "an array of tables")];
	const brackets = [header.start, header.end - 1].map((start) => ({ range: { start, end: start + 1 }, text: "" }));
	const problem: UnplacedProblem = {
		code: "wrong-type",
		severity: "error",
		message: askForKind(`one table, [${quotePath(item.path)}]`, "an array of tables"),
		path: item.path,
		range: header,
		docs: docsOf(schema),
	};
	const whole: UnplacedProblem =
		more.length > 0 ? problem : { ...problem, fix: { title: "Make it one table", edits: brackets } };
	return [whole, ...lintItem(file, table, schema)];
}

function wrongKind(item: Table | TableArray, schema: z.core.$ZodTypes, found: string): UnplacedProblem {
	const example = keyMeta.get(schema)?.example;
	const wanted = schema._zod.def.type === "string" ? "text in quotes" : "a value";
	const such = example === undefined ? "" : `, such as "${example}"`;
	return {
		code: "wrong-type",
		severity: "error",
		message: askForKind(wanted + such, found),
		path: item.path,
		range: firstOf(item),
		docs: docsOf(schema),
	};
}

function lintTable(file: AskedFile, table: Table, schema: TableSchema): UnplacedProblem[] {
	const { shape } = schema._zod.def;
	const meta = keyMeta.get(schema);
	if (meta?.options) {
		return table.children.size > mostOptions ? [tooMany(table)] : lintStoreTable(file, meta.options, table, shape);
	}
	const problems = [...table.children].flatMap(([key, item]) => {
		if (!file.isAsked(item.path)) return [];
		const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
		return known ? lintItem(file, item, known) : explainUnknown(file, table, item, key, schema);
	});
	if (!meta?.exclusive) return problems;
	return [
		...problems,
		...lintPlaces(file, table, shape, meta.docs),
		// What the key's own schema says already, the form's rules say once more.
		...(table.path.at(-1) === "checkpoint_location" ? lintSharedFilesystem(file, table) : []).filter(
			(problem) =>
				!problems.some(({ message, path }) => message === problem.message && path.join() === problem.path.join()),
		),
	];
}

/** No store has as many options, and rules across fields take their time on each. */
const mostOptions = 1000;

function tooMany(table: Table): UnplacedProblem {
	return {
		code: "too-large",
		severity: "warning",
		message: `This table has more than ${mostOptions} keys and was not checked.`,
		path: table.path,
		range: firstOf(table),
		docs: docs.reference,
	};
}

/** Its table has one key, which the form has a field for. */
function lintSharedFilesystem(file: OpenedFile, location: Table): UnplacedProblem[] {
	const table = location.children.get("shared_filesystem");
	if (table?.kind !== "table") return [];
	const path = table.children.get("path");
	if (path && (path.kind !== "leaf" || path.value.kind !== "string")) return [];
	return lintStoreTable(file, "shared_filesystem", { ...table, children: new Map(path && [["path", path]]) }, {});
}

/** A location is one place. */
function lintPlaces({ document: { text } }: OpenedFile, table: Table, shape: object, page: string): UnplacedProblem[] {
	const places = [...table.children].filter(([key]) => Object.hasOwn(shape, key));
	const [first, second] = places;
	if (!first || !second) return [];
	const others = places.slice(1).map(([, item]) => item);
	const keep = ([name]: readonly [string, Item], removed: readonly Item[]) => ({
		title: `Keep ${name}`,
		edits: removeItems(text, removed),
	});
	return [
		{
			code: "two-places",
			severity: "error",
			message: `A location is one place, but this names ${places.map(([name]) => name).join(" and ")}. Keep one.`,
			path: second[1].path,
			range: firstOf(second[1]),
			docs: page,
			fix: keep(first, others),
			...(others.length === 1 && { alternatives: [keep(second, [first[1]])] }),
		},
	];
}

/** Names that people give to the places of a location. */
const otherNames: ReadonlyMap<string, Store> = new Map(
	storeNames.flatMap((store) => stores[store].otherNames.map((name) => [name, store] as const)),
);

function explainUnknown(
	file: AskedFile,
	table: Table,
	item: Item,
	key: string,
	schema: TableSchema,
): UnplacedProblem[] {
	const { text } = file.document;
	const { shape } = schema._zod.def;
	const path = joinKey(item.path.map(String));
	const about = (bare: BareProblem, fix?: FileFix): UnplacedProblem => ({
		...bare,
		path: item.path,
		range: firstOf(item),
		docs: docsOf(schema),
		...(fix && { fix }),
	});
	const successors = findSuccessors(path);
	if (successors) {
		const replaced = successors.length > 0 ? replaceRenamed(file.document, item, path) : removeItems(text, [item]);
		const now = relate(successors, table.path);
		const title = now === "" ? "Remove it" : `Write ${now}`;
		const message =
			now === ""
				? `${key} is a key of an earlier release, and has no replacement.`
				: `${key} is a key of an earlier release. Write ${now}.`;
		return [about({ code: "renamed-key", severity: "warning", message }, replaced && { title, edits: replaced })];
	}
	if (item.kind === "table" && listRenamedKeys().some(([renamed]) => renamed.startsWith(`${path}.`))) {
		return [...item.children].flatMap(([name, child]) => explainUnknown(file, item, child, name, schema));
	}
	const rename = (name: string) =>
		table.children.has(name) ? undefined : { title: name, edits: renameItem(text, item, name) };
	const isPlace = keyMeta.get(schema)?.exclusive;
	const where = table.path.length === 0 ? "at the top level" : `in [${quotePath(table.path)}]`;
	const owner = findOwner(key, table.path);
	if (owner) {
		const place = owner.path.length === 0 ? "at the top level" : `in [${owner.path.join(".")}]`;
		const message = `${key} is not documented here. It belongs ${place}.`;
		const edits = moveItem(file.document, item, owner.path);
		const title = owner.path.length === 0 ? "Move it to the top" : `Move it to [${owner.path.join(".")}]`;
		return [
			about({ code: "misplaced-key", severity: "warning", message }, edits && { title, edits }),
			...lintItem(file, item, owner.schema),
		];
	}
	const usual = isPlace && otherNames.get(key.toLowerCase());
	const meant = usual && Object.hasOwn(shape, usual) ? usual : findNearest(key, Object.keys(shape));
	const message = `Unknown key ${quoteKey(key)} ${where}.${suggest(meant)}`;
	const severity = isPlace ? "error" : "warning";
	const problem = about({ code: "unknown-key", severity, message }, meant === undefined ? undefined : rename(meant));
	const known = meant === undefined || table.children.has(meant) ? undefined : shape[meant];
	return [problem, ...(known ? lintItem(file, item, known) : [])];
}

function quoteKey(key: string): string {
	return `“${escapeInvisible(key.length > 40 ? key.slice(0, 39) : key)}${key.length > 40 ? "…" : ""}”`;
}

function quotePath(path: Path): string {
	return escapeInvisible(joinKey(path.map(String)));
}

/** Names as they would be written in the same table, where they are in it. */
function relate(keys: readonly string[], base: Path): string {
	const prefix = base.length === 0 ? "" : `${base.join(".")}.`;
	return keys.map((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : key)).join(" and ");
}

/** Every documented key by its name alone, with the tables that have it. Options of object stores are not among them. */
const owners = new Map<string, Owner[]>();
collectOwners(configFile, []);

/** A table that has a key, and the key's schema. */
interface Owner {
	readonly path: readonly string[];
	readonly schema: z.core.$ZodType;
}

function collectOwners(schema: z.core.$ZodType, path: string[]): void {
	const { def } = unwrap(schema)._zod;
	if (def.type === "union") for (const option of def.options) collectOwners(option, path);
	if (def.type !== "object" || keyMeta.get(unwrap(schema))?.options) return;
	for (const [key, inner] of Object.entries(def.shape)) {
		owners.set(key, [...(owners.get(key) ?? []), { path, schema: inner }]);
		collectOwners(inner, [...path, key]);
	}
}

/** The one table that has a key of this name; undefined if several do. */
function findOwner(key: string, elsewhere: Path): Owner | undefined {
	const [owner, ...others] = owners.get(key) ?? [];
	return owner && others.length === 0 && owner.path.join(".") !== elsewhere.join(".") ? owner : undefined;
}
