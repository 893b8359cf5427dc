/** A character that nobody sees, and what is there to see without it. */
const invisible = /(?![ \t\n])[\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u0085]/gu;
/** Those that join letters and pictures in a text that is meant to be read. */
const joining = /\u200c|\u200d|[\ufe00-\ufe0f]/;
/** Strings and comments, which may hold such a character. */
const sheltered = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#.*/y;

const names: ReadonlyMap<string, string> = new Map([
	["\u00a0", "a no-break space"],
	["\u00ad", "a soft hyphen"],
	["\u200b", "a zero-width space"],
	["\u200e", "a left-to-right mark"],
	["\u200f", "a right-to-left mark"],
	["\u2028", "a line separator"],
	["\u2029", "a paragraph separator"],
	["\ufeff", "a byte order mark"],
]);

/** An invisible character: where it begins, and what it is, with its code point. */
export interface Invisible {
	readonly start: number;
	readonly end: number;
	readonly name: string;
}

/** The first invisible character of a text that is a value, other than those that join letters and pictures. */
export function findInvisible(text: string): Invisible | undefined {
	const match = [...text.matchAll(invisible)].find(([character]) => !joining.test(character));
	return match && describe(match[0], match.index);
}

/** A text with a plain space for each invisible one, and without what has no width. */
export function removeInvisible(text: string): string {
	return text.replace(invisible, (character) => (joining.test(character) ? character : standIn(character, " ")));
}

function describe(character: string, start: number): Invisible {
	const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
	const name = `${names.get(character) ?? (isSpace(character) ? "an unusual space" : "an invisible character")} (${code})`;
	return { start, end: start + character.length, name };
}

function isSpace(character: string): boolean {
	return /\p{Zs}/u.test(character);
}

function isLineEnd(character: string): boolean {
	return /[\u2028\u2029\u0085]/.test(character);
}

function standIn(character: string, lineEnd: " " | "\n"): string {
	return isLineEnd(character) ? lineEnd : isSpace(character) ? " " : "";
}

/** What of a statement stands outside of its strings and comments and can't be seen. */
export interface Hidden {
	readonly first: Invisible;
	/** The statement without it: with a space for what may end a line, and with a line end if that is another text. */
	readonly texts: readonly string[];
}

/** Looks for invisible characters outside of the strings and comments of a statement. It takes linear time. */
export function findHidden(statement: string): Hidden | undefined {
	if (statement.search(invisible) === -1) return undefined;
	let first: Invisible | undefined;
	const clean = (lineEnd: " " | "\n") => {
		const parts: string[] = [];
		for (let at = 0; at < statement.length; ) {
			sheltered.lastIndex = at;
			const shelter = sheltered.exec(statement)?.[0];
			const character = shelter ?? String.fromCodePoint(statement.codePointAt(at) ?? 0);
			invisible.lastIndex = 0;
			const isHidden = shelter === undefined && invisible.test(character);
			if (isHidden) first ??= describe(character, at);
			parts.push(isHidden ? standIn(character, lineEnd) : character);
			at += character.length;
		}
		return parts.join("");
	};
	const texts = [...new Set([clean(" "), clean("\n")])];
	return first && { first, texts };
}
