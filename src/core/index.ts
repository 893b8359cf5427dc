/**
 * The core of the Polars Checkpoint Builder, for other programs. It needs no DOM and runs in Node.
 *
 * @module
 */

import { type Conversion, type ConvertedText, convertFiles } from "./convert/convert-config.ts";
import { parseConfig, toTypeError } from "./draft/check.ts";
import { type CheckpointInput, toDraft } from "./draft/checkpoint.ts";
import type { CheckpointDraft } from "./draft/draft.ts";
import { bareMetal } from "./outputs/bare-metal.ts";
import { environment } from "./outputs/environment.ts";
import { finishFiles } from "./outputs/finish.ts";
import { helm } from "./outputs/helm.ts";
import { operator } from "./outputs/operator.ts";
import type { Outputs } from "./outputs/registry.ts";

export type { Access, AccessText, AccessWishes, StoreRequest } from "./access/access.ts";
export { describeAccess } from "./access/describe-access.ts";
export type { NamedText } from "./check/lint.ts";
export { lintConfig } from "./check/lint.ts";
export { detectFormat } from "./config-file/detect.ts";
export type { ConfigFormat } from "./config-file/format.ts";
export { configFormats } from "./config-file/format.ts";
export { patchConfig } from "./config-file/patch.ts";
export { readDraft } from "./config-file/read-draft.ts";
export type { Conversion, ConvertedText } from "./convert/convert-config.ts";
export { checkDraft } from "./draft/check.ts";
export type { CheckpointConfig, CheckpointInput } from "./draft/checkpoint.ts";
export { checkpointSchema } from "./draft/checkpoint.ts";
export type { CheckpointDraft } from "./draft/draft.ts";
export { defaultDraft } from "./draft/draft.ts";
export { fields } from "./draft/fields.ts";
export { formatFriendly, formatIso, formatWords } from "./duration/format.ts";
export type { ParsedDuration } from "./duration/parse.ts";
export { parseDuration } from "./duration/parse.ts";
export type { ErrorExplanation, ExplainedText } from "./errors/explain-error.ts";
export { explainError } from "./errors/explain-error.ts";
export type { CheckpointAnswers, MissingCause } from "./errors/missing-checkpoint.ts";
export { checkpointQuestions, findMissingCause } from "./errors/missing-checkpoint.ts";
export type { ReadDraft } from "./formats/toml/read-draft.ts";
export type { DecodedLink } from "./link/decode.ts";
export { decodeLink } from "./link/decode.ts";
export type { EncodedLink } from "./link/encode.ts";
export { encodeLink } from "./link/encode.ts";
export type { LinkNotice } from "./link/notice.ts";
export type { Fix, Path, Problem, Severity, TextProblem as Finding, TextRange as Range } from "./problem.ts";
export type { ProblemCode } from "./problem-codes.ts";
export { problemCodes } from "./problem-codes.ts";
export type { TextEdit } from "./text/edit.ts";
export { applyEdits } from "./text/edit.ts";
export type { FileFix, FileProblem } from "./text/file-problem.ts";

/** A program has every output at once; only the page loads them one by one. */
const outputs: Outputs = { bare_metal: bareMetal, environment, helm, operator };

/**
 * Writes the files of a configuration, for the output that it chooses.
 *
 * @param config A configuration of one store; what has a default may be left out.
 * @returns File names with their whole text: LF line ends, one at the end of the file.
 * @throws {TypeError} If the configuration isn't valid or the output can't hold it, naming every place: no file is
 * better than a wrong one.
 * @throws {Error} If a file doesn't read back as it was meant, which is a fault of this module's own.
 */
export function renderFiles(config: CheckpointInput): { name: string; text: string }[] {
	const draft = toDraft(parseConfig(config));
	const output = outputs[draft.output];
	const errors = output.check(draft).filter(({ severity }) => severity === "error");
	if (errors.length > 0) throw toTypeError(errors);
	const finished = finishFiles(output, draft);
	if (!finished.ok) throw new Error(`${finished.difference}: no file was made.`);
	return finished.files.map(({ name, text }) => ({ name, text }));
}

/**
 * Writes what files in any format say about checkpoints in another one: TOML, variables, Helm values or manifests.
 *
 * @param input One file, or the scheduler's and a worker's.
 * @param output What to write: `bare_metal`, `environment`, `helm` or `operator`.
 * @returns The files, with the keys of the old ones that have no place in them; or why none could be written. It never
 * throws.
 */
export function convertConfig(input: string | readonly ConvertedText[], output: CheckpointDraft["output"]): Conversion {
	return convertFiles(typeof input === "string" ? [{ text: input }] : input, output, outputs);
}
