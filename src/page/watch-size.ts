/**
 * Calls back whenever an element's size may have changed. Where a browser has no `ResizeObserver`, that is at every
 * change of the page or its window.
 *
 * @returns Ends it.
 */
export function watchSize(element: Element, callback: () => void): () => void {
	if (typeof ResizeObserver !== "undefined") {
		const observer = new ResizeObserver(callback);
		observer.observe(element);
		return () => observer.disconnect();
	}
	const observer = new MutationObserver(callback);
	observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
	addEventListener("resize", callback);
	return () => {
		observer.disconnect();
		removeEventListener("resize", callback);
	};
}
