import { useEffect } from "react";
import { useDraftForm } from "./form.ts";
import { saveDraft } from "./storage.ts";
import { useReadDraft } from "./unheard.ts";

/** How long typing must rest before it is kept, in milliseconds. Leaving the page keeps it at once. */
const rest = 300;

/** Keeps what is typed, but secrets, for a reload of the tab. */
export function KeepDraft() {
	const { subscribe } = useDraftForm();
	const readDraft = useReadDraft();
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let changed = false;
		const unsubscribe = subscribe({
			formState: { values: true },
			callback: () => {
				changed = true;
				clearTimeout(timer);
				timer = setTimeout(() => saveDraft(readDraft()), rest);
			},
		});
		const leave = () => {
			const draft = readDraft();
			if (changed) saveDraft(draft);
		};
		addEventListener("pagehide", leave);
		return () => {
			unsubscribe();
			clearTimeout(timer);
			removeEventListener("pagehide", leave);
		};
	}, [subscribe, readDraft]);
	return null;
}
