import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import fc from "fast-check";
import { parse } from "smol-toml";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lintConfig } from "./check/lint.ts";
import { type CheckpointDraft, defaultDraft } from "./draft/draft.ts";
import { anyValidDraft } from "./draft/valid-draft.arbitrary.ts";
import { joinLines } from "./listing.ts";
import { fileKinds, writeJsonSchema } from "./node-file/json-schema.ts";
import { bareMetal } from "./outputs/bare-metal.ts";

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "schemas-"));
	for (const kind of fileKinds) writeFileSync(join(folder, `${kind}.schema.json`), writeJsonSchema(kind));
});
afterAll(() => rmSync(folder, { recursive: true }));

const require = createRequire(import.meta.url);
const taploRoot = dirname(require.resolve("@taplo/cli/package.json"));
const taploCli = join(taploRoot, require("@taplo/cli/package.json").bin.taplo);

/**
 * Which of some texts Taplo takes as files of a kind, or of the kind that each says itself. One start serves all, since
 * it takes most of the time.
 */
function runTaplo(kind: string | undefined, texts: readonly string[]): Promise<boolean[]> {
	const paths = texts.map((text, index) => {
		const path = join(folder, `${kind}-${index}.toml`);
		writeFileSync(path, text);
		return path;
	});
	const schema = kind === undefined ? [] : ["--schema", pathToFileURL(join(folder, `${kind}.schema.json`)).href];
	return new Promise((resolve) => {
		execFile(process.execPath, [taploCli, "lint", "--colors", "never", ...schema, ...paths], (_, __, said) => {
			const refused = said.split("\n").filter((line) => line.includes("invalid file"));
			resolve(paths.map((path) => !refused.some((line) => line.includes(basename(path)))));
		});
	});
}

function write(draft: CheckpointDraft): { kind: string; text: string }[] {
	return bareMetal
		.layout(draft)
		.filter(({ name }) => name.endsWith(".toml"))
		.map(({ name, lines }) => ({ kind: name.replace(/\.toml$/, ""), text: joinLines(lines) }));
}

const s3 = { ...defaultDraft.s3, url: "s3://bucket/ck", aws_access_key_id: "AKIA", aws_secret_access_key: "secret" };
const drafts: readonly CheckpointDraft[] = [
	defaultDraft,
	{ ...defaultDraft, period: "PT1H30M", files: "one", key_style: "tables" },
	{
		...defaultDraft,
		period: "1h, 30m 5.5 secs ",
		store: "s3",
		files: "one",
		s3: {
			...s3,
			aws_endpoint_url: "http://minio:9000",
			options: [
				{ key: "AWS_SSE_KMS_KEY_ID", value: "key" },
				{ key: "allow_http", value: "TRUE" },
				{ key: "connect_timeout", value: "30s" },
				{ key: "aws_checksum_algorithm", value: "CRC64nvme" },
				{ key: "aws_request_payer", value: "Requester" },
				{ key: "aws_server_side_encryption", value: "aws:kms" },
				{ key: "max_retries", value: "3" },
				{ key: "aws_disable_bulk_delete", value: "true" },
			],
		},
	},
	{ ...defaultDraft, store: "s3", secrets: "environment", key_style: "tables", s3 },
	{
		...defaultDraft,
		store: "gcs",
		gcs: { ...defaultDraft.gcs, url: "gs://bucket/ck", google_service_account_path: "/etc/key.json" },
	},
	{
		...defaultDraft,
		store: "abs",
		abs: {
			...defaultDraft.abs,
			credentials: "environment",
			url: "abfss://container@account.dfs.core.windows.net/ck",
			options: [{ key: "azure_client_id", value: "id" }],
		},
	},
];

const scheduler = '[scheduler]\nenabled = true\n\n[scheduler.checkpoint]\nenabled = true\nperiod = "10 mins"\n';
const worker = '[worker]\nenabled = true\ncheckpoint_location.s3.url = "s3://bucket/ck"\n';

