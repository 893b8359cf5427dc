import fc from "fast-check";
import { expect, test } from "vitest";
import { findObstacle, nameVariable } from "../formats/env/variable.ts";
import { joinLines } from "../listing.ts";
import { layoutEnvFile } from "./env-file.ts";
import { readDocker, readSystemd } from "./read-env.ts";

const key = ["worker", "checkpoint_location", "s3", "aws_secret_access_key"] as const;
const name = nameVariable(key);
const write = (value: string) => joinLines(layoutEnvFile([{ key, value, field: "x", secret: true }]));

test("the readers know the rules that their programs document", () => {
	const text =
		'# c\n; c\nA=1\n B = x y \nC=\'q \\ z\'\nD="a\\"b\\$\\x"\nE=a\\ b\\\nc\nF="two\nlines"\nG=a"b\'c#d;e$f\n';
	expect(Object.fromEntries(readSystemd(text) ?? [])).toEqual({
		A: "1",
		B: "x y",
		C: "q \\ z",
		D: 'a"b$\\x',
		E: "a bc",
		G: "a\"b'c#d;e$f",
	});
	expect(Object.fromEntries(readDocker("# c\nA=1\n B= x y \nC='q'\nD=a=b\n") ?? [])).toEqual({
		A: "1",
		B: " x y ",
		C: "'q'",
		D: "a=b",
	});
});

test.each([
	"plain",
	"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
	"c3RvcmFnZSBrZXk=+/==",
	"?sv=2024-01-01&sig=a%2Fb%3D",
	"two words,  two spaces",
	"# no comment",
	"; no comment either",
	"$HOME $(id) `id` %h %%",
	`it's "quoted" inside`,
	"a=b=c",
	"tab\there",
	"ünïcödé 🐻‍❄️",
	'{"type": "service_account"}',
])("both read %j", (value) => {
	expect(findObstacle(name, value)).toBe(undefined);
	expect(write(value)).toBe(`${name}=${value}\n`);
	expect(readSystemd(write(value))).toEqual([[name, value]]);
	expect(readDocker(write(value))).toEqual([[name, value]]);
});

test.each([
	["two\nlines", "a line break"],
	["two\rlines", "a line break"],
	['{"private_key": "a\\nb"}', "a backslash"],
	["C:\\key", "a backslash"],
	["'quoted'", "a quote at its start"],
	['"', "a quote at its start"],
	[" before", "a space at its start or end"],
	["after\t", "a space at its start or end"],
	["bell\u0007", "a control character"],
	["\u007f", "a control character"],
	["\ufffe", "a control character"],
	["\ufeffmark", "a control character"],
	["x".repeat(65_536 - name.length), "more than 64 KiB"],
	["é".repeat(32_768), "more than 64 KiB"],
])("%j does not fit, and the file says so without it", (value, obstacle) => {
	expect(findObstacle(name, value)).toBe(obstacle);
	expect(write(value)).toBe(`# ${name} can't be held by this file\n`);
});

test("a file holds a value if and only if both read the very same", () => {
	const odd = fc.string({
		unit: fc.constantFrom(..." \t\n\r\\'\"#;=$%`a\u0000\u0001\u000b\u007f\u0085\u00a0\ufeff\ufdd0é🐻"),
	});
	const text = fc.oneof(odd, fc.string({ unit: "binary" })).filter((value) => value !== "" && value.isWellFormed());
	fc.assert(
		fc.property(text, (value) => {
			const file = `FIRST=1\n${name}=${value}\nLAST=1\n`;
			const expected = [
				["FIRST", "1"],
				[name, value],
				["LAST", "1"],
			];
			const agree = [readSystemd, readDocker].every((read) => JSON.stringify(read(file)) === JSON.stringify(expected));
			expect(findObstacle(name, value) === undefined).toBe(agree);
		}),
		{ numRuns: 1000 },
	);
});

test("the longest line that Docker reads is whole", () => {
	const value = "x".repeat(65_535 - name.length - 1);
	expect(findObstacle(name, value)).toBe(undefined);
	expect(readDocker(write(value))).toEqual([[name, value]]);
	expect(readDocker(`${name}=${value}x\n`)).toBe(undefined);
});

test("a value that is missing, or whose key is none, leaves a comment alone", () => {
	expect(layoutEnvFile([{ key, value: "", field: "s3.aws_secret_access_key" }])).toEqual([
		{
			field: "s3.aws_secret_access_key",
			missing: true,
			tokens: [{ kind: "comment", text: `# ${name} is missing` }],
		},
	]);
	const lines = layoutEnvFile([{ key: ["worker", "a\nB=1\\"], value: "x" }]);
	expect(joinLines(lines)).toBe("# PC_CUBLET__worker__a_B_1_ can't be held by this file\n");
});

test("keys keep their case, and levels are joined by two underscores", () => {
	expect(nameVariable(["worker", "checkpoint_location", "s3", "AWS_Region"])).toBe(
		"PC_CUBLET__worker__checkpoint_location__s3__AWS_Region",
	);
	expect(joinLines(layoutEnvFile([{ key: ["scheduler", "enabled"], value: true }]))).toBe(
		"PC_CUBLET__scheduler__enabled=true\n",
	);
});
