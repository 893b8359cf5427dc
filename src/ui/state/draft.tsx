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
import { createFormControl, type FieldPath, get, type UseFormReturn } from "react-hook-form";
import type { CheckpointDraft } from "../../config/draft.ts";
import type { Fix } from "../../problem.ts";
import { LoadFailure } from "../lazy-part.tsx";
import type { Inspection } from "./inspection.ts";
import { createInspectionStore, type InspectionStore } from "./inspection-store.ts";
import { preloadJudge } from "./preload-judge.ts";
import type { Start } from "./start.ts";
import { type Take, watchControls } from "./typed.ts";

/** Name of a field of the form: `s3.url`. */
export type FieldName = FieldPath<CheckpointDraft>;

/** The form, apart from React: what is drawn of it each part reads for itself. */
type DraftForm = Omit<UseFormReturn<CheckpointDraft>, "formState">;

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
	const { subscribe, reset, getValues, setValue, control } = form;
	const [failed, setFailed] = useState(false);
	const load = useCallback(() => {
		preloadJudge();
		setFailed(false);
		store.load().catch(() => setFailed(true));
	}, [store]);
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
	useEffect(() => {
		// As the hook says: until here, what fields show has been typed before the page's code was there; from here, the
		// form says what they show.
		control._formState.isReady = true;
		return subscribe({
			formState: { values: true },
			callback: ({ values, name, type }) => {
				// What is set by the page itself may be the first of several steps, each of which starts from the one before.
				store.update(values, type === "change" ? name : undefined);
			},
		});
	}, [store, subscribe, control]);
	useEffect(() => {
		// Ahead of React, which has much to do before it hears of a key.
		const tell = ({ target }: Event) => {
			const isControl = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
			if (isControl) store.tellLine(target.name, target.value);
		};
		document.addEventListener("input", tell, { capture: true });
		return () => document.removeEventListener("input", tell, { capture: true });
	}, [store]);
	useEffect(() => {
		const take: Take = (shown) => {
			for (const [name, value] of shown) {
				if (value !== getValues(name)) setValue(name, value, { shouldDirty: true, shouldTouch: true });
			}
		};
		const takeAll: Take = (shown) => {
			take(shown);
			// Of a field that is left, and of one that React takes over, the form takes the value and tells nobody.
			const { draft } = store.settle();
			if ([...shown].some(([name, value]) => value !== get(draft, name))) store.update(structuredClone(getValues()));
		};
		takeAll(start.typed ?? new Map());
		// Whatever hands a file out is clicked: by then the file and what is said of it are of the same draft.
		const act: Take = (shown) => {
			take(shown);
			store.settle();
		};
		return watchControls(act, takeAll);
	}, [start.typed, store, getValues, setValue]);
	useEffect(() => {
		// WebKit keeps a page that is left, and empties its fields with `autocomplete="off"` right after this event.
		const refill = ({ persisted }: PageTransitionEvent) => {
			if (persisted)
				setTimeout(() => reset(getValues(), { keepDefaultValues: true, keepDirty: true, keepTouched: true }));
		};
		addEventListener("pageshow", refill);
		return () => removeEventListener("pageshow", refill);
	}, [reset, getValues]);
	const [output, setOutput] = useState(start.draft.output);
	useEffect(() => store.subscribe(() => setOutput(store.read().draft.output)), [store]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another output brings code of its own.
	useEffect(() => {
		if (!store.read().judged) return load();
		// The first sight needs no judge. Whoever reaches for the form will.
		const end = new AbortController();
		const ask = () => {
			end.abort();
			load();
		};
		for (const event of ["pointerover", "focusin", "keydown"]) {
			document.addEventListener(event, ask, { passive: true, signal: end.signal });
		}
		return () => end.abort();
	}, [store, load, output]);
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
	const { setValue, setFocus } = useDraftForm();
	return useMemo(
		() => (field, fix) => {
			if (!fix.target && insertText(field, fix.text)) return;
			const target = (fix.target ?? field) as FieldName;
			const [store, key] = target.split(".");
			if (fix.target && key) setValue("store", store as CheckpointDraft["store"], { shouldDirty: true });
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
