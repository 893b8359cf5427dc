import { createContext, type ReactNode, useCallback, useContext, useMemo, useState, useSyncExternalStore } from "react";
import { createFormControl, type FieldPath, type UseFormReturn } from "react-hook-form";
import { listChanges } from "../../config/apply-fix.ts";
import { type CheckpointDraft, findKindWith } from "../../config/draft.ts";
import type { Fix } from "../../problem.ts";
import { isObjectStore, isStore } from "../../stores/stores.ts";
import { LoadFailure } from "../lazy-part.tsx";
import { focusField } from "./focus-field.ts";
import type { Inspection } from "./inspection.ts";
import { createInspectionStore, type InspectionStore } from "./inspection-store.ts";
import type { Start } from "./start.ts";
import { useControls } from "./use-controls.ts";
import { useJudge } from "./use-judge.ts";

/** Name of a field of the form: `s3.url`. */
export type FieldName = FieldPath<CheckpointDraft>;

/** The form, apart from React: what is drawn of it each part reads for itself. */
export type DraftForm = Omit<UseFormReturn<CheckpointDraft>, "formState">;

/** The library's own provider makes a new value whenever the form turns, and all fields with it. This one never changes. */
const FormContext = createContext<DraftForm | undefined>(undefined);

const InspectionContext = createContext<InspectionStore | undefined>(undefined);

interface Opened {
	readonly notices: Start["notices"];
	readonly open: (next: Start) => void;
	readonly dismiss: () => void;
}

const OpenedContext = createContext<Opened | undefined>(undefined);

/** Holds the draft that the form edits, and judges it at every change. */
export function DraftProvider({ start, children }: { readonly start: Start; readonly children: ReactNode }) {
	// Without the library's hook, which would draw all of this once more as soon as it is there.
	const [form] = useState<DraftForm>(() => createFormControl({ defaultValues: start.draft }));
	const [store] = useState(() => start.inspection ?? createInspectionStore(start.draft));
	const [notices, setNotices] = useState(start.notices);
	const { reset } = form;
	const { failed, load } = useJudge(store);
	useControls(form, store, start.endTyping);
	const open = useCallback(
		(next: Start) => {
			reset(next.draft);
			store.update(next.draft);
			if (!store.settle().judged) load();
			setNotices(next.notices);
		},
		[reset, store, load],
	);
	const opened = useMemo(() => ({ notices, open, dismiss: () => setNotices([]) }), [notices, open]);
	return (
		<FormContext value={form}>
			<InspectionContext value={store}>
				<OpenedContext value={opened}>
					{failed && <LoadFailure what="the checks" onRetry={load} />}
					{children}
				</OpenedContext>
			</InspectionContext>
		</FormContext>
	);
}

/**
 * What the page knows of the draft, as one part of it needs it.
 *
 * @param select Must give the same object or text as long as nothing changed for the caller.
 */
export function useInspection<Part>(select: (inspection: Inspection) => Part): Part {
	const store = useInspectionStore();
	const read = () => select(store.read());
	return useSyncExternalStore(store.subscribe, read, read);
}

/** What holds the inspection, for those who can't wait until React draws it. */
export function useInspectionStore(): InspectionStore {
	const store = useContext(InspectionContext);
	if (!store) throw new Error("useInspectionStore needs a DraftProvider around it.");
	return store;
}

/** The form that edits the draft. */
export function useDraftForm(): DraftForm {
	const form = useContext(FormContext);
	if (!form) throw new Error("useDraftForm needs a DraftProvider around it.");
	return form;
}

function useOpened(): Opened {
	const opened = useContext(OpenedContext);
	if (!opened) throw new Error("useOpened needs a DraftProvider around it.");
	return opened;
}

/** Puts another draft into the form, in the place of the present one. */
export function useOpenDraft(): (next: Start) => void {
	return useOpened().open;
}

/** What of the opened link could not be used, and a way to have done with it. */
export function useNotices(): readonly [notices: Start["notices"], dismiss: () => void] {
	const { notices, dismiss } = useOpened();
	return [notices, dismiss];
}

/** Makes a repair: the field that it is meant for takes its text and the focus, and can take it back with Undo. */
export function useApplyFix(): (field: FieldName, fix: Fix) => void {
	const { getValues, setValue } = useDraftForm();
	const showField = useShowField();
	return useMemo(
		() => (field, fix) => {
			if (!fix.target && !fix.also && insertText(field, fix.text)) return;
			const { values, focus } = listChanges(getValues(), field, fix);
			for (const [name, value] of values) {
				setValue(name as FieldName, value, { shouldDirty: true, shouldTouch: true });
			}
			showField(focus);
			focusField(focus);
		},
		[getValues, setValue, showField],
	);
}

/** Chooses the store and the credentials that have a field, as far as they are not chosen. */
function useShowField(): (field: string) => void {
	const { getValues, setValue } = useDraftForm();
	return useCallback(
		(field) => {
			const [store = "", key] = field.split(".");
			if (key === undefined || !isStore(store)) return;
			setValue("store", store, { shouldDirty: true });
			if (!isObjectStore(store)) return;
			const { credentials } = getValues(store);
			const kind = findKindWith(store, credentials, key);
			if (kind !== undefined && kind !== credentials) {
				setValue(`${store}.credentials`, kind as typeof credentials, { shouldDirty: true, shouldTouch: true });
			}
		},
		[getValues, setValue],
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
