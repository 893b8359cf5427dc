import { useCallback } from "react";
import type { FieldErrors, FieldValues } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { useDraftForm } from "./form.ts";
import { type FieldError, type InspectedFile, inspectFiles, layoutFiles } from "./inspection.ts";
import { useReadDraft } from "./unheard.ts";

/** A draft and its files. */
interface Taken {
	readonly draft: CheckpointDraft;
	readonly files: readonly InspectedFile[];
}

/**
 * Gives what the form holds at this very moment, judged, for whoever hands it out: the last key counts, and so does what
 * a tool filled in and told nobody. There are no files where they can't be judged.
 */
export function useTakeFiles(): () => Promise<Taken> {
	const { trigger, getValues, getErrors } = useDraftForm();
	const readDraft = useReadDraft();
	return useCallback(async () => {
		readDraft();
		try {
			await trigger();
		} catch {
			return { draft: getValues(), files: [] };
		}
		const draft = structuredClone(getValues());
		return { draft, files: inspectFiles(layoutFiles(draft) ?? [], listErrors(getErrors())) };
	}, [readDraft, trigger, getValues, getErrors]);
}

/** The errors of a form, of which the library makes a tree. */
function listErrors(tree: FieldErrors<FieldValues>, path: FieldError["path"] = []): FieldError[] {
	return Object.entries(tree).flatMap(([key, part]): FieldError[] => {
		const place = [...path, key];
		if (typeof part?.type === "string") return [{ path: place, message: String(part.message) }];
		return part ? listErrors(part as FieldErrors<FieldValues>, place) : [];
	});
}
