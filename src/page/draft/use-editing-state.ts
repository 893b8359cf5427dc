import { useEffect, useMemo, useReducer } from "react";
import { type Editing, followEditing, untouched } from "./editing.ts";

/** How long typing must rest before a text is judged as it stands, in milliseconds. Leaving its field judges it at once. */
export const rest = 2500;

/** What there is to tell of somebody who fills in the form. */
export interface EditingSteps {
	/** A key changed the text of a field. */
	readonly type: (name: string) => void;
	/** A field lost the focus. It is left once a press of the pointer that took it is over. */
	readonly leave: (name: string) => void;
	/** What is typed is as it shall be: a repair was made, a choice taken. */
	readonly settle: () => void;
	/** Somebody tried to take a file that is not complete: some fields may be said to be empty from now on. */
	readonly attempt: (names: Iterable<string>) => void;
	/** Nothing is left to be fixed. */
	readonly complete: () => void;
	/** A row of a list was taken out. */
	readonly removeRow: (list: string, index: number) => void;
	/** The form holds another draft. */
	readonly restart: () => void;
}

/** Follows somebody who fills in the form. */
export function useEditingState(): readonly [Editing, EditingSteps] {
	const [editing, step] = useReducer(followEditing, untouched);
	const press = useMemo(watchPress, []);
	const [steps, timer] = useMemo(() => {
		const timer: { id?: ReturnType<typeof setTimeout> } = {};
		const steps: EditingSteps = {
			type: (name) => {
				clearTimeout(timer.id);
				timer.id = setTimeout(() => step({ kind: "rest" }), rest);
				step({ kind: "type", name });
			},
			leave: (name) => press.whenOver(() => step({ kind: "leave", name })),
			settle: () => step({ kind: "rest" }),
			attempt: (names) => step({ kind: "attempt", names }),
			complete: () => step({ kind: "complete" }),
			removeRow: (list, index) => {
				// What was left for its button still has its old place.
				press.flush();
				step({ kind: "remove", list, index });
			},
			restart: () => step({ kind: "restart" }),
		};
		return [steps, timer] as const;
	}, [press]);
	useEffect(() => {
		const stop = press.start();
		return () => {
			stop();
			clearTimeout(timer.id);
		};
	}, [press, timer]);
	return [editing, steps];
}

/**
 * Knows when a press of the pointer is over. What such a press lands on must not move from under it, or its click is
 * lost: an error that comes up in between would do that.
 */
function watchPress() {
	let isDown = false;
	const waiting = new Set<() => void>();
	const flush = () => {
		for (const act of waiting) act();
		waiting.clear();
	};
	const release = () => {
		isDown = false;
		// The click comes after this event.
		setTimeout(flush);
	};
	return {
		start: () => {
			const end = new AbortController();
			const options = { capture: true, passive: true, signal: end.signal };
			document.addEventListener("pointerdown", () => (isDown = true), options);
			document.addEventListener("pointerup", release, options);
			document.addEventListener("pointercancel", release, options);
			return () => end.abort();
		},
		whenOver: (act: () => void) => {
			waiting.add(act);
			if (!isDown) release();
		},
		flush,
	};
}
