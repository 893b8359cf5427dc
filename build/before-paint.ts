import { storageKey, unkeptKey } from "../src/page/draft/storage-key.ts";
import { markEmbed, readEmbed } from "../src/page/frame/embed-parameter.ts";
import { carriesLink } from "../src/page/start/carries-link.ts";

/*
 * Runs in the built page's head, before anything is painted. The page already holds the default form; who comes with
 * another state must not see that one flash by, and a page whose code can't come must say so.
 */

const root = document.documentElement;
const embedded = readEmbed() !== undefined;
markEmbed();
const isLink = carriesLink(location);
root.dataset.start = isLink || embedded || hasStored() ? "pending" : "default";
if (isLink) preload(document.currentScript?.dataset.link);
addEventListener("error", sayFailure, true);
// Longer than it takes on a slow line.
setTimeout(() => root.dataset.start !== "ready" && showFailure(), 10_000);
keepClick();

/** Asks at once for the file that reads a link and judges it: the page's own code, which else would, is not there yet. */
function preload(file: string | undefined): void {
	if (file === undefined) return;
	const link = document.createElement("link");
	Object.assign(link, { rel: "modulepreload", crossOrigin: "", href: file });
	document.head.append(link);
}

function hasStored(): boolean {
	try {
		return [storageKey, unkeptKey].some((key) => sessionStorage.getItem(key) !== null);
	} catch {
		return false;
	}
}

/** As long as React has not taken the page over, an error or a script that can't be fetched leaves it dead. */
function sayFailure({ target }: Event): void {
	if (root.dataset.start === "ready" || (target instanceof Element && target.tagName !== "SCRIPT")) return;
	showFailure();
}

function showFailure(): void {
	const failure = document.getElementById("load-failure");
	failure?.removeAttribute("hidden");
	failure?.querySelector("button")?.addEventListener("click", () => location.reload());
}

/**
 * A button that is pressed before the page's code is there shows that it is heard, and does its work once it can. From
 * when React begins to take the page over, it hears presses itself.
 */
function keepClick(): void {
	let kept: HTMLButtonElement | undefined;
	const keep = (event: Event) => {
		const pressed = event.target instanceof Element ? event.target : undefined;
		const link = pressed?.closest<HTMLAnchorElement>('#root a[href^="#"]');
		// The address's fragment is a configuration's: a way down the page must not stand there.
		if (link) {
			event.preventDefault();
			document.querySelector<HTMLElement>(link.hash)?.focus();
		}
		const button = pressed?.closest<HTMLButtonElement>("#root button");
		if (!button || root.dataset.start !== "default") return;
		kept?.setAttribute("aria-busy", "false");
		kept = button;
		button.setAttribute("aria-busy", "true");
	};
	const observer = new MutationObserver(() => {
		if (root.dataset.start !== "ready") return;
		observer.disconnect();
		removeEventListener("click", keep, true);
		kept?.setAttribute("aria-busy", "false");
		kept?.click();
	});
	observer.observe(root, { attributes: true, attributeFilter: ["data-start"] });
	addEventListener("click", keep, true);
}
