import fc from "fast-check";
import { parseTOML } from "toml-eslint-parser";
import { expect, test } from "vitest";
import { anyDocument } from "./document.arbitrary.ts";
import { readToml } from "./read.ts";
import type { Entry, Value } from "./statement.ts";

/** What stands at each value of a document, however deep. */
function listTexts(text: string): string[] {
	const list = (value: Value): string[] => {
		if (value.kind === "array") return value.items.flatMap(list);
		if (value.kind === "table") return value.entries.flatMap((entry) => list(entry.value));
		return [text.slice(value.start, value.end)];
	};
	return readToml(text).blocks.flatMap(({ entries }) => entries.flatMap(({ value }: Entry) => list(value)));
}

test("the parser still gives a zero that ends the text an empty range, so that it has to be corrected", () => {
	expect(parseTOML("a = 0", { tomlVersion: "1.0.0" }).body[0].body[0]?.range).toEqual([0, 4]);
});

test.each([
	["a = 0", ["0"]],
	["a = 0\nb = +0\r\nc = -0 # d\n", ["0", "+0", "-0"]],
	["a = [0, 0]\nb = {c = 0, d = [0\n]}", ["0", "0", "0", "0"]],
	["a = 0.0\nb = 0e1\nc = 0x0\nd = 0b0\ne = 0o0", ["0.0", "0e1", "0x0", "0b0", "0o0"]],
	["a = 1_0\nb = inf\nc = -nan\nd = 1_0.0_1", ["1_0", "inf", "-nan", "1_0.0_1"]],
	["a = 2000-01-01\nb = 2000-01-01 00:00:00.5\nc = 00:00:00\nd = 2000-01-01T00:00:00+01:00", undefined],
	['a = \'0\'\nb = "\\u0030"\nc = \'\'\'\n0\'\'\'\nd = """0"""""', undefined],
])("each value of %j has the characters that spell it", (text, texts) => {
	const written = text.split("\n").map((line) => line.replace(/^\w = /, ""));
	expect(listTexts(text)).toEqual(
		texts ?? (text.includes("'''") ? ["'0'", '"\\u0030"', "'''\n0'''", '"""0"""""'] : written),
	);
});

test("what a value's characters say alone is what the value is", () => {
	fc.assert(
		fc.property(anyDocument, ({ text }) => {
			const texts = listTexts(text);
			expect(listTexts(texts.map((value, index) => `k${index} = ${value}`).join("\n"))).toEqual(texts);
		}),
	);
});

test("brackets in more brackets than anybody writes are refused, and nothing breaks", () => {
	for (const depth of [90, 150, 2000]) {
		const { faults } = readToml(`a = ${"{a=[".repeat(depth / 2)}${"]}".repeat(depth / 2)}`);
		expect(faults).toHaveLength(depth > 100 ? 1 : 0);
	}
});
