import type { Path, TextRange } from "../../problem.ts";
import type { Entry, Header, InlineTable, KeyPart, Value } from "./statement.ts";

/** A header and the entries below it, up to the next header; or the entries above the first one. */
export interface Block {
	/** Where it begins, with its header if it has one: even a header that is refused ends the block above it. */
	readonly start: number;
	readonly header?: Header;
	/** From the root, with an index after the name of an array of tables. */
	readonly path: Path;
	readonly entries: Entry[];
}

/** What stands at a key: a value, a table or an array of tables. */
export type Item = Leaf | Table | TableArray;

interface Named {
	readonly path: Path;
	/** Every key part that names it, in the order of the text. */
	readonly names: KeyPart[];
}

/** A value that is no table. */
export interface Leaf extends Named {
	readonly kind: "leaf";
	readonly entry: Entry;
	readonly value: Exclude<Value, InlineTable>;
	/** The block or the inline table that the entry stands in. */
	readonly within: Block | InlineTable;
}

/** A table, however it is spelt. */
export interface Table extends Named {
	readonly kind: "table";
	readonly children: Map<string, Item>;
	/** The block whose header names it. */
	block?: Block;
	/** The entries that name it as a part of a dotted key, in one block or in one inline table. */
	readonly dotted: Entry[];
	/** Where those entries stand. */
	dottedWithin?: Block | InlineTable;
	/** The braces, where it is an inline table, and the entry that it is the value of. */
	readonly inline?: { readonly table: InlineTable; readonly entry: Entry; readonly within: Block | InlineTable };
}

/** `[[key]]`, as often as it stands there. */
export interface TableArray extends Named {
	readonly kind: "array";
	readonly tables: Table[];
}

/** A statement that TOML refuses for what stands above it. */
export interface KeyFault {
	readonly kind: "repeated" | "closed" | "no table";
	/** The key part that can't stand there, and where what stands there already is defined. */
	readonly part: KeyPart;
	readonly first: TextRange;
	readonly path: Path;
}

function makeTable(path: Path, names: KeyPart[], inline?: Table["inline"]): Table {
	return { kind: "table", path, names, children: new Map(), dotted: [], ...(inline && { inline }) };
}

/**
 * Builds the tables of a document, statement by statement, by TOML 1.0's rules on what may be defined again: as
 * Python's tomllib reads them.
 */
export class Tree {
	readonly root: Table = makeTable([], []);
	readonly blocks: Block[] = [{ start: 0, path: [], entries: [] }];
	/** The table that entries go to. Below a header that is refused it is one that nobody sees. */
	private table = this.root;

	/** Leaves out the entries up to the next header, since nobody knows where they belong. */
	skipBlock(start: number): void {
		this.table = makeTable([], []);
		this.blocks.push({ start, path: [], entries: [] });
	}

	/** Adds a header; if it is refused, the entries below it are left out. */
	addHeader(header: Header): KeyFault | undefined {
		const fault = this.tryHeader(header);
		if (fault) this.skipBlock(header.start);
		return fault;
	}

	private tryHeader(header: Header): KeyFault | undefined {
		const { key, repeats } = header;
		let table = this.root;
		for (const part of key.slice(0, -1)) {
			const next = this.enter(table, part);
			if (next.kind !== "table") return next;
			table = next;
		}
		const last = key.at(-1) ?? key[0];
		const found = table.children.get(last.name);
		const path = [...table.path, last.name];
		if (found?.kind === "array" && repeats) {
			found.names.push(last);
			this.open(header, makeTable([...path, found.tables.length], []), found.tables);
		} else if (repeats && !found) {
			const array: TableArray = { kind: "array", path, names: [last], tables: [] };
			table.children.set(last.name, array);
			this.open(header, makeTable([...path, 0], []), array.tables);
		} else if (!found) {
			const made = makeTable(path, [last]);
			table.children.set(last.name, made);
			this.open(header, made);
		} else if (found?.kind === "table" && !repeats && !found.block && found.dotted.length === 0 && !found.inline) {
			found.names.push(last);
			this.open(header, found);
		} else {
			const kind = found.kind === "leaf" ? "no table" : found.kind === "table" && found.inline ? "closed" : "repeated";
			return { kind, part: last, first: definitionOf(found), path };
		}
		return undefined;
	}

