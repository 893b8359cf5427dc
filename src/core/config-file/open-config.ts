import { yamlDocs } from "../docs.ts";
import { viewEnv } from "../formats/env/view.ts";
import { findOuter, type Heredoc, listExpansions, listHeredocs, toOuterEdits } from "../formats/shell/lift.ts";
import { viewAssignments } from "../formats/shell/view.ts";
import { type OpenedFile, openFile } from "../formats/toml/open-file.ts";
import { viewCluster } from "../formats/yaml/cluster-view.ts";
import { hasBlocks, listRepeatedKeys, rangeOf, readYaml, type YamlFile } from "../formats/yaml/document.ts";
import { formerKeys } from "../formats/yaml/former-spec.ts";
import { findKind, type YamlKind } from "../formats/yaml/kind.ts";
import { viewValues } from "../formats/yaml/values-view.ts";
import { variablePrefix } from "../node-file/node-variable.ts";
import type { NodeView } from "../node-file/node-view.ts";
import type { PlacedSetting } from "../node-file/placed-setting.ts";
import type { TextRange } from "../problem.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import type { FileFix, UnplacedProblem } from "../text/file-problem.ts";
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
	/** What the script hands to the command, where the part is of a here-document. */
	readonly innerText?: string;
	/** The document of YAML that it is, and the paths in it that are about checkpoints. */
	readonly document?: { readonly index: number; readonly paths: readonly (readonly string[])[] };
	/** Whether it is a cluster of its own, which has nothing to do with other parts. */
	readonly isAlone?: true;
	/** Where the shell puts in what isn't known here. */
	readonly expansions?: readonly TextRange[];
	readonly findSettings: (range: TextRange) => readonly PlacedSetting[];
	/** Where the text says what some characters of the file say; undefined for what no characters of it say. */
	readonly findPlace: (range: TextRange) => TextRange | undefined;
	/** The edits of the text that do what edits of the file do; undefined where that can't be told, or doesn't hold. */
	readonly translate: (edits: readonly TextEdit[]) => readonly TextEdit[] | undefined;
	/** Gives the workers' pods what a draft needs; see {@link NodeView.writePods}. */
	readonly writePods?: NodeView["writePods"];
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
 * @param given What it is written in; told by its content unless given.
 */
export function openConfig(text: string, name?: string, given?: ConfigFormat): OpenedConfig {
	const format = given ?? detectFormat(text);
	const place = locate(text);
	const about = { ...(name !== undefined && { name }), text, format, locate: place };
	if (format !== "polars_cluster" && format !== "helm_values") {
		const parts = openParts(text, format, place, name);
		return { ...about, parts, remarks: format === "shell" ? explainScript(text, parts) : [] };
	}
	const file = readYaml(text);
	const parts = file.documents.flatMap((document, index): ConfigPart[] => {
		const kind = findKind(document);
		const see = document.root && findView(kind, format, index, given !== undefined);
		if (!see) return [];
		const path = kind.kind === "other" ? [] : kind.path;
		const paths = ["checkpoint", "checkpointData", ...formerKeys.keys()].map((key) => [...path, key]);
		const part = openView(text, format, file, see, place, name, readYaml);
		return [{ ...part, document: { index, paths }, isAlone: true }];
	});
	const isBroken = file.documents.some(({ remarks }) => remarks.length > 0);
	const strangers = parts.length === 0 && !isBroken ? [noteStranger(text)] : [];
	return {
		...about,
		parts,
		remarks: [
			...strangers,
			...file.documents.flatMap(({ remarks }) => remarks),
			...explainTemplates(file),
			...(hasBlocks(file) ? [] : parts.flatMap((part) => explainRepeated(file, part, place))),
		],
	};
}

/** Says of keys that stand twice in a document that is judged. */
function explainRepeated(
	{ documents }: YamlFile,
	{ document }: ConfigPart,
	place: (offset: number) => LinePlace,
): UnplacedProblem[] {
	const own = document && documents[document.index];
	return (own ? listRepeatedKeys(own) : []).map(([first, last]) => ({
		code: "repeated-key",
		severity: "warning",
		message: `This key is there once more on line ${place(rangeOf(last).start).line}: programs take that one, or refuse the file.`,
		path: [],
		range: rangeOf(first),
		docs: yamlDocs,
	}));
}

