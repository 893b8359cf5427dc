import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, findCredentials, splitUrl } from "./url.ts";

describe("splitUrl", () => {
	test("names each part and its place", () => {
		const text = "abfss://container@account.dfs.core.windows.net:443/a/b?c=d#e";
		const parts = splitUrl(text);
		expect(Object.fromEntries(Object.entries(parts ?? {}).map(([name, part]) => [name, part.text]))).toEqual({
			scheme: "abfss",
			user: "container",
			host: "account.dfs.core.windows.net",
			port: "443",
			path: "/a/b",
			query: "c=d",
			fragment: "e",
		});
		for (const { text: part, start, end } of Object.values(parts ?? {})) expect(text.slice(start, end)).toBe(part);
	});

	test("tells an empty part from none", () => {
		expect(splitUrl("s3://@b:?#")).toMatchObject({ user: { text: "" }, port: { text: "" }, query: { text: "" } });
		expect(splitUrl("s3://b")).not.toHaveProperty("user");
		expect(splitUrl("s3:/b")).toBeUndefined();
		expect(splitUrl("://b")).toBeUndefined();
	});

	test("keeps every character in its place", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (rest) => {
				const text = `s3://${rest}`;
				for (const part of Object.values(splitUrl(text) ?? {}))
					expect(text.slice(part.start, part.end)).toBe(part.text);
			}),
		);
	});
});

const credentials: readonly (readonly [text: string, found: string | undefined])[] = [
	["s3://bucket/key", undefined],
	["s3://AKIA:secret@bucket/key", "AKIA:secret@"],
	["s3://AKIA:se/cr/et@bucket/key", "AKIA:se/cr/et@"],
	["s3://AKIA:/cret@bucket/key", "AKIA:/cret@"],
	["s3://AKIA:secr", "AKIA:secr"],
	["s3://AKIA:se/cr", "AKIA:se/cr"],
	["s3://AKIA:/cr", "AKIA:/cr"],
	["s3://AKIA@bucket", "AKIA@"],
	["s3://minio:wJalrXUtnFEMI/K7MDENG/bPx", "minio:wJalrXUtnFEMI/K7MDENG/bPx"],
	["s3://arn:aws:s3:eu-west-1:000000000000:accesspoint/name/key", undefined],
	["s3://arn:aws:s3:::bucket/key", undefined],
	["s3://bucket:prefix/key", undefined],
	["s3://bucket:9000/key", undefined],
	["s3://bucket/user@example.com", undefined],
	["http://user:password@host:9000", "user:password@"],
	["http://user:12/34@host", "user:12/34@"],
	["http://host:9000/a", undefined],
	["http://[::1]:9000/a", undefined],
	["user:password@host", "user:password@"],
	["abfss://container@account.dfs.core.windows.net/key", undefined],
	["abfss://container:password@account.dfs.core.windows.net/key", ":password"],
	["az://container/key?sv=2024&sig=abc%3D#top", "?sv=2024&sig=abc%3D"],
	["https://b.s3.amazonaws.com/k?X-Amz-Credential=A&X-Amz-Signature=b", "?X-Amz-Credential=A&X-Amz-Signature=b"],
	["s3://bucket?secret_access_key=abc", "?secret_access_key=abc"],
	["s3://bucket?region=eu-west-1&design=1", undefined],
	["", undefined],
];

describe("findCredentials", () => {
	test.each(credentials)("%s", (text, expected) => {
		const range = findCredentials(text);
		expect(range && text.slice(range.start, range.end)).toBe(expected);
	});

	test("finds a whole user part whatever the secret holds", () => {
		const secret = fc.string({ unit: "grapheme-ascii", minLength: 1 }).filter((text) => !/[@?#]/.test(text));
		fc.assert(
			fc.property(secret, (text) => {
				const url = `s3://AKIAEXAMPLE:${text}@bucket/key`;
				const range = findCredentials(url);
				expect(range && cut(url, range)).toBe("s3://bucket/key");
			}),
		);
	});
});
