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
	const save = useRef<typeof saveDraft>(undefined);
	useEffect(() => {
		if (draft === first.current) return;
		const timer = setTimeout(
			async () => {
				// If it can't be loaded, the page forgets at a reload and is whole otherwise.
				const module = await import("./save.ts").catch(() => undefined);
				save.current = module?.saveDraft;
				save.current?.(getValues());
			},
			save.current ? rest : 0,
		);
		return () => clearTimeout(timer);
	}, [draft, getValues]);
	useEffect(() => {
		const leave = () => save.current?.(getValues());
		addEventListener("pagehide", leave);
		return () => removeEventListener("pagehide", leave);
	}, [getValues]);
	return null;
}
