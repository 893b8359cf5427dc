import type { CheckpointDraft } from "../draft/draft.ts";
import type { Line } from "../listing.ts";
import type { Problem } from "../problem.ts";

/** A file to take away. */
export interface OutputFile {
	/** File name: `worker.toml`. */
	readonly name: string;
	readonly lines: readonly Line[];
}

/** The exact text of a file. */
export interface TextFile {
	readonly name: string;
	readonly text: string;
}

/**
 * The files for a draft, whether or not it is valid yet: what is missing is marked in its line. A file may be handed
 * out only when no error concerns one of its lines.
 */
export type Layout = (draft: CheckpointDraft) => readonly OutputFile[];

/** One thing to do with the files, in its turn. */
export interface Step {
	readonly title: string;
	readonly text: string;
	/** What to type or to paste, one or more lines, quoted for a shell. It never holds a secret. */
	readonly command?: string;
	/** Names of further files that it takes: the script that tries a location, and those of {@link Output.layoutTest}. */
	readonly files?: readonly string[];
}

/** One way to write a checkpoint configuration down. */
export interface Output {
	readonly layout: Layout;
	/** What this output can't say exactly, beside what a configuration's own rules find wrong. */
	readonly check: (draft: CheckpointDraft) => readonly Problem[];
	/**
	 * Reads files that were laid out for a draft, some or all, as whoever gets them does, with a parser that did not write
	 * them; and compares what they say with the draft's settings. What is missing in the draft may be missing in them.
	 *
	 * @returns The first difference, as the beginning of a sentence without any secret; nothing if there is none.
	 */
	readonly readBack: (files: readonly TextFile[], draft: CheckpointDraft) => string | undefined;
	/** The files that try the location where the configuration goes, beside the script; absent where that is all. */
	readonly layoutTest?: Layout;
	/** How the files are put to work; for a draft that isn't valid yet, without the commands that need what is wrong. */
	readonly listSteps: (draft: CheckpointDraft) => readonly Step[];
}
