import type { ConfigFormat } from "../config-file/format.ts";
import { readDraft } from "../config-file/read-draft.ts";
import { checkDraft, sortBySeverity } from "../draft/check.ts";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { finishFiles } from "../outputs/finish.ts";
import type { Outputs } from "../outputs/registry.ts";
import type { BareProblem } from "../problem.ts";

/** A file to convert, and what it is written in, if that isn't to be told by its content. */
export interface ConvertedText {
	readonly text: string;
	readonly format?: ConfigFormat;
}

/** What became of a configuration in another output. */
export type Conversion =
	| {
			readonly ok: true;
			readonly files: readonly { readonly name: string; readonly text: string }[];
			/** Keys of the files that are about something else than checkpoints, and have no place in the result. */
			readonly left: readonly string[];
			/** What is worth a word and keeps nothing from being written. */
			readonly problems: readonly BareProblem[];
	  }
	| {
			readonly ok: false;
			/** Why nothing was written, what is graver first. */
			readonly problems: readonly BareProblem[];
			readonly left: readonly string[];
	  };

/** A worker's file says none, and each output has one. */
const periodUnsaid: BareProblem = {
	code: "period-missing",
	severity: "warning",
	message: `No file says how often a checkpoint is made: “${defaultDraft.period}” was written, as in the documentation.`,
};

/**
 * Writes what files in any format say about checkpoints as another output does.
 *
 * @param texts One file, or the scheduler's and a worker's.
 * @param output Which output writes it.
 * @param outputs All of them.
 * @returns The files, and what of the old ones has no place in them; or why none could be written. It never throws.
 */
export function convertFiles(
	texts: readonly ConvertedText[],
	output: CheckpointDraft["output"],
	outputs: Outputs,
): Conversion {
	const left: string[] = [];
	let draft = { ...defaultDraft, period: "", shared_filesystem: { path: "" } };
	for (const { text, format } of texts) {
		const read = readDraft(text, draft, format);
		if (!read.ok) return { ok: false, problems: [read.problem], left: [] };
		draft = read.draft;
		left.push(...read.kept);
	}
	const said: BareProblem[] = draft.period === "" ? [periodUnsaid] : [];
	const converted = {
		...draft,
		period: draft.period || defaultDraft.period,
		output,
		files: texts.length > 1 ? ("separate" as const) : draft.files,
	};
	const problems = sortBySeverity<BareProblem>([
		...said,
		...checkDraft(converted).problems,
		...outputs[output].check(converted),
	]);
	if (problems.some(({ severity }) => severity === "error")) return { ok: false, problems, left };
	const finished = finishFiles(outputs[output], converted);
	if (!finished.ok) {
		const message = `${finished.difference}: no file was made.`;
		return { ok: false, problems: [{ code: "output-limit", severity: "error", message }], left };
	}
	return { ok: true, files: finished.files.map(({ name, text }) => ({ name, text })), left, problems };
}
