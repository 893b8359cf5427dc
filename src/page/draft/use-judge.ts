import { useCallback, useEffect, useState } from "react";
import { awaitPart, type LoadFault } from "../lazy-part.tsx";
import { useDraftForm } from "./form.ts";
import { type Judge, judgeDefault, loadJudge } from "./load-judge.ts";

interface LoadedJudge {
	readonly judge: Judge;
	/** Why it is not there, although it was asked for. */
	readonly fault: LoadFault | undefined;
	/** Loads it, and what writes the chosen output. */
	readonly load: () => void;
}

/**
 * What judges the draft. It is loaded when somebody reaches for the form, or when it is asked for.
 *
 * @param first The one that the page opens with.
 */
export function useJudge(first: Judge): LoadedJudge {
	const { getValues } = useDraftForm();
	const [judge, setJudge] = useState(() => first);
	const [fault, setFault] = useState<LoadFault>();
	const load = useCallback(() => {
		setFault(undefined);
		const take = (loaded: Judge) => {
			setFault(undefined);
			setJudge(() => loaded);
		};
		awaitPart(() => loadJudge(getValues("output")), take).then((result) =>
			"part" in result ? take(result.part) : setFault(result.fault),
		);
	}, [getValues]);
	useEffect(() => {
		if (judge !== judgeDefault) return;
		const end = new AbortController();
		const ask = () => {
			end.abort();
			load();
		};
		for (const event of ["pointerover", "focusin", "keydown"]) {
			document.addEventListener(event, ask, { passive: true, signal: end.signal });
		}
		return () => end.abort();
	}, [judge, load]);
	return { judge, fault, load };
}
