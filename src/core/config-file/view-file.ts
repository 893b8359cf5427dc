import type { OpenedFile } from "../formats/toml/open-file.ts";
import { readToml, type TomlDocument } from "../formats/toml/read.ts";
import type { Value } from "../formats/toml/statement.ts";
import type { Item } from "../formats/toml/tree.ts";
import { joinKey, quoteString } from "../formats/toml/write.ts";
import { findKeyKind } from "../node-file/key-schema.ts";
import type { NodeView } from "../node-file/node-view.ts";
import { isSameSetting, type NodeSetting, type PlacedSetting } from "../node-file/placed-setting.ts";
import type { TextRange } from "../problem.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { findFirst } from "../text/find-first.ts";
import type { LinePlace } from "../text/place.ts";

/** What stands in a view's TOML for the text of a value that isn't known. */
export const unknownText = "<set elsewhere>";

/** Some characters of a view's TOML, and what of the file they stand for. */
interface Piece extends TextRange {
	readonly setting: PlacedSetting;
	readonly isValue: boolean;
	readonly there: TextRange;
}

/** What a file of another format says, as a node's file in TOML, with the way back. */
export interface ViewFile {
	readonly file: OpenedFile;
	readonly view: NodeView;
	/** The settings that some characters of the TOML say, or are said by. */
	readonly findSettings: (range: TextRange) => readonly PlacedSetting[];
	/** Where the file says what some characters of the TOML say; undefined for what no characters of it say. */
	readonly findPlace: (range: TextRange) => TextRange | undefined;
	/** The edits of the file that do what edits of the TOML do; undefined where that can't be told, or doesn't hold. */
	readonly translate: (edits: readonly TextEdit[]) => readonly TextEdit[] | undefined;
}

/**
 * Lays a view out as TOML, each setting in a line of its own, for the rules that judge a node's file.
 *
 * @param reopen Sees another text in the same way, to try a fix out.
 * @param unknown What stands for a text that isn't known.
 */
export function makeViewFile(
	text: string,
	view: NodeView,
	locate: (offset: number) => LinePlace,
	reopen: (text: string) => NodeView,
	unknown = unknownText,
): ViewFile {
	const pieces: Piece[] = [];
	const lines: string[] = [];
	let at = 0;
	for (const setting of view.settings) {
		let keyAt = at;
		setting.path.forEach((part, index) => {
			const end = keyAt + joinKey([part]).length;
			pieces.push({ start: keyAt, end, setting, isValue: false, there: setting.names[index] ?? setting.place });
			keyAt = end + 1;
		});
		const value = writeValue(setting, unknown);
		const start = keyAt + 2;
		pieces.push({ start, end: start + value.length, setting, isValue: true, there: setting.place });
		const line = `${joinKey(setting.path)} = ${value}\n`;
		lines.push(line);
		at += line.length;
	}
	const toml = lines.join("");
	const document = readToml(toml);
	const find = ({ start, end }: TextRange) => {
		const touched = pieces.slice(findPiece(pieces, start), findPiece(pieces, Math.max(end, start + 1)) + 1);
		const within = touched.filter((piece) => piece.start < Math.max(end, start + 1) && piece.end > start);
		return within.length > 0 ? within : touched.slice(0, 1);
	};
	const findPlace = (range: TextRange) => placeOf(find(range), range, toml);
	return {
		file: {
			document,
			locate: (offset) => locate(findPlace({ start: offset, end: offset })?.start ?? 0),
			...(view.isPartial && { isPartial: true }),
		},
		view,
		findSettings: (range) => [...new Set(find(range).map(({ setting }) => setting))],
		findPlace,
		translate: (edits) => translate(text, view, toml, edits, reopen),
	};
}

function writeValue({ path, value }: PlacedSetting, unknown: string): string {
	if (typeof value === "string") return quoteString(value);
	if (value !== undefined) return String(value);
	const kind = findKeyKind(path);
	return kind === "boolean" ? "true" : kind === "number" ? "1" : quoteString(unknown);
}

/** The first piece that ends behind an offset. */
function findPiece(pieces: readonly Piece[], offset: number): number {
	return findFirst(pieces.length, (index) => (pieces[index]?.end ?? 0) > offset);
}

function placeOf(found: readonly Piece[], { start, end }: TextRange, toml: string): TextRange | undefined {
	const pieces = found.filter(({ setting }) => !setting.implied);
	const [first] = pieces;
	if (!first) return undefined;
	const { contents, value } = first.setting;
	const isInside = pieces.length === 1 && first.isValue && start > first.start && end < first.end;
	if (isInside && contents !== undefined && toml.slice(first.start + 1, first.end - 1) === value) {
		const shift = contents - first.start - 1;
		return { start: start + shift, end: end + shift };
	}
	if (isInside || pieces.length === 1) return { start: first.there.start, end: first.there.end };
	return {
		start: Math.min(...pieces.map(({ there }) => there.start)),
		end: Math.max(...pieces.map(({ there }) => there.end)),
	};
}

/** Every setting that a document of TOML says; undefined if it says what no setting can. */
export function listNodeSettings({ root, faults }: TomlDocument): readonly NodeSetting[] | undefined {
	if (faults.length > 0) return undefined;
	const settings: NodeSetting[] = [];
	const visit = (item: Item): boolean => {
		if (item.kind === "table") return [...item.children.values()].every(visit);
		const value = item.kind === "leaf" ? readValue(item.value) : undefined;
		if (value === undefined) return false;
		settings.push({ path: item.path.map(String), value });
		return true;
	};
	return visit(root) ? settings : undefined;
}

function readValue(value: Value): NodeSetting["value"] {
	return value.kind === "string" || value.kind === "boolean" || value.kind === "integer" || value.kind === "float"
		? value.value
		: undefined;
}

/** Of a setting whose value isn't known, what stands for it is its value still, wherever it goes. */
function restoreUnknown(settings: readonly NodeSetting[], view: NodeView): readonly NodeSetting[] {
	const unknown = view.settings.filter(({ value }) => value === undefined);
	const names = new Set(unknown.map(({ path }) => path.join("\0")));
	return settings.map(({ path, value }) =>
		value === unknownText || (names.has(path.join("\0")) && typeof value !== "string")
			? { path, value: undefined }
			: { path, value },
	);
}

function translate(
	text: string,
	view: NodeView,
	toml: string,
	edits: readonly TextEdit[],
	reopen: (text: string) => NodeView,
): readonly TextEdit[] | undefined {
	const after = listNodeSettings(readToml(applyEdits(toml, edits)));
	if (!after) return undefined;
	const wanted = restoreUnknown(after, view);
	const own = view.write(wanted);
	if (!own || own.length === 0) return undefined;
	return isSameSettings(reopen(applyEdits(text, own)).settings, wanted) ? own : undefined;
}

/** Whether two lists say the same settings, in any order. */
export function isSameSettings(one: readonly NodeSetting[], other: readonly NodeSetting[]): boolean {
	const settings = new Map(one.map((setting) => [setting.path.join("\0"), setting]));
	return (
		settings.size === other.length &&
		other.every((setting) => {
			const own = settings.get(setting.path.join("\0"));
			return own !== undefined && isSameSetting(own, setting);
		})
	);
}
