import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { adviseHttpUrl, checkHttpUrl, usesPlainHttp } from "./endpoint.ts";
import { endpointPresets } from "./endpoint-preset.ts";
import { findPlaceholder } from "./placeholder.ts";

const lawful = [
	"https://s3.example.com",
	"http://your-s3-compatible-storage-host:8080",
	"http://localhost:9000/",
	"http://minio:9000",
	"HTTPS://S3.example.com/prefix",
	"https://a_b.example.com",
	"http://10.0.0.7:9000",
	"http://[::1]:9000",
	"https://s3.example.com.",
	"http://host:",
	"https://<ACCOUNT_ID>.r2.cloudflarestorage.com",
	"http://${HOST}:${PORT}",
	"$ENDPOINT",
	"{{ endpoint }}",
];

test.each(lawful)("takes %s", (text) => {
	expect(checkHttpUrl(text)).toBeUndefined();
	expect(adviseHttpUrl(text)).toBeUndefined();
});

const scheme = "Write an address that starts with https:// or http://.";
const credentials = "Remove the credentials from the address: it isn't kept secret.";
const faults: readonly (readonly [text: string, message: string, marked: string | undefined, ...fixes: string[]])[] = [
	["", scheme, undefined],
	["http", scheme, undefined],
	["s3.example.com", scheme, undefined, "https://s3.example.com", "http://s3.example.com"],
	["localhost:9000", scheme, undefined, "http://localhost:9000", "https://localhost:9000"],
	["10.0.0.7:9000", scheme, undefined, "http://10.0.0.7:9000", "https://10.0.0.7:9000"],
	["http:/minio:9000", scheme, undefined, "http://minio:9000", "https://minio:9000"],
	["//s3.example.com", scheme, undefined, "https://s3.example.com", "http://s3.example.com"],
	["s3://bucket", "Write an address that starts with https:// or http://, not “s3://”.", "s3://"],
	["http://", "Write a host name after the slashes.", undefined],
	["https:///host", "Write a host name after the slashes.", undefined, "https://host"],
	["https://user:password@host/x", credentials, "user:password@", "https://host/x"],
	["http://user@host", credentials, "user@", "http://host"],
	["user:password@host", credentials, "user:password@"],
	["https://host/x?token=abc", credentials, "?token=abc", "https://host/x"],
	[" https://host\n", "An address can't contain white space.", " ", "https://host"],
	["https://my host", "An address can't contain white space.", " "],
	["https://ho{st}", "A host name can't contain “{”.", "{"],
	["https://h%41", "A host name can't contain “%”.", "%"],
	["http://[9000]", "A host name can't contain “[”.", "["],
	["http://10.0.0.256:9000", "Write an IP address of four numbers up to 255.", "10.0.0.256"],
	["http://1.2.3.4.5", "Write an IP address of four numbers up to 255.", "1.2.3.4.5"],
	["http://host:65536", "Write a port number up to 65535.", "65536"],
	["http://host:90OO", "Write a port number up to 65535.", "90OO"],
];

describe("refuses with a reason", () => {
	for (const [text, message, marked, ...fixes] of faults) {
		test(text, () => {
			const problem = checkHttpUrl(text);
			expect(problem).toMatchObject({ severity: "error", message });
			expect(problem?.range && text.slice(problem.range.start, problem.range.end)).toBe(marked);
			expect(problem && listFixes(problem).map((fix) => fix.text)).toEqual(fixes);
			expect(adviseHttpUrl(text)).toBeUndefined();
		});
	}
});

test("warns of what a server's address has no place for", () => {
	expect(adviseHttpUrl("https://host/x?region=eu#top")).toEqual({
		code: "endpoint-syntax",
		severity: "warning",
		message: "A server's address ends before “?” or “#”. Remove the rest.",
		range: { start: 14, end: 28 },
		fix: { title: "https://host/x", text: "https://host/x" },
	});
	expect(adviseHttpUrl("https://münchen.example")).toEqual({
		code: "endpoint-syntax",
		severity: "warning",
		message: "Write this host name in ASCII (xn--…): the S3 client can't read other letters.",
		range: { start: 8, end: 23 },
	});
});

test("each preset is valid, and holds no placeholder but those in angle brackets", () => {
	for (const { url, region } of endpointPresets) {
		const filled = url.replace(/<[A-Z_]+>/g, "fsn1");
		expect([url, checkHttpUrl(url), checkHttpUrl(filled)]).toEqual([url, undefined, undefined]);
		expect([filled, findPlaceholder(filled)]).toEqual([filled, undefined]);
		if (region?.startsWith("<")) expect(url).toContain(region);
	}
	expect(new Set(endpointPresets.map(({ name }) => name)).size).toBe(endpointPresets.length);
});

test("usesPlainHttp", () => {
	expect(["http://host", "HTTP://host", "https://host", "httphost", ""].map(usesPlainHttp)).toEqual([
		true,
		true,
		false,
		false,
		false,
	]);
});

test("takes nothing that the url crate refuses", () => {
	const rows = readFileSync(new URL("vectors/urls.tsv", import.meta.url), "utf8")
		.trimEnd()
		.split("\n")
		.slice(1);
	const taken = rows
		.map((row) => row.split("\t") as [string, string])
		.map(([json, host]) => [JSON.parse(json) as string, host])
		.filter(([text = ""]) => text.startsWith("http") && !checkHttpUrl(text));
	expect(taken.length).toBeGreaterThan(50);
	expect(taken.filter(([, host]) => host === "ERR")).toEqual([]);
});

const tokens = fc.constantFrom(
	"http",
	"https",
	"://",
	":",
	"/",
	"@",
	"?",
	"#",
	"host",
	"1.2.3.4",
	"<A>",
	" ",
	"[",
	"9000",
);
const texts = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.array(tokens, { maxLength: 8 }).map((parts) => parts.join("")),
);

test("offers only fixes that it takes itself, ranges within the text, and no password in a message", () => {
	fc.assert(
		fc.property(texts, (text) => {
			const problem = checkHttpUrl(text) ?? adviseHttpUrl(text);
			if (!problem) return;
			const { range } = problem;
			if (range) expect([0 <= range.start, range.start < range.end, range.end <= text.length]).not.toContain(false);
			for (const fix of listFixes(problem)) expect(checkHttpUrl(fix.text)).toBeUndefined();
		}),
		{ numRuns: 2000 },
	);
	fc.assert(
		fc.property(fc.stringMatching(/^[A-Za-z0-9+/]{8,40}$/), (secret) => {
			expect(JSON.stringify(checkHttpUrl(`https://AKIA:${secret}@host`))).not.toContain(secret);
		}),
	);
});

test("comes to an end on any long text", () => {
	const parts = ["a", "a.", "1.", ":", "@", "<", "/", " ", "x ", "\t", "%", "?a=", "#", "&sig"];
	for (const text of parts.flatMap((part) => ["", "http://", "http://h:"].map((head) => head + part.repeat(100_000)))) {
		const problem = checkHttpUrl(text) ?? adviseHttpUrl(text);
		expect(problem?.message.length ?? 0).toBeLessThan(300);
	}
});
