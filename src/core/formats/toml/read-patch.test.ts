import fc from "fast-check";
import { expect, test } from "vitest";
import { parseConfig } from "../../draft/check.ts";
import type { CheckpointInput } from "../../draft/checkpoint.ts";
import { anyValidDraft } from "../../draft/valid-draft.arbitrary.ts";
import { anyDocument } from "./document.arbitrary.ts";
import { patchToml } from "./patch.ts";
import { readPatchBack } from "./read-patch.ts";

const anyConfig = fc
	.record({ draft: anyValidDraft, secrets: fc.constantFrom("toml" as const, "environment" as const) })
	.map(({ draft, secrets }): CheckpointInput => parseConfig({ ...draft, secrets }));

test("whatever the file and the settings, a patched file reads back", () => {
	fc.assert(
		fc.property(anyDocument, anyConfig, ({ text }, config) => {
			expect(readPatchBack(text, patchToml(text, config), config)).toBe(undefined);
		}),
		{ numRuns: 300 },
	);
});

test("a patched file that lost a line or has one of them twice is caught", () => {
	fc.assert(
		fc.property(anyDocument, anyConfig, fc.nat(), fc.boolean(), ({ text }, config, pick, isLost) => {
			const lines = patchToml(text, config).split("\n");
			const places = lines.flatMap((line, index) => (/^[^#[]*=/.test(line) ? [index] : []));
			const place = places[pick % places.length] ?? 0;
			const line = lines[place] ?? "";
			const broken = lines.toSpliced(place, 1, ...(isLost ? [] : [line, line])).join("\n");
			expect(readPatchBack(text, broken, config)).toEqual(expect.any(String));
		}),
		{ numRuns: 300 },
	);
});

const file = `cluster_id = "a"
when = 1979-05-27T07:32:00Z
big = 9223372036854775807
[scheduler]
n_workers = 4
[worker]
list = [1, 2]
[worker.checkpoint_location.s3]
AWS_REGION = "eu-west-1"
url = "s3://old/ck"
odd = [1]
`;
const config: CheckpointInput = {
	period: "20m",
	store: "s3",
	s3: {
		credentials: "access_key",
		url: "s3://bucket/ck",
		aws_access_key_id: "AKIA",
		aws_secret_access_key: "wJalr",
		aws_region: "eu-west-2",
	},
};
const beside = "other settings would change too";

test.each([
	['"20m"', '"20min"', "scheduler.checkpoint.period would have another value than was set"],
	['"s3://bucket/ck"', "true", "worker.checkpoint_location.s3.url would have another value than was set"],
	['"eu-west-2"', '"eu-west-1"', "worker.checkpoint_location.s3.aws_region would have another value than was set"],
	[
		"[worker.",
		'checkpoint_location.abs.url = "x"\n[worker.',
		"worker.checkpoint_location would contain more than was set",
	],
	["odd = [1]", "odd = [2]", "worker.checkpoint_location would contain more than was set"],
	["odd = [1]", 'odd = [1]\naws_bucket = "b"', "worker.checkpoint_location would contain more than was set"],
	[
		'"AKIA"',
		'"AKIA"\nregion = "eu-west-2"',
		"worker.checkpoint_location.s3.aws_region would have another value than was set",
	],
	["n_workers = 4", "n_workers = 5", beside],
	["n_workers = 4", 'n_workers = "4"', beside],
	["n_workers = 4", "", beside],
	["cluster_id", "cluster", beside],
	["[1, 2]", "[1, 2, 3]", beside],
	["07:32:00Z", "07:32:00", beside],
	["9223372036854775807", "9223372036854775806", beside],
	["[worker.", "[worker.checkpoint]\n[worker.", beside],
	['"20m"', '"20m', "a second parser can't read it"],
])("%s → %s: %s", (before, after, difference) => {
	const patched = patchToml(file, config);
	expect(readPatchBack(file, patched, config)).toBe(undefined);
	const broken = patched.replace(before, after);
	expect(broken).not.toBe(patched);
	expect(readPatchBack(file, broken, config)).toBe(difference);
});
