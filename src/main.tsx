import { isEmbedded, startFrame } from "./ui/frame/frame.ts";
import { nextTask } from "./ui/next-task.ts";
import "./ui/tokens.css";
import "./ui/base.css";

const embedded = isEmbedded();
if (embedded) startFrame();
showPage().catch(reportError);

/**
 * Runs the page's code in parts, with room for the browser between them: on a slow machine each part alone is long
 * enough for somebody who wants to scroll. The built page asks for all of them at once, in its head.
 */
async function showPage(): Promise<void> {
	await import("react-dom/client");
	await nextTask();
	const { drawPage } = await import("./ui/page.tsx");
	await nextTask();
	await drawPage(embedded);
}
