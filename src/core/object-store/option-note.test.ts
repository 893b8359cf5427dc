import { expect, test } from "vitest";
import type { ObjectStore } from "../stores/stores.ts";
import { findOption } from "./option.ts";
import { noteOption } from "./option-note.ts";

function note(store: ObjectStore, key: string, value: string, others: Readonly<Record<string, string>> = {}) {
	const option = findOption(store, key);
	return option && noteOption(option, value, (other) => others[other]);
}

test("allowing http changes nothing, and has no say on timeouts", () => {
	for (const value of ["true", "1", "Yes"]) {
		expect(note("s3", "aws_allow_http", value, { aws_endpoint_url: "http://minio:9000" })).toEqual({
			code: "unused-option",
			severity: "advice",
			message: "This has no effect: Polars allows http anyway.",
		});
	}
});

test("forbidding http is a warning where an endpoint uses it", () => {
	expect(note("s3", "aws_allow_http", "false", { aws_endpoint_url: "http://minio:9000" })).toEqual({
		code: "http-forbidden",
		severity: "warning",
		message: "This forbids plain http, which aws_endpoint_url uses: every request fails.",
		alternatives: [{ title: "Allow http", text: "true" }],
	});
	expect(note("gcs", "google_allow_http", "OFF", { google_base_url: "HTTP://gcs:4443" })?.severity).toBe("warning");
	expect(note("abs", "allow_http", "0", { azure_storage_endpoint: "http://azurite/a" })?.severity).toBe("warning");
	expect(note("s3", "allow_http", "no")).toBeUndefined();
	expect(note("s3", "allow_http", "no", { aws_endpoint_url: "https://minio:9000" })).toBeUndefined();
	const both = { aws_endpoint_url: "http://minio:9000", aws_endpoint_url_s3: "https://minio:9000" };
	expect(note("s3", "allow_http", "no", both)).toBeUndefined();
});

test("a checksum depends on the release, and the usual one changes nothing", () => {
	expect(note("s3", "checksum_algorithm", "SHA256")?.message).toMatch(/0\.2\.3 to 0\.6\.3 .* CRC64NVME .* 1\.43/);
	expect(note("s3", "checksum_algorithm", "CRC64NVME")?.message).toMatch(/^This has no effect/);
});

test("what is left out of the signature is told either way", () => {
	expect(note("s3", "unsigned_payload", "true")?.message).toMatch(/^This has no effect/);
	expect(note("s3", "unsigned_payload", "false")?.message).toMatch(/^This has no effect/);
});

test("an option that another goes before changes nothing", () => {
	for (const [store, key] of [
		["s3", "bucket"],
		["gcs", "google_bucket_name"],
		["abs", "container_name"],
	] as const) {
		expect(note(store, key, "x")?.message).toBe("This is not used: Polars uses the name in the URL instead.");
	}
	expect(note("s3", "default_region", "x", { aws_region: "y" })?.message).toMatch(/Polars uses aws_region/);
	expect(note("s3", "default_region", "x")).toBeUndefined();
	expect(note("s3", "aws_region", "x")).toBeUndefined();
});
