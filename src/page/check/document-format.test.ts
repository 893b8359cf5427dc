import { history, isolateHistory, undo } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentFormat, readDocument, replaceAll } from "./document-format.ts";

const empty = EditorState.create({ extensions: [history(), documentFormat] });
const open = (text: string, state = empty) => state.update(replaceAll(state, text)).state;

test("whatever its line ends, a file comes out as it went in", () => {
	const anyText = fc.array(fc.constantFrom("a", "", "\n", "\r\n", "\r", "\ufeff", "é")).map((parts) => parts.join(""));
	fc.assert(
		fc.property(anyText, anyText, (text, before) => {
			expect(readDocument(open(text))).toBe(text);
			expect(readDocument(open(text, open(before)))).toBe(text);
		}),
	);
});

test("a line typed into a file of CRLF ends as the others do", () => {
	const state = open("a\r\nb\r\n");
	expect(readDocument(state.update({ changes: { from: 1, insert: state.toText("\nx") } }).state)).toBe(
		"a\r\nx\r\nb\r\n",
	);
});

test("Undo brings back the line ends with the text", () => {
	const replaced = open("a\r\nb\r\n");
	let state = replaced.update(replaceAll(replaced, "c\n"), { annotations: isolateHistory.of("full") }).state;
	undo({ state, dispatch: (transaction) => (state = transaction.state) });
	expect(readDocument(state)).toBe("a\r\nb\r\n");
});
