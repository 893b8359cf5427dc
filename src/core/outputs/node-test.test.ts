import { expect, test } from "vitest";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { bareMetal } from "./bare-metal.ts";
import { environment } from "./environment.ts";

const s3: CheckpointDraft = { ...defaultDraft, store: "s3" };

const commands: readonly (readonly [string, CheckpointDraft, string])[] = [
	["two files", s3, "worker.toml"],
	["one file", { ...s3, files: "one" }, "config.toml"],
	["secrets apart", { ...s3, secrets: "environment" }, "worker.toml worker.env"],
	["no secrets to keep apart", { ...defaultDraft, secrets: "environment" }, "worker.toml"],
	["variables", { ...s3, output: "environment" }, "- worker.env"],
	["variables in one file", { ...s3, output: "environment", files: "one" }, "- config.env"],
];

test.each(commands)("the step that tries the location names the worker's files: %s", (_, draft, names) => {
	const output = draft.output === "environment" ? environment : bareMetal;
	const steps = output.listSteps(draft);
	const step = steps.find(({ title }) => title === "Test it");
	expect(step?.command).toBe(`uv run test_checkpoint_location.py ${names}`);
	expect(step?.files).toEqual(["test_checkpoint_location.py"]);
	expect(steps.findIndex(({ title }) => title === "Test it")).toBeLessThan(
		steps.findIndex(({ title }) => title === "Start the nodes"),
	);
});
