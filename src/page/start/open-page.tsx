import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "../App.tsx";
import { endTrial } from "../draft/storage.ts";
import { listControls } from "../draft/unheard.ts";
import { emptyLink } from "./carries-link.ts";
import { readStart } from "./read-start.ts";
import { defaultStart } from "./start.ts";

/** How long after it is drawn the page still counts as being opened, in milliseconds. */
const trial = 1000;

/** Takes the markup of the built page over, or draws the page anew where it opens with another state than that. */
export async function openPage(embedded: boolean): Promise<void> {
	const element = document.getElementById("root");
	if (!element) throw new Error("The page has no element with the id root.");
	const { dataset } = document.documentElement;
	if (element.hasChildNodes() && dataset.start === "default") {
		// Whoever presses a button from here on is heard by React.
		dataset.start = "hydrating";
		// As a transition, React draws in small steps, and leaves the browser room between them.
		const hash = location.hash === emptyLink ? emptyLink : "";
		const start = { ...defaultStart, hash, controls: listControls() };
		startTransition(() => void hydrateRoot(element, <App start={start} embedded={embedded} />));
	} else {
		const start = await readStart();
		element.inert = false;
		element.removeAttribute("aria-busy");
		createRoot(element).render(<App start={start} embedded={embedded} />);
		setTimeout(endTrial, trial);
	}
}
