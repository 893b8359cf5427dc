import { useEffect, useRef } from "react";
import { useDraftForm, useInspection } from "./draft.tsx";
import type { saveDraft } from "./save.ts";

/** How long typing must rest before it is kept, in milliseconds. Leaving the page keeps it at once. */
const rest = 300;

/** Keeps what is typed, but secrets, for a reload of the tab. */
export function KeepDraft() {
	const draft = useInspection((inspection) => inspection.draft);
	const { getValues } = useDraftForm();
	const first = useRef(draft);
	const changed = useRef(false);
	const save = useRef<typeof saveDraft>(undefined);
	useEffect(() => {
		// Whoever types may leave right after the first key: the code has to be there by then.
		const prepare = async () => {
			// If it can't be loaded, the page forgets at a reload and is whole otherwise.
			const module = await import("./save.ts").catch(() => undefined);
			save.current = module?.saveDraft;
			if (changed.current) save.current?.(getValues());
		};
		prepare();
		const leave = () => changed.current && save.current?.(getValues());
		addEventListener("pagehide", leave);
		return () => {
			removeEventListener("pagehide", leave);
		};
	}, [getValues]);
	useEffect(() => {
		if (draft === first.current) return;
		changed.current = true;
		const timer = setTimeout(() => save.current?.(getValues()), rest);
		return () => clearTimeout(timer);
	}, [draft, getValues]);
	return null;
}
