import { writeAddress } from "./frame-address.ts";
import { resizeInPlace, watchReader } from "./keep-place.ts";
import { type Kept, recall } from "./memory.ts";
import { messageType, readMessage } from "./message.ts";
import { readTheme, type Theme, watchTheme } from "./theme.ts";

/**
 * What the builder needs: scripts; its own origin, without which a browser asks most static hosts in vain for its
 * modules; downloads; and links that open tabs which work as any tab does. On a page of the builder's own origin this
 * holds nothing back, and need not: there the page and the builder are one site.
 */
const sandbox = "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox";

/** Milliseconds after a frame's load in which a builder that works has told its height: its code has run by then. */
const patience = 1000;

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
	let kept: Kept = {};
	let theme: Theme | undefined;

	const tellTheme = () => frame.contentWindow?.postMessage({ type: messageType, theme }, builder.origin);
	const follow = () => {
		const nextAddress = writeAddress(builder.href, host.attributes);
		if (nextAddress !== address) {
			address = nextAddress;
			kept = recall(host, address);
			// A mere change of the fragment: the builder stays, and the Back button gets no step.
			if (loaded) frame.contentWindow?.location.replace(address);
			else frame.src = kept.address ?? address;
		}
		const nextTheme = readChosenTheme(host);
		if (nextTheme !== theme) {
			theme = nextTheme;
			// A frame of another scheme than its element's has a ground, which would hide the page's.
			frame.style.colorScheme = theme;
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
			if (signal.aborted || box.className !== "") return;
			box.className = "failed";
			host.style.minBlockSize = "0";
		}, patience);
	});
	addEventListener(
		"message",
		({ source, origin, data }: MessageEvent<unknown>) => {
			if (source !== frame.contentWindow || origin !== builder.origin) return;
			const { height, link } = readMessage(data);
			if (link !== undefined) kept.address = address.replace(/#.*/, () => link);
			if (height === undefined) return;
			const width = host.clientWidth;
			Object.assign(kept, { height, width });
			resizeInPlace(host, () => {
				frame.style.blockSize = `${height}px`;
				frame.style.aspectRatio = `${width}/${height}`;
				// What was reserved for it is too much or too little now.
				host.style.minBlockSize = "0";
				box.className = "shown";
			});
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
	watchReader();
	follow();
	const room = kept.width === host.clientWidth ? kept.height : Number.parseFloat(getComputedStyle(host).minBlockSize);
	if (room) frame.style.blockSize = `${room}px`;
	box.className = "";
	box.append(frame);
}

function readChosenTheme(host: HTMLElement): Theme {
	const chosen = host.getAttribute("theme");
	return chosen === "light" || chosen === "dark" ? chosen : readTheme();
}
