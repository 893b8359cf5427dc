export type Theme = "light" | "dark";

/** What documentation generators call their themes. */
const themes: ReadonlyMap<string | null | undefined, Theme> = new Map([
	["light", "light"],
	["default", "light"],
	["dark", "dark"],
	["slate", "dark"],
]);

/** Where they say it: Material for MkDocs; Docusaurus, Starlight and Furo; Bootstrap. */
const attributes = ["data-md-color-scheme", "data-theme", "data-bs-theme"];

const darkPreferred = matchMedia("(prefers-color-scheme: dark)");

/**
 * The theme that the page shows: what its theme switch says on `body` or `html`, else what its style makes of it, else
 * what the person prefers.
 */
export function readTheme(): Theme {
	const { body, documentElement } = document;
	for (const place of [body, documentElement]) {
		const marked = attributes.map((name) => themes.get(place.getAttribute(name))).find(Boolean);
		if (marked) return marked;
		if (place.classList.contains("dark")) return "dark";
	}
	// VitePress and others mark the light theme by nothing, also for a person who prefers dark elsewhere.
	return (
		themes.get(getComputedStyle(documentElement).colorScheme) ??
		readBackground(body) ??
		readBackground(documentElement) ??
		(darkPreferred.matches ? "dark" : "light")
	);
}

/** What an element's background makes of the page; nothing if it has none, or in a colour space other than sRGB. */
function readBackground(element: Element): Theme | undefined {
	// An opaque colour is `rgb(…)`, one that lets through what is behind it `rgba(…)`.
	const channels = /^rgb\((.+)\)$/.exec(getComputedStyle(element).backgroundColor)?.[1]?.split(",").map(Number);
	return channels && (Math.max(...channels) + Math.min(...channels) < 255 ? "dark" : "light");
}

/** Calls back whenever the page's theme may have changed. */
export function watchTheme(callback: () => void, signal: AbortSignal): void {
	const observer = new MutationObserver(callback);
	for (const place of [document.body, document.documentElement]) observer.observe(place, { attributes: true });
	signal.addEventListener("abort", () => observer.disconnect());
	darkPreferred.addEventListener("change", callback, { signal });
	// A background that fades keeps its old colour until the end.
	document.addEventListener("transitionend", callback, { signal });
}
