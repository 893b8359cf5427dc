import fc from "fast-check";
import { parse as parseToml } from "smol-toml";
import { expect, test } from "vitest";
import { parseDocument, parse as parseYaml } from "yaml";
import { anyDraft } from "../draft/draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { sharedFields } from "../draft/fields.ts";
import { listSettings } from "../draft/setting.ts";
import { joinLines } from "../listing.ts";
import type { OutputFile } from "./output.ts";
import { findLayout, findOutput, loadOutput } from "./registry.ts";
import { secretMark, validDraft } from "./writable-draft.arbitrary.ts";

type OutputId = CheckpointDraft["output"];
const ids = Object.keys(sharedFields.output.choices) as OutputId[];

test("what is shown first needs no loading, and all else is there once it is loaded", async () => {
	expect(findLayout("bare_metal")?.(defaultDraft).map(({ name }) => name)).toEqual(["scheduler.toml", "worker.toml"]);
	expect(findOutput("operator")).toBe(undefined);
	expect(findLayout("operator")).toBe(undefined);
	const operator = await loadOutput("operator");
	expect(findOutput("operator")).toBe(operator);
	expect(findLayout("operator")).toBe(operator.layout);
	expect(await loadOutput("operator")).toBe(operator);
	expect(findLayout("bare_metal")).toBe((await loadOutput("bare_metal")).layout);
});

const examples: Record<string, CheckpointDraft> = {
	"shared filesystem": defaultDraft,
	S3: {
		...defaultDraft,
		store: "s3",
		s3: {
			...defaultDraft.s3,
			url: "s3://bucket/path/to/key",
			aws_access_key_id: "YOURACCESSKEY",
			aws_secret_access_key: "YOURSECRETKEY",
			aws_endpoint_url: "http://your-s3-compatible-storage-host:8080",
			options: [{ key: "aws_sse_customer_key_base64", value: "c2VjcmV0" }],
		},
	},
	"Google Cloud Storage": {
		...defaultDraft,
		store: "gcs",
		gcs: {
			...defaultDraft.gcs,
			credentials: "inline_key",
			url: "gs://bucket/path/to/key",
			google_service_account_key: '{\n  "type": "service_account",\n  "private_key": "-----BEGIN\\n"\n}\n',
		},
	},
	"Azure Blob Storage": {
		...defaultDraft,
		store: "abs",
		abs: {
			...defaultDraft.abs,
			url: "az://container/path/to/key",
			azure_storage_account_name: "youraccount",
			azure_storage_account_key: "WU9VUktFWQ==",
		},
	},
};

const kinds: readonly (readonly [string, Partial<CheckpointDraft>])[] = [
	["secrets apart", { secrets: "environment" }],
	["environment variables", { output: "environment" }],
	["the operator", { output: "operator" }],
	["Helm", { output: "helm" }],
	["TOML files", {}],
	["one TOML file, secrets apart", { secrets: "environment", files: "one" }],
];
const cases = kinds.map(([kind, change]) =>
	Object.entries(examples).map(([store, draft]) => ({ store, kind, draft: { ...draft, ...change } })),
);

test.each(cases.flat())("the files of $kind for $store", async ({ draft }) => {
	const { layout, check } = await loadOutput(draft.output);
	const files = layout(draft).map(({ name, lines }) => `=== ${name}\n${joinLines(lines)}`);
	const problems = check(draft).map(({ severity, path, message }) => `${severity} ${path.join(".")}: ${message}`);
	expect([...files, ...problems].join("\n")).toMatchSnapshot();
});

test.each(cases.slice(0, 4).flat())("the steps of $kind for $store", async ({ draft }) => {
	const { listSteps } = await loadOutput(draft.output);
	const steps = listSteps(draft).map(({ title, text, command }) => [title, text, command].filter(Boolean).join("\n"));
	expect(steps.join("\n\n")).toMatchSnapshot();
});

const isYaml = (output: OutputId) => output === "helm" || output === "operator";

/** Names of the files that secrets are meant for. */
function listSecretFiles({ output, secrets, files }: CheckpointDraft): readonly string[] {
	if (isYaml(output)) return ["checkpoint-secret.yaml"];
	const extension = output === "environment" || secrets === "environment" ? "env" : "toml";
	return [`${files === "one" ? "config" : "worker"}.${extension}`];
}

