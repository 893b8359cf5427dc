import { type RefObject, useRef } from "react";
import { copyText, type HandedOut } from "./hand-out.ts";

/** Said where a text could not be copied, and was selected instead. */
export const denied = "Your browser didn’t allow copying. The text is selected: copy it by hand.";

/** Said where that text shows bullets for its secrets. */
export const deniedMasked =
	"Your browser didn’t allow copying. Download the file instead, or choose “Show secrets” and copy again.";

interface Copy<Shown extends HTMLElement> {
	/** For the element that shows the text. */
	readonly shown: RefObject<Shown | null>;
	/** Copies a text, and resolves to what came of it. */
	readonly copy: (text: string, said: string) => Promise<HandedOut>;
}

/**
 * Copies a text that stands on the page. Where the browser does not allow it, selects it there, to be copied by hand.
 *
 * @param within See {@link copyText}.
 * @param masked Whether the text on the page is not what is copied, since it hides a secret.
 */
export function useCopy<Shown extends HTMLElement>(
	within?: RefObject<HTMLElement | null>,
	masked = false,
): Copy<Shown> {
	const shown = useRef<Shown>(null);
	const copy = async (text: string, said: string) => {
		const done = await copyText(text, within?.current ?? undefined);
		if (!done && !masked && shown.current) getSelection()?.selectAllChildren(shown.current);
		return { done, said: done ? said : masked ? deniedMasked : denied };
	};
	return { shown, copy };
}
