import { createContext, type ReactNode, useContext, useDeferredValue, useEffect, useMemo } from "react";
import { LoadFailure } from "../lazy-part.tsx";
import { useDraft } from "./form.ts";
import { type InspectedFile, type Inspection, inspectDraft, inspectFiles, layoutFiles } from "./inspection.ts";
import type { Judge } from "./load-judge.ts";
import { ShownProblemsProvider } from "./ShownProblemsProvider.tsx";
import { useJudge } from "./use-judge.ts";

const InspectionContext = createContext<Inspection | undefined>(undefined);

interface InspectionProviderProps {
	/** What judges the draft at first. */
	readonly judge: Judge;
	readonly children: ReactNode;
}

/**
 * Says to all parts of the page what is wrong with the draft. Where that takes long, the page shows a key first.
 * Whoever hands something out does not rely on it, and has the form judged.
 */
export function InspectionProvider({ judge: first, children }: InspectionProviderProps) {
	const latest = useDraft();
	const draft = useDeferredValue(latest);
	const { judge, fault, load } = useJudge(first);
	const inspection = useMemo(() => inspectDraft(draft, judge), [draft, judge]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: each output has code of its own.
	useEffect(() => {
		if (!inspection.judged) load();
	}, [inspection.judged, draft.output, load]);
	return (
		<InspectionContext value={inspection}>
			{fault && <LoadFailure what="the checks" fault={fault} onRetry={load} />}
			<ShownProblemsProvider problems={inspection.problems} draft={draft} isBehind={draft !== latest}>
				{children}
			</ShownProblemsProvider>
		</InspectionContext>
	);
}

/** What there is to say about the draft. */
export function useInspection(): Inspection {
	const inspection = useContext(InspectionContext);
	if (!inspection) throw new Error("useInspection needs an InspectionProvider around it.");
	return inspection;
}

/**
 * The draft's files, with each key that is typed: none while the code of their output is on its way. Nothing where a
 * mistake in this page's own code keeps it from judging or writing them: files that say something else than the form
 * are worse than none.
 */
export function useFiles(): readonly InspectedFile[] | undefined {
	const draft = useDraft();
	const { judged, broken, errors } = useInspection();
	// biome-ignore lint/correctness/useExhaustiveDependencies: with what judges an output comes what lays it out.
	const files = useMemo(() => layoutFiles(draft), [draft, judged]);
	return useMemo(() => (files && !broken ? inspectFiles(files, errors) : undefined), [files, broken, errors]);
}
