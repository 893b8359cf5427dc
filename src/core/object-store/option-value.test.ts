import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import type { OptionType } from "../stores/store.ts";
import { adviseOptionValue, checkOptionValue } from "./option-value.ts";

const encryption = { oneOf: ["AES256", "aws:kms", "aws:kms:dsse", "sse-c"] };
const checksum = { oneOf: ["sha256", "crc64nvme"], anyCase: true } as const;
const payer = { oneOf: ["requester"], anyCase: true, orBoolean: true } as const;
const conditionalPut = { oneOf: ["etag", "disabled"] };
const copy = { oneOf: ["multipart", "header:*", "header-with-status:*"] };

const pem = "-----BEGIN PRIVATE KEY-----\nTUlJRQ==\n-----END PRIVATE KEY-----\n";
const key = { type: "service_account", client_email: "a@b.example", private_key_id: "1", private_key: pem };
const write = (changes: object = {}) => JSON.stringify({ ...key, ...changes });

const lawful: readonly (readonly [OptionType, ...string[]])[] = [
	["string", "", "anything", " \n"],
	["boolean", "true", "TRUE", "1", "on", "Yes", "y", "false", "0", "Off", "no", "N"],
	["integer", "0", "007", "+5", "18446744073709551615"],
	["duration", "30s", "1h 30min", "1.5s", "0"],
	["url", "https://host:9000/"],
	["path", "/etc/key.json", "key.json"],
	["json", write(), ` ${write({ type: undefined, more: 1 })}\n`, write({ private_key: "", disable_oauth: true })],
	[encryption, "AES256", "aws:kms:dsse"],
	[checksum, "sha256", "SHA256", "CRC64NVME", "Crc64Nvme"],
	[payer, "requester", "Requester", "true", "0", "Off"],
	[conditionalPut, "etag", " disabled "],
	[copy, "multipart", "header:cf-copy: *", "header : a : b", "header:a:b:c", "header-with-status:a:b:412"],
	[{ oneOf: ["auto", "x-*"] }, "auto", "x-", "x-y"],
];

test("takes what the store takes", () => {
	for (const [type, ...values] of lawful) {
		for (const text of values) expect([type, text, checkOptionValue(type, text)]).toEqual([type, text, undefined]);
	}
});

const headers = "multipart, header:NAME:VALUE or header-with-status:NAME:VALUE:STATUS";
const faults: readonly (readonly [OptionType, text: string, message: string, fix?: string])[] = [
	["string", "a\ud800b", "This contains a broken character, which no file can store.", "ab"],
	["boolean", "", "This is empty. Write true or false."],
	["boolean", "True ", "Write true or false, not “True ”.", "true"],
	["boolean", '"false"', 'Write true or false, not “"false"”.', "false"],
	["boolean", "enabled", "Write true or false, not “enabled”.", "true"],
	["boolean", "None", "Write true or false, not “None”.", "false"],
	["boolean", "maybe, but only on Sundays", "Write true or false, not “maybe, but only on Sund…”."],
	["integer", "", "This is empty. Write a whole number."],
	["integer", " 5", "Write a whole number, not “ 5”.", "5"],
	["integer", "1_000", "Write a whole number, not “1_000”.", "1000"],
	["integer", "16,384", "Write a whole number, not “16,384”.", "16384"],
	["integer", "10.0", "Write a whole number, not “10.0”.", "10"],
	["integer", "-1", "Write a whole number, not “-1”."],
	["integer", "1.5", "Write a whole number, not “1.5”."],
	["integer", "18446744073709551616", "This number is larger than 64 bits can hold. Write a smaller one."],
	["duration", "30", "Write a unit after the number, such as s or ms.", "30s"],
	["url", "host", "Write an address that starts with https:// or http://.", "http://host"],
	["path", " ", "This is empty. Write a path."],
	["path", "/a\0b", "A path can't contain a NUL character.", "/ab"],
	["path", "me@project.example", "This is an email address. Write a path."],
	["path", "gs://bucket/key.json", "This is a URL of Google Cloud Storage. Write a path."],
	["json", "/etc/key.json", "This is the path of a file. Write the JSON text of the key."],
	["json", "{", "This is not complete JSON. Write the JSON text of a service account's key."],
	["json", "[]", "Write the JSON object of a service account's key, from { to }."],
	["json", '"{}"', "Write the JSON object of a service account's key, from { to }."],
	["json", "null", "Write the JSON object of a service account's key, from { to }."],
	[
		"json",
		write({ client_email: 1, private_key_id: undefined }),
		"This service account key has no client_email, private_key_id. Write the complete key.",
	],
	[
		"json",
		'{"type": "authorized_user", "client_id": "1"}',
		"This is another kind of credentials. Write the JSON text of a service account's key.",
	],
	["json", write({ private_key: "abc" }), "The private_key in this is not PEM text. It must start with -----BEGIN."],
	[
		"json",
		write({ private_key: pem.replaceAll("\n", "\\n") }),
		"The private_key in this has \\n instead of line breaks.",
		write(),
	],
	[encryption, "aes256", "Write AES256, aws:kms, aws:kms:dsse or sse-c, not “aes256”.", "AES256"],
	[encryption, "sse-c ", "Write AES256, aws:kms, aws:kms:dsse or sse-c, not “sse-c ”.", "sse-c"],
	[checksum, "md5", "Write sha256 or crc64nvme, not “md5”."],
	[checksum, " sha256", "Write sha256 or crc64nvme, not “ sha256”.", "sha256"],
	[payer, "payer", "Write true, false or requester, not “payer”."],
	[payer, "enabled", "Write true, false or requester, not “enabled”.", "true"],
	[conditionalPut, "ETag", "Write etag or disabled, not “ETag”.", "etag"],
	[copy, "Multipart", `Write ${headers}, not “Multipart”.`, "multipart"],
	[copy, "header:*", `Write ${headers}, not “header:*”.`],
	[copy, "header-with-status:a:b:ok", `Write ${headers}, not “header-with-status:a:b:…”.`],
];

