/** What is remembered of an element for as long as its page lives. */
export interface Kept {
	/** The address of the frame with what was typed in it, without secrets. */
	address?: string;
	/** The height of its content, and the width of the column that it had there, in CSS pixels. */
	height?: number;
	width?: number;
}

const memory = new Map<string, Kept>();

/**
 * What is kept of an element: documentation generators make their elements anew when a reader goes to another page and
 * comes back, and some when a link of the same page is followed. The new one is known again by its page, its address and
 * its place among those with the same.
 *
 * @param address The frame's, as the element's attributes make it.
 */
export function recall(host: HTMLElement, address: string): Kept {
	const same = [...document.querySelectorAll<HTMLElement>(host.localName)].filter((other) => isSame(other, host));
	const key = [location.pathname, location.search, address, same.indexOf(host)].join(" ");
	const kept = memory.get(key) ?? {};
	memory.set(key, kept);
	return kept;
}

function isSame(a: HTMLElement, b: HTMLElement): boolean {
	const list = (element: HTMLElement) =>
		Array.from(element.attributes, ({ name, value }) => `${name}=${value}`)
			.filter((text) => !text.startsWith("style="))
			.toSorted()
			.join(" ");
	return list(a) === list(b);
}
