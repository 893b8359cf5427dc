import { Cutter, type Excerpt } from "../formats/toml/excerpt.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import { type Fault, type Reading, readToml, type TomlDocument } from "../formats/toml/read.ts";
import type { Value } from "../formats/toml/statement.ts";
import { findItem } from "../formats/toml/tree.ts";
import { namePath, type Path, type TextRange } from "../problem.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import type { UnplacedProblem } from "../text/file-problem.ts";
import { findFirst } from "../text/find-first.ts";
import { lintKeys } from "./lint-keys.ts";

/** What a trial takes beside reading, in characters that could be read meanwhile. */
const overhead = 250;

/** The length of an excerpt that is read for one fix: one statement may be as long as a file. */
const largestTrial = 200_000;

/** What came of a fix that was tried out. */
export interface Trial {
	/** What the fix made of the part of the file around it. */
	readonly after: TomlDocument;
	/** Errors that the file has at the fixed place, by their place in `after`, and didn't have before. */
	readonly errors: readonly UnplacedProblem[];
	/** The same part, before. */
	readonly excerpt: Excerpt;
}

/**
 * Tries fixes out before anybody is offered them.
 *
 * A fix is tried on an excerpt of the file: the statements that it touches, their neighbours and headers, and as much
 * around them as time allows; all of a file of some thousand characters. The excerpt is read and judged again.
 */
export class Verifier {
	private readonly document: TomlDocument;
	private readonly cutter: Cutter;
	private readonly faults = new Map<number, Fault[]>();
	/** Characters that may be read yet. */
	private budget: number;

	constructor({ document }: OpenedFile) {
		const { text, statements, faults } = document;
		this.document = document;
		this.cutter = new Cutter(text, statements);
		this.budget = 1_000_000 + 2 * text.length;
		for (const fault of faults) {
			const index = findFirst(statements.length, (at) => (statements[at]?.range.end ?? 0) > placeOf(fault));
			const others = this.faults.get(index);
			if (others) others.push(fault);
			else this.faults.set(index, [fault]);
		}
	}

	/**
	 * Tries a fix out. Nothing comes back unless all of this holds: the fixed text is TOML where the fix touched
	 * it, with a fault less or none more; every statement that it didn't touch is there, says the same and stands in
	 * the same table, but where the fix is to that table's header; and a value that took a value's place is read as
	 * exactly the characters that were put there. Nor does anything where so much was tried before that it would take
	 * too long.
	 *
	 * @param room How many characters to read around the fix; a share of {@link findRoom}.
	 */
	try(edits: readonly TextEdit[], room: number): Trial | undefined {
		if (this.budget < 0) return undefined;
		const excerpt = this.cutter.cut(edits, room);
		this.budget -= excerpt.text.length + overhead;
		if (this.budget < 0 || excerpt.text.length > largestTrial) return undefined;
		const known = this.listKnown(excerpt);
		const after = readToml(applyEdits(excerpt.text, excerpt.edits), known);
		const comparison = this.compare(edits, excerpt, after);
		if (!comparison) return undefined;
		const { changed, touched } = comparison;
		const isPartial = excerpt.text.length < this.document.text.length;
		if (isPartial && changed.some((reading) => this.isTaken(reading, edits))) return undefined;
		const errors = listErrors(after, changed);
		if (errors.length === 0) return { after, errors, excerpt };
		const before = new Set(listErrors(readToml(excerpt.text, known), touched).map(({ message }) => message));
		return { after, errors: errors.filter(({ message }) => !before.has(message)), excerpt };
	}

	/** The statements of an excerpt by their text, most of which a fix leaves as they are. */
	private listKnown({ pieces }: Excerpt): ReadonlyMap<string, Reading> {
		const { text, statements } = this.document;
		const readings = pieces.flatMap((index) => statements[index] ?? []);
		return new Map(readings.map((reading) => [text.slice(reading.range.start, reading.range.end), reading]));
	}

	/** What a fix touched, and what became of it; nothing if it did anything else. */
	private compare(
		edits: readonly TextEdit[],
		excerpt: Excerpt,
		after: TomlDocument,
	): { readonly touched: readonly Reading[]; readonly changed: readonly Reading[] } | undefined {
		const locate = (offset: number) => shift(excerpt.locate(offset), excerpt.edits);
		const found = new Map(after.statements.map((reading) => [reading.range.start, reading]));
		const lawful = new Set<string>();
		const touched: Reading[] = [];
		// What stands below a header that is fixed gets into another table by it.
		let mayMove = false;
		let hasMoved = false;
		for (const index of excerpt.pieces) {
			for (const fault of this.faults.get(index) ?? []) {
				if (!edits.some((edit) => isGone(fault, edit))) lawful.add(`${fault.kind}@${locate(placeOf(fault))}`);
			}
			const reading = this.document.statements[index];
			if (!reading) continue;
			const isTouched = edits.some((edit) => touches(edit, reading.range));
			if (isTouched) {
				touched.push(reading);
				mayMove ||= reading.found.kind !== "entry";
				continue;
			}
			if (this.document.text[reading.range.start] === "[") mayMove = false;
			const start = locate(reading.range.start);
			const twin = found.get(start);
			if (!twin || !isSame(reading, twin)) return undefined;
			if (nameTable(reading.table) !== nameTable(twin.table)) {
				if (!mayMove) return undefined;
				hasMoved = true;
			}
			found.delete(start);
		}
		if (after.faults.some((fault) => !lawful.has(`${fault.kind}@${placeOf(fault)}`))) return undefined;
		const changed = [...found.values()];
		if (hasMoved && !changed.some((reading) => reading.found.kind === "header")) return undefined;
		const written = listValues(changed);
		const isRead = edits.every((edit, index) => {
			const { start, end } = edit.range;
			if (!listValues(touched).has(`${start}-${end}`)) return true;
			const own = shift(excerpt.edits[index]?.range.start ?? 0, excerpt.edits);
			return written.has(`${own}-${own + edit.text.length}`);
		});
		return isRead ? { touched, changed } : undefined;
	}