describe("refuses with a reason", () => {
	for (const [type, text, message, fix] of faults) {
		test(`${JSON.stringify(type)} ${JSON.stringify(text)}`, () => {
			const problem = checkOptionValue(type, text);
			expect(problem).toMatchObject({ severity: "error", message });
			expect(problem?.fix?.text).toBe(fix);
			expect(adviseOptionValue(type, text)).toBeUndefined();
		});
	}
});

test("says nothing of the shape of what stands for another value", () => {
	const types = ["boolean", "integer", "duration", "url", "path", "json", encryption] as const;
	for (const type of types) {
		for (const text of ["${VALUE}", "{{ value }}", "<value>", "YOUR_VALUE"]) {
			expect([type, text, checkOptionValue(type, text)]).toEqual([type, text, undefined]);
			expect(adviseOptionValue(type, text)).toBeUndefined();
		}
	}
	expect(checkOptionValue("json", '{"a": "${X}"}')?.severity).toBe("error");
	expect(checkOptionValue("url", "https://${USER}:pa55word@host")?.message).toMatch(/^Remove the credentials/);
});

test("advises on what is lawful and unwise", () => {
	expect(adviseOptionValue("duration", "5M")).toEqual({
		code: "duration-months",
		severity: "warning",
		message: "“M” means months here. For minutes, write “m”.",
		range: { start: 1, end: 2 },
		fix: { title: "5m", text: "5m" },
	});
	expect(adviseOptionValue("duration", "1.5s")).toEqual({
		code: "recent-release",
		severity: "advice",
		message: "Only recent builds of Polars can read this form.",
		fix: { title: "1s 500ms", text: "1s 500ms" },
	});
	expect(adviseOptionValue("path", "key.json")).toEqual({
		code: "path-spelling",
		severity: "advice",
		message: "Write a path that starts with a slash: it is the same wherever Polars is started.",
	});
	expect(adviseOptionValue("url", "https://host?x")?.fix?.text).toBe("https://host");
	expect(adviseOptionValue("duration", "2months 30s")).toBeUndefined();
	expect(adviseOptionValue("path", "/etc/key.json")).toBeUndefined();
});

const types = fc.constantFrom<OptionType>(
	...(["string", "boolean", "integer", "duration", "url", "path", "json"] as const),
	...[encryption, checksum, conditionalPut, copy],
);
const words = fc.constantFrom(
	..."true off 1 _ , . 30 s PT1H M http:// host /a { } [ null header : etag AES256 <A> \0 \ud800".split(" "),
	" ",
	'"',
	"private_key",
);
const texts = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.json(),
	fc.array(words, { maxLength: 6 }).map((parts) => parts.join("")),
);

test("offers only fixes that it takes itself, and ranges within the text", () => {
	fc.assert(
		fc.property(types, texts, (type, text) => {
			const problem = checkOptionValue(type, text) ?? adviseOptionValue(type, text);
			if (!problem) return;
			const { range } = problem;
			if (range) expect([0 <= range.start, range.start < range.end, range.end <= text.length]).not.toContain(false);
			for (const fix of listFixes(problem)) expect(checkOptionValue(type, fix.text)).toBeUndefined();
		}),
		{ numRuns: 3000 },
	);
});

test("never repeats what a service account's key holds", () => {
	const secret = fc.stringMatching(/^[A-Za-z0-9+/]{12,60}$/);
	const spoil = fc.constantFrom(
		(text: string) => text,
		(text: string) => text.slice(0, -3),
		(text: string) => `${text},`,
		(text: string) => text.replaceAll('"', "'"),
		(text: string) => text.slice(1),
	);
	fc.assert(
		fc.property(secret, spoil, (text, change) => {
			const problem = checkOptionValue("json", change(write({ private_key: text })));
			expect(problem?.message).not.toContain(text.slice(0, 8));
			for (const fix of problem ? listFixes(problem) : []) expect(fix.title).not.toContain(text.slice(0, 8));
		}),
	);
});

test("comes to an end on any long text", () => {
	const parts = ["1", "0", " ", "'", '"', "_", ",000", ".0", "[", "{", ":", "header:", ".json ", "true", "\ud800", "<"];
	const all: readonly OptionType[] = [
		"string",
		"boolean",
		"integer",
		"duration",
		"url",
		"path",
		"json",
		encryption,
		copy,
	];
	for (const text of parts.map((part) => part.repeat(100_000 / part.length))) {
		for (const type of all) {
			const problem = checkOptionValue(type, `${text}x`) ?? adviseOptionValue(type, text);
			expect(problem?.message.length ?? 0).toBeLessThan(300);
		}
	}
});
