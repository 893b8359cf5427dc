import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import { findOutput, loadOutput } from "../../outputs/registry.ts";
import { type Inspection, inspectDraft } from "./inspection.ts";
import type { Judgement, judgeDraft } from "./judge.ts";
import { shareParts } from "./share-parts.ts";

/** Holds the present {@link Inspection}, for React to read. */
export interface InspectionStore {
	readonly read: () => Inspection;
	readonly subscribe: (listener: () => void) => () => void;
	/** Inspects a changed draft, at once. */
	readonly update: (draft: CheckpointDraft) => void;
	/**
	 * Fetches what judges and writes the present draft, and inspects it anew.
	 *
	 * @throws If it can't be fetched; it may be tried again.
	 */
	readonly load: () => Promise<void>;
}

/** What {@link judgeDraft} says of the default draft, known before it is loaded. */
export const defaultJudgement: Judgement = { problems: [], period: { words: "10 minutes", iso: "PT10M" } };

/** A store that starts with a draft. Any but the default one waits for its judgement. */
export function createInspectionStore(draft: CheckpointDraft): InspectionStore {
	let judge: typeof judgeDraft | undefined;
	let inspection = inspectDraft(draft, draft === defaultDraft ? defaultJudgement : undefined);
	const listeners = new Set<() => void>();
	const update = (next: CheckpointDraft) => {
		const draft = shareParts(inspection.draft, next);
		try {
			const output = findOutput(draft.output);
			inspection = inspectDraft(draft, output && judge?.(draft, output), inspection);
		} catch (error) {
			// Files that would say something else than the form are worse than none.
			inspection = { draft, judged: false, broken: true, problems: new Map(), period: undefined, files: [] };
			reportError(error);
		}
		for (const listener of listeners) listener();
	};
	return {
		read: () => inspection,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		update,
		load: async () => {
			const [module] = await Promise.all([import("./judge.ts"), loadOutput(inspection.draft.output)]);
			judge = module.judgeDraft;
			update(inspection.draft);
		},
	};
}
