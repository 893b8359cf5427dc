import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./ui/App.tsx";
import { isEmbedded, startFrame } from "./ui/frame/frame.ts";
import "./ui/tokens.css";
import "./ui/base.css";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root.");
if (isEmbedded()) startFrame();
createRoot(root).render(
	<StrictMode>
		<App />
	</StrictMode>,
);
