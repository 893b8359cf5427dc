/** What a reader does to go elsewhere on the page. The last is going into a frame. */
const moves = ["wheel", "touchmove", "pointerdown", "keydown", "blur"] as const;

/** How long a page with frames in it may take to settle, in milliseconds. */
const settling = 10_000;

let moved = false;
/** When the reader came to where they are, as far as the page knows. */
let arrival: number | undefined;

/** From now on, knows whether the reader has left the place that the address brought them to. */
export function watchReader(): void {
	moved = false;
	const isFirst = arrival === undefined;
	arrival = performance.now();
	if (!isFirst) return;
	for (const move of moves) {
		addEventListener(
			move,
			() => {
				moved = true;
			},
			{ capture: true, passive: true },
		);
	}
	// Whoever follows a link to a heading is at a new place.
	addEventListener("hashchange", watchReader);
}

/**
 * Changes the height of an element, and keeps in place what is read below it: the heading that the address names, as
 * long as the reader has not left it; else what they look at, where the browser itself does not keep it.
 */
export function resizeInPlace(element: HTMLElement, resize: () => void): void {
	const isSettling = performance.now() - (arrival ?? 0) < settling;
	const isInFrame = document.activeElement === element;
	const target = moved || isInFrame || !isSettling ? undefined : findTarget();
	if (target && element.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) {
		resize();
		const stay = () => target.scrollIntoView({ block: "start", behavior: "instant" });
		stay();
		// A browser that keeps what is read in place does so after this, from where it stood before.
		requestAnimationFrame(stay);
		return;
	}
	const before = element.getBoundingClientRect().bottom;
	resize();
	if (before > 0 || isAnchored()) return;
	scrollBy({ top: element.getBoundingClientRect().bottom - before, behavior: "instant" });
}

/** The element that the address names. */
function findTarget(): Element | undefined {
	try {
		return document.getElementById(decodeURIComponent(location.hash.slice(1))) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Whether the browser keeps what is read in place when something above it grows. */
function isAnchored(): boolean {
	if (!CSS.supports("overflow-anchor", "auto")) return false;
	return [document.documentElement, document.body].every((place) => getComputedStyle(place).overflowAnchor !== "none");
}