const faults: readonly (readonly [kind: string, fault: string, text: string])[] = [
	["config", "chekpoint", scheduler.replaceAll("checkpoint", "chekpoint")],
	["config", "no duration", scheduler.replace("10 mins", "10 Mins")],
	["config", "a number", scheduler.replace('"10 mins"', "600")],
	["config", "a text", scheduler.replace("true", '"true"')],
	["config", "no enabled", scheduler.replace(/enabled = true\nperiod/, "period")],
	["config", "the wrong section", scheduler.replace("scheduler.checkpoint", "worker.checkpoint")],
	["config", "the wrong section", `${scheduler}checkpoint_location.s3.url = "s3://bucket/ck"\n`],
	["config", "an earlier name", `cublet_id = "a"\n${scheduler}`],
	["config", "a port", `${scheduler}[scheduler.client_service]\nbind_addr.port = 70000\n`],
	["config", "an address", `${scheduler}[scheduler.client_service]\nbind_addr = "http://host:1"\n`],
	["config", "a number", `cpu_reserved = 2\n${scheduler}`],
	["scheduler", "the worker's keys", scheduler + worker],
	["worker", "the scheduler's keys", scheduler + worker],
	["worker", "another store's URL", worker.replace("s3://", "gs://")],
	["worker", "https", worker.replace("s3://", "https://")],
	["worker", "no URL", worker.replace("url", "aws_region")],
	["worker", "two places", `${worker}checkpoint_location.shared_filesystem.path = "/ck"\n`],
	["worker", "no absolute path", worker.replace('s3.url = "s3://bucket/ck"', 'shared_filesystem.path = "ck"')],
	["worker", "a misspelt option", `${worker}checkpoint_location.s3.aws_acess_key_id = "x"\n`],
	["worker", "another library's option", `${worker}checkpoint_location.s3.endpoint_override = "http://x"\n`],
	["worker", "another store's option", `${worker}checkpoint_location.s3.google_base_url = "http://x"\n`],
	["worker", "a boolean", `${worker}checkpoint_location.s3.aws_allow_http = true\n`],
	["worker", "no boolean", `${worker}checkpoint_location.s3.aws_allow_http = "yep"\n`],
	["worker", "no duration", `${worker}checkpoint_location.s3.connect_timeout = "30"\n`],
	["worker", "no checksum", `${worker}checkpoint_location.s3.aws_checksum_algorithm = "md5"\n`],
	["worker", "no member", `${worker}checkpoint_location.s3.aws_server_side_encryption = "kms"\n`],
];

test.each(fileKinds)(
	"as %s, Taplo takes what the builder writes and refuses each planted fault",
	async (kind) => {
		const right = drafts.flatMap(write).filter((file) => file.kind === kind);
		const wrong = faults.filter(([faulty]) => faulty === kind);
		expect(right.length).toBeGreaterThan(1);
		expect(wrong.length).toBeGreaterThan(0);
		const taken = await runTaplo(kind, [...right.map(({ text }) => text), ...wrong.map(([, , text]) => text)]);
		expect(taken.slice(0, right.length)).toEqual(right.map(() => true));
		wrong.forEach(([, fault], index) => {
			expect(taken[right.length + index], fault).toBe(false);
		});
	},
	60_000,
);

test("by the schema line alone, Taplo takes what the builder writes and refuses what is planted in it", async () => {
	const files = drafts.flatMap((draft) => write({ ...draft, schema: "./" }));
	const right = files.map(({ text }) => text);
	expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(fileKinds));
	const wrong = right.map((text) => `${text}enabld = true\n`);
	const unguarded = wrong.map((text) => text.replace(/^#:schema .*\n/, ""));
	const taken = await runTaplo(undefined, [...right, ...wrong, ...unguarded]);
	expect(taken).toEqual([...right.map(() => true), ...wrong.map(() => false), ...unguarded.map(() => true)]);
}, 60_000);

test("every schema takes, and the check finds no error in, what any valid draft writes", () => {
	const ajv = new Ajv({ strict: false });
	const judges = new Map(fileKinds.map((kind) => [kind as string, ajv.compile(JSON.parse(writeJsonSchema(kind)))]));
	fc.assert(
		fc.property(anyValidDraft, (draft) => {
			for (const { kind, text } of write(draft)) {
				const judge = judges.get(kind);
				expect(judge?.(parse(text)), `${text}${JSON.stringify(judge?.errors)}`).toBe(true);
				const errors = lintConfig(text).filter(({ severity }) => severity === "error");
				expect(errors, text).toEqual([]);
			}
		}),
		{ numRuns: 500 },
	);
});
