import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { findNode } from "../../core/draft/setting.ts";
import type { OutputFile } from "../../core/outputs/output.ts";
import { findLayout } from "../../core/outputs/registry.ts";
import type { Problem } from "../../core/problem.ts";
import type { Judgement } from "./judge.ts";
import type { Judge } from "./load-judge.ts";

/** What is known of a draft. */
export interface Inspection {
	/** Whether the draft has been judged: until then no file may be handed out. */
	readonly judged: boolean;
	/** Whether a mistake in this page's own code keeps it from judging the draft. */
	readonly broken: boolean;
	/** By the name of the field that they are about. */
	readonly problems: ReadonlyMap<string, readonly Problem[]>;
	/** Those of the problems that keep files from being handed out. */
	readonly errors: readonly FieldError[];
	readonly period: Judgement["period"];
}

/** A file with the errors that keep it from being handed out. */
export interface InspectedFile extends OutputFile {
	readonly errors: readonly FieldError[];
}

/** An error, by its place in the draft. */
export type FieldError = Pick<Problem, "path" | "message">;

/** Judges a draft. A mistake in the judge's own code takes the judgement away, and neither the draft nor the next one. */
export function inspectDraft(draft: CheckpointDraft, judge: Judge): Inspection {
	try {
		const judgement = judge(draft);
		const problems = judgement?.problems ?? [];
		return {
			judged: judgement !== undefined,
			broken: false,
			problems: groupByField(problems),
			errors: problems.filter(({ severity }) => severity === "error"),
			period: judgement?.period,
		};
	} catch (error) {
		reportError(error);
		return { judged: false, broken: true, problems: new Map(), errors: [], period: undefined };
	}
}

/** Lays out a draft's files: none while the code of its output is on its way, nothing if there is a mistake in it. */
export function layoutFiles(draft: CheckpointDraft): readonly OutputFile[] | undefined {
	try {
		return findLayout(draft.output)?.(draft) ?? [];
	} catch (error) {
		reportError(error);
		return undefined;
	}
}

/** Tells of each file which errors keep it from being handed out. */
export function inspectFiles(files: readonly OutputFile[], errors: readonly FieldError[]): readonly InspectedFile[] {
	const isIn = (error: FieldError, file: OutputFile) => file.lines.some(({ field }) => field === lineOf(error));
	const isOfOtherNode = (error: FieldError, file: OutputFile) => {
		const nodes = new Set(file.lines.flatMap(({ field }) => (field && findNode(field)) ?? []));
		const node = findNode(lineOf(error));
		return node !== undefined && nodes.size > 0 && !nodes.has(node);
	};
	return files.map((file) => ({
		...file,
		// An error that has no line of its own blocks every file of its node: better none than a wrong one.
		errors: errors.filter((error) =>
			files.some((other) => isIn(error, other)) ? isIn(error, file) : !isOfOtherNode(error, file),
		),
	}));
}

function groupByField(problems: readonly Problem[]): Map<string, Problem[]> {
	const groups = new Map<string, Problem[]>();
	for (const problem of problems) {
		const field = problem.path.join(".");
		groups.set(field, [...(groups.get(field) ?? []), problem]);
	}
	return groups;
}

/** The field whose line an error concerns: an option's line holds its key and its value. */
export function lineOf({ path }: FieldError): string {
	return path.join(".").replace(/\.key$/, ".value");
}
