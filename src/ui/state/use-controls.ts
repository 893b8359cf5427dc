import { useEffect } from "react";
import { get } from "react-hook-form";
import type { DraftForm } from "./draft.tsx";
import type { InspectionStore } from "./inspection-store.ts";
import type { Start } from "./start.ts";
import { readControls, type Take, watchControls } from "./typed.ts";

/**
 * Keeps the form true to what its controls show, whoever put it there, and the store to the form.
 *
 * @param endTyping Gives what the controls held until now.
 */
export function useControls(form: DraftForm, store: InspectionStore, endTyping: Start["endTyping"]): void {
	const { control, subscribe, reset, getValues, setValue } = form;
	useEffect(() => {
		// The library's hook would say so: from here on, a field that is drawn shows what the form holds, and not the reverse.
		control._formState.isReady = true;
		return subscribe({
			formState: { values: true },
			callback: ({ values, name, type }) => {
				// What is set by the page itself may be the first of several steps, each of which starts from the one before.
				store.update(values, type === "change" ? name : undefined);
			},
		});
	}, [store, subscribe, control]);
	useEffect(() => {
		// Ahead of React, which has much to do before it hears of a key.
		const tell = ({ target }: Event) => {
			const isControl = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
			if (isControl) store.tellLine(target.name, target.value);
		};
		document.addEventListener("input", tell, { capture: true });
		return () => document.removeEventListener("input", tell, { capture: true });
	}, [store]);
	useEffect(() => {
		const take: Take = (shown) => {
			for (const [name, value] of shown) {
				if (value !== getValues(name)) setValue(name, value, { shouldDirty: true, shouldTouch: true });
			}
		};
		const takeAll: Take = (shown) => {
			take(shown);
			// Of a field that is left, and of one that React takes over, the form takes the value and tells nobody.
			const { draft } = store.settle();
			if ([...shown].some(([name, value]) => value !== get(draft, name))) store.update(structuredClone(getValues()));
		};
		// Whoever is quick has typed before this listened.
		takeAll(endTyping?.() ?? readControls(document));
		// Whatever hands a file out is clicked: by then the file and what is said of it are of the same draft.
		const act: Take = (shown) => {
			take(shown);
			store.settle();
		};
		return watchControls(act, takeAll);
	}, [endTyping, store, getValues, setValue]);
	useEffect(() => {
		// WebKit keeps a page that is left, and empties its fields with `autocomplete="off"` right after this event.
		const refill = ({ persisted }: PageTransitionEvent) => {
			if (persisted)
				setTimeout(() => reset(getValues(), { keepDefaultValues: true, keepDirty: true, keepTouched: true }));
		};
		addEventListener("pageshow", refill);
		return () => removeEventListener("pageshow", refill);
	}, [reset, getValues]);
}