	/** Adds an entry to the table that was opened last. */
	addEntry(entry: Entry): KeyFault | undefined {
		const block = this.blocks.at(-1);
		if (!block) return undefined;
		block.entries.push(entry);
		return this.define(this.table, entry, block);
	}

	private open(header: Header, table: Table, among?: Table[]): void {
		among?.push(table);
		table.block = { start: header.start, header, path: table.path, entries: [] };
		this.blocks.push(table.block);
		this.table = table;
	}

	/** The table that a part of a header leads to. */
	private enter(table: Table, part: KeyPart): Table | KeyFault {
		const found = table.children.get(part.name);
		const path = [...table.path, part.name];
		if (!found) {
			const made = makeTable(path, [part]);
			table.children.set(part.name, made);
			return made;
		}
		if (found.kind === "leaf") return { kind: "no table", part, first: definitionOf(found), path };
		if (found.kind === "table" && found.inline) return { kind: "closed", part, first: definitionOf(found), path };
		found.names.push(part);
		return found.kind === "array" ? (found.tables.at(-1) ?? makeTable(path, [])) : found;
	}

	private define(base: Table, entry: Entry, within: Block | InlineTable): KeyFault | undefined {
		let table = base;
		for (const part of entry.key.slice(0, -1)) {
			const found = table.children.get(part.name);
			const path = [...table.path, part.name];
			if (found) {
				const fault = refuseDotted(found, within);
				if (fault) return { kind: fault, part, first: definitionOf(found), path };
			}
			const next = found?.kind === "table" ? found : makeTable(path, []);
			if (!found) table.children.set(part.name, next);
			next.names.push(part);
			next.dotted.push(entry);
			next.dottedWithin = within;
			table = next;
		}
		const last = entry.key.at(-1) ?? entry.key[0];
		const path = [...table.path, last.name];
		const found = table.children.get(last.name);
		if (found) return { kind: "repeated", part: last, first: definitionOf(found), path };
		const { value } = entry;
		if (value.kind !== "table") {
			table.children.set(last.name, { kind: "leaf", path, names: [last], entry, value, within });
			return undefined;
		}
		const made = makeTable(path, [last], { table: value, entry, within });
		table.children.set(last.name, made);
		let fault: KeyFault | undefined;
		for (const inner of value.entries) fault = this.define(made, inner, value) ?? fault;
		return fault;
	}
}

/** Why a dotted key may not lead through what stands there. */
function refuseDotted(found: Item, within: Block | InlineTable): KeyFault["kind"] | undefined {
	if (found.kind === "leaf") return "no table";
	if (found.kind === "array" || found.block) return "repeated";
	if (found.inline) return "closed";
	return found.dottedWithin && found.dottedWithin !== within ? "repeated" : undefined;
}

/** Where an item is named first. */
export function firstOf({ names }: Pick<Item, "names">): TextRange {
	return names[0] ?? { start: 0, end: 0 };
}

/** Where an item is defined: by its own header or entry, and not where another's key leads through it. */
function definitionOf(item: Item): TextRange {
	if (item.kind !== "table") return firstOf(item);
	const [entry] = item.dotted;
	const key = item.block?.header?.key ?? item.inline?.entry.key ?? entry?.key;
	return item.names.findLast((name) => key?.includes(name)) ?? firstOf(item);
}

/** What stands at a path from a table; undefined if nothing does, or if the path leads through something else. */
export function findItem(table: Table, path: readonly string[]): Item | undefined {
	return path.reduce<Item | undefined>(
		(item, name) => (item?.kind === "table" ? item.children.get(name) : undefined),
		table,
	);
}

/** The table at a path from a table. */
export function findTable(table: Table, path: readonly string[]): Table | undefined {
	const item = findItem(table, path);
	return item?.kind === "table" ? item : undefined;
}
