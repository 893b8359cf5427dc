import { writeAddress } from "./address.ts";
import { readTheme, type Theme, watchTheme } from "./theme.ts";

/** Marks the messages between page and frame. Caches may hold an older copy of either side: what it says stays true. */
const messageType = "polars-checkpoint-builder/1";

/**
 * What the builder needs: scripts; its own origin, without which a browser asks most static hosts in vain for its
 * modules; downloads; and links that open tabs which work as any tab does. On a page of the builder's own origin this
 * holds nothing back, and need not: there the page and the builder are one site.
 */
const sandbox = "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox";

/** Milliseconds after a frame's load in which a builder that works has told its height. */
const patience = 3000;

/**
 * Shows the builder in a box, once it is near the viewport, and keeps it in step with the page: the link that the
 * host's attributes make, the page's theme, the height of the content. Until the builder has told its height the box
 * has no class; then `shown`, or `failed` if it doesn't in time.
 *
 * @param builder Address of the builder's folder.
 */
export function openFrame(host: HTMLElement, box: HTMLElement, builder: URL, signal: AbortSignal): void {
	const frame = document.createElement("iframe");
	let loaded = false;
	let address = "";
	let theme: Theme | undefined;

	const tellTheme = () => frame.contentWindow?.postMessage({ type: messageType, theme }, builder.origin);
	const follow = () => {
		const nextAddress = writeAddress(builder.href, host.attributes);
		if (nextAddress !== address) {
			address = nextAddress;
			// A mere change of the fragment: the builder stays, and the Back button gets no step.
			if (loaded) frame.contentWindow?.location.replace(address);
			else frame.src = address;
		}
		const nextTheme = readChosenTheme(host);
		if (nextTheme !== theme) {
			theme = nextTheme;
			if (loaded) tellTheme();
		}
	};

	frame.title = host.title || "Polars Checkpoint Builder";
	frame.allow = "clipboard-write";
	frame.referrerPolicy = "no-referrer";
	frame.loading = "lazy";
	frame.setAttribute("sandbox", sandbox);
	frame.addEventListener("load", () => {
		loaded = true;
		tellTheme();
		// A frame that was refused or could not be fetched loads too, and says nothing.
		setTimeout(() => {
			if (!signal.aborted) box.className ||= "failed";
		}, patience);
	});
	addEventListener(
		"message",
		({ source, origin, data }: MessageEvent<unknown>) => {
			if (source !== frame.contentWindow || origin !== builder.origin) return;
			const height = readHeight(data);
			if (height === undefined) return;
			frame.style.blockSize = `${height}px`;
			box.className = "shown";
		},
		{ signal },
	);
	const observer = new MutationObserver(follow);
	observer.observe(host, { attributes: true });
	signal.addEventListener("abort", () => {
		observer.disconnect();
		frame.remove();
	});
	watchTheme(follow, signal);
	follow();
	box.className = "";
	box.append(frame);
}

function readChosenTheme(host: HTMLElement): Theme {
	const chosen = host.getAttribute("theme");
	return chosen === "light" || chosen === "dark" ? chosen : readTheme();
}

/** The height in CSS pixels that a message tells, if it is one of the builder's. */
function readHeight(data: unknown): number | undefined {
	if (typeof data !== "object" || data === null) return undefined;
	const { type, height } = data as { readonly type?: unknown; readonly height?: unknown };
	return type === messageType && typeof height === "number" && height > 0 && height < 1e5 ? height : undefined;
}
