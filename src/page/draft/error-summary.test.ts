import { expect, test } from "vitest";
import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import { nameErrors } from "./error-summary.ts";

test("errors are listed by the labels of their fields, in the order of the form", () => {
	const options = [
		{ key: "connect_timeout", value: "" },
		{ key: "", value: "" },
	];
	const draft: CheckpointDraft = { ...defaultDraft, store: "s3", s3: { ...defaultDraft.s3, options } };
	const paths = [
		["schema"],
		["s3", "options", 1, "key"],
		["s3", "aws_secret_access_key"],
		["s3", "options", 0, "value"],
		["s3", "url"],
		["period"],
	];
	const named = nameErrors(
		draft,
		paths.map((path) => ({ path, message: path.join(" ") })),
	);
	expect(named.map(({ name, label }) => [name, label])).toEqual([
		["period", "Checkpoint period"],
		["s3.url", "URL"],
		["s3.aws_secret_access_key", "Secret access key"],
		["s3.options.0.value", "connect_timeout"],
		["s3.options.1.value", "Option without a name"],
		["schema", "Start with a schema line"],
	]);
});
