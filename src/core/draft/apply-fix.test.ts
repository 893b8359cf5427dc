import { expect, test } from "vitest";
import { listChanges } from "./apply-fix.ts";
import { type CheckpointDraft, defaultDraft } from "./draft.ts";

const draft: CheckpointDraft = {
	...defaultDraft,
	store: "s3",
	s3: { ...defaultDraft.s3, options: [{ key: "TIMEOUT", value: "30s" }] },
};
const change = (fix: { text: string; target?: string; also?: { target: string; text: string }[] }) => {
	const { values, focus } = listChanges(draft, "s3.url", { title: "", ...fix });
	return [Object.fromEntries(values), focus];
};

test("a fix writes into the field that was judged, or into the one that it names", () => {
	expect(change({ text: "s3://b" })).toEqual([{ "s3.url": "s3://b" }, "s3.url"]);
	expect(change({ text: "az://c", target: "abs.url" })).toEqual([{ store: "abs", "abs.url": "az://c" }, "abs.url"]);
	expect(change({ text: "toml", target: "secrets" })).toEqual([{ secrets: "toml" }, "secrets"]);
});

test("an option goes into its field, its row or a new row, and out again", () => {
	expect(change({ text: "eu-west-1", target: "s3.options.aws_region" })).toEqual([
		{ "s3.aws_region": "eu-west-1" },
		"s3.aws_region",
	]);
	expect(change({ text: "1m", target: "s3.options.timeout" })).toEqual([
		{ "s3.options": [{ key: "TIMEOUT", value: "1m" }] },
		"s3.options.0.value",
	]);
	expect(
		change({ text: "true", target: "s3.options.aws_s3_express", also: [{ target: "s3.options.timeout", text: "" }] }),
	).toEqual([{ "s3.options": [{ key: "aws_s3_express", value: "true" }] }, "s3.options.0.value"]);
});

test("one fix can write several fields", () => {
	expect(
		change({ text: "secret", target: "s3.aws_secret_access_key", also: [{ target: "s3.url", text: "" }] }),
	).toEqual([{ "s3.aws_secret_access_key": "secret", "s3.url": "" }, "s3.aws_secret_access_key"]);
});
