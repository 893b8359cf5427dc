import { EditorState } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fitLineEnds, keepLineEnds } from "./line-ends.ts";

const open = (doc: string) => EditorState.create({ doc, extensions: keepLineEnds(doc) });

function insert(text: string, at: number, inserted: string): string {
	const state = open(text);
	return state.update({ changes: { from: at, insert: state.toText(fitLineEnds(inserted, state)) } }).state.sliceDoc();
}

test("whatever its line ends, a file comes out as it went in", () => {
	const anyText = fc.array(fc.constantFrom("a", "", "\n", "\r\n", "\r", "\ufeff", "é")).map((parts) => parts.join(""));
	fc.assert(
		fc.property(anyText, (text) => {
			expect(open(text).sliceDoc()).toBe(text);
		}),
	);
});

test("lines that are pasted into a file end as its others do", () => {
	expect(insert("a\r\nb\r\n", 1, "\nx")).toBe("a\r\nx\r\nb\r\n");
	expect(insert("a\nb\n", 1, "\r\nx")).toBe("a\nx\nb\n");
});
