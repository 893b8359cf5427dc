import { EditorState, type Extension } from "@codemirror/state";

/**
 * Lets an editor give back each line end as its file had it: `state.sliceDoc()` is the file, byte for byte. In a mixture
 * of line ends, a carriage return is a character of its line.
 *
 * @param text The file that the editor opens with.
 */
export function keepLineEnds(text: string): Extension {
	if (!text.includes("\r")) return [];
	return EditorState.lineSeparator.of(isMixture(text) ? "\n" : "\r\n");
}

/** Gives a text that is put into an editor the line ends that its other lines have. */
export function fitLineEnds(text: string, { lineBreak }: EditorState): string {
	return text.replace(/\r\n?|\n/g, lineBreak);
}

/** Whether an editor that was opened with a text keeps the line ends of another one. */
export function hasSameLineEnds(a: string, b: string): boolean {
	return nameLineEnds(a) === nameLineEnds(b);
}

function nameLineEnds(text: string): "lf" | "crlf" | "mixture" {
	return !text.includes("\r") ? "lf" : isMixture(text) ? "mixture" : "crlf";
}

function isMixture(text: string): boolean {
	return /\r(?!\n)|(?<!\r)\n/.test(text);
}
