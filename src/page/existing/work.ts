import { lintConfig, type NamedText } from "../../core/check/lint.ts";
import { detectFormat } from "../../core/config-file/detect.ts";
import type { ConfigFormat } from "../../core/config-file/format.ts";
import { keepReferences } from "../../core/config-file/hidden-values.ts";
import { openConfig } from "../../core/config-file/open-config.ts";
import { patchConfig } from "../../core/config-file/patch.ts";
import { readDraft } from "../../core/config-file/read-draft.ts";
import { checkDraft } from "../../core/draft/check.ts";
import type { CheckpointConfig } from "../../core/draft/checkpoint.ts";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { removeSecrets } from "../../core/draft/secret.ts";
import type { Problem, Severity, TextRange } from "../../core/problem.ts";
import { stores } from "../../core/stores/stores.ts";
import type { FileProblem } from "../../core/text/file-problem.ts";
import { compareLines, type DiffLine } from "./line-diff.ts";
import { maskSecrets } from "./mask-secrets.ts";

/** What takes too long to be done where a person types. */
export type Task = DetectTask | ReadTask | ShowTask;

/** Tells by its content what a text is written in. */
export interface DetectTask {
	readonly kind: "detect";
	readonly text: string;
}

/** Reads files into a draft. */
export interface ReadTask {
	readonly kind: "read";
	readonly files: readonly NamedText[];
	/** What the files have no word on. */
	readonly draft: CheckpointDraft;
}

/** Puts a draft's settings into files, checks them, and compares them with what they were. */
export interface ShowTask {
	readonly kind: "show";
	readonly files: readonly (NamedText & { readonly opened: string })[];
	/** Nothing where the files are to stay as they are. */
	readonly draft: CheckpointDraft | undefined;
}

/** What files say of checkpoints. */
export interface Reading {
	readonly files: readonly FileReading[];
	/** What they say together; nothing if one of them can't be read. */
	readonly draft?: CheckpointDraft;
	/** Whether they say nothing of checkpoints, and nothing is wrong that could have been meant to. */
	readonly isBlank: boolean;
}

/** What one file says of checkpoints, without any secret. */
export interface FileReading {
	readonly name: string;
	/** Why it can't be read: `line 2, column 11: …`. */
	readonly fault?: string;
	/** Whether it is of a kind that isn't read, so that nothing in it is to be mended. */
	readonly isOther?: true;
	readonly period?: string;
	/** Whether it says that no checkpoints are to be made. */
	readonly isOff?: boolean;
	/** What its store is called. */
	readonly store?: string;
	/** The URL or path of the place in the store; empty if it names none. */
	readonly place?: string;
	/** Keys that the form has no field for, from the root. */
	readonly kept: readonly string[];
}

/** Files as they are to be. */
export interface Shown {
	readonly files: readonly ShownFile[];
	/** How many problems they have of each severity. */
	readonly counts: Readonly<Record<Severity, number>>;
	/** What keeps the draft's settings from being put into them: the draft's own errors. */
	readonly missing: readonly Pick<Problem, "path" | "message">[];
	/** Why the settings can't be put into these files. */
	readonly refusal?: string;
}

export interface ShownFile {
	readonly name: string;
	/** What it is written in, as it was chosen or told by its content. */
	readonly format: ConfigFormat;
	/** All of it, with its secrets. */
	readonly text: string;
	/** The opened text compared with this one, with masked secrets. */
	readonly lines: readonly DiffLine[];
	/** In the order of the text; no more than {@link most}. */
	readonly problems: readonly FileProblem[];
	/** How many problems there are. */
	readonly total: number;
}

/** The answer to each kind of task. */
export interface Answers {
	readonly detect: ConfigFormat;
	readonly read: Reading;
	readonly show: Shown;
}

/** How many problems of one file are listed: nobody reads more at once. */
const most = 1000;

/** Does a task. It takes time in proportion to the files' length. */
export function doTask(task: Task): Answers[Task["kind"]] {
	switch (task.kind) {
		case "detect":
			return detectFormat(task.text);
		case "read":
			return read(task);
		case "show":
			return show(task);
	}
}

function read({ files, draft: base }: ReadTask): Reading {
	const readings = files.map((file) => readFile(file, base));
	if (readings.some(({ fault }) => fault !== undefined)) return { files: readings, isBlank: false };
	let draft = base;
	for (const { text, format } of files) {
		const found = readDraft(text, draft, format);
		if (found.ok) draft = found.draft;
	}
	const isSilent = readings.every(({ period, store }) => period === undefined && store === undefined);
	const isBlank = isSilent && lintConfig(files).every(({ severity }) => severity === "advice");
	return { files: readings, draft, isBlank };
}

