import { type FieldPath, type UseFormReturn, useFormContext, useWatch } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";

/** Name of a field of the form: `s3.url`. */
export type FieldName = FieldPath<CheckpointDraft>;

/** The form that edits the draft. */
export type DraftForm = UseFormReturn<CheckpointDraft>;

/** The form that edits the draft. */
export function useDraftForm(): DraftForm {
	return useFormContext<CheckpointDraft>();
}

/** The whole draft, for a part that depends on all of it. It is the same object until something in it changes. */
export function useDraft(): CheckpointDraft {
	// A copy, since the form goes on to change what it holds.
	return useWatch({ compute: (draft: CheckpointDraft) => structuredClone(draft) });
}
