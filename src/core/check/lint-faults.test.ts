import { expect, test } from "vitest";
import { applyEdits } from "../text/edit.ts";
import { lintConfig } from "./lint.ts";

/** The texts after each fix of errors, the first ones apart from the others. */
function listRepairs(text: string): { readonly fixes: string[]; readonly alternatives: string[] } {
	const errors = lintConfig(text).filter(({ severity }) => severity === "error");
	return {
		fixes: errors.flatMap(({ fix }) => (fix ? [applyEdits(text, fix.edits)] : [])),
		alternatives: errors.flatMap(({ alternatives = [] }) => alternatives.map(({ edits }) => applyEdits(text, edits))),
	};
}

const enabled = "[worker]\nenabled = true\n";
const s3 = `${enabled}[worker.checkpoint_location.s3]\nurl = "s3://bucket/ck"\n`;
const checkpoint = "[scheduler]\nenabled = true\n[scheduler.checkpoint]\nenabled = true\n";

test.each([
	["memory_limit = ", "10GiB", ["10737418240"], []],
	["memory_limit = ", '"1,5 GB"', ["1500000000"], []],
	["memory_limit = ", "10G # most", [], ["10000000000 # most", "10737418240 # most"]],
	["memory_limit = ", "80%", [], []],
	["memory_limit = ", "1,500 MB", [], []],
	["cluster_id = ", "007", ['"007"'], []],
	["cluster_id = ", "1.10", ['"1.10"'], []],
	["cluster_id = ", "no", ['"no"'], []],
	["nonsense = ", "no", [], ["false", '"no"']],
	["nonsense = ", "True", ["true"], []],
	[`${checkpoint}period = `, "300000", [], ['"300000s"', '"300000ms"']],
	[`${checkpoint}period = `, "600", ['"600s"'], ['"600ms"']],
	[`${checkpoint}period = `, "00:10:00", ['"00:10:00"'], []],
	[`${checkpoint}period = `, "10 parsecs", [], []],
	["[scheduler]\nenabled = true\nn_workers = ", "four", [], []],
	["[worker]\nenabled = ", "yes", ["true"], []],
	["[worker]\nenabled = ", "yes please", [], []],
	[`${s3}aws_allow_http = `, "yes", ['"yes"'], []],
	[`${s3}aws_allow_http = `, "0", ['"0"'], []],
	["[scheduler]\nenabled = true\nn_workers = ", "'0'", ["0"], []],
])("%j and %s is fixed into what the key takes", (before, written, fixes, alternatives) => {
	const text = `${before}${written}`;
	const after = (value: string) => `${before}${value}`;
	expect(listRepairs(text)).toEqual({ fixes: fixes.map(after), alternatives: alternatives.map(after) });
});

test.each([
	["a line end and a comma in braces", 'x = {\n  a = 0, # one\n  b = "}",\n}', 'x = { a = 0, b = "}" } # one'],
	["JSON's braces", 'x = { "a": [1, 2], "b": true, }', 'x = { "a" = [1, 2], "b" = true }'],
	["an escape of a byte", String.raw`x = "caf\xe9"`, String.raw`x = "caf\u00e9"`],
	["a time without seconds", "x = 2000-01-01T10:30Z", "x = 2000-01-01T10:30:00Z"],
	["a zero that ends the text", "x = {a = 1,\n b = 0}", "x = {a = 1, b = 0}"],
])("%s is TOML 1.1, and is written in TOML 1.0", (_, text, older) => {
	const [problem] = lintConfig(text).filter(({ severity }) => severity === "error");
	if (!text.includes('": '))
		expect(problem?.message).toMatch(/^TOML 1\.1 allows .*, but TOML 1\.0 doesn't\. For both, .*\.$/);
	const { fixes, alternatives } = listRepairs(text);
	expect([...fixes, ...alternatives][0]).toBe(older);
});

test("a backslash that begins an escape of TOML 1.1 in a path is one, and no escape", () => {
	expect(listRepairs(String.raw`x = "D:\export\x86"`)).toEqual({
		fixes: [String.raw`x = 'D:\export\x86'`],
		alternatives: [],
	});
});

test("what can't be seen outside of quotes is named and goes, and a line that it hid is two", () => {
	expect(listRepairs(`\n\ufeff${enabled}`).fixes).toEqual([`\n${enabled}`]);
	expect(listRepairs("cluster_id\u00a0=\u00a0a\u200b b # \u00a0c").fixes).toEqual(['cluster_id = "a b" # \u00a0c']);
	expect(listRepairs("cluster_id = 'a'\u2028instance_id = 'b'").fixes).toEqual(["cluster_id = 'a'\ninstance_id = 'b'"]);
	expect(lintConfig("\n\u200b[worker]\nenabled = true\n")[0]?.message).toBe(
		"Remove the invisible character here: a zero-width space (U+200B).",
	);
});

test.each(["", "\ufeff", "\ufffd\ufffd", "\u00ff\u00fe"])("UTF-16 behind %j is one problem", (mark) => {
	const problems = lintConfig(`${mark}${[...enabled].join("\0")}\0`);
	expect(problems.map(({ message }) => message)).toEqual([
		"This file is UTF-16, but TOML must be UTF-8. Save it as UTF-8.",
	]);
	expect(applyEdits(`${mark}${[...enabled].join("\0")}\0`, problems[0]?.fix?.edits ?? [])).toBe(enabled);
});

test("a byte order mark is a warning", () => {
	const [problem, ...more] = lintConfig(`\ufeff${enabled}`);
	expect(more).toEqual([]);
	expect([problem?.severity, applyEdits(`\ufeff${enabled}`, problem?.fix?.edits ?? [])]).toEqual(["warning", enabled]);
});

test.each([
	["[a.b]\nx = 1\n[a]\n[a]\n", 3, 4],
	["[a]\nb.c = 1\n[d]\n[a.b]\n", 2, 4],
	["[a.b.c]\n[a.b]\n[a]\nb.d = 1\n", 2, 4],
	["a.b = 1\n[a]\n", 1, 2],
	["[[a]]\n[a.b]\n[a]\n", 1, 3],
	["[a.b]\n[a.c]\n[a]\nb = 1\n", 1, 4],
])("%j stands first where it is defined itself", (text, first, second) => {
	const [problem] = lintConfig(text).filter(({ severity }) => severity === "error");
	expect([problem?.line, problem?.message]).toEqual([second, expect.stringContaining(`first on line ${first}`)]);
});

test("no button shows a secret", () => {
	for (const written of ["MQtt#123", "12345678", "1.50", '"MQtt#123', "“MQtt#123”", "2024-01-01", "0x1F"]) {
		for (const key of ["aws_secret_access_key", "aws_session_token"]) {
			const text = `${s3}${key} = ${written}\n`;
			const titles = lintConfig(text).flatMap(({ fix, alternatives = [] }) =>
				[...(fix ? [fix] : []), ...alternatives].map(({ title }) => title),
			);
			expect(titles.length).toBeGreaterThan(0);
			for (const title of titles) expect(title).not.toMatch(/MQ|123|1\.50|2024|1F/);
		}
	}
});

test("as many keys as no store has, and a text as long as no parser takes, are one thing said", () => {
	const keys = Array.from({ length: 124_000 }, (_, index) => `k${index}=1`).join("\n");
	expect(lintConfig(`${s3}${keys}\n`).map(({ severity, message }) => [severity, message])).toEqual([
		["warning", "This table has more than 1000 keys and was not checked."],
	]);
	expect(lintConfig(`cluster_id = "${"x".repeat(300_000)}"\n`).map(({ severity }) => severity)).toEqual(["warning"]);
});
