import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { joinLines } from "../listing.ts";
import { layoutYaml, Noted, YamlText, type YamlValue } from "./yaml.ts";

const write = (value: YamlValue, indent?: number) => joinLines(layoutYaml(value, indent));

test("texts from elsewhere are quoted, our own words are not, and comments stand where they belong", () => {
	const value = {
		kind: "PolarsCluster",
		spec: new Noted({ replicas: new Noted(2, "your own"), empty: {} }, "about the spec"),
		options: [{ name: new YamlText("aws_region", { plain: true }), value: new YamlText("yes") }],
		absent: undefined,
	};
	expect(write(value)).toBe(
		`kind: PolarsCluster
# about the spec
spec:
  replicas: 2 # your own
  empty: {}
options:
  - name: aws_region
    value: "yes"
`,
	);
	expect(write({ a: { b: "c" } }, 2)).toBe("  a:\n    b: c\n");
});

test("a line says which field it comes from, what in it is secret, and what is missing", () => {
	const value = {
		data: { key: new YamlText('a"b', { field: "s3.url", secret: true }), other: new YamlText("", { field: "x" }) },
	};
	expect(layoutYaml(value)).toEqual([
		{
			tokens: [
				{ kind: "key", text: "data" },
				{ kind: "punctuation", text: ":" },
			],
		},
		{
			field: "s3.url",
			tokens: [
				{ kind: "punctuation", text: "  " },
				{ kind: "key", text: "key" },
				{ kind: "punctuation", text: ": " },
				{ kind: "string", text: '"a\\"b"', secret: true },
			],
		},
		{
			field: "x",
			missing: true,
			tokens: [
				{ kind: "punctuation", text: "  " },
				{ kind: "key", text: "other" },
				{ kind: "punctuation", text: ": " },
				{ kind: "comment", text: "# missing" },
			],
		},
	]);
});

test.each([
	["yes", '"yes"'],
	["0x1", '"0x1"'],
	["1_000", '"1_000"'],
	["12:30:45", '"12:30:45"'],
	["~", '"~"'],
	["a: b # c", '"a: b # c"'],
	["🐻‍❄️", '"🐻‍❄️"'],
	['{\n  "private_key": "-----BEGIN\\n"\n}\n', String.raw`"{\n  \"private_key\": \"-----BEGIN\\n\"\n}\n"`],
	["\u0000\t\u007f\u0085\u2028\ufeff\uffff", String.raw`"\u0000\t\u007f\u0085\u2028\ufeff\uffff"`],
])("%j is written %s", (text, written) => {
	expect(write({ value: new YamlText(text) })).toBe(`value: ${written}\n`);
});

test("any text comes back as it went in, by the rules of YAML 1.1 and of 1.2", () => {
	const text = fc.string({ unit: "binary" }).filter((value) => value !== "" && value.isWellFormed());
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.nat(4), (texts, indent) => {
			const yaml = write({ list: texts.map((each) => new YamlText(each)) }, indent);
			expect(yaml).toMatch(/^[\n\x20-\x7e\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u);
			expect(parse(yaml, { version: "1.1" })).toEqual({ list: texts });
			expect(parse(yaml, { version: "1.2" })).toEqual({ list: texts });
		}),
		{ numRuns: 100 },
	);
});
