import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./ui/App.tsx";
import { isEmbedded, startFrame } from "./ui/frame/frame.ts";
import { readStart } from "./ui/state/start.ts";
import "./ui/tokens.css";
import "./ui/base.css";

const element = document.getElementById("root");
if (!element) throw new Error("The page has no element with the id root.");
if (isEmbedded()) startFrame();
const root = createRoot(element);
// No top-level await: the parts that are fetched meanwhile import this module, and would wait for it for ever.
readStart().then((start) =>
	root.render(
		<StrictMode>
			<App start={start} />
		</StrictMode>,
	),
);
