import fc from "fast-check";
import { expect, test } from "vitest";
import { shareParts } from "./share-parts.ts";

test("what is shared equals what came", () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.jsonValue(), (before, next) => {
			expect(shareParts(before, next)).toEqual(next);
		}),
	);
});

test("an equal value is the one from before, whole", () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect(shareParts(value, structuredClone(value))).toBe(value);
		}),
	);
});

test("what did not change keeps its identity, and all that is around a change is new", () => {
	const before = { text: "a", rows: [{ key: "b" }, { key: "c" }], other: { key: "d" } };
	const after = shareParts(before, { text: "a", rows: [{ key: "b" }, { key: "e" }], other: { key: "d" } });
	expect(after).not.toBe(before);
	expect(after.rows).not.toBe(before.rows);
	expect(after.rows[0]).toBe(before.rows[0]);
	expect(after.other).toBe(before.other);
});

test("nothing of what came is kept, so that its owner may change it", () => {
	const row = { key: "b" };
	const kept = shareParts({ rows: [] }, { rows: [row] });
	row.key = "c";
	expect(kept).toEqual({ rows: [{ key: "b" }] });
});

test("a part that came or went, or is nothing now, is a change", () => {
	expect(shareParts({ a: undefined }, { b: undefined })).toStrictEqual({ b: undefined });
	expect(shareParts({ a: 1, b: 2 }, { a: 1 })).toStrictEqual({ a: 1 });
	expect(shareParts([1, 2], [1])).toStrictEqual([1]);
	expect(shareParts([], {})).toStrictEqual({});
	expect(shareParts({}, [])).toStrictEqual([]);
	expect(shareParts(null, {})).toStrictEqual({});
});
