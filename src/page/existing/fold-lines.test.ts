import { expect, test } from "vitest";
import { foldLines } from "./fold-lines.ts";
import type { DiffLine } from "./line-diff.ts";

const text = (length: number, added: readonly number[] = []) =>
	Array.from(
		{ length },
		(_, index): DiffLine => ({ kind: added.includes(index) ? "added" : "same", text: "", number: index + 1 }),
	);

/** What is shown: `1–3 …4` for the lines 1 to 3, and 4 folded behind them. */
function fold(
	lines: readonly DiffLine[],
	wrong: readonly number[] = [],
	revealed: readonly (readonly [number, number])[] = [],
) {
	return foldLines(lines, new Set(wrong), new Map(revealed)).map(
		({ lines, folded }) => `${lines[0]?.number}–${lines.at(-1)?.number} …${folded}`,
	);
}

test("a text that is not long is shown whole", () => {
	expect(fold(text(500))).toEqual(["1–500 …0"]);
});

test("of a long one, the beginning is shown, and what changed or is wrong with the lines around", () => {
	expect(fold(text(1000))).toEqual(["1–20 …980"]);
	expect(fold(text(1000, [99]), [500])).toEqual(["1–20 …76", "97–103 …393", "497–503 …497"]);
	expect(fold(text(1000, [22, 999]))).toEqual(["1–26 …970", "997–1000 …0"]);
});

test("more is shown of what is asked for, up to the next stretch", () => {
	expect(fold(text(1000, [99]), [], [[0, 50]])).toEqual(["1–70 …26", "97–103 …897"]);
	expect(fold(text(1000, [99]), [], [[0, 200]])).toEqual(["1–96 …0", "97–103 …897"]);
});
