import type { CheckpointDraft, KubernetesDraft } from "../draft/draft.ts";
import type { TextEdit } from "../text/edit.ts";
import type { UnplacedProblem } from "../text/file-problem.ts";
import { isSameSetting, type NodeSetting, type PlacedSetting } from "./placed-setting.ts";

/** A text in another format than TOML, seen as what a node's file would say. */
export interface NodeView {
	/** Each path once: where the text says it twice, what counts. */
	readonly settings: readonly PlacedSetting[];
	/** What the format's own rules find wrong, at the places of the text. */
	readonly remarks: readonly UnplacedProblem[];
	/** Whether what the text lacks may just as well be said elsewhere. */
	readonly isPartial?: true;
	/** Keys of the text that are about something else than a node's settings, as a person would name them. */
	readonly others: readonly string[];
	/** What it says of a worker's pods. */
	readonly pods?: Partial<KubernetesDraft>;
	/** Why no settings of checkpoints can be written into it, as the end of a sentence. */
	readonly obstacle?: string;
	/**
	 * Edits after which the text says these settings and no others of those that it can hold.
	 *
	 * @returns Nothing where the format can't say them, or nobody could tell how to.
	 */
	readonly write: (wanted: readonly NodeSetting[]) => readonly TextEdit[] | undefined;
	/**
	 * Gives the workers' pods what a draft needs beside its settings, which are to be written after it; absent where a text
	 * has no place for that.
	 *
	 * @param isAsked Whether somebody said what the pods need; else it is a default.
	 */
	readonly writePods?: (draft: CheckpointDraft, isAsked: boolean) => PodEdits;
}

/** Edits of what workers' pods need, or what is against them, as the end of a sentence. */
export type PodEdits =
	| { readonly ok: true; readonly edits: readonly TextEdit[] }
	| { readonly ok: false; readonly reason: string };

/** What becomes of one setting: it is new, or it goes, or it gets another value or key. */
export type Change =
	| { readonly from: PlacedSetting; readonly to: NodeSetting }
	| { readonly from: PlacedSetting; readonly to?: undefined }
	| { readonly from?: undefined; readonly to: NodeSetting };

/**
 * What it takes to make some settings out of others. What neither changes its key nor its value is left out. A setting
 * that goes and one that comes are one that is renamed, if they have the same value, or if there is one of each.
 */
export function listChanges(settings: readonly PlacedSetting[], wanted: readonly NodeSetting[]): readonly Change[] {
	const left = new Map(settings.map((setting) => [nameOf(setting), setting]));
	const changes: Change[] = [];
	const added: NodeSetting[] = [];
	for (const to of wanted) {
		const from = left.get(nameOf(to));
		left.delete(nameOf(to));
		if (!from) added.push(to);
		else if (!isSameSetting(from, to)) changes.push({ from, to });
	}
	const removed = [...left.values()].filter(({ implied }) => !implied);
	const isAlone = removed.length === 1 && added.length === 1;
	for (const to of added) {
		const index = removed.findIndex(
			(from) => isAlone || (from.value !== undefined && isSameSetting(from, to) && isNear(from, to)),
		);
		const [from] = index === -1 ? [] : removed.splice(index, 1);
		changes.push(from ? { from, to } : { to });
	}
	return [...changes, ...removed.map((from) => ({ from }))];
}

function nameOf({ path }: NodeSetting): string {
	return path.join("\0");
}

/** Whether two paths begin alike or end alike: a key that was renamed, or one that was moved. */
function isNear({ path: one }: NodeSetting, { path: other }: NodeSetting): boolean {
	return one.at(-1) === other.at(-1) || one.slice(0, -1).join("\0") === other.slice(0, -1).join("\0");
}
