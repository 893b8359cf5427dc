import { storageKey } from "../src/page/draft/storage-key.ts";

/*
 * Runs in the built page's head, before anything is painted. The page already holds the default form; who comes with
 * another state must not see that one flash by, and a page whose code can't come must say so.
 */

const root = document.documentElement;
const embedded = new URLSearchParams(location.search).has("embed");
if (embedded) root.dataset.embed = "";
root.dataset.start = opensAnother() ? "pending" : "default";
if (location.hash.length > 1) preload(document.currentScript?.dataset.link);
addEventListener("error", sayFailure, true);

/** Asks at once for the file that reads a link and judges it: the page's own code, which else would, is not there yet. */
function preload(file: string | undefined): void {
	if (file === undefined) return;
	const link = document.createElement("link");
	Object.assign(link, { rel: "modulepreload", crossOrigin: "", href: file });
	document.head.append(link);
}

/** Whether the page will open with anything but what was prerendered: a link, an embed, what this tab kept. */
function opensAnother(): boolean {
	if (embedded || location.hash.length > 1) return true;
	try {
		return sessionStorage.getItem(storageKey) !== null;
	} catch {
		return false;
	}
}

/**
 * As long as React has not taken the page over, an error or a script that can't be fetched leaves it dead. Styles that
 * can't be fetched leave it alive, so that what is said here stays once it lives.
 */
function sayFailure({ target }: Event): void {
	const isStyle = target instanceof HTMLLinkElement && target.rel === "stylesheet";
	if (root.dataset.start === "ready" || (target instanceof Element && target.tagName !== "SCRIPT" && !isStyle)) return;
	if (isStyle) root.dataset.unstyled = "";
	else root.dataset.start = "default";
	const failure = document.getElementById("load-failure");
	failure?.removeAttribute("hidden");
	failure?.querySelector("button")?.addEventListener("click", () => location.reload());
}
