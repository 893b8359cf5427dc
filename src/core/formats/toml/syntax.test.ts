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
	["enabled = True", '1:11 Expected true or false, in small letters. → enabled = true → enabled = "True"'],
	["enabled = off # c", '1:11 Expected true or false, in small letters. → enabled = false # c → enabled = "off" # c'],
	["period = 10 mins", '1:10 Expected a value; a text stands in quotes. → period = "10 mins"'],
	["path = /mnt/x # c", '1:8 Expected a value; a text stands in quotes. → path = "/mnt/x" # c'],
	["a = “x”", '1:5 Expected straight quotes: "…" or \'…\'. → a = "x"'],
	[
		'a = "C:\\dir"',
		"1:5 A backslash begins an escape in double quotes: single quotes take it as it is. → a = 'C:\\dir'",
	],
	["a = 'x", "1:5 Expected a quote at the end of this text. → a = 'x'"],
	["a = 'x';", "1:8 Expected the end of the line after the value. → a = 'x'"],
	["a = 1 // c", '1:7 Expected the end of the line after the value. → a = 1 # c → a = "1" # c'],
	["a = 007", '1:5 A number can\'t begin with a zero. → a = 7 → a = "007"'],
	["a = null", "1:5 TOML has no null: a key without a value is left out. → # a = null"],
	["a: x", '1:2 Expected = between the key and its value. → a = "x"'],
	["a == 1", '1:4 Expected = between the key and its value. → a = 1 → a = "1"'],
	["[worker", "1:7 Expected a table's name in brackets: [worker]. → [worker]"],
	["[[worker]", "1:2 Expected a table's name in brackets: [worker]. → [worker]"],
	["// hi", "1:1 Expected # before a comment. → # hi"],
	[
		"a = {b=1,}",
		"1:9 TOML 1.1 allows a comma before the closing brace, and TOML 1.0 doesn't: leave it out, which both read. → a = {b=1}",
	],
	[
		"a = {\n b = 1, # c\n}",
		"1:6 TOML 1.1 allows a line end within braces, and TOML 1.0 doesn't: write the whole table on one line, which both read. → a = { b = 1 } # c",
	],
	["a = 1\r# c", "1:6 Expected a line feed after this carriage return. → a = 1\n# c"],
	["a = '\x01'", "1:6 Expected visible characters, found a control character. → a = ''"],
])("%j", (text, explained) => {
	expect(explain(text)).toEqual([explained]);
});

test.each([
	["a", "1:1 Expected = after the key."],
	["a =", "1:3 Expected a value after the =."],
	["= 1", "1:1 Expected key = value, or [table]."],
	["a..b = 1", "1:2 Expected a part of the key on both sides of each dot."],
	["[]", "1:2 Expected a table's name between the brackets."],
	["[a b]", "1:4 Expected ] after the table's name."],
	["a = [1 2]", "1:8 Expected a comma between the values."],
	["a = [1\nb = 2", "1:5 Nothing closes this array: expected ]."],
	["a = {b = 1", "1:5 Nothing closes this table: expected }."],
	["a = {\n b 1\n}", "2:2 Expected the whole table on one line, from { to }."],
	["a = '''x", "1:5 Nothing closes this text: expected three quotes."],
	["a = {b=1, b=2}", "1:11 This key stands twice in one table."],
	["a = 1__0", "1:7 Expected a digit on both sides of each _."],
	["a = 2000-02-30", "1:14 Expected a date that is in the calendar."],
	["a = 25:00:00", "1:12 Expected a time from 00:00:00 to 23:59:59."],
	['a = ["x", y]', "1:11 Expected another character here; a text stands in quotes."],
	["é = 1", "1:1 Expected key = value, or [table]; this character can't stand here."],
	["a = 1\na = 2", "2:1 a stands here a second time: it is on line 1 already."],
	["[a.b]\n[a]\n[a.b]", "3:4 a.b stands here a second time: it is on line 1 already."],
	["a = {}\n[a.b]", "2:2 a can't be added to here: what stands in braces on line 1 is complete."],
	["a = 1\n[a.b]", "2:2 a is no table, so no key can be below it: it is a value on line 1."],
	["a = [[", "1:6 Nothing closes this array: expected ]."],
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
