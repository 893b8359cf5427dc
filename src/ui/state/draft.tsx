import {
	createContext,
	type ReactNode,
	useCallback,
	useContext,
	useEffect,
	useMemo,
	useState,
	useSyncExternalStore,
} from "react";
import { type FieldPath, FormProvider, useForm, useFormContext } from "react-hook-form";
import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import type { Fix } from "../../problem.ts";
import { LoadFailure } from "../lazy-part.tsx";
import type { Inspection } from "./inspection.ts";
import { createInspectionStore, type InspectionStore } from "./inspection-store.ts";
import { loadDraft, saveDraft } from "./storage.ts";

/** Name of a field of the form: `s3.url`. */
export type FieldName = FieldPath<CheckpointDraft>;

const InspectionContext = createContext<InspectionStore | undefined>(undefined);

/** Holds the draft that the form edits, judges it at every change, and keeps it for a reload. */
export function DraftProvider({ children }: { readonly children: ReactNode }) {
	const [initial] = useState(() => loadDraft() ?? defaultDraft);
	const form = useForm<CheckpointDraft>({ defaultValues: initial });
	const [store] = useState(() => createInspectionStore(initial));
	const { subscribe } = form;
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const save = () => {
			clearTimeout(timer);
			saveDraft(store.read().draft);
		};
		const unsubscribe = subscribe({
			formState: { values: true },
			callback: ({ values }) => {
				store.update(values);
				clearTimeout(timer);
				timer = setTimeout(save, 300);
			},
		});
		addEventListener("pagehide", save);
		return () => {
			unsubscribe();
			removeEventListener("pagehide", save);
			save();
		};
	}, [store, subscribe]);
	const [failed, setFailed] = useState(false);
	const loadJudge = useCallback(() => {
		setFailed(false);
		store.loadJudge().catch(() => setFailed(true));
	}, [store]);
	useEffect(() => {
		if (!store.read().judged) return loadJudge();
		// The first sight needs no judge. Whoever reaches for the form will.
		const asked = ["pointerover", "focusin", "keydown"] as const;
		const options = { once: true, passive: true };
		for (const event of asked) document.addEventListener(event, loadJudge, options);
		return () => {
			for (const event of asked) document.removeEventListener(event, loadJudge);
		};
	}, [store, loadJudge]);
	return (
		<FormProvider {...form}>
			<InspectionContext value={store}>
				{failed && <LoadFailure what="the checks" onRetry={loadJudge} />}
				{children}
			</InspectionContext>
		</FormProvider>
	);
}

/**
 * What the page knows of the draft, as one part of it needs it.
 *
 * @param select Must give the same object or text as long as nothing changed for the caller.
 */
export function useInspection<Part>(select: (inspection: Inspection) => Part): Part {
	const store = useContext(InspectionContext);
	if (!store) throw new Error("useInspection needs a DraftProvider around it.");
	return useSyncExternalStore(store.subscribe, () => select(store.read()));
}

/** The form that edits the draft. */
export function useDraftForm() {
	return useFormContext<CheckpointDraft>();
}

/** Makes a repair: the field that it is meant for takes its text and the focus, and can take it back with Undo. */
export function useApplyFix(): (field: FieldName, fix: Fix) => void {
	const { setValue, setFocus } = useDraftForm();
	return useMemo(
		() => (field, fix) => {
			const target = (fix.target ?? field) as FieldName;
			const store = target.split(".")[0] as CheckpointDraft["store"];
			if (fix.target) setValue("store", store, { shouldDirty: true });
			else if (insertText(field, fix.text)) return;
			setValue(target, fix.text, { shouldDirty: true, shouldTouch: true });
			// The field may only appear with the store that was just chosen.
			requestAnimationFrame(() => setFocus(target));
		},
		[setValue, setFocus],
	);
}

/**
 * Types a text into a field as the person would, which the browser's own Undo can take back.
 * `execCommand` is deprecated, and still the one way to do so.
 */
function insertText(field: string, text: string): boolean {
	const input = document.getElementsByName(field)[0];
	if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) || text === "") return false;
	input.focus();
	input.select();
	return document.execCommand("insertText", false, text) && input.value === text;
}
