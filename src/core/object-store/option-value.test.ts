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
	["string", "a\ud800b", "This holds half of a character, which no file can store.", "ab"],
	["boolean", "", "Expected true or false, found nothing."],
	["boolean", "True ", "Expected true or false, found “True ”.", "true"],
	["boolean", '"false"', 'Expected true or false, found “"false"”.', "false"],
	["boolean", "enabled", "Expected true or false, found “enabled”.", "true"],
	["boolean", "None", "Expected true or false, found “None”.", "false"],
	["boolean", "maybe, but only on Sundays", "Expected true or false, found “maybe, but only on Sund…”."],
	["integer", "", "Expected a whole number, found nothing."],
	["integer", " 5", "Expected a whole number, found “ 5”.", "5"],
	["integer", "1_000", "Expected a whole number, found “1_000”.", "1000"],
	["integer", "16,384", "Expected a whole number, found “16,384”.", "16384"],
	["integer", "10.0", "Expected a whole number, found “10.0”.", "10"],
	["integer", "-1", "Expected a whole number, found “-1”."],
	["integer", "1.5", "Expected a whole number, found “1.5”."],
	["integer", "18446744073709551616", "This number is larger than 64 bits can hold."],
	["duration", "30", "Expected a unit after the number, such as s or ms.", "30s"],
	["url", "host", "Expected an address that starts with https:// or http://.", "http://host"],
	["path", " ", "Expected a path, found nothing."],
	["path", "/a\0b", "A path can't hold a NUL character.", "/ab"],
	["path", "me@project.example", "Expected a path, found an e-mail address."],
	["path", "gs://bucket/key.json", "Expected a path, found a URL of Google Cloud Storage."],
	["json", "/etc/key.json", "Expected the key's JSON text itself, found the path of a file."],
	["json", "{", "Expected the JSON text of a service account's key: this isn't whole JSON."],
	["json", "[]", "Expected the JSON object of a service account's key, from { to }."],
	["json", '"{}"', "Expected the JSON object of a service account's key, from { to }."],
	["json", "null", "Expected the JSON object of a service account's key, from { to }."],
	[
		"json",
		write({ client_email: 1, private_key_id: undefined }),
		"This lacks client_email, private_key_id: it isn't a whole service account key.",
	],
	[
		"json",
		'{"type": "authorized_user", "client_id": "1"}',
		"These are credentials of another kind: expected a service account's key.",
	],
	["json", write({ private_key: "abc" }), "The private_key in this is not a PEM text that starts with -----BEGIN."],
	[
		"json",
		write({ private_key: pem.replaceAll("\n", "\\n") }),
		"The private_key in this has \\n in the place of each line break.",
		write(),
	],
	[encryption, "aes256", "Expected AES256, aws:kms, aws:kms:dsse or sse-c, found “aes256”.", "AES256"],
	[encryption, "sse-c ", "Expected AES256, aws:kms, aws:kms:dsse or sse-c, found “sse-c ”.", "sse-c"],
	[checksum, "md5", "Expected sha256 or crc64nvme, found “md5”."],
	[checksum, " sha256", "Expected sha256 or crc64nvme, found “ sha256”.", "sha256"],
	[payer, "payer", "Expected true, false or requester, found “payer”."],
	[payer, "enabled", "Expected true, false or requester, found “enabled”.", "true"],
	[conditionalPut, "ETag", "Expected etag or disabled, found “ETag”.", "etag"],
	[copy, "Multipart", `Expected ${headers}, found “Multipart”.`, "multipart"],
	[copy, "header:*", `Expected ${headers}, found “header:*”.`],
	[copy, "header-with-status:a:b:ok", `Expected ${headers}, found “header-with-status:a:b:…”.`],
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
	expect(checkOptionValue("url", "https://${USER}:pa55word@host")?.message).toMatch(/^Credentials/);
});

test("advises on what is lawful and unwise", () => {
	expect(adviseOptionValue("duration", "5M")).toEqual({
		code: "duration-months",
		severity: "warning",
		message: "“M” is months here; minutes are “m”.",
		range: { start: 1, end: 2 },
		fix: { title: "5m", text: "5m" },
	});
	expect(adviseOptionValue("duration", "1.5s")).toEqual({
		code: "recent-release",
		severity: "advice",
		message: "Only recent builds of Polars read this form.",
		fix: { title: "1s 500ms", text: "1s 500ms" },
	});
	expect(adviseOptionValue("path", "key.json")).toEqual({
		code: "path-spelling",
		severity: "advice",
		message: "A path that starts with a slash is the same wherever Polars is started.",
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
