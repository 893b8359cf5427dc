import { renderToString } from "react-dom/server";
import { defaultDraft } from "../config/draft.ts";
import { App } from "../ui/App.tsx";

/** The page with the default draft, as markup that the browser's React takes over. */
export function renderPage(): string {
	return renderToString(<App start={{ draft: defaultDraft, notices: [] }} embedded={false} />);
}
