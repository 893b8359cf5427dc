/** Lets the browser have its turn: to paint, and to answer who scrolls or clicks. */
export function nextTask(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
