import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { checkDraft } from "../draft/check.ts";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { joinLines } from "../listing.ts";
import { bareMetal } from "./bare-metal.ts";
import { environment } from "./environment.ts";
import { operator } from "./operator.ts";
import type { Output } from "./output.ts";

const draft: CheckpointDraft = {
	...defaultDraft,
	store: "s3",
	secrets: "environment",
	s3: { ...defaultDraft.s3, url: "s3://bucket/dir", aws_access_key_id: "AKIA", aws_secret_access_key: "a\\b" },
};
const namesOf = (output: Output, change: Partial<CheckpointDraft>) =>
	output.layout({ ...draft, ...change }).map(({ name }) => name);

test("a file of variables is there only where there is something for it", () => {
	expect(namesOf(bareMetal, {})).toEqual(["scheduler.toml", "worker.toml", "worker.env"]);
	expect(namesOf(bareMetal, { files: "one" })).toEqual(["config.toml", "config.env"]);
	expect(namesOf(bareMetal, { secrets: "toml" })).toEqual(["scheduler.toml", "worker.toml"]);
	expect(namesOf(bareMetal, { store: "shared_filesystem" })).toEqual(["scheduler.toml", "worker.toml"]);
	expect(namesOf(environment, {})).toEqual(["scheduler.env", "worker.env"]);
	expect(namesOf(environment, { files: "one" })).toEqual(["config.env"]);
});

test("a secret that a variable can't hold is an error on its field, which blocks the file of variables alone", () => {
	expect(bareMetal.check(draft)).toEqual([
		{
			code: "output-limit",
			severity: "error",
			message: "A file of variables can't contain a backslash: systemd and Docker read it differently.",
			path: ["s3", "aws_secret_access_key"],
			fix: { title: "Keep secrets in the TOML", text: "toml", target: "secrets" },
		},
	]);
	const files = bareMetal.layout(draft);
	const holding = files.filter(({ lines }) => lines.some(({ field }) => field === "s3.aws_secret_access_key"));
	expect(holding.map(({ name }) => name)).toEqual(["worker.env"]);
	expect(files.map(({ lines }) => joinLines(lines)).join()).not.toContain("a\\b");
	expect(bareMetal.check({ ...draft, secrets: "toml" })).toEqual([]);
});

test("any value that a variable can't hold is an error where variables hold all, and an option's row is named", () => {
	const options = [{ key: "aws_sse_kms_key_id", value: "'key'" }];
	const s3 = { ...draft.s3, aws_secret_access_key: "s", url: "s3://bucket/a\\b", options };
	expect(environment.check({ ...draft, s3 }).map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
		"s3.url: A file of variables can't contain a backslash: systemd and Docker read it differently.",
		"s3.options.0.value: A file of variables can't contain a quote at its start: systemd and Docker read it differently.",
	]);
	expect(environment.check({ ...draft, s3 })[0]?.fix).toEqual({
		title: "Write TOML files",
		text: "bare_metal",
		target: "output",
	});
});

test("a service account's key never fits, and a key file takes its place", () => {
	const google_service_account_key = JSON.stringify({ private_key: "-----BEGIN\n" });
	const gcs = { ...defaultDraft.gcs, credentials: "inline_key", url: "gs://b/k", google_service_account_key } as const;
	expect(bareMetal.check({ ...draft, store: "gcs", gcs })[0]?.alternatives).toEqual([
		{ title: "Use a key file", text: "key_file", target: "gcs.credentials" },
	]);
});

const textsOf = (change: Partial<CheckpointDraft>) =>
	bareMetal
		.layout({ ...draft, ...change })
		.map(({ name, lines }): [name: string, text: string] => [name, joinLines(lines)]);

test("each TOML file starts with the address of its own schema, and no other file does", () => {
	const schema = " https://builder.example/ ";
	const firstLines = (change: Partial<CheckpointDraft>) =>
		textsOf({ schema, ...change }).map(([name, text]) => [name, text.slice(0, text.indexOf("\n"))]);
	expect(firstLines({ secrets: "toml" })).toEqual([
		["scheduler.toml", "#:schema https://builder.example/scheduler.schema.json"],
		["worker.toml", "#:schema https://builder.example/worker.schema.json"],
	]);
	expect(firstLines({ files: "one", schema: "./", s3: { ...draft.s3, aws_secret_access_key: "s" } })).toEqual([
		["config.toml", "#:schema ./config.schema.json"],
		["config.env", "PC_CUBLET__worker__checkpoint_location__s3__aws_secret_access_key=s"],
	]);
	for (const output of [environment, operator]) {
		expect(output.layout({ ...draft, schema })).toEqual(output.layout(draft));
	}
});

test("no address puts more into the TOML than one comment, and one that is an error puts nothing there", () => {
	const near = fc.constantFrom(
		"https://",
		"host",
		"/",
		"./",
		"..",
		"\n",
		"\r",
		"\t",
		" ",
		"#",
		"a = 1",
		"[x]",
		'"',
		"\u2028",
		"\0",
	);
	const anyAddress = fc.oneof(
		fc.array(near, { maxLength: 8 }).map((parts) => parts.join("")),
		fc.string({ unit: "binary" }),
	);
	let starts = 0;
	fc.assert(
		fc.property(anyAddress, fc.constantFrom("separate", "one"), (schema, files) => {
			const isWrong = checkDraft({ ...draft, schema }).problems.some(({ path }) => path[0] === "schema");
			const without = new Map(textsOf({ files }));
			for (const [name, text] of textsOf({ schema, files })) {
				const rest = text.replace(/^#:schema [!-~]+\/[a-z]+\.schema\.json\n/, "");
				expect(rest).toBe(without.get(name));
				if (name.endsWith(".toml")) {
					expect(parse(text)).toEqual(parse(rest));
					expect(rest === text).toBe(isWrong || schema.trim() === "");
					starts += rest === text ? 0 : 1;
				}
			}
		}),
		{ numRuns: 1000 },
	);
	expect(starts).toBeGreaterThan(20);
});

test("steps say which file goes where", () => {
	const say = (change: Partial<CheckpointDraft>, title: string) =>
		bareMetal.listSteps({ ...draft, ...change }).find((step) => step.title === title)?.text;
	expect(say({ files: "one" }, "Add the settings")).toMatch(
		/^Add config\.toml to the configuration file that all nodes/,
	);
	expect(say({ files: "one" }, "Give the variables to the nodes")).toMatch(/^Copy config\.env to every node,/);
	expect(say({ secrets: "toml" }, "Add the settings")).toMatch(/let only the user that runs Polars read the file\.$/);
	expect(say({}, "Add the settings")).not.toMatch(/secrets/);
	expect(say({ shuffle: "shared" }, "See a checkpoint appear")).toMatch(/none is written\.$/);
	expect(say({}, "See a checkpoint appear")).toMatch(/first documented with On-Prem 0\.6\.3\.$/);
	expect(say({ period: "soon" }, "See a checkpoint appear")).toContain("the period went by");
});
