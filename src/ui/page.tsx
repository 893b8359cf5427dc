import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { defaultDraft } from "../config/draft.ts";
import { App } from "./App.tsx";
import { openStart } from "./state/start.ts";
import { followTyped } from "./state/typed.ts";

/** Takes the markup of the built page over, or draws the page anew where it opens with another state than that. */
export async function drawPage(embedded: boolean): Promise<void> {
	const element = document.getElementById("root");
	if (!element) throw new Error("The page has no element with the id root.");
	// As a transition, React draws in small steps, and leaves the browser room between them.
	if (element.hasChildNodes() && document.documentElement.dataset.start !== "pending") {
		const start = { draft: defaultDraft, notices: [], hash: "", endTyping: followTyped(element) };
		startTransition(() => void hydrateRoot(element, <App start={start} embedded={embedded} />));
	} else {
		element.dataset.drawn = "";
		const root = createRoot(element);
		const start = await openStart();
		startTransition(() => root.render(<App start={start} embedded={embedded} />));
	}
}
