import { watchSize } from "../watch-size.ts";
import { markEmbed, readEmbed, showWhole } from "./embed-parameter.ts";
import "./frame.css";

/** Marks the messages between host and frame, as in `embed.js`. */
const messageType = "polars-checkpoint-builder/1";

/** Whether the page was opened to stand in another one: with `?embed`. */
export function isEmbedded(): boolean {
	return readEmbed() !== undefined;
}

/** The origin of the page around this one, once it has spoken. */
let host: string | undefined;

/**
 * Tells the page around this one what was typed, for when it makes this frame anew.
 *
 * @param link The link's fragment, which holds no secret.
 */
export function tellLink(link: string): void {
	// A page from a disk has an origin that nothing can be sent to.
	if (host !== undefined) parent.postMessage({ type: messageType, link }, host === "null" ? "*" : host);
}

/**
 * Makes the page a frame of another: `data-embed` on the root lets styles be compact, links open new tabs, and a host
 * that sends its theme is followed and told the height of the content from then on, in CSS pixels.
 *
 * @returns Undoes all of it.
 */
export function startFrame(): () => void {
	const root = document.documentElement;
	const base = document.createElement("base");
	let toldHeight = 0;
	// The width on the screen, for paper. A browser that prints gives a frame another one for a moment.
	let widthTimer: ReturnType<typeof setTimeout> | undefined;

	const tellHeight = () => {
		clearTimeout(widthTimer);
		widthTimer = setTimeout(() => root.style.setProperty("--frame-width", `${innerWidth}px`), 500);
		const height = Math.ceil(root.getBoundingClientRect().height);
		if (height === toldHeight || height === 0) return;
		toldHeight = height;
		// To any origin: a frame can't know its parent's, never gets another parent, and its height is no secret.
		parent.postMessage({ type: messageType, height }, "*");
	};
	let stopWatching: (() => void) | undefined;
	// Browsers don't observe sizes in a frame that is hidden or out of view, as this one is until its first word.
	const filled = new MutationObserver(tellHeight);
	const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
		const theme = source === parent ? readTheme(data) : undefined;
		if (theme === undefined) return;
		host = origin;
		root.dataset.theme = theme;
		root.dataset.embed = "sized";
		tellHeight();
		stopWatching ??= watchSize(root, tellHeight);
		filled.observe(root, { childList: true, subtree: true });
	};

	markEmbed();
	base.target = "_blank";
	document.head.append(base);
	addEventListener("message", hear);
	return () => {
		removeEventListener("message", hear);
		host = undefined;
		stopWatching?.();
		filled.disconnect();
		base.remove();
		delete root.dataset.embed;
		delete root.dataset.theme;
		clearTimeout(widthTimer);
		root.style.removeProperty("--frame-width");
		showWhole();
	};
}

/** The theme that a message names, if it is one of the host's. */
function readTheme(data: unknown): "light" | "dark" | undefined {
	if (typeof data !== "object" || data === null) return undefined;
	const { type, theme } = data as { readonly type?: unknown; readonly theme?: unknown };
	return type === messageType && (theme === "light" || theme === "dark") ? theme : undefined;
}
