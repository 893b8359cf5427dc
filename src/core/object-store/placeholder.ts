import type { TextProblem } from "../problem.ts";
import { quote } from "../text/quote.ts";
import { mark, type Part } from "./url.ts";

/**
 * What stands for a value that somebody, or another program, was to put in: a variable of a shell or of a CI system, a
 * template's expression, a name in angle brackets, and words such as `YOUR_KEY` or `my-account-name`. The containers `$root`, `$web` and
 * `$logs` of Azure are names, and so are Hetzner's domains, `your-objectstorage.com` among them.
 */
const placeholder = new RegExp(
	[
		/<[^<>]*>/,
		/\$?\{\{[^{}]*\}\}/,
		/\$\{[^{}]*\}/,
		/\$\([^()]*\)/,
		/\$(?!(?:root|web|logs)\b)[A-Za-z_]\w*/,
		/%[A-Z_][A-Z\d_]+%/,
		/(?<![A-Za-z\d])YOUR[A-Z\d_-]*/,
		/(?<![A-Za-z\d])[Yy]our[-_](?!objectstorage\.com\b|storageshare\.de\b|storagebox\.de\b|server\.de\b)\w[\w-]*/,
		/^(?:my[-_]?)?(?:storage[-_]?)?account[-_]?name$/,
		/(?<![A-Za-z\d])(?:CHANGE|REPLACE)_?(?:ME|THIS|WITH[A-Z\d_]*)(?![A-Za-z\d])/,
	]
		.map(({ source }) => source)
		.join("|"),
);

/** The first placeholder in a text that nobody has replaced yet. */
export function findPlaceholder(text: string): Part | undefined {
	const match = placeholder.exec(text);
	return match ? { text: match[0], start: match.index, end: match.index + match[0].length } : undefined;
}

/** Whether a whole text stands for another. A secret may hold what only looks like a placeholder. */
export function isPlaceholder(text: string): boolean {
	return findPlaceholder(text.trim())?.text === text.trim() && text.trim() !== "";
}

/**
 * Says that nothing replaces the first placeholder in a text: Polars takes the text of a file as it stands. Of a text
 * that holds one, nothing else can be said, since it stands for another.
 */
export function advisePlaceholder(text: string): TextProblem | undefined {
	const found = findPlaceholder(text);
	if (!found) return undefined;
	return {
		code: "placeholder",
		severity: "warning",
		message: `Replace ${quote(found.text)} with your own value: nothing else replaces it.`,
		range: mark(found),
	};
}
