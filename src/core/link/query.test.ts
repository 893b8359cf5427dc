import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDraft } from "../draft/draft.arbitrary.ts";
import { decodeLink } from "./decode.ts";
import { encodeLink } from "./encode.ts";
import { splitQuery } from "./query.ts";

describe("splitQuery", () => {
	test.each([
		["", "", ""],
		["?embed", "", "?embed"],
		["?store=s3", "store=s3", ""],
		["?embed&store=s3&theme=dark", "store=s3", "?embed&theme=dark"],
		["?utm_source=chat&fbclid=1&perod=5m", "perod=5m", "?utm_source=chat&fbclid=1"],
		["?key=x&ref=docs", "", "?key=x&ref=docs"],
		["?store=s3&key=x&ref=docs", "store=s3&key=x", "?ref=docs"],
		["?v=1&amp;period=5m", "v=1&period=5m", ""],
		["?store%3Ds3%26period%3D10m", "store=s3&period=10m", ""],
		["?AWS_REGION=eu-west-1&Embed", "AWS_REGION=eu-west-1", "?Embed"],
	])("%s", (search, link, rest) => {
		expect(splitQuery(search)).toEqual({ link, rest });
	});

	test("reads a link in a query as in a fragment, whatever else stands there", () => {
		const anyOther = fc.constantFrom("embed", "theme=dark", "utm_source=chat", "fbclid=AbC", "x", "");
		fc.assert(
			fc.property(anyDraft, anyOther, anyOther, (draft, before, after) => {
				const { fragment } = encodeLink(draft);
				const { link, rest } = splitQuery(`?${before}&${fragment}&${after}`);
				expect(decodeLink(link)).toEqual(decodeLink(fragment));
				expect(rest).toBe(
					[before, after]
						.filter(Boolean)
						.join("&")
						.replace(/^(?=.)/, "?"),
				);
			}),
			{ numRuns: 500 },
		);
	});
});
