import type { Finding, Fix, TextRange } from "../problem.ts";

/** What is wrong with a text, before it is known which repairs hold. */
export interface Mistake {
	readonly message: string;
	readonly range?: TextRange;
	/** Texts that may have been meant, the likeliest first. */
	readonly repairs?: readonly string[];
}

/** The error that a mistake is, with those of its repairs that are accepted. */
export function toError({ message, range, repairs = [] }: Mistake, accepts: (repair: string) => boolean): Finding {
	const [fix, ...alternatives] = repairs.filter(accepts).map(toFix);
	return {
		severity: "error",
		message,
		...(range && { range }),
		...(fix && { fix }),
		...(alternatives.length > 0 && { alternatives }),
	};
}

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

/** A repair whose button shows the text that it puts in, cut to 80 characters. */
export function toFix(text: string): Fix {
	return { title: shorten(text, 80), text };
}

function shorten(text: string, length: number): string {
	const characters = [...text.slice(0, 2 * length + 1)];
	return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
}
