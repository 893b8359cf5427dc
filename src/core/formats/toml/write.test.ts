import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import type { Setting } from "../../draft/setting.ts";
import { joinLines } from "../../listing.ts";
import { layoutToml, quoteString } from "./write.ts";

const write = (settings: readonly Setting[], style: "dotted" | "tables" = "dotted") =>
	joinLines(layoutToml(settings, style));
const s3 = (key: string, value: string | true): Setting => ({
	key: ["worker", "checkpoint_location", "s3", key],
	value,
});

test("dotted keys stand under the node's own table, as the documentation writes them", () => {
	expect(write([{ key: ["worker", "enabled"], value: true }, s3("url", "s3://b/k")])).toBe(
		'[worker]\nenabled = true\ncheckpoint_location.s3.url = "s3://b/k"\n',
	);
});

test("tables give each level its header", () => {
	expect(write([{ key: ["worker", "enabled"], value: true }, s3("url", "s3://b/k")], "tables")).toBe(
		'[worker]\nenabled = true\n\n[worker.checkpoint_location.s3]\nurl = "s3://b/k"\n',
	);
});

test("the scheduler's checkpoint is a table in both styles", () => {
	const settings: Setting[] = [
		{ key: ["scheduler", "enabled"], value: true },
		{ key: ["scheduler", "checkpoint", "period"], value: "10 mins" },
	];
	expect(write(settings, "dotted")).toBe('[scheduler]\nenabled = true\n\n[scheduler.checkpoint]\nperiod = "10 mins"\n');
	expect(write(settings, "tables")).toBe(write(settings, "dotted"));
});

test("a missing value is a comment, and the file still parses", () => {
	const text = write([s3("url", "")]);
	expect(text).toBe("[worker]\n# checkpoint_location.s3.url is missing\n");
	expect(parse(text)).toEqual({ worker: {} });
});

test("a key that is there already is a comment, since TOML refuses it twice", () => {
	expect(parse(write([s3("url", "s3://a"), s3("url", "s3://b")]))).toEqual({
		worker: { checkpoint_location: { s3: { url: "s3://a" } } },
	});
});

test("a text with quotes or backslashes is literal where it can be", () => {
	expect(quoteString('{"a": "C:\\\\x"}')).toBe(`'{"a": "C:\\\\x"}'`);
	expect(quoteString(`it's "so"`)).toBe(`"it's \\"so\\""`);
	expect(quoteString('"\n')).toBe('"\\"\\n"');
	expect(quoteString("plain")).toBe('"plain"');
});

test("control characters are escaped", () => {
	expect(quoteString("\u0000\u0007\u001f\u007f")).toBe('"\\u0000\\u0007\\u001F\\u007F"');
});

test("any text and any key comes back as it went in", () => {
	const text = fc.string({ unit: "binary" }).filter((value) => value !== "" && value.isWellFormed());
	fc.assert(
		fc.property(text, text, fc.constantFrom("dotted", "tables"), (key, value, style) => {
			expect(parse(write([s3(key, value)], style))).toEqual({
				worker: { checkpoint_location: { s3: { [key]: value } } },
			});
		}),
		{ numRuns: 1000 },
	);
});
