import { expect, test } from "vitest";
import { applyEdits } from "../text/edit.ts";
import { lintConfig } from "./lint.ts";

const location = "[worker]\nenabled = true\ncheckpoint_location.shared_filesystem.path = ";

/** What is said of the path of a location that is written like this, with the path after the first fix. */
function say(written: string): string[] {
	const text = `${location}${written}\n`;
	return lintConfig(text)
		.filter(({ path }) => path.at(-1) === "path")
		.map(({ severity, message, range, fix }) => {
			const fixed = fix ? ` → ${applyEdits(text, fix.edits).slice(location.length, -1)}` : "";
			return `${severity} ${JSON.stringify(text.slice(range.start, range.end))} ${message}${fixed}`;
		});
}

test.each([
	["\u200b", "a zero-width space (U+200B)", ""],
	["\u00a0", "a no-break space (U+00A0)", " "],
	["\ufeff", "a byte order mark (U+FEFF)", ""],
	["\u00ad", "a soft hyphen (U+00AD)", ""],
	["\u200e", "a left-to-right mark (U+200E)", ""],
	["\u2028", "a line separator (U+2028)", " "],
	["\u2060", "an invisible character (U+2060)", ""],
	["\u2003", "an unusual space (U+2003)", " "],
])("%j within a text is named and taken out of it", (character, name, instead) => {
	for (const quote of ['"', "'"]) {
		expect(say(`${quote}/mnt/a${character}b${quote}`)).toEqual([
			`warning ${JSON.stringify(character)} This contains ${name}, which is invisible. Polars reads it as part of the value. → ${quote}/mnt/a${instead}b${quote}`,
		]);
	}
});

test("what joins letters or pictures is no fault, nor is what a person wrote as an escape", () => {
	for (const written of ['"/mnt/👩\u200d💻"', '"/mnt/می\u200cخواهم"', '"/mnt/❤\ufe0f"', String.raw`"/mnt/a\u200bb"`]) {
		expect(say(written)).toEqual([]);
	}
});

test("of a key that nobody reads, the text isn't judged", () => {
	const problems = lintConfig('nonsense = "a\u200bb"\nother.inner = "/a\\tb"\n');
	expect(problems.map(({ message }) => message)).toEqual([
		"Unknown key “nonsense” at the top level.",
		"Unknown key “other” at the top level.",
	]);
});

test.each([
	[
		String.raw`"/mnt/storage\tmp"`,
		String.raw`warning "\\t" In double quotes, \t means a tab. Use single quotes to keep the backslash.`,
	],
	[
		String.raw`"/mnt\new"`,
		String.raw`warning "\\n" In double quotes, \n means a line feed. Use single quotes to keep the backslash.`,
	],
	[
		String.raw`"/mnt\\a\bin"`,
		String.raw`warning "\\b" In double quotes, \b means a backspace. Use single quotes to keep the backslash.`,
	],
])("an escape in the path %s is doubted", (written, said) => {
	expect(say(written).filter((problem) => problem.startsWith("warning"))).toEqual([said]);
});

test("backslashes of a Windows path are taken as they are, whether or not some are doubled", () => {
	const mend = (written: string) => {
		const text = `[observatory]\nenabled = true\ndatabase_path = ${written}\n`;
		const [fix] = lintConfig(text).flatMap(({ fix }) => fix ?? []);
		return applyEdits(text, fix?.edits ?? [])
			.split(" = ")
			.at(-1)
			?.trimEnd();
	};
	expect(mend(String.raw`"D:\temp\new"`)).toBe(String.raw`'D:\temp\new'`);
	expect(mend(String.raw`"D:\\temp\new"`)).toBe(String.raw`"D:\\temp\\new"`);
	expect(mend(String.raw`"D:\it's\new"`)).toBe(String.raw`"D:\it's\new"`);
});

test("escapes are as they should be in what is no path: a key in JSON or PEM", () => {
	for (const written of [
		String.raw`"{\n \"type\": \"x\"\n}"`,
		String.raw`"-----BEGIN PRIVATE KEY-----\nAAAA\n"`,
		String.raw`"a\tb"`,
	]) {
		const text = `license.on_prem.client_secret = ${written}\n`;
		expect(lintConfig(text)).toEqual([]);
	}
});
