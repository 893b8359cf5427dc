import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { InspectionStore } from "./inspection-store.ts";
import { preloadJudge } from "./preload-judge.ts";

/** Whether the judge could not be loaded, and a way to load it. */
interface Judge {
	readonly failed: boolean;
	readonly load: () => void;
}

/** Loads what judges the draft: at once where it is not judged yet, else when somebody reaches for the form. */
export function useJudge(store: InspectionStore): Judge {
	const [failed, setFailed] = useState(false);
	const load = useCallback(() => {
		preloadJudge();
		setFailed(false);
		store.load().catch(() => setFailed(true));
	}, [store]);
	const readOutput = () => store.read().draft.output;
	const output = useSyncExternalStore(store.subscribe, readOutput, readOutput);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another output brings code of its own.
	useEffect(() => {
		if (!store.read().judged) return load();
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
	return { failed, load };
}
