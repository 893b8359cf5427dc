import { useEffect, useRef, useState } from "react";
import { useDraftForm, useInspection, useInspectionStore } from "./draft.tsx";
import type { saveDraft } from "./save.ts";

/** How long typing must rest before it is kept, in milliseconds. Leaving the page keeps it at once. */
const rest = 300;

/** Keeps what is typed, but secrets, for a reload of the tab. */
export function KeepDraft() {
	const draft = useInspection((inspection) => inspection.draft);
	const { settle } = useInspectionStore();
	const { getValues } = useDraftForm();
	const first = useRef(draft);
	const changed = useRef(false);
	const save = useRef<typeof saveDraft>(undefined);
	const [prepare] = useState(() => async () => {
		// If it can't be loaded, the page forgets at a reload and is whole otherwise.
		const module = await import("./save.ts").catch(() => undefined);
		save.current = module?.saveDraft;
		if (changed.current) save.current?.(getValues());
	});
	useEffect(() => {
		// Whoever types may leave right after the first key: the code has to be there by then.
		const asked = ["pointerover", "focusin", "keydown"] as const;
		for (const event of asked) document.addEventListener(event, prepare, { once: true, passive: true });
		// The last key may have come within the last frame.
		const leave = () => settle().draft !== first.current && save.current?.(getValues());
		addEventListener("pagehide", leave);
		return () => {
			for (const event of asked) document.removeEventListener(event, prepare);
			removeEventListener("pagehide", leave);
		};
	}, [prepare, getValues, settle]);
	useEffect(() => {
		if (draft === first.current) return;
		changed.current = true;
		if (!save.current) prepare();
		const timer = setTimeout(() => save.current?.(getValues()), rest);
		return () => clearTimeout(timer);
	}, [draft, prepare, getValues]);
	return null;
}
