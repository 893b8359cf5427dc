import type { CheckpointDraft } from "../../config/draft.ts";
import { findNode } from "../../config/setting.ts";
import type { OutputFile } from "../../outputs/output.ts";
import { findLayout } from "../../outputs/registry.ts";
import type { Problem } from "../../problem.ts";
import type { Judgement } from "./judge.ts";
import { shareParts } from "./share-parts.ts";

/** All that the page knows of a draft: made once for every change, read by every part. */
export interface Inspection {
	readonly draft: CheckpointDraft;
	/** Whether the draft has been judged: until then no file may be handed out. */
	readonly judged: boolean;
	/** Whether a mistake in this page's own code keeps it from judging the draft or writing its files. */
	readonly broken: boolean;
	/** By the name of the field that they are about. */
	readonly problems: ReadonlyMap<string, readonly Problem[]>;
	readonly period: Judgement["period"];
	/** None while the code of the chosen output is on its way. */
	readonly files: readonly InspectedFile[];
}

/** A file with the errors that keep it from being handed out. */
export interface InspectedFile extends OutputFile {
	readonly errors: readonly Problem[];
}

/**
 * Lays out a draft's files and puts what was said about the draft in its places.
 *
 * @param before What was known until now. Each part that it has already is taken from it, so that the page shows anew
 * only what changed.
 */
export function inspectDraft(
	draft: CheckpointDraft,
	judgement: Judgement | undefined,
	before?: Inspection,
): Inspection {
	const problems = judgement?.problems ?? [];
	const errors = problems.filter(({ severity }) => severity === "error");
	const files = findLayout(draft.output)?.(draft) ?? [];
	const isIn = (error: Problem, file: OutputFile) => file.lines.some(({ field }) => field === lineOf(error));
	const isOfNode = (error: Problem, file: OutputFile) =>
		file.lines.some(({ field }) => field !== undefined && findNode(field) === findNode(lineOf(error)));
	const inspected = files.map((file) => ({
		...file,
		// An error that has no line of its own blocks every file of its node: better none than a wrong one.
		errors: errors.filter((error) => {
			const place = [isIn, isOfNode].find((holds) => files.some((other) => holds(error, other)));
			return place?.(error, file) ?? true;
		}),
	}));
	return {
		draft,
		judged: judgement !== undefined,
		broken: false,
		problems: new Map(
			Array.from(groupByField(problems), ([field, group]) => [field, shareParts(before?.problems.get(field), group)]),
		),
		period: shareParts(before?.period, judgement?.period),
		files: shareParts(before?.files, inspected),
	};
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
export function lineOf({ path }: Problem): string {
	return path.join(".").replace(/\.key$/, ".value");
}
