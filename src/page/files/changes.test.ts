import { expect, test } from "vitest";
import { findChanges } from "./changes.ts";

const marks = (before: string, after: string) => {
	const { changed, removedBefore } = findChanges(before.split(""), after.split(""));
	return { changed: [...changed], removedBefore: [...removedBefore] };
};

test("an equal file has no marks", () => {
	expect(marks("abc", "abc")).toEqual({ changed: [], removedBefore: [] });
});

test("a different line is changed, not removed", () => {
	expect(marks("abc", "axc")).toEqual({ changed: [1], removedBefore: [] });
});

test("a new line is changed", () => {
	expect(marks("ac", "abc")).toEqual({ changed: [1], removedBefore: [] });
});

test("where lines were taken away, the next line says so, or the end", () => {
	expect(marks("abcd", "ad")).toEqual({ changed: [], removedBefore: [1] });
	expect(marks("ab", "a")).toEqual({ changed: [], removedBefore: [1] });
});
