import { expect, test } from "vitest";
import { openFile } from "../formats/toml/open-file.ts";
import type { TextEdit } from "../text/edit.ts";
import { findRoom, Verifier } from "./verify.ts";

/** An edit that puts a text in the place of the first of another. */
function replace(text: string, part: string, other: string): TextEdit {
	const start = text.indexOf(part);
	return { range: { start, end: start + part.length }, text: other };
}

function attempt(text: string, part: string, other: string, room = 10_000) {
	return new Verifier(openFile(text)).try([replace(text, part, other)], room);
}

const text = `cluster_id = "a" # why
[scheduler]
enabled = "yes"
n_workers = 0
[scheduler.checkpoint]
period = 600
`;

test("a fix that does what it should goes through, and one that leaves an error tells it", () => {
	expect(attempt(text, "600", '"10m"')?.errors).toEqual([]);
	expect(attempt(text, "[scheduler]\n", "[scheduler] # c\n")?.errors).toEqual([]);
	expect(attempt(text, "600", "1")?.errors).toEqual([]);
	expect(attempt(text, "600", '"6 parsecs"')?.errors.map(({ path }) => path)).toEqual([
		["scheduler", "checkpoint", "period"],
	]);
});

test.each([
	["leaves no TOML", "600", '"10m"0'],
	["begins a text that nothing closes", "600", '"10m'],
	["takes in the lines below", '"yes"', "'''"],
	["adds a second value", "600", "1\nperiod = 2"],
	["opens an array in the place of a number", "600", "[1"],
	["takes a header away from its keys", "[scheduler.checkpoint]\n", ""],
	["puts a header above keys of another table", "enabled", "[worker]\nenabled"],
	["replaces a value by less than one", "600", "1 # 2"],
])("a fix that %s does not", (_, part, other) => {
	for (const room of [0, 10_000]) expect(attempt(text, part, other, room)).toBeUndefined();
});

test("a header that is fixed may bring its keys into their table", () => {
	const broken = text.replace("[scheduler]", "[scheduler");
	expect(attempt(broken, "[scheduler", "[scheduler]")?.errors).toEqual([]);
	expect(attempt(text.replace("[scheduler]", "\u200b[scheduler]"), "\u200b", "")?.errors).toEqual([]);
});

test("faults elsewhere keep no fix from being offered, and it may bring none", () => {
	const broken = `a = \n${text}b = x y\n`;
	expect(attempt(broken, "600", '"10m"')?.errors).toEqual([]);
	expect(attempt(broken, "x y", '"x y"')?.errors).toEqual([]);
	expect(attempt(broken, "x y", "x z")).toBeUndefined();
});

test("a key that stands somewhere far off is known too", () => {
	const lines = Array.from({ length: 500 }, (_, index) => `k${index} = ${index}`).join("\n");
	expect(attempt(`${lines}\nbroken = x y\n`, "broken = x y", 'k3 = "x y"', 0)).toBeUndefined();
	expect(attempt(`${lines}\nbroken = x y\n`, "broken = x y", 'k500 = "x y"', 0)?.errors).toEqual([]);
});

test("a fix is tried in a file of any size, alone or with others", () => {
	const keys = Array.from({ length: 30_000 }, (_, index) => `KEY_${index} = "a"\n`).join("");
	const many = `${text}[worker.env_vars]\n${keys}`;
	for (const fixes of [1, 2, 1000]) {
		expect(attempt(many, 'KEY_9000 = "a"', 'KEY_9000 = "b"', findRoom(many, fixes))?.errors).toEqual([]);
	}
});

test("after so many trials as take too long nothing is tried any more", () => {
	const verifier = new Verifier(openFile(text));
	const edits = [replace(text, "600", '"10m"')];
	let trials = 0;
	while (verifier.try(edits, findRoom(text, 1))) trials++;
	expect(trials).toBeGreaterThan(1000);
});
