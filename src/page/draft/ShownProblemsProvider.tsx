import {
	createContext,
	type ReactNode,
	useCallback,
	useContext,
	useEffect,
	useLayoutEffect,
	useMemo,
	useRef,
} from "react";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { useAnnounce } from "../announce.tsx";
import { type ProblemMap, useCalmProblems } from "./calm.ts";
import { useEditing, useEditingSteps } from "./EditingProvider.tsx";
import { nameField } from "./error-summary.ts";
import { useDraftForm } from "./form.ts";
import type { Inspection } from "./inspection.ts";

const ShownProblemsContext = createContext<ProblemMap | undefined>(undefined);

interface ShownProblemsProviderProps {
	readonly problems: Inspection["problems"];
	/** The draft that has them. */
	readonly draft: CheckpointDraft;
	/** Whether the form holds a later one. */
	readonly isBehind: boolean;
	readonly children: ReactNode;
}

/** Says to each field which of its problems it shows by now. */
export function ShownProblemsProvider({ problems, draft, isBehind, children }: ShownProblemsProviderProps) {
	const shown = useCalmProblems(problems, draft, isBehind);
	const { attempted } = useEditing();
	const { complete } = useEditingSteps();
	const hasErrors = useMemo(() => hasError(problems), [problems]);
	useEffect(() => {
		if (attempted && !isBehind && !hasErrors) complete();
	}, [attempted, isBehind, hasErrors, complete]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what comes up moves what is below it.
	useLayoutEffect(keepFocusInSight, [shown]);
	return <ShownProblemsContext value={shown}>{children}</ShownProblemsContext>;
}

/** The problems that stand at their fields, by the fields' names; of each field, the gravest first. */
export function useShownProblems(): ProblemMap {
	const shown = useContext(ShownProblemsContext);
	if (!shown) throw new Error("useShownProblems needs a ShownProblemsProvider around it.");
	return shown;
}

/**
 * Gives a function for whoever finds that a file can't be taken yet: each field that keeps it back shows its error from
 * then on, an empty one too, and the page's title says that there are errors until there are none.
 */
export function useShowErrors(): (names: Iterable<string>) => void {
	return useEditingSteps().attempt;
}

/** Lets assistive tools hear what came up at a field once its typing rests or it is left, and the title say so. */
export function AnnounceProblems() {
	const shown = useShownProblems();
	useAnnounceProblems(shown);
	const { attempted } = useEditing();
	const isWrong = attempted && hasError(shown);
	useEffect(() => {
		if (!isWrong) return;
		const title = document.title;
		document.title = `Error: ${title}`;
		return () => {
			document.title = title;
		};
	}, [isWrong]);
	return null;
}

/** Announces what comes up among some problems at the field that was typed in last, or else at another. */
export function useAnnounceProblems(shown: ProblemMap): void {
	const announce = useAnnounce();
	const { getValues } = useDraftForm();
	const { last } = useEditing();
	const before = useRef(shown);
	const find = useCallback(
		(name: string) => {
			const message = shown.get(name)?.[0]?.message;
			return message === before.current.get(name)?.[0]?.message ? undefined : message;
		},
		[shown],
	);
	useEffect(() => {
		if (before.current === shown) return;
		// After an attempt to take a file, the summary of what is to be fixed has the word.
		const names = last === undefined ? [] : [last, ...shown.keys()];
		const name = names.find((each) => find(each) !== undefined);
		const message = name === undefined ? undefined : find(name);
		before.current = shown;
		if (name !== undefined && message !== undefined) announce(`${nameField(getValues(), name)}: ${message}`);
	}, [shown, last, find, announce, getValues]);
}

/** How far a message may move what is below it, in pixels. */
const reach = 160;

/** Scrolls to what has the focus if a message has just pushed it out at the bottom; not if somebody scrolled it away. */
function keepFocusInSight(): void {
	const { activeElement } = document;
	if (!activeElement?.closest("form")) return;
	const below = activeElement.getBoundingClientRect().bottom - innerHeight;
	if (below > 0 && below < reach) activeElement.scrollIntoView({ block: "nearest" });
}

function hasError(problems: ProblemMap): boolean {
	return [...problems.values()].some((found) => found.some(({ severity }) => severity === "error"));
}
