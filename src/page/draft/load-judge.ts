import { type FieldErrors, type Resolver, set } from "react-hook-form";
import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import { findOutput, loadOutput } from "../../core/outputs/registry.ts";
import type { Judgement } from "./judge.ts";

/** Says what there is to say about a draft; nothing as long as the code for it is not there. */
export type Judge = (draft: CheckpointDraft) => Judgement | undefined;

/** What the judge says of the default draft, known before it is loaded. */
export const defaultJudgement: Judgement = { problems: [], period: { words: "10 minutes", iso: "PT10M" } };

/** The judge until it is loaded: it knows the default draft alone. */
export const judgeDefault: Judge = (draft) => (isDefault(draft) ? defaultJudgement : undefined);

const defaultText = JSON.stringify(defaultDraft);

/** Whether a draft is what a person sees before touching anything. */
export function isDefault(draft: CheckpointDraft): boolean {
	return JSON.stringify(draft) === defaultText;
}

/**
 * Fetches what judges a draft, and what writes an output.
 *
 * @throws If it can't be fetched; it may be tried again.
 */
export async function loadJudge(id: CheckpointDraft["output"]): Promise<Judge> {
	const [{ judgeDraft }] = await Promise.all([import("./judge.ts"), loadOutput(id)]);
	return (draft) => {
		const output = findOutput(draft.output);
		return output && judgeDraft(draft, output);
	};
}

/**
 * The errors of a draft, as react-hook-form asks for them before something is handed out.
 *
 * @throws If what judges it can't be fetched.
 */
export const resolveDraft: Resolver<CheckpointDraft> = async (draft) => {
	const judgement = judgeDefault(draft) ?? (await loadJudge(draft.output))(draft);
	if (!judgement) throw new Error("Another output was chosen while the judge was loaded.");
	const found = judgement.problems.filter(({ severity }) => severity === "error");
	if (found.length === 0) return { values: draft, errors: {} };
	const errors: FieldErrors<CheckpointDraft> = {};
	for (const { path, message } of found) set(errors, path.join("."), { type: "error", message });
	return { values: {}, errors };
};
