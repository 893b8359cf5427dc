import fc from "fast-check";
import { listOptions, type ObjectStore } from "../object-store/option.ts";
import { type CheckpointDraft, defaultDraft } from "./draft.ts";

/** What people type: nothing, likely texts of every kind, or anything at all. */
const anyText = fc.oneof(
	fc.constant(""),
	fc.constantFrom(
		"10 mins",
		"PT1H",
		"600",
		" /mnt/x ",
		"s3://bucket/dir",
		"gs://bucket",
		"az://container/dir",
		"abfss://container@account.dfs.core.windows.net/x",
		"https://s3.example.com:9000",
		'{"type": "service_account"}',
		"eu-west-1",
		'quote " and \\ and \n line',
	),
	fc.string({ unit: "binary", maxLength: 20 }),
);

function anyOptions(store: ObjectStore) {
	const known = listOptions(store).flatMap(({ key, aliases }) => [key, ...aliases]);
	const row = fc.record({ key: fc.oneof(fc.constantFrom(...known), anyText), value: anyText });
	return fc.array(row, { maxLength: 4 });
}

function anySection<Section extends { credentials: string }>(
	store: ObjectStore,
	pattern: Section,
	credentials: readonly Section["credentials"][],
) {
	const texts = Object.keys(pattern).filter((key) => key !== "credentials" && key !== "options");
	return fc.record({
		...Object.fromEntries(texts.map((key) => [key, anyText])),
		credentials: fc.constantFrom(...credentials),
		options: anyOptions(store),
	}) as unknown as fc.Arbitrary<Section>;
}

/** Any draft that the form can hold, most of them wrong somewhere. */
export const anyDraft: fc.Arbitrary<CheckpointDraft> = fc.record({
	period: anyText,
	store: fc.constantFrom("shared_filesystem", "s3", "gcs", "abs"),
	shuffle: fc.constantFrom("local", "shared"),
	files: fc.constantFrom("separate", "one"),
	key_style: fc.constantFrom("dotted", "tables"),
	output: fc.constantFrom("bare_metal", "environment", "operator"),
	secrets: fc.constantFrom("toml", "environment"),
	shared_filesystem: fc.record({ path: anyText }),
	s3: anySection("s3", defaultDraft.s3, ["access_key", "environment"]),
	gcs: anySection("gcs", defaultDraft.gcs, ["key_file", "inline_key", "environment"]),
	abs: anySection("abs", defaultDraft.abs, [
		"shared_key",
		"shared_access_signature",
		"service_principal",
		"environment",
	]),
});
