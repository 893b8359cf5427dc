import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteShell } from "./shell.ts";

const readWords = (words: string) => {
	const { stdout } = spawnSync("bash", ["--norc", "-c", `printf '%s\\0' ${words}`], { encoding: "utf8" });
	return stdout.split("\0").slice(0, -1);
};

test.each([
	["/mnt/storage/polars", "/mnt/storage/polars"],
	["s3://bucket/key", "s3://bucket/key"],
	["two words", "'two words'"],
	["it's", `'it'\\''s'`],
	["$(id)`id`\\!", "'$(id)`id`\\!'"],
	["=zsh", "'=zsh'"],
	["", "''"],
	["a\u001b[201~\nrm -rf '~'\u0085", String.raw`$'a\x1b[201~\x0arm -rf \'~\'\xc2\x85'`],
])("%j is written %s", (text, word) => {
	expect(quoteShell(text)).toBe(word);
});

test("a shell reads any text as the one word that it is, and none holds a control character", () => {
	const odd = fc.string({ unit: fc.constantFrom(..." '\"\\$`!*?~#&;|<>(){}[]=%\t\n\r\u0001\u001b\u007f\u0085a1fé🐻") });
	const text = fc
		.oneof(odd, fc.string({ unit: "binary" }))
		.filter((value) => value.isWellFormed() && !value.includes("\0"));
	const texts = fc.sample(text, 500);
	const words = texts.map(quoteShell).join(" ");
	expect(words).not.toMatch(/\p{Cc}/u);
	expect(readWords(words)).toEqual(texts);
});
