import { type RefObject, useRef, useState } from "react";
import { copyText } from "./hand-out.ts";

/** Said where a text could not be copied, and was selected instead. */
export const denied = "The browser did not allow to copy. The text is selected: copy it by hand.";

interface Copy<Shown extends HTMLElement> {
	/** For the element that shows the text. */
	readonly shown: RefObject<Shown | null>;
	/** Copies a text, and resolves to what there is to say of it. */
	readonly copy: (text: string, done: string) => Promise<string>;
	/** What to show: empty but where the browser did not allow to copy. */
	readonly denial: string;
}

/**
 * Copies a text that stands on the page. Where the browser does not allow it, selects it there, to be copied by hand.
 *
 * @param within See {@link copyText}.
 */
export function useCopy<Shown extends HTMLElement>(within?: RefObject<HTMLElement | null>): Copy<Shown> {
	const shown = useRef<Shown>(null);
	const [denial, setDenial] = useState("");
	const copy = async (text: string, done: string) => {
		const copied = await copyText(text, within?.current ?? undefined);
		if (!copied && shown.current) getSelection()?.selectAllChildren(shown.current);
		setDenial(copied ? "" : denied);
		return copied ? done : denied;
	};
	return { shown, copy, denial };
}
