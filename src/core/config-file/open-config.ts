import { viewEnv } from "../formats/env/view.ts";
import { type OpenedFile, openFile } from "../formats/toml/open-file.ts";
import type { NodeView } from "../node-file/node-view.ts";
import type { PlacedSetting } from "../node-file/placed-setting.ts";
import type { TextRange } from "../problem.ts";
import type { TextEdit } from "../text/edit.ts";
import type { UnplacedProblem } from "../text/file-problem.ts";
import { type LinePlace, locate } from "../text/place.ts";
import { detectFormat } from "./detect.ts";
import type { ConfigFormat } from "./format.ts";
import { makeViewFile } from "./view-file.ts";

/** A part of a text that says what one file of a node would. Its places are those of the whole text. */
export interface ConfigPart {
	readonly format: ConfigFormat;
	/** What the rules on a node's file judge. */
	readonly file: OpenedFile;
	/** What the format's own rules find wrong. */
	readonly remarks: readonly UnplacedProblem[];
	readonly view?: NodeView;
	/** Whether it is a cluster of its own, which has nothing to do with other parts. */
	readonly isAlone?: true;
	/** Whether another program fills in what variables and templates stand for. */
	readonly isFilledIn?: true;
	readonly findSettings: (range: TextRange) => readonly PlacedSetting[];
	/** Where the text says what some characters of the file say; undefined for what no characters of it say. */
	readonly findPlace: (range: TextRange) => TextRange | undefined;
	/** The edits of the text that do what edits of the file do; undefined where that can't be told, or doesn't hold. */
	readonly translate: (edits: readonly TextEdit[]) => readonly TextEdit[] | undefined;
}

/** A text with all that it says of nodes. */
export interface OpenedConfig {
	readonly name?: string;
	readonly text: string;
	readonly format: ConfigFormat;
	readonly locate: (offset: number) => LinePlace;
	readonly parts: readonly ConfigPart[];
	/** What is wrong with the text as a whole. */
	readonly remarks: readonly UnplacedProblem[];
}

/**
 * Reads a configuration in any format, whatever is wrong with it. It never throws.
 *
 * @param format What it is written in; told by its content unless given.
 */
export function openConfig(text: string, name?: string, format: ConfigFormat = detectFormat(text)): OpenedConfig {
	const place = locate(text);
	return {
		...(name !== undefined && { name }),
		text,
		format,
		locate: place,
		parts: openParts(text, format, place, name),
		remarks: [],
	};
}

function openParts(
	text: string,
	format: ConfigFormat,
	place: (offset: number) => LinePlace,
	name?: string,
): readonly ConfigPart[] {
	switch (format) {
		case "env":
			return [openView(text, format, viewEnv, place, name)];
		default:
			return [openToml(text, name)];
	}
}

function openToml(text: string, name?: string): ConfigPart {
	return {
		format: "toml",
		file: openFile(text, name),
		remarks: [],
		findSettings: () => [],
		findPlace: (range) => range,
		translate: (edits) => edits,
	};
}

function openView(
	text: string,
	format: ConfigFormat,
	see: (text: string) => NodeView,
	place: (offset: number) => LinePlace,
	name?: string,
): ConfigPart {
	const view = see(text);
	const { file, findSettings, findPlace, translate } = makeViewFile(text, view, place, see);
	return {
		format,
		file: { ...file, ...(name !== undefined && { name }) },
		remarks: view.remarks,
		view,
		findSettings,
		findPlace,
		translate,
	};
}
