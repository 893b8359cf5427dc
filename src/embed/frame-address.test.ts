import { array, assert, property, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { writeAddress, writeLink } from "./frame-address.ts";

const builder = "https://builder.example/checkpoints/";

function write(attributes: Readonly<Record<string, string>>): string {
	return writeAddress(
		builder,
		Object.entries(attributes).map(([name, value]) => ({ name, value })),
	);
}

describe("writeAddress", () => {
	test("makes a link of an element's attributes", () => {
		expect(write({})).toBe(`${builder}?embed#v=1`);
		expect(write({ period: "10 mins", store: "s3", url: "s3://b/a+b&c" })).toBe(
			`${builder}?embed#v=1&period=10%20mins&store=s3&url=s3%3A%2F%2Fb%2Fa%2Bb%26c`,
		);
	});

	test("asks for the files alone where the element does", () => {
		expect(write({ mode: "file", period: "5m" })).toBe(`${builder}?embed=file#v=1&period=5m`);
		expect(write({ mode: "other", period: "5m" })).toBe(`${builder}?embed#v=1&period=5m`);
	});

	test("leads to the builder alone in a link", () => {
		expect(writeLink(builder, [{ name: "url", value: "s3://b/a+b" }])).toBe(`${builder}#v=1&url=s3%3A%2F%2Fb%2Fa%2Bb`);
	});

	test("takes the version that an attribute pins", () => {
		expect(write({ period: "5m", v: "2" })).toBe(`${builder}?embed#v=2&period=5m`);
	});

	test.each([
		"class",
		"id",
		"style",
		"slot",
		"theme",
		"title",
		"lang",
		"dir",
		"hidden",
		"role",
		"tabindex",
		"loading",
		"data-v-7ba5bd90",
		"aria-label",
		"v-pre",
		"@click",
		":period",
		"_ngcontent",
	])("leaves out %s, which is not the link's", (name) => {
		expect(write({ [name]: "x" })).toBe(`${builder}?embed#v=1`);
	});

	test("keeps every value, whatever its characters", () => {
		assert(
			property(array(tuple(string({ minLength: 1, unit: "binary" }), string({ unit: "binary" }))), (pairs) => {
				const given = Object.fromEntries(pairs.map(([name, value], index) => [`key_${index}`, `${name}${value}`]));
				const read = new URLSearchParams(new URL(write(given)).hash.slice(1));
				expect(Object.fromEntries(read)).toEqual({ v: "1", ...given });
			}),
		);
	});
});
