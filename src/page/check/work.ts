import { lintConfig } from "../../core/check/lint.ts";
import type { CheckpointInput } from "../../core/draft/checkpoint.ts";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { patchConfig } from "../../core/formats/toml/patch.ts";
import { readToml } from "../../core/formats/toml/read.ts";
import { readDraft } from "../../core/formats/toml/read-draft.ts";
import { readPatchBack } from "../../core/formats/toml/read-patch.ts";
import type { Finished } from "../../core/outputs/finish.ts";
import type { Severity } from "../../core/problem.ts";
import type { FileProblem } from "../../core/text/file-problem.ts";
import { compareLines, type Hunk } from "./line-diff.ts";
import { maskSecrets } from "./mask-secrets.ts";

/** A file as the editor holds it. No other that is checked with it has its name. */
export interface ConfigFile {
	readonly name: string;
	readonly text: string;
}

/** What takes too long to be done where a person types. */
export type Task =
	| { readonly kind: "check"; readonly files: readonly ConfigFile[] }
	| { readonly kind: "read"; readonly files: readonly ConfigFile[]; readonly draft: CheckpointDraft }
	| { readonly kind: "patch"; readonly files: readonly ConfigFile[]; readonly config: CheckpointInput }
	| {
			readonly kind: "read back";
			readonly before: string;
			readonly after: ConfigFile;
			readonly config: CheckpointInput;
	  };

/** What is wrong with the files. */
export interface Report {
	/** In the order of the files and their text; no more than {@link most} for each file. */
	readonly problems: readonly FileProblem[];
	/** How many there are of each severity, those above {@link most} too. */
	readonly counts: Readonly<Record<Severity, number>>;
	/** Names of the files that are no TOML. */
	readonly unreadable: readonly string[];
}

/** What came of reading the files into the form. */
export type SettingsReading =
	| {
			readonly draft: CheckpointDraft;
			readonly kept: readonly { readonly file: string; readonly keys: readonly string[] }[];
	  }
	| { readonly refusal: string };

/** A file with the form's settings in it. */
export interface PatchedFile extends ConfigFile {
	/** What changed; nothing if the settings were there already. Secrets are masked. */
	readonly hunks: readonly Hunk[];
}

export type Patching = { readonly files: readonly PatchedFile[] } | { readonly refusal: string };

/** The answer to each kind of task. */
export interface Answers {
	readonly check: Report;
	readonly read: SettingsReading;
	readonly patch: Patching;
	readonly "read back": Finished;
}

/** How many problems of one file are listed: nobody reads more at once. */
const most = 1000;

/** Does a task. It takes time in proportion to the files' length. */
export function doTask(task: Task): Answers[Task["kind"]] {
	switch (task.kind) {
		case "check":
			return check(task.files);
		case "read":
			return read(task.files, task.draft);
		case "patch":
			return patch(task.files, task.config);
		case "read back":
			return readBack(task.before, task.after, task.config);
	}
}

function check(files: readonly ConfigFile[]): Report {
	const problems = lintConfig(files);
	const counts = { error: 0, warning: 0, advice: 0 };
	for (const { severity } of problems) counts[severity]++;
	return {
		// What is about no file in particular stands first.
		problems: [undefined, ...files.map(({ name }) => name)].flatMap((name) =>
			problems.filter(({ file }) => file === name).slice(0, most),
		),
		counts,
		unreadable: files.filter(({ text }) => readToml(text).faults.length > 0).map(({ name }) => name),
	};
}

function read(files: readonly ConfigFile[], base: CheckpointDraft): SettingsReading {
	let draft = base;
	const kept: { file: string; keys: readonly string[] }[] = [];
	for (const { name, text } of files) {
		const found = readDraft(text, draft);
		if (!found.ok) {
			const { line, column, message } = found.problem;
			return { refusal: `${name}, line ${line}, column ${column}: ${message}` };
		}
		draft = found.draft;
		if (found.kept.length > 0) kept.push({ file: name, keys: found.kept });
	}
	return { draft, kept };
}

function patch(files: readonly ConfigFile[], config: CheckpointInput): Patching {
	const patched: PatchedFile[] = [];
	for (const { name, text } of files) {
		try {
			const after = patchConfig(text, config);
			patched.push({ name, text: after, hunks: compareLines(text, after, maskSecrets) });
		} catch (error) {
			if (error instanceof SyntaxError || error instanceof TypeError) return { refusal: `${name}: ${error.message}` };
			throw error;
		}
	}
	return { files: patched };
}

function readBack(before: string, after: ConfigFile, config: CheckpointInput): Finished {
	const difference = readPatchBack(before, after.text, config);
	return difference === undefined
		? { ok: true, files: [after] }
		: { ok: false, difference: `${after.name}: ${difference}` };
}
