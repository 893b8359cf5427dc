/**
 * Writes a text as a part of a URL fragment in which a person can still read it, and which survives being pasted:
 * nothing is left of white space, quotes, brackets or other letters than ASCII's. Half of a surrogate pair, which no
 * file can hold either, becomes U+FFFD.
 */
export function escapeText(text: string): string {
	const escaped = encodeURIComponent(text.toWellFormed())
		.replace(/[!'()*~]/g, escapeCharacter)
		.replace(/%(?:3A|2F|2C|40|3D)/g, decodeURIComponent);
	return startsAsAddress(text) ? escaped : escaped.replaceAll("%20", "+");
}

/**
 * Reads a part of a URL fragment, as {@link escapeText} writes it or as a person does by hand.
 *
 * @returns The text, and whether a percent sign in it starts no escape of UTF-8: it then stands as it is.
 */
export function unescapeText(raw: string): { readonly text: string; readonly broken: boolean } {
	let broken = false;
	const spaced = startsAsAddress(raw) ? raw : raw.replaceAll("+", " ");
	const text = spaced.toWellFormed().replace(/(?:%[\da-f]{2})+|%/gi, (escaped) => {
		try {
			if (escaped !== "%") return decodeURIComponent(escaped);
		} catch {
			// The bytes are no UTF-8.
		}
		broken = true;
		return escaped;
	});
	return { text, broken };
}

/** A URL and a path have the plus sign for itself, and seldom a space; everywhere else it is the short form of one. */
function startsAsAddress(text: string): boolean {
	return /^(?:[a-z][a-z\d.-]*:\/)?\//i.test(text);
}

/** A chat takes punctuation at the end of an address for the sentence's own. */
export function escapeEnd(fragment: string): string {
	return fragment.replace(/[^a-z\d/=]$/i, (last) => escapeCharacter(last === "+" ? " " : last));
}

function escapeCharacter(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
