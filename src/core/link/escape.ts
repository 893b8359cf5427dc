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

/** What may stand behind an address in a text, with what opens it: as it is, and as a browser escapes it in an address. */
const closers: ReadonlyMap<string, string> = new Map([
	...[")(", "][", "}{", "><", '""', "''", "``", "”“", "’‘", "»«"].flatMap(([closer = "", opener = ""]) => [
		[closer, opener] as const,
		...(/[>"`”’»]/.test(closer) ? [[encodeURIComponent(closer), encodeURIComponent(opener)] as const] : []),
	]),
	...[".", ",", ";", ":", "!", "?", "…", "%E2%80%A6"].map((mark) => [mark, ""] as const),
]);

/** The mark at the end of a fragment that {@link trimSentence} takes for the sentence's own. */
function findEndMark(fragment: string): string | undefined {
	return [...closers.keys()].find((closer) => fragment.slice(-closer.length).toUpperCase() === closer);
}

/** Whether {@link trimSentence} takes away from a fragment, unless its last value opens what is closed there. */
export function endsAsSentence(fragment: string): boolean {
	return findEndMark(fragment) !== undefined;
}

/**
 * Takes away what stood behind a link in a sentence and was copied with it: closing brackets and quotes, full stops. A
 * closing mark stays where the last value has the one that opens it.
 */
export function trimSentence(fragment: string): string {
	const marks: string[] = [];
	let text = fragment;
	for (let mark = findEndMark(text); mark !== undefined; mark = findEndMark(text)) {
		text = text.slice(0, -mark.length);
		marks.unshift(mark);
		// A sentence ends in a few marks; a text of nothing else is none.
		if (marks.length > 20) return fragment;
	}
	for (const mark of marks) {
		const value = text.slice(text.lastIndexOf("&") + 1).toUpperCase();
		if (!isOpen(value, closers.get(mark) ?? "", mark)) break;
		text += mark;
	}
	return text;
}

/** Whether a value has more of an opening mark than of the closing one; of a mark that does both, an odd number. */
function isOpen(value: string, opener: string, closer: string): boolean {
	if (opener === "") return false;
	const count = (mark: string) => value.split(mark).length - 1;
	return opener === closer ? count(opener) % 2 === 1 : count(opener) > count(closer);
}

/** A link that a tool escaped as a whole, `%23v%3D1%26store%3Ds3`, as it was before; any other as it is. */
export function unescapeWhole(fragment: string): string {
	let text = fragment;
	// Nothing in a link means anything without an equals sign. Tools that hand a link on may escape it once each.
	for (let times = 0; times < 3 && !text.includes("=") && /%(?:25)*3D/i.test(text); times++) {
		text = text.replace(/%[0-7][\da-f]/gi, decodeURIComponent).replace(/^#/, "");
	}
	return text;
}
