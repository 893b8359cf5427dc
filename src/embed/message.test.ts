import { anything, assert, property, record } from "fast-check";
import { expect, test } from "vitest";
import { readMessage, messageType as type } from "./message.ts";

test("a builder's message tells a height, what was typed, or both", () => {
	expect(readMessage({ type, height: 700 })).toEqual({ height: 700 });
	expect(readMessage({ type, link: "#v=1&period=10+m&url=s3://b/a%20b" })).toEqual({
		link: "#v=1&period=10+m&url=s3://b/a%20b",
	});
	expect(readMessage({ type, height: 1, link: "" })).toEqual({ height: 1, link: "" });
});

test.each([
	null,
	"#v=1",
	{ height: 700 },
	{ type: "polars-checkpoint-builder/2", height: 700 },
	{ type, height: "700" },
	{ type, height: -1 },
	{ type, height: Number.NaN },
	{ type, height: 1e6 },
	{ type, link: "javascript:alert(1)" },
	{ type, link: "https://other.example/#v=1" },
	{ type, link: '#v=1"><script>' },
	{ type, link: `#${"a".repeat(100_000)}` },
])("any other tells nothing: %j", (message) => {
	expect(readMessage(message)).toEqual({});
});

test("whatever is sent, an address that is made of it stays one of the builder", () => {
	const isOwn = (link: string) => {
		const { origin, pathname, search } = new URL(`https://builder.example/a/?embed${link}`);
		return `${origin}${pathname}${search}` === "https://builder.example/a/?embed";
	};
	assert(
		property(record({ type: anything(), height: anything(), link: anything() }), (message) => {
			const { link } = readMessage({ ...message, type });
			expect(link === undefined || isOwn(link)).toBe(true);
		}),
	);
});
