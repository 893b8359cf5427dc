import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import type { Line } from "../../listing.ts";
import { findOutput, loadOutput } from "../../outputs/registry.ts";
import { type Inspection, inspectDraft } from "./inspection.ts";
import type { Judgement, judgeDraft } from "./judge.ts";
import { loadJudge } from "./load-judge.ts";
import { shareParts } from "./share-parts.ts";

/** Holds the present {@link Inspection}, for React to read. */
export interface InspectionStore {
	readonly read: () => Inspection;
	readonly subscribe: (listener: () => void) => () => void;
	/**
	 * Hears how a line will read once the change of its field is inspected. What it says may be shown, and not handed out.
	 */
	readonly subscribeLines: (listener: LineListener) => () => void;
	/** Tells how the line of a field will read with another text. The draft with that text is the next {@link update}. */
	readonly tellLine: (field: string, text: string) => void;
	/**
	 * Inspects a changed draft: at once, but where it differs in the text of one field alone, whose line has been told.
	 * Then it does before the next frame.
	 */
	readonly update: (draft: CheckpointDraft, field?: string) => void;
	/** Inspects the last draft, unless that has been done, and gives what is known now. */
	readonly settle: () => Inspection;
	/**
	 * Fetches what judges and writes the present draft, and inspects it anew.
	 *
	 * @throws If it can't be fetched; it may be tried again.
	 */
	readonly load: () => Promise<void>;
}

/** @param index Of the line, counted from 0. */
type LineListener = (file: string, index: number, line: Line) => void;

/** What {@link judgeDraft} says of the default draft, known before it is loaded. */
export const defaultJudgement: Judgement = { problems: [], period: { words: "10 minutes", iso: "PT10M" } };

/**
 * A store that starts with a draft. Any but the default one waits for its judgement.
 *
 * @param defer Does something before the next frame is drawn.
 */
export function createInspectionStore(
	start: CheckpointDraft,
	defer: (act: () => void) => void = (act) => requestAnimationFrame(act),
): InspectionStore {
	let judge: typeof judgeDraft | undefined;
	let inspection = inspectDraft(start, start === defaultDraft ? defaultJudgement : undefined);
	let pending: CheckpointDraft | undefined;
	let isDeferred = false;
	let told: string | undefined;
	const listeners = new Set<() => void>();
	const lineListeners = new Set<LineListener>();
	const settle = () => {
		if (!pending) return inspection;
		const draft = shareParts(inspection.draft, pending);
		pending = undefined;
		try {
			const output = findOutput(draft.output);
			inspection = inspectDraft(draft, output && judge?.(draft, output), inspection);
		} catch (error) {
			// Files that would say something else than the form are worse than none.
			inspection = { draft, judged: false, broken: true, problems: new Map(), period: undefined, files: [] };
			reportError(error);
		}
		for (const listener of listeners) listener();
		return inspection;
	};
	const tellLine = (field: string, text: string) => {
		told = undefined;
		for (const { name, lines, rewriteLine } of inspection.files) {
			const index = lines.findIndex((line) => line.field === field);
			const present = lines[index];
			const line = present && rewriteLine?.(present, text);
			if (!line) continue;
			told = field;
			for (const listener of lineListeners) listener(name, index, line);
			return;
		}
	};
	return {
		read: () => inspection,
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		subscribeLines: (listener) => {
			lineListeners.add(listener);
			return () => lineListeners.delete(listener);
		},
		tellLine,
		update: (draft, field) => {
			pending = draft;
			const canWait = field !== undefined && field === told;
			told = undefined;
			if (!canWait) return void settle();
			if (isDeferred) return;
			isDeferred = true;
			defer(() => {
				isDeferred = false;
				settle();
			});
		},
		settle,
		load: async () => {
			const { output } = pending ?? inspection.draft;
			const [module] = await Promise.all([loadJudge(), loadOutput(output)]);
			judge = module.judgeDraft;
			pending ??= inspection.draft;
			settle();
		},
	};
}
