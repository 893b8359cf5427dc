import fc from "fast-check";
import { expect, test } from "vitest";
import { joinLines } from "../listing.ts";
import { findObstacle, layoutEnvFile, nameVariable } from "./env-file.ts";

type Variables = ReadonlyMap<string, string>;

/**
 * Reads a file as systemd's `EnvironmentFile` does: the states of `parse_env_file_internal` (src/basic/env-file.c), then
 * the checks of src/basic/env-util.c, with the control characters that older releases refuse.
 *
 * @returns Nothing where systemd refuses the whole file.
 */
function readSystemd(text: string): Variables | undefined {
	const variables = new Map<string, string>();
	let state = "name";
	let name = "";
	let value = "";
	// Length of the value without the white space at its end.
	let kept = 0;
	let refused = false;
	const finish = () => {
		const held = state === "value" ? value.slice(0, kept) : value;
		refused ||= /\p{Noncharacter_Code_Point}/u.test(name + held);
		variables.set(name.replace(/[ \t]+$/, ""), held);
		[state, name, value, kept] = ["name", "", "", 0];
	};
	const take = (character: string) => {
		value += character;
		if (!" \t".includes(character)) kept = value.length;
	};
	for (const character of text) {
		const isNewline = character === "\n" || character === "\r";
		const isSpace = isNewline || character === " " || character === "\t";
		if (state === "name") {
			if (name === "" && (character === "#" || character === ";")) state = "comment";
			else if (isNewline) name = "";
			else if (character === "=" && name !== "") state = "start";
			else if (name !== "" || !isSpace) name += character;
		} else if (state === "start" && !"'\"\\".includes(character)) {
			if (isNewline) finish();
			else if (!isSpace) {
				take(character);
				state = "value";
			}
		} else if (state === "start" || state === "value") {
			if (isNewline) finish();
			else if (character === "\\") state = "escape";
			else if (state === "start") state = character;
			else take(character);
		} else if (state === "escape") {
			if (!isNewline) value += character;
			kept = value.length;
			state = "value";
		} else if (state === "'" || state === '"') {
			if (character === state) state = "start";
			else if (character === "\\" && state === '"') state = '"\\';
			else value += character;
		} else if (state === '"\\') {
			if ('"\\`$'.includes(character)) value += character;
			else if (character !== "\n") value += `\\${character}`;
			state = '"';
		} else if (state === "comment" && isNewline) state = "name";
	}
	if (state !== "name" && state !== "comment") finish();
	if (refused || text.includes("\0")) return undefined;
	for (const [key, held] of variables) {
		const isPlain = [...held].every((character) => character === "\t" || (character >= " " && character !== "\x7f"));
		if (!isPlain || !/^[A-Za-z_]\w*$/.test(key)) variables.delete(key);
	}
	return variables;
}

/** Reads a file as `docker run --env-file` does: `parseKeyValueFile` of docker/cli 28, pkg/kvfile/kvfile.go. */
function readDocker(text: string): Variables | undefined {
	const variables = new Map<string, string>();
	for (const scanned of text.split("\n")) {
		if (new TextEncoder().encode(scanned).length > 65_535) return undefined;
		const line = scanned.replace(/\r$/, "").replace(/^[^\S\ufeff]+/, "");
		if (line === "" || line.startsWith("#")) continue;
		const [name = "", ...rest] = line.split("=");
		if (name === "" || /[ \t]/.test(name)) return undefined;
		if (rest.length > 0) variables.set(name, rest.join("="));
	}
	return variables;
}

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
	expect(readSystemd(write(value))).toEqual(new Map([[name, value]]));
	expect(readDocker(write(value))).toEqual(new Map([[name, value]]));
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
			const expected = new Map([
				["FIRST", "1"],
				[name, value],
				["LAST", "1"],
			]);
			const agree = [readSystemd, readDocker].every((read) => {
				const found = read(file);
				return found?.size === 3 && [...expected].every(([key, held]) => found.get(key) === held);
			});
			expect(findObstacle(name, value) === undefined).toBe(agree);
		}),
		{ numRuns: 1000 },
	);
});

test("the longest line that Docker reads is whole", () => {
	const value = "x".repeat(65_535 - name.length - 1);
	expect(findObstacle(name, value)).toBe(undefined);
	expect(readDocker(write(value))?.get(name)).toBe(value);
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
