import { expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { type CheckpointDraft, defaultDraft, type OptionRow } from "./draft.ts";
import { adviseRegion } from "./region-rules.ts";

const say = (section: Partial<CheckpointDraft["s3"]>) => {
	const s3 = { ...defaultDraft.s3, credentials: "environment" as const, url: "s3://bucket/ck", ...section };
	return adviseRegion({ ...defaultDraft, store: "s3", s3 }).flatMap(([field, problem]) =>
		problem
			? [
					[
						field,
						problem.severity,
						problem.message,
						...listFixes(problem).map(({ text, target }) => (target ? `${target} ${text}` : text)),
					],
				]
			: [],
	);
};
const rows = (...options: OptionRow[]) => ({ options });

test("Amazon's own regions, and any region of another store, need no word", () => {
	for (const aws_region of ["eu-west-1", "us-gov-west-1", "eu-isoe-west-1", "", " eu-west-1"])
		expect(say({ aws_region })).toEqual([]);
	for (const aws_region of ["garage", "default", "auto", "us-east-1", "us_east_1", "R1"]) {
		expect(say({ aws_region, aws_endpoint_url: "https://store.example.com" })).toEqual([]);
	}
	expect(say({ aws_endpoint_url: "http://minio:9000" })).toEqual([]);
	expect(say({ aws_region: "eu-west-1", aws_endpoint_url: "https://s3.eu-west-1.amazonaws.com" })).toEqual([]);
});

test("what Amazon has no region of is an error where it is plain what was meant", () => {
	expect(say({ aws_region: "us_west_1" })).toEqual([
		[
			"s3.aws_region",
			"error",
			"Amazon has no region “us_west_1”. Write the region's code, such as us-west-1.",
			"us-west-1",
		],
	]);
	expect(say({ aws_region: "here and there" })[0]?.slice(1)).toEqual([
		"error",
		"Amazon has no region “here and there”. Write the region's code, such as eu-west-1.",
	]);
	expect(say({ aws_region: "garage" })[0]?.slice(1)).toEqual([
		"warning",
		"Amazon has no region “garage”, and no endpoint URL is set for another store.",
	]);
});

test("a region counts wherever and however it is set", () => {
	expect(say(rows({ key: "DEFAULT_REGION", value: "eu-west-1b" }))).toEqual([
		[
			"s3.options.0.value",
			"error",
			"Amazon has no region “eu-west-1b”. Write the region's code, such as eu-west-1.",
			"eu-west-1",
		],
	]);
	expect(say({ aws_region: "eu-west-1", ...rows({ key: "aws_default_region", value: "x" }) })).toEqual([]);
});

test("the region that an endpoint's host names is the one to sign for", () => {
	const message = "The endpoint is in the region eu-west-3, but Polars signs requests for “us-east-1”.";
	expect(say({ aws_region: "us-east-1", aws_endpoint_url: "https://s3.eu-west-3.amazonaws.com" })).toEqual([
		["s3.aws_region", "warning", message, "eu-west-3", "s3.aws_endpoint_url https://s3.us-east-1.amazonaws.com"],
	]);
	expect(
		say({ aws_region: "GRA", ...rows({ key: "aws_endpoint_url_s3", value: "https://s3.gra.io.cloud.ovh.net" }) }),
	).toEqual([["s3.aws_region", "warning", "OVHcloud needs the region gra at this endpoint.", "gra"]]);
	expect(say({ aws_region: "eu", aws_endpoint_url: "https://0a.r2.cloudflarestorage.com" })).toEqual([
		["s3.aws_region", "warning", "Cloudflare R2 needs the region auto at this endpoint.", "auto"],
	]);
});

test("no region is us-east-1 for an endpoint, and a question to Amazon without one", () => {
	expect(say({ aws_endpoint_url: "https://s3.fr-par.scw.cloud" })).toEqual([
		[
			"s3.aws_region",
			"warning",
			"Set the region: without it, Polars signs for us-east-1, but this endpoint is in fr-par.",
			"s3.options.aws_region fr-par",
		],
	]);
	expect(say({ aws_endpoint_url: "https://s3.us-east-1.amazonaws.com" })).toEqual([]);
	expect(say({ aws_endpoint_url: "https://0a.r2.cloudflarestorage.com" })).toEqual([]);
	const alone = { key: "aws_endpoint_url_s3", value: "http://minio:9000" };
	expect(say(rows(alone))).toEqual([
		["s3.aws_region", "warning", "Set the region: with only aws_endpoint_url_s3, Polars asks Amazon for it."],
	]);
	expect(say({ aws_endpoint_url: "http://minio:9000", ...rows(alone) })).toEqual([]);
});

test("of an endpoint that can't be read, or stands for another, nothing follows", () => {
	for (const aws_endpoint_url of ["minio:9000", "${ENDPOINT}", "https://s3.<REGION>.wasabisys.com"]) {
		expect(say({ aws_endpoint_url, aws_region: "my region" })).toEqual([]);
	}
});
