/** What was found, as a message shows it: in curly quotes, cut to 24 characters. */
export function quote(text: string): string {
	return `“${shorten(text, 24)}”`;
}

/** A key as a sentence can name it: with TOML's escapes for characters that nobody would see. */
export function escapeInvisible(key: string): string {
	return key.replace(/(?! )[\p{C}\p{Z}]/gu, (character) => {
		const code = (character.codePointAt(0) ?? 0).toString(16);
		return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
	});
}

/** A text cut to so many characters, the last of which is an ellipsis then. */
export function shorten(text: string, length: number): string {
	const characters = [...text.slice(0, 2 * length + 1)];
	return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
}