/** Said of a file in which nothing was judged. */
function noteStranger(text: string): UnplacedProblem {
	const inner = text.includes(variablePrefix) || /\.toml["']?:|^[ \t]*(?:values|content):[ \t]*[|>]/m.test(text);
	const open = inner ? " Open the configuration inside it as a file of its own." : "";
	return {
		code: "unrelated-file",
		severity: "advice",
		message: `This was not checked: it is neither a PolarsCluster nor values of the Polars chart.${open}`,
		path: [],
		range: { start: 0, end: 0 },
	};
}

/** Says what of a script was not checked. */
function explainScript(text: string, parts: readonly ConfigPart[]): readonly UnplacedProblem[] {
	const flag = /--set(?:-string|-json|-file)?[ =]["']?checkpoint/.exec(text);
	const range = flag ? { start: flag.index, end: flag.index + flag[0].length } : { start: 0, end: 0 };
	const about = { severity: "advice", path: [], range } as const;
	if (parts.length > 0)
		return flag ? [{ ...about, code: "filled-in", message: "What helm gets by --set was not checked." }] : [];
	const message = flag
		? "This was not checked: write what helm gets by --set into a file of values."
		: "This was not checked: it sets no variable of a node, and writes no file of one.";
	return [{ ...about, code: "unrelated-file", message }];
}

/** How a document is seen, where it is one of ours: what says of itself that it is another kind is left alone. */
function findView(
	found: YamlKind,
	format: "polars_cluster" | "helm_values",
	index: number,
	isGiven: boolean,
): ((file: YamlFile) => NodeView) | undefined {
	if (found.kind === "cluster" && found.path.length > 0) return (file) => viewCluster(file, index, found.path);
	if (found.kind === "other" && (found.isForeign || !isGiven)) return undefined;
	if (format === "polars_cluster") return (file) => viewCluster(file, index, []);
	return (file) => viewValues(file, index, found.kind === "values" ? found.path : []);
}

/** Says once that a file holds what another program fills in. */
function explainTemplates({ templates, text }: YamlFile): UnplacedProblem[] {
	const variable = /\$\{[^{}\n]*\}|\$[A-Za-z_]\w*(?![\w/]*:)/.exec(text.replaceAll("$$", "  "));
	const [first] = [
		...templates,
		...(variable ? [{ start: variable.index, end: variable.index + variable[0].length }] : []),
	].toSorted((a, b) => a.start - b.start);
	return first ? [noteFilledIn(first)] : [];
}

/** What is said once of a text with variables or templates, at the first of them. */
function noteFilledIn(range: TextRange): UnplacedProblem {
	return {
		code: "filled-in",
		severity: "advice",
		message: "This was not checked: another program fills it in.",
		path: [],
		range,
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
			return [openView(text, format, text, viewEnv, place, name, (after) => after)];
		case "shell":
			return openShell(text, place, name);
		default:
			return [openToml(text, name)];
	}
}

/** What a script hands to commands and sets in variables, as far as it is about nodes. */
function openShell(text: string, place: (offset: number) => LinePlace, name?: string): readonly ConfigPart[] {
	const heredocs = listHeredocs(text);
	const apart = heredocs.map(({ range }) => range);
	const see = (after: string) => {
		const others = after === text ? apart : listHeredocs(after).map(({ range }) => range);
		return viewAssignments(after, others);
	};
	const assignments = openView(text, "shell", text, see, place, name, (after) => after);
	const lifted = heredocs.flatMap((heredoc) => openHeredoc(heredoc, place, name));
	return assignments.view && assignments.view.settings.length > 0 ? [assignments, ...lifted] : lifted;
}

function openHeredoc(heredoc: Heredoc, place: (offset: number) => LinePlace, name?: string): readonly ConfigPart[] {
	const format = detectFormat(heredoc.text);
	if (format === "shell" || !isAboutNodes(heredoc, format)) return [];
	const toOuter = ({ start, end }: TextRange): TextRange => {
		const from = findOuter(heredoc, start);
		return { start: from, end: end === start ? from : Math.max(from, findOuter(heredoc, end, true)) };
	};
	const inner = openConfig(heredoc.text, name, format);
	const expansions = listExpansions(heredoc).map(toOuter);
	const [first] = expansions;
	const isSaid = inner.remarks.some(({ code }) => code === "filled-in");
	const notes: UnplacedProblem[] = first && !isSaid ? [noteFilledIn(first)] : [];
	return inner.parts.map((part, index): ConfigPart => {
		const findPlace = (range: TextRange) => {
			const found = part.findPlace(range);
			return found && toOuter(found);
		};
		const toOuterFix = ({ title, edits }: FileFix): FileFix[] => {
			const outer = toOuterEdits(heredoc, edits);
			return outer ? [{ title, edits: outer }] : [];
		};
		const toOuterRemark = ({ fix, alternatives, ...remark }: UnplacedProblem): UnplacedProblem => {
			const [own] = fix ? toOuterFix(fix) : [];
			const others = (alternatives ?? []).flatMap(toOuterFix);
			return {
				...remark,
				range: toOuter(remark.range),
				...(own && { fix: own }),
				...(others.length > 0 && { alternatives: others }),
			};
		};
		const remarks = index === 0 ? [...inner.remarks, ...part.remarks] : part.remarks;
		return {
			...part,
			file: {
				...part.file,
				locate: (offset) => place(findPlace({ start: offset, end: offset })?.start ?? heredoc.range.start),
			},
			remarks: [...remarks.map(toOuterRemark), ...(index === 0 ? notes : [])],
			expansions,
			findPlace,
			translate: (edits) => {
				const own = part.translate(edits);
				return own && toOuterEdits(heredoc, own);
			},
			writePods: (draft, isAsked) => {
				const own = part.writePods?.(draft, isAsked) ?? { ok: true, edits: [] };
				const edits = own.ok ? toOuterEdits(heredoc, own.edits) : undefined;
				if (!own.ok) return own;
				return edits ? { ok: true, edits } : { ok: false, reason: "a shell would read it otherwise" };
			},
			innerText: heredoc.text,
		};
	});
}

/** Whether what a command gets is configuration of Polars, and not a text of any other kind. */
function isAboutNodes({ text, command }: Heredoc, format: ConfigFormat): boolean {
	if (format === "env") return text.includes(variablePrefix);
	if (format !== "toml") return readYaml(text).documents.some((document) => findKind(document).kind !== "other");
	return /\.toml\b/.test(command) || nodeKey.test(text);
}

/** A line that sets a key of a node's file, or opens a table of one. */
const nodeKey =
	/^[ \t]*(?:\[?[ \t]*(?:scheduler|worker|license|observatory|monitoring|static_leader)[\].]|(?:cluster_id|instance_id|license)[ \t]*=)/m;

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

function openView<Read>(
	text: string,
	format: ConfigFormat,
	read: Read,
	see: (read: Read) => NodeView,
	place: (offset: number) => LinePlace,
	name: string | undefined,
	reread: (text: string) => Read,
): ConfigPart {
	const view = see(read);
	const { file, findSettings, findPlace, translate } = makeViewFile(text, view, place, (after) => see(reread(after)));
	return {
		format,
		file: { ...file, ...(name !== undefined && { name }) },
		remarks: view.remarks,
		view,
		findSettings,
		findPlace,
		translate,
		...(view.writePods && { writePods: view.writePods }),
	};
}

/** What is said of checkpoints by a name of before. */
function listFormer({ parts }: OpenedConfig): readonly UnplacedProblem[] {
	return parts.flatMap((part) =>
		part.remarks.filter(({ code, path }) => code === "renamed-key" && formerKeys.has(String(path.at(-1)))),
	);
}

/**
 * What keeps a file from being read into a draft and from being patched: that it is no YAML, or that it says of
 * checkpoints by a name of before that can't be brought up to date. What stands there would be lost.
 */
export function findObstacle(config: OpenedConfig): UnplacedProblem | undefined {
	const broken = [...config.remarks, ...config.parts.flatMap(({ remarks }) => remarks)];
	return broken.find(({ code }) => code === "yaml-syntax") ?? listFormer(config).find(({ fix }) => !fix);
}

/** A configuration in which what it says of checkpoints by the names of before is said by those of today. */
export function bringUpToDate(config: OpenedConfig): OpenedConfig {
	let current = config;
	// One fix is for all that a part says.
	for (const _ of config.parts) {
		const fix = listFormer(current).find((remark) => remark.fix)?.fix;
		if (!fix) break;
		current = openConfig(applyEdits(current.text, fix.edits), config.name, config.format);
	}
	return current;
}
