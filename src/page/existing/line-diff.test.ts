import fc from "fast-check";
import { expect, test } from "vitest";
import { compareLines } from "./line-diff.ts";

const signs = { added: "+", removed: "-", same: " " };
const compare = (before: string, after: string, show = (text: string) => text) =>
	compareLines(before, after, show).map(({ kind, text, number = "" }) => `${number}${signs[kind]}${text}`);

test("equal texts have no changes", () => {
	expect(compare("a\nb\n", "a\nb\n")).toEqual(["1 a", "2 b"]);
	expect(compare("", "")).toEqual([]);
});

test("a changed line stands in its place, the old one first, and only the new text is numbered", () => {
	expect(compare("1\n2\n3\n", "1\ntwo\nand\n3\n")).toEqual(["1 1", "-2", "2+two", "3+and", "4 3"]);
});

test("another line end is a change", () => {
	expect(compare("a\r\nb\n", "a\nb\n")).toEqual(["-a", "1+a", "2 b"]);
	expect(compare("a", "a\n")).toEqual(["-a", "1+a"]);
});

test("texts with more changes than can be found in good time are compared as a whole", () => {
	const before = Array.from({ length: 30_000 }, (_, index) => `${index}\n`).join("");
	const lines = compareLines(before, "x\n", (text) => text);
	expect(lines.filter(({ kind }) => kind === "removed").length).toBe(30_000);
	expect(lines.at(-1)).toEqual({ kind: "added", text: "x", number: 1 });
});

test("a secret that changes is a change and is not shown", () => {
	const hide = (text: string) => text.replace(/=.*/g, "= …");
	expect(compare("key = old\n", "key = new\n", hide)).toEqual(["-key = …", "1+key = …"]);
});

test("what was removed and what stayed make the old text, what was added and what stayed the new one", () => {
	const anyLines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 6 });
	fc.assert(
		fc.property(anyLines, anyLines, (before, after) => {
			const join = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
			const lines = compareLines(join(before), join(after), (text) => text);
			const without = (kind: string) => lines.filter((line) => line.kind !== kind);
			expect(without("added").map(({ text }) => text)).toEqual(before);
			expect(without("removed").map(({ text }) => text)).toEqual(after);
			expect(without("removed").map(({ number }) => number)).toEqual(after.map((_, index) => index + 1));
		}),
	);
});
