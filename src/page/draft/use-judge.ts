import { useCallback, useEffect, useState } from "react";
import { useDraftForm } from "./form.ts";
import { type Judge, judgeDefault, loadJudge } from "./load-judge.ts";

interface LoadedJudge {
	readonly judge: Judge;
	/** Whether it could not be loaded. */
	readonly failed: boolean;
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
	const [failed, setFailed] = useState(false);
	const load = useCallback(() => {
		setFailed(false);
		loadJudge(getValues("output")).then(
			(loaded) => setJudge(() => loaded),
			() => setFailed(true),
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
	return { judge, failed, load };
}
