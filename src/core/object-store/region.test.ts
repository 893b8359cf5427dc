import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findMeantRegion, hasRegionForm } from "./region.ts";

test.each([
	["us_west_2", "us-west-2"],
	["AP-SOUTHEAST-2", "ap-southeast-2"],
	["eu-north-1b", "eu-north-1"],
	["us-west-2-lax-1a", "us-west-2"],
	["useast1", "us-east-1"],
	["Europe (Stockholm)", "eu-north-1"],
	["sao paulo", "sa-east-1"],
	["Canada (Central)", "ca-central-1"],
	["AWS GovCloud (US-West)", "us-gov-west-1"],
	["US East (Ohio) us-east-2", "us-east-2"],
])("%s means %s", (text, region) => {
	expect(hasRegionForm(text)).toBe(false);
	expect(findMeantRegion(text)).toBe(region);
});

test.each([
	"",
	"garage",
	"default",
	"auto",
	"us-east",
	"EU",
	"us-central1",
	"use1-az4",
	"eu-west-1, eu-west-2",
	"westeurope",
])("what %j means can't be told", (text) => {
	expect(hasRegionForm(text)).toBe(false);
	expect(findMeantRegion(text)).toBeUndefined();
});

test("a region that Amazon may add one day has the form", () => {
	expect(["eu-isoe-west-1", "us-gov-east-1", "xx-central-12"].every(hasRegionForm)).toBe(true);
});

test("another spelling of a region means that region and no other", () => {
	const region = fc.constantFrom("us-east-1", "us-gov-east-1", "eu-west-1", "ap-southeast-3", "cn-northwest-1");
	const spelling = fc.record({
		blank: fc.constantFrom("_", " ", ".", "-", ""),
		zone: fc.constantFrom("", "a", "c"),
		upper: fc.boolean(),
	});
	fc.assert(
		fc.property(region, spelling, (code, { blank, zone, upper }) => {
			const text = code.replaceAll("-", blank) + zone;
			expect(findMeantRegion(upper ? text.toUpperCase() : text)).toBe(code);
		}),
	);
});
