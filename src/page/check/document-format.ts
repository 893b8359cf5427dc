import { invertedEffects } from "@codemirror/commands";
import {
	Compartment,
	EditorState,
	type Extension,
	StateEffect,
	StateField,
	Text,
	type TransactionSpec,
} from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/**
 * How a file ends its lines. The editor knows lines and no line ends, and what it gives back must have those that the
 * file had: `exact` is a mixture, in which each carriage return is a character of its line.
 */
type Format = "lf" | "crlf" | "exact";

const setFormat = StateEffect.define<Format>();

const formatField = StateField.define<Format>({
	create: () => "lf",
	update: (format, { effects }) =>
		effects.reduce((last, effect) => (effect.is(setFormat) ? effect.value : last), format),
});

const separator = new Compartment();

/** Lets an editor keep the line ends of its file, and take them back with Undo. */
export const documentFormat: Extension = [
	formatField,
	separator.of([]),
	EditorState.transactionExtender.of(({ effects }) => {
		const format = effects.find((effect) => effect.is(setFormat))?.value;
		// Only a mixture is split at line feeds alone; otherwise, whatever is typed or pasted is split at any line end.
		return format
			? { effects: separator.reconfigure(format === "exact" ? EditorState.lineSeparator.of("\n") : []) }
			: null;
	}),
	invertedEffects.of(({ effects, startState }) =>
		effects.some((effect) => effect.is(setFormat)) ? [setFormat.of(startState.field(formatField))] : [],
	),
	EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, "\n")),
];

/** The change that puts another text in the place of all that an editor holds. */
export function replaceAll(state: EditorState, text: string): TransactionSpec {
	const format = findFormat(text);
	return {
		changes: { from: 0, to: state.doc.length, insert: Text.of(text.split(format === "crlf" ? "\r\n" : "\n")) },
		effects: setFormat.of(format),
	};
}

function findFormat(text: string): Format {
	if (!text.includes("\r")) return "lf";
	return /\r(?!\n)|(?<!\r)\n/.test(text) ? "exact" : "crlf";
}

/** The text of an editor's file, with its own line ends. Offsets in the editor count a line end as one character. */
export function readDocument(state: EditorState): string {
	const text = state.doc.toString();
	return state.field(formatField) === "crlf" ? text.replaceAll("\n", "\r\n") : text;
}
