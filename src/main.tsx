import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { defaultDraft } from "./config/draft.ts";
import { App } from "./ui/App.tsx";
import { isEmbedded, startFrame } from "./ui/frame/frame.ts";
import { openStart, type Start } from "./ui/state/start.ts";
import { readTyped } from "./ui/state/typed.ts";
import "./ui/tokens.css";
import "./ui/base.css";

const element = document.getElementById("root");
if (!element) throw new Error("The page has no element with the id root.");
const embedded = isEmbedded();
if (embedded) startFrame();
// As a transition, React draws in small steps, and leaves the browser room between them.
if (element.hasChildNodes() && document.documentElement.dataset.start !== "pending") {
	const start = { draft: defaultDraft, notices: [], hash: "", typed: readTyped(element) };
	startTransition(() => void hydrateRoot(element, <App start={start} embedded={embedded} />));
} else {
	const root = createRoot(element);
	const render = (start: Start) => startTransition(() => root.render(<App start={start} embedded={embedded} />));
	// No top-level await: the parts that are fetched meanwhile import this module, and would wait for it for ever.
	openStart().then(render);
}
