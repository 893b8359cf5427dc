import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import { type Inspection, inspectDraft } from "./inspection.ts";
import type { Judgement, judgeDraft } from "./judge.ts";

/** Holds the present {@link Inspection}, for React to read. */
export interface InspectionStore {
	readonly read: () => Inspection;
	readonly subscribe: (listener: () => void) => () => void;
	/** Inspects a changed draft, at once. */
	readonly update: (draft: CheckpointDraft) => void;
	/**
	 * Fetches what judges drafts, and judges the present one.
	 *
	 * @throws If it can't be fetched; it may be tried again.
	 */
	readonly loadJudge: () => Promise<void>;
}

/** What {@link judgeDraft} says of the default draft, known before it is loaded. */
export const defaultJudgement: Judgement = { problems: [], period: { words: "10 minutes", iso: "PT10M" } };

/** A store that starts with a draft. Any but the default one waits for its judgement. */
export function createInspectionStore(draft: CheckpointDraft): InspectionStore {
	let judge: typeof judgeDraft | undefined;
	let inspection = inspectDraft(draft, draft === defaultDraft ? defaultJudgement : undefined);
	const listeners = new Set<() => void>();
	const update = (next: CheckpointDraft) => {
		inspection = inspectDraft(next, judge?.(next));
		for (const listener of listeners) listener();
	};
	return {
		read: () => inspection,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		update,
		loadJudge: async () => {
			judge ??= (await import("./judge.ts")).judgeDraft;
			update(inspection.draft);
		},
	};
}