	/** Whether the file says something at a changed place elsewhere already. */
	private isTaken({ found, table }: Reading, edits: readonly TextEdit[]): boolean {
		if (found.kind !== "entry") return false;
		const path = [...table, ...found.key.map(({ name }) => name)].filter((part) => typeof part === "string");
		const item = findItem(this.document.root, path);
		return item?.names.every((name) => edits.every((edit) => !isNear(edit, name, this.document))) ?? false;
	}
}

/**
 * How much may be read around each of so many fixes of a text, for all of them to take time in proportion to it. What a
 * fix does to other statements shows in its neighbours, which are always read, so that little more is enough.
 */
export function findRoom(text: string, fixes: number): number {
	return Math.min(largestTrial / 10, (60_000 + text.length / 8) / Math.max(1, fixes));
}

function placeOf(fault: Fault): number {
	if (fault.kind === "syntax") return fault.statement.start;
	return "part" in fault ? fault.part.start : fault.start;
}

/** Whether an edit changes a statement, be it at its ends. Whole lines that it puts before one don't. */
function touches({ range, text }: TextEdit, { start, end }: TextRange): boolean {
	if (range.start < range.end) return range.start < end && range.end > start;
	return start <= range.start && range.start <= end && !(range.start === start && text.endsWith("\n"));
}

/** Whether an edit is to what a fault is about, which must be gone then. */
function isGone(fault: Fault, edit: TextEdit): boolean {
	if (fault.kind === "syntax") return touches(edit, fault.statement);
	const place = placeOf(fault);
	return edit.range.start <= place && place < edit.range.end;
}

/** Whether an edit is on the lines of an item. */
function isNear({ range }: TextEdit, { start, end }: TextRange, { text }: TomlDocument): boolean {
	const lineStart = text.lastIndexOf("\n", start - 1) + 1;
	const lineEnd = text.indexOf("\n", end);
	return range.start <= (lineEnd === -1 ? text.length : lineEnd) && range.end >= lineStart;
}

/** Where an offset is after edits that don't touch it. */
function shift(offset: number, edits: readonly TextEdit[]): number {
	let moved = offset;
	for (const { range, text } of edits) {
		const isBefore = range.start === range.end ? range.end <= offset : range.end <= offset && range.start < offset;
		if (isBefore) moved += text.length - (range.end - range.start);
	}
	return moved;
}

function isSame(before: Reading, after: Reading): boolean {
	const length = before.range.end - before.range.start;
	return before.found.kind === after.found.kind && after.range.end - after.range.start === length;
}

/** A table's name, whichever of an array's tables it is. */
function nameTable(path: Path): string {
	return namePath(path.filter((part) => typeof part === "string"));
}

/** The ranges of all values, however deep. */
function listValues(readings: readonly Reading[]): Set<string> {
	const ranges = new Set<string>();
	const add = (value: Value) => {
		ranges.add(`${value.start}-${value.end}`);
		if (value.kind === "array") value.items.forEach(add);
		if (value.kind === "table") for (const entry of value.entries) add(entry.value);
	};
	for (const { found } of readings) if (found.kind === "entry") add(found.value);
	return ranges;
}

/** The errors about some entries of a document, and about the tables of some headers. */
function listErrors(document: TomlDocument, readings: readonly Reading[]): UnplacedProblem[] {
	const places = readings.map(({ found, table }) => ({
		path: found.kind === "entry" ? [...table, ...found.key.map(({ name }) => name)] : table,
		isTable: found.kind !== "entry",
	}));
	const file: OpenedFile = { document, locate: () => ({ line: 1, column: 1 }) };
	return lintKeys(file, leadsTo(places.map(({ path }) => path))).filter(
		({ severity, path }) =>
			severity === "error" &&
			places.some(
				(place) =>
					place.path.every((part, index) => path[index] === part) &&
					(!place.isTable || place.path.length === path.length),
			),
	);
}

/** Whether a path leads to one of some places, or on from it. */
function leadsTo(places: readonly Path[]): (path: Path) => boolean {
	const ends = new Set(places.map(namePath));
	const way = new Set(places.flatMap((place) => place.map((_, index) => namePath(place.slice(0, index + 1)))));
	return (path) => way.has(namePath(path)) || path.some((_, index) => ends.has(namePath(path.slice(0, index + 1))));
}