/** Reads a file over a draft that has no setting, to tell what the file says from what it leaves open. */
function readFile({ name, text, format }: NamedText, base: CheckpointDraft): FileReading {
	const open = { ...base, period: "", store: "shared_filesystem", shared_filesystem: { path: "" } } as const;
	const found = readDraft(text, open, format);
	if (!found.ok) {
		const { code, line, column, message } = found.problem;
		if (code === "unrelated-file") return { name, fault: message, isOther: true, kept: [] };
		return { name, fault: `line ${line}, column ${column}: ${message}`, kept: [] };
	}
	const { kept } = found;
	const { draft } = removeSecrets(found.draft);
	const { period, store } = draft;
	const place = store === "shared_filesystem" ? draft[store].path : draft[store].url;
	return {
		name,
		kept,
		...(period !== "" && { period }),
		...(kept.includes("scheduler.checkpoint.enabled") && { isOff: true }),
		...((store !== "shared_filesystem" || place !== "") && { store: stores[store].title, place }),
	};
}

function show({ files, draft }: ShowTask): Shown {
	const checks = files.map(
		(file) => draft && checkDraft(keepReferences(draft, openConfig(file.text, file.name, file.format))),
	);
	const errors =
		checks.find((check) => check && !check.config)?.problems.filter(({ severity }) => severity === "error") ?? [];
	const configs = checks.flatMap((check) => check?.config ?? []);
	// Settings that were put into a text may not change what it is taken for.
	const formats = files.map(({ text, format }) => format ?? detectFormat(text));
	const { texts, refusal } = patch(files, configs);
	const problems = lintConfig(texts);
	const counts = { error: 0, warning: 0, advice: 0 };
	for (const { severity } of problems) counts[severity]++;
	return {
		files: texts.map(({ name, text }, index): ShownFile => {
			// What is about no file in particular stands with the first.
			const mine = problems.filter(({ file }) => file === name || (file === undefined && index === 0));
			const listed = mine.slice(0, most);
			const format = formats[index] ?? "toml";
			const lines = compareLines(files[index]?.opened ?? "", text, (shown) => maskSecrets(shown, format));
			return { name, format, text, lines: markLines(lines, text, listed), problems: listed, total: mine.length };
		}),
		counts,
		missing: errors.map(({ path, message }) => ({ path, message })),
		...(refusal !== undefined && { refusal }),
	};
}

/** Puts a configuration into files, one for each, into all of them or none. */
function patch(
	files: ShowTask["files"],
	configs: readonly CheckpointConfig[],
): { readonly texts: ReadTask["files"]; readonly refusal?: string } {
	const unchanged = files.map(({ opened: _, ...file }): NamedText => file);
	if (configs.length < files.length) return { texts: unchanged };
	const texts: NamedText[] = [];
	for (const [index, file] of unchanged.entries()) {
		const config = configs[index];
		if (!config) continue;
		try {
			texts.push({ ...file, text: patchConfig(file.text, config, file.format) });
		} catch (error) {
			if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
			return { texts: unchanged, refusal: `${file.name}: ${error.message}` };
		}
	}
	return { texts };
}

const rank: Readonly<Record<Severity, number>> = { advice: 0, warning: 1, error: 2 };

/** Marks the lines that problems are about, and the characters as far as they are shown. */
function markLines(lines: readonly DiffLine[], text: string, problems: readonly FileProblem[]): readonly DiffLine[] {
	if (problems.length === 0) return lines;
	const own = text.replace(/^\ufeff/, "").split(/\r?\n/);
	const byLine = new Map<number, FileProblem[]>();
	for (const problem of problems) byLine.set(problem.line, [...(byLine.get(problem.line) ?? []), problem]);
	return lines.map((line) => {
		const found = byLine.get(line.number ?? 0);
		if (!found) return line;
		const [severity] = found.map((problem) => problem.severity).toSorted((a, b) => rank[b] - rank[a]);
		const raw = own[(line.number ?? 0) - 1] ?? "";
		const marks = found.flatMap(({ column, range }): TextRange[] => {
			const start = column - 1;
			const end = start + range.end - range.start;
			// Behind a masked secret, no character is where it was.
			return line.text.slice(0, end) === raw.slice(0, end) ? [{ start, end }] : [];
		});
		return { ...line, ...(severity && { severity }), marks };
	});
}
