import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../text/edit.ts";
import { locate } from "../../text/place.ts";
import { anyDocument } from "./document.arbitrary.ts";
import { readToml } from "./read.ts";
import { explainFault, reasons } from "./syntax.ts";

/** Each fault as `line:column message`, with the text after each fix that it could have. */
function explain(text: string): string[] {
	const document = readToml(text);
	const place = locate(text);
	return document.faults.map((fault) => {
		const { start, message, readings } = explainFault(document, fault, place);
		const { line, column } = place(start);
		return `${line}:${column} ${message}${readings.map(({ edits }) => ` → ${applyEdits(text, edits)}`).join("")}`;
	});
}

test.each([
	["enabled = True", '1:11 Write true or false, in lower case. → enabled = true → enabled = "True"'],
	["enabled = off # c", '1:11 Write true or false, in lower case. → enabled = false # c → enabled = "off" # c'],
	["period = 10 mins", '1:10 This is not a value. Put text in quotes. → period = "10 mins"'],
	["path = /mnt/x # c", '1:8 This is not a value. Put text in quotes. → path = "/mnt/x" # c'],
	["a = “x”", '1:5 Write straight quotes: "…" or \'…\'. → a = "x"'],
	[
		'a = "C:\\dir"',
		"1:5 In double quotes, a backslash starts an escape. Use single quotes to keep it. → a = 'C:\\dir'",
	],
	["a = 'x", "1:5 Write a quote at the end of this text. → a = 'x'"],
	["a = 'x';", "1:8 Only a comment can follow the value on its line. → a = 'x'"],
	["a = 1 // c", '1:7 Only a comment can follow the value on its line. → a = 1 # c → a = "1" # c'],
	["a = 007", '1:5 A number can\'t start with a zero. → a = 7 → a = "007"'],
	["a = null", "1:5 TOML has no null. Remove a key that has no value. → # a = null"],
	["a: x", '1:2 Write = between the key and its value. → a = "x"'],
	["a == 1", '1:4 Write = between the key and its value. → a = 1 → a = "1"'],
	["[worker", "1:7 Write the table's name in brackets: [worker]. → [worker]"],
	["[[worker]", "1:2 Write the table's name in brackets: [worker]. → [worker]"],
	["// hi", "1:1 Write # before a comment. → # hi"],
	[
		"a = {b=1,}",
		"1:9 TOML 1.1 allows a comma before the closing brace, but TOML 1.0 doesn't. For both, remove it. → a = {b=1}",
	],
	[
		"a = {\n b = 1, # c\n}",
		"1:6 TOML 1.1 allows a line break in braces, but TOML 1.0 doesn't. For both, write the whole table on one line. → a = { b = 1 } # c",
	],
	["a = 1\r# c", "1:6 Write a line feed after this carriage return. → a = 1\n# c"],
	["a = '\x01'", "1:6 Remove the control character here: TOML doesn't allow it. → a = ''"],
])("%j", (text, explained) => {
	expect(explain(text)).toEqual([explained]);
});

test.each([
	["a", "1:1 Write = after the key."],
	["a =", "1:3 Write a value after the =."],
	["= 1", "1:1 Write key = value, or [table]."],
	["a..b = 1", "1:2 Write a part of the key on both sides of each dot."],
	["[]", "1:2 Write a table's name between the brackets."],
	["[a b]", "1:4 Write ] after the table's name."],
	["a = [1 2]", "1:8 Write a comma between the values."],
	["a = [1\nb = 2", "1:5 Close this array with ]."],
	["a = {b = 1", "1:5 Close this table with }."],
	["a = {\n b 1\n}", "2:2 Write the whole table on one line, from { to }."],
	["a = '''x", "1:5 Close this text with three quotes."],
	["a = {b=1, b=2}", "1:11 This key is in the table twice."],
	["a = 1__0", "1:7 Write a digit on both sides of each _."],
	["a = 2000-02-30", "1:14 Write a date that exists."],
	["a = 25:00:00", "1:12 Write a time from 00:00:00 to 23:59:59."],
	['a = ["x", y]', "1:11 This character can't be here. Put text in quotes."],
	["é = 1", "1:1 This character can't be here. Write key = value, or [table]."],
	["a = 1\na = 2", "2:1 a is defined twice: first on line 1."],
	["[a.b]\n[a]\n[a.b]", "3:4 a.b is defined twice: first on line 1."],
	["a = {}\n[a.b]", "2:2 Nothing can be added to a here. Write it inside the braces on line 1."],
	["a = 1\n[a.b]", "2:2 a can't contain keys: it is a value on line 1."],
	["a = [[", "1:6 Close this array with ]."],
])("%j", (text, explained) => {
	expect(explain(text)).toEqual([explained]);
});

test("the parser's own words never reach a person", () => {
	const own = new Set(Object.values(reasons));
	fc.assert(
		fc.property(anyDocument, fc.nat(), fc.constantFrom(..."=[]{}\"'.,#\\\n\r01T:_é "), ({ text }, place, added) => {
			const at = place % (text.length + 1);
			const broken = text.slice(0, at) + added + text.slice(at);
			const { faults } = readToml(broken);
			for (const fault of faults) if (fault.kind === "syntax") expect(own).toContain(reasons[fault.reason]);
			expect(explain(broken)).toHaveLength(faults.length);
		}),
		{ numRuns: 500 },
	);
});

test("a fix takes its fault away and brings no other", () => {
	const values = [
		"True",
		"10 mins",
		"/mnt/x",
		"“x”",
		'"C:\\dir"',
		"'x",
		"'x';",
		"1 // c",
		"007",
		"null",
		"{a = 1,}",
		"1",
		'"x"',
	];
	const keys = ["a", "b.c", '"d"', "[e", "// f"];
	const line = fc.tuple(fc.constantFrom(" = ", "=", ": ", " := "), fc.constantFrom(...values));
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom("\n", "\r\n"), (lines, ending) => {
			const text = lines
				.map(([equals, value], index) => (index < 3 ? `${keys[index]}${equals}${value}` : keys[index]))
				.join(ending);
			const document = readToml(text);
			for (const fault of document.faults) {
				for (const { edits } of explainFault(document, fault, locate(text)).readings) {
					expect(readToml(applyEdits(text, edits)).faults).toHaveLength(document.faults.length - 1);
				}
			}
		}),
		{ numRuns: 300 },
	);
});
