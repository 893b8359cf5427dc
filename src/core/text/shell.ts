/**
 * Quotes a text as one word of a command, whatever it holds, for bash, zsh and every other shell that knows `$'…'`.
 * A control character is escaped, so that a command can be pasted: a terminal would act on it.
 */
export function quoteShell(text: string): string {
	if (/^[\w@+:,./-]+$/.test(text)) return text;
	if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
	return `$'${text.replace(/[\\']/g, "\\$&").replace(/\p{Cc}/gu, escapeControl)}'`;
}

/** Byte by byte, as UTF-8 stores it: what `\u` means depends on the shell's locale. */
function escapeControl(character: string): string {
	const byte = character.charCodeAt(0).toString(16).padStart(2, "0");
	return character < "\u0080" ? `\\x${byte}` : `\\xc2\\x${byte}`;
}
