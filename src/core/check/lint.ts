import type { ConfigFormat } from "../config-file/format.ts";
import { type ConfigPart, type OpenedConfig, openConfig } from "../config-file/open-config.ts";
import { tomlDocs } from "../docs.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import { namePath } from "../problem.ts";
import { type FileProblem, placeProblem, type UnplacedProblem } from "../text/file-problem.ts";
import { keepSound, lintFaults } from "./lint-faults.ts";
import { lintKeys } from "./lint-keys.ts";
import { TrialBudget, translateRemarks } from "./lint-parts.ts";
import { lintRules } from "./lint-rules.ts";
import { lintTexts } from "./lint-text.ts";
import { largestSize } from "./size-limit.ts";
import { Verifier } from "./verify.ts";

/** A file to check, and the name that its problems carry. */
export interface NamedText {
	readonly name: string;
	readonly text: string;
	/** What it is written in; told by its content unless given. */
	readonly format?: ConfigFormat;
}

/**
 * Checks configuration of Polars On-Prem in any of its formats: that it can be read, that the node reads every key of it,
 * and that what it says makes sense together. Each problem has its place in the text itself, and its fixes change the
 * characters of the text.
 *
 * What can't be read is left out and the rest is checked. What only an absent key would show is judged only where the
 * files can be read whole. It takes time in proportion to the size of the texts, and never throws.
 *
 * @param input One file, or the scheduler's and a worker's, which are then checked against each other too.
 * @param format What a single text is written in; told by its content unless given.
 * @returns Problems by file and place.
 */
export function lintConfig(input: string | readonly NamedText[], format?: ConfigFormat): FileProblem[] {
	const texts: readonly { name?: string; text: string; format?: ConfigFormat }[] =
		typeof input === "string" ? [{ text: input, ...(format && { format }) }] : input;
	const size = texts.reduce((sum, { text }) => sum + text.length, 0);
	if (size > largestSize) {
		return [
			{
				code: "too-large",
				severity: "warning",
				message: "This is larger than 5 MB and was not checked.",
				path: [],
				range: { start: 0, end: 0 },
				line: 1,
				column: 1,
			},
		];
	}
	const configs = texts.map(({ text, name, format }) => openConfig(text, name, format));
	const budget = new TrialBudget(size);
	const shared = configs.flatMap(({ parts }) => parts.filter(({ isAlone }) => !isAlone));
	const alone = configs.flatMap(({ parts }) => parts.filter(({ isAlone }) => isAlone));
	const found = new Map<ConfigPart, UnplacedProblem[]>();
	for (const group of [shared, ...alone.map((part) => [part])]) {
		const remarks = lintFiles(group.map(({ file }) => file));
		group.forEach((part, index) => {
			found.set(part, remarks[index] ?? []);
		});
	}
	return configs.flatMap((config) => placeRemarks(config, found, budget));
}

function placeRemarks(
	config: OpenedConfig,
	found: ReadonlyMap<ConfigPart, UnplacedProblem[]>,
	budget: TrialBudget,
): FileProblem[] {
	const remarks = config.parts.flatMap((part) => [
		...part.remarks,
		...translateRemarks(part, found.get(part) ?? [], config.text.length, budget),
	]);
	return [...config.remarks, ...remarks]
		.toSorted((a, b) => a.range.start - b.range.start)
		.map((remark) => placeProblem(config, remark));
}

/** What is wrong with files that are judged together, file by file. */
function lintFiles(files: readonly OpenedFile[]): UnplacedProblem[][] {
	const isWhole = files.every(({ document }) => document.faults.length === 0);
	const rules = isWhole ? lintRules(files) : [];
	return files.map((file) => {
		const verifier = new Verifier(file);
		const all = lintKeys(file);
		const texts = lintTexts(file, all);
		const misread = new Set(texts.map(({ path }) => namePath(path)));
		// Of a text that says something else than was meant, nothing more can be said.
		const own = all.filter(({ path }) => !misread.has(namePath(path)));
		const problems = [
			...lintMark(file),
			...(hasLines(file) ? own : own.map(({ fix: _, alternatives: __, ...problem }) => problem)),
			...texts,
			...rules.flatMap(([about, problem]) => (about === file ? problem : [])),
		];
		return [...lintFaults(file, verifier), ...keepSound(file, problems, verifier)];
	});
}

/** Whether it is plain where each line ends. Until it is, what moves a line could take its neighbours along. */
function hasLines({ document }: OpenedFile): boolean {
	return !/\r(?!\n)/.test(document.text);
}

/**
 * What Polars makes of a byte order mark isn't documented. Rust's TOML readers skip it, as TOML's own tests ask, and
 * Python's tomllib stops at it.
 */
function lintMark({ document }: OpenedFile): UnplacedProblem[] {
	const isOther = document.faults.some(({ kind }) => kind === "encoding");
	if (isOther || !document.text.startsWith("\ufeff")) return [];
	const range = { start: 0, end: 1 };
	return [
		{
			code: "byte-order-mark",
			severity: "warning",
			message:
				"The file starts with a byte order mark (U+FEFF). Some programs that read TOML skip it, others stop at it.",
			path: [],
			range,
			docs: tomlDocs,
			fix: { title: "Remove it", edits: [{ range, text: "" }] },
		},
	];
}
