import fc from "fast-check";
import { expect, test } from "vitest";
import { compareLines } from "./line-diff.ts";

const signs = { added: "+", removed: "-", same: " " };
const compare = (before: string, after: string, show = (text: string) => text) =>
	compareLines(before, after, show).map((hunk) => [
		hunk[0]?.number,
		hunk.map(({ kind, text }) => signs[kind] + text).join("|"),
	]);

test("equal texts have no changes", () => {
	expect(compare("a\nb\n", "a\nb\n")).toEqual([]);
});

test("a changed line stands among its neighbours, with the number of the first", () => {
	expect(compare("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n")).toEqual([
		[2, " 2| 3| 4|-5|+five| 6| 7| 8"],
	]);
});

test("changes far from each other stand apart, and near ones together", () => {
	const before = Array.from({ length: 20 }, (_, index) => `${index + 1}`);
	const after = before.map((line) => (["2", "6", "18"].includes(line) ? `${line}!` : line));
	expect(compare(before.join("\n"), after.join("\n"))).toEqual([
		[1, " 1|-2|+2!| 3| 4| 5|-6|+6!| 7| 8| 9"],
		[15, " 15| 16| 17|-18|+18!| 19| 20"],
	]);
});

test("texts with more changes than can be found in good time are compared as a whole", () => {
	const before = Array.from({ length: 30_000 }, (_, index) => `${index}\n`).join("");
	const lines = compareLines(before, "x\n", (text) => text).flat();
	expect(lines.filter(({ kind }) => kind === "removed").length).toBeGreaterThanOrEqual(30_000);
	expect(lines.find(({ kind }) => kind === "added")?.text).toBe("x");
});

test("a secret that changes is a change and is not shown", () => {
	const hide = (text: string) => text.replace(/=.*/g, "= …");
	expect(compare("key = old\n", "key = new\n", hide)).toEqual([[1, "-key = …|+key = …"]]);
});

test("what was removed and what stayed make the old text, what was added and what stayed the new one", () => {
	const anyLines = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(anyLines, anyLines, (before, after) => {
			const lines = compareLines(`${before.join("\n")}\n`, `${after.join("\n")}\n`, (text) => text).flat();
			const without = (kind: string) => lines.filter((line) => line.kind !== kind).map(({ text }) => text);
			// Lines that are far from every change are left out.
			expect(before.join("\n")).toContain(without("added").join("\n"));
			expect(after.join("\n")).toContain(without("removed").join("\n"));
		}),
	);
});