const textOf = ({ lines }: OutputFile) => joinLines(lines);

test("secrets appear in the file that is meant for them, marked, and nowhere else", async () => {
	await Promise.all(ids.map(loadOutput));
	let withSecrets = 0;
	fc.assert(
		fc.property(validDraft, (draft) => {
			const output = findOutput(draft.output);
			if (!output) throw new Error("not loaded");
			const blocked = output.check(draft).filter(({ severity }) => severity === "error");
			const secrets = listSettings(draft).filter(({ secret }) => secret);
			const meant = listSecretFiles(draft);
			for (const file of output.layout(draft)) {
				const marked = file.lines.flatMap(({ tokens }) => tokens.filter(({ secret }) => secret));
				expect(
					marked
						.map(({ text }) => text)
						.join()
						.split(secretMark),
				).toHaveLength(textOf(file).split(secretMark).length);
				const expected = meant.includes(file.name) ? secrets.length - blocked.length : 0;
				expect(textOf(file).split(secretMark)).toHaveLength(expected + 1);
				withSecrets += expected;
			}
			expect(JSON.stringify([output.listSteps(draft), output.check(draft)])).not.toContain(secretMark);
		}),
		{ numRuns: 200 },
	);
	expect(withSecrets).toBeGreaterThan(50);
});

test("every value that no error blocks comes back as it went in", async () => {
	await Promise.all(ids.map(loadOutput));
	fc.assert(
		fc.property(validDraft, (draft) => {
			const output = findOutput(draft.output);
			if (!output || output.check(draft).some(({ severity }) => severity === "error")) return;
			const files = output.layout(draft);
			for (const { key, value, secret } of listSettings(draft)) {
				if (isYaml(draft.output) && !secret) continue;
				expect(files.flatMap((file) => readKey(file, key))).toEqual(
					isYaml(draft.output) ? [value, value] : draft.output === "environment" ? [String(value)] : [value],
				);
			}
		}),
		{ numRuns: 150 },
	);
});

/** What a file says of a key; a Secret is asked twice, since Kubernetes reads YAML 1.1 and others 1.2. */
function readKey(file: OutputFile, key: readonly string[]): unknown[] {
	const text = textOf(file);
	if (file.name.endsWith(".env")) return findVariable(text, key.join("__"));
	const path = file.name.endsWith(".toml") ? key : ["stringData", key.at(-1) ?? ""];
	const values = file.name.endsWith(".toml")
		? [parseToml(text)]
		: (["1.1", "1.2"] as const).map((version) => parseYaml(text, { version }));
	return values.map((value) => readPath(value, path)).filter((value) => value !== undefined);
}

function findVariable(text: string, key: string): string[] {
	return text.split("\n").flatMap((line) => {
		const at = line.indexOf("=");
		return line.slice(0, at) === `PC_CUBLET__${key}` ? [line.slice(at + 1)] : [];
	});
}

test("any draft at all is laid out, in lines that are whole and files that parse", async () => {
	await Promise.all(ids.map(loadOutput));
	fc.assert(
		fc.property(anyDraft, (draft) => {
			const output = findOutput(draft.output);
			if (!output) throw new Error("not loaded");
			for (const { name, lines } of output.layout(draft)) {
				const text = joinLines(lines);
				expect(text.split("\n")).toHaveLength(lines.length + 1);
				if (name.endsWith(".toml")) parseToml(text);
				if (name.endsWith(".yaml")) expect(parseDocument(text, { uniqueKeys: false }).errors).toEqual([]);
			}
			for (const { command } of output.listSteps(draft)) expect(command ?? "").not.toMatch(/(?!\n)\p{Cc}/u);
			for (const { path } of output.check(draft)) expect(readPath(draft, path)).toEqual(expect.any(String));
		}),
		{ numRuns: 250 },
	);
});

function readPath(whole: unknown, path: readonly (string | number)[]): unknown {
	return path.reduce((value, part) => (value as Record<string | number, unknown> | undefined)?.[part], whole);
}
