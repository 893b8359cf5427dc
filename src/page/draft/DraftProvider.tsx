import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import type { Start } from "../start/start.ts";
import { EditingProvider } from "./EditingProvider.tsx";
import { InspectionProvider } from "./InspectionProvider.tsx";
import { judgeDefault, resolveDraft } from "./load-judge.ts";
import { refillControls, takeUnheard } from "./unheard.ts";
import { useEditingState } from "./use-editing-state.ts";

interface Opened {
	readonly notices: Start["notices"];
	readonly open: (next: Start) => void;
	readonly dismiss: () => void;
}

const OpenedContext = createContext<Opened | undefined>(undefined);

/** Holds the form that edits the draft, and what follows from it. */
export function DraftProvider({ start, children }: { readonly start: Start; readonly children: ReactNode }) {
	const form = useForm<CheckpointDraft>({ defaultValues: start.draft, resolver: resolveDraft });
	const { reset, getValues, setValue } = form;
	const editing = useEditingState();
	const { restart } = editing[1];
	const [notices, setNotices] = useState(start.notices);
	const opened = useMemo(
		(): Opened => ({
			notices,
			open: (next) => {
				reset(next.draft);
				restart();
				setNotices(next.notices);
			},
			dismiss: () => setNotices([]),
		}),
		[notices, reset, restart],
	);
	// Before anything is drawn once more: until then, what was typed before React took the page over is in its controls.
	useLayoutEffect(() => takeUnheard({ getValues, setValue }, start.controls), [getValues, setValue, start.controls]);
	useEffect(() => {
		const refill = ({ persisted }: PageTransitionEvent) => {
			if (persisted) setTimeout(() => refillControls({ getValues }));
		};
		addEventListener("pageshow", refill);
		return () => removeEventListener("pageshow", refill);
	}, [getValues]);
	return (
		<FormProvider {...form}>
			<OpenedContext value={opened}>
				<EditingProvider state={editing}>
					<InspectionProvider judge={start.judge ?? judgeDefault}>{children}</InspectionProvider>
				</EditingProvider>
			</OpenedContext>
		</FormProvider>
	);
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
