import { expect, test } from "vitest";
import type { Setting } from "../config/setting.ts";
import { findDifference } from "./patch-check.ts";
import { readToml } from "./read.ts";

const settings: readonly Setting[] = [
	{ key: ["scheduler", "checkpoint", "period"], value: "5m" },
	{ key: ["worker", "checkpoint_location", "s3", "url"], value: "s3://b/k" },
];
const before = `cluster_id = "a"
n = [1, 2]
[scheduler]
checkpoint = { period = 0, own = true }
[worker.checkpoint_location]
gcs.url = "gs://b/k"
`;
const right = `cluster_id = "a"
n = [1, 2]
[scheduler]
checkpoint = { period = "5m", own = true }
[worker.checkpoint_location]
s3.url = "s3://b/k"
`;

function compare(after: string): string | undefined {
	const identify = (key: string) => key.toLowerCase();
	const location = ["worker", "checkpoint_location", "s3"];
	return findDifference(readToml(before), readToml(after), { settings, location, identify });
}

test("a file that says what was meant is right, however it spells it", () => {
	expect(compare(right)).toBeUndefined();
	expect(compare(right.replace("s3.url", "s3.URL"))).toBeUndefined();
});

test.each([
	["a setting that isn't there", 'period = "5m", ', "", "scheduler.checkpoint.period"],
	["a setting of another value", '"5m"', '"5"', "scheduler.checkpoint.period"],
	["a value that is gone", 'cluster_id = "a"\n', "", "cluster_id"],
	["a value that changed", "[1, 2]", "[1]", "n"],
	["a value that is new", "n =", "m = 1\nn =", "m"],
	["a setting beside that is gone", ", own = true", "", "scheduler.checkpoint.own"],
	["another store", "s3.url", 'gcs.url = "gs://b/k"\ns3.url', "worker.checkpoint_location.gcs.url"],
	["an option that nobody wants", "s3.url", 's3.aws_region = "x"\ns3.url', "worker.checkpoint_location.s3.aws_region"],
	["a text that is no TOML", '"5m"', '"5m"0', "the file"],
])("%s is found", (_, part, other, difference) => {
	expect(compare(right.replace(part, other))).toBe(difference);
});
