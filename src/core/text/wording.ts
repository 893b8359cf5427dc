import { quote } from "./quote.ts";

/** What to write in the place of what was found: `Write true or false, not “maybe”.` */
export function askFor(wanted: string, found: string): string {
	return found === "" ? `This is empty. Write ${wanted}.` : `Write ${wanted}, not ${quote(found)}.`;
}

/** What to write in the place of something of another kind: `This is a URL. Write a path.` */
export function askForKind(wanted: string, found: string): string {
	return `This is ${found}. Write ${wanted}.`;
}

/** Words as a sentence offers them: `a, b or c`. */
export function joinOr(words: readonly string[]): string {
	return words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words.at(-1)}` : words.join();
}

/** The question that follows what is not known, for the nearest that is: ` Did you mean “period”?` */
export function suggest(meant: string | undefined): string {
	return meant === undefined ? "" : ` Did you mean “${meant}”?`;
}

/** What is said of a field that there is none of. */
export function lackField(owner: string, name: string, meant: string | undefined): string {
	return `${owner} has no field ${name}.${suggest(meant)}`;
}

/** What is said of a setting that Polars leaves unused beside another. */
export function explainUnused(instead: string): string {
	return `This is not used: Polars uses ${instead} instead.`;
}

/** What is said of half a surrogate pair, which has no UTF-8 form. */
export const brokenCharacter = "This contains a broken character, which no file can store.";

/** What is said of a number that a 64-bit integer can't hold. */
export const tooLarge = "This number is larger than 64 bits can hold. Write a smaller one.";
