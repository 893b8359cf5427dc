import { renderToString } from "react-dom/server";
import { App } from "../src/page/App.tsx";
import { defaultStart } from "../src/page/start/start.ts";

/** The page with the default draft, as markup that the browser's React takes over. */
export function renderPage(): string {
	return renderToString(<App start={defaultStart} embedded={false} />);
}
