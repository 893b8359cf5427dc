import { expect, test } from "vitest";
import { recogniseEndpoint } from "./known-endpoint.ts";

test.each([
	["s3.eu-west-3.amazonaws.com", "eu-west-3", undefined],
	["bucket.s3.eu-west-3.amazonaws.com", "eu-west-3", "bucket"],
	["my.bucket.s3-us-west-2.amazonaws.com", "us-west-2", "my.bucket"],
	["S3.dualstack.us-east-2.AmazonAWS.com", "us-east-2", undefined],
	["s3-fips.dualstack.us-gov-east-1.amazonaws.com", "us-gov-east-1", undefined],
	["bucket.vpce-0a-0b.s3.eu-west-3.vpce.amazonaws.com", "eu-west-3", undefined],
	["b.bucket.vpce-0a-0b.s3.eu-west-3.vpce.amazonaws.com", "eu-west-3", "b"],
	["s3.cn-northwest-1.amazonaws.com.cn", "cn-northwest-1", undefined],
	["s3.amazonaws.com", undefined, undefined],
	["bucket.s3.amazonaws.com", undefined, "bucket"],
	["s3.us-west-001.backblazeb2.com", "us-west-001", undefined],
	["s3.ap-northeast-1.wasabisys.com", "ap-northeast-1", undefined],
	["nbg1.your-objectstorage.com", "nbg1", undefined],
	["bucket.nbg1.your-objectstorage.com", "nbg1", "bucket"],
	["s3.nl-ams.scw.cloud", "nl-ams", undefined],
	["s3.sbg.io.cloud.ovh.net", "sbg", undefined],
	["fra1.digitaloceanspaces.com", "fra1", undefined],
	["0a1b.r2.cloudflarestorage.com", "auto", undefined],
	["0a1b.eu.r2.cloudflarestorage.com", "auto", undefined],
	["bucket.0a1b.eu.r2.cloudflarestorage.com", "auto", "bucket"],
	["bucket.storage.googleapis.com", "auto", "bucket"],
])("%s", (host, region, bucket) => {
	const known = recogniseEndpoint(host);
	expect([known?.region, known?.bucket]).toEqual([region, bucket]);
});

test.each([
	"minio",
	"s3.example.com",
	"amazonaws.com",
	"s3.eu-west-1.amazonaws.com.example.com",
	"",
	"a".repeat(100_000),
])("a server of one's own is not known", (host) => {
	expect(recogniseEndpoint(host)).toBeUndefined();
});

test("a store takes its region, and what it says is the same", () => {
	const takes = (host: string, region: string) => recogniseEndpoint(host)?.takes(region);
	expect(takes("s3.eu-west-3.amazonaws.com", "us-east-1")).toBe(false);
	expect(takes("s3.amazonaws.com", "us-east-1")).toBe(true);
	expect(takes("0a1b.r2.cloudflarestorage.com", "us-east-1")).toBe(true);
	expect(takes("0a1b.r2.cloudflarestorage.com", "eu-west-3")).toBe(false);
	expect(takes("storage.googleapis.com", "eu-west-3")).toBe(true);
	expect(takes("fra1.digitaloceanspaces.com", "us-east-1")).toBe(true);
	expect(takes("s3.nl-ams.scw.cloud", "us-east-1")).toBe(false);
});
