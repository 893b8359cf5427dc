import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDraft } from "../../draft/check.ts";
import { defaultDraft } from "../../draft/draft.ts";
import { listSettings, type Setting } from "../../draft/setting.ts";
import { anyValidDraft } from "../../draft/valid-draft.arbitrary.ts";
import { joinLines } from "../../listing.ts";
import { findOption } from "../../object-store/option.ts";
import type { ObjectStore } from "../../stores/stores.ts";
import { readTomlDraft } from "./read-draft.ts";
import { layoutSchemaLine, layoutToml } from "./write.ts";

function read(text: string) {
	const found = readTomlDraft(text);
	if (!found.ok) throw new Error(found.problem.message);
	return found;
}

const spellings = [
	`[scheduler.checkpoint]
enabled = true
period = "20m"
[worker.checkpoint_location.s3]
url = "s3://bucket/ck"
aws_access_key_id = "AKIA"
secret_access_key = "secret"
aws_sse_kms_key_id = "key"
`,
	`scheduler.checkpoint.enabled = true
scheduler.checkpoint.period = '20m'
worker.checkpoint_location.s3.url = 's3://bucket/ck'
worker.checkpoint_location.s3.AWS_ACCESS_KEY_ID = "AKIA"
worker.checkpoint_location.s3.aws_secret_access_key = """secret"""
worker.checkpoint_location.s3.aws_sse_kms_key_id = "key"
`,
	`scheduler = { checkpoint = { enabled = true, period = "20m" } }
[worker]
"checkpoint_location" = { 's3' = { url = "s3://bucket/ck", access_key_id = "AKIA", aws_secret_access_key = "secret", aws_sse_kms_key_id = "key" } }
`,
];

test.each(spellings)("the same settings, however they are spelt: %j", (text) => {
	const { draft, kept } = read(text);
	expect(kept).toEqual([]);
	expect(draft).toMatchObject({
		period: "20m",
		store: "s3",
		files: "one",
		s3: {
			credentials: "access_key",
			url: "s3://bucket/ck",
			aws_access_key_id: "AKIA",
			aws_secret_access_key: "secret",
			options: [{ key: "aws_sse_kms_key_id", value: "key" }],
		},
	});
	expect(checkDraft(draft).problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test.each<[string, "one" | "separate"]>([
	['[scheduler]\nenabled = false\n[worker.checkpoint_location.s3]\nurl = "s3://b/c"\n', "separate"],
	['scheduler = { enabled = false }\nworker.checkpoint_location.s3.url = "s3://b/c"\n', "separate"],
	['worker.enabled = false\n[scheduler.checkpoint]\nperiod = "20m"\n', "separate"],
	['[scheduler]\nenabled = false\nn_workers = 4\n[worker.checkpoint_location.s3]\nurl = "s3://b/c"\n', "one"],
	["[scheduler]\nenabled = true\n[worker]\nenabled = true\n", "one"],
	["", "separate"],
])("a node that a file only switches off has its settings elsewhere: %j", (text, files) => {
	expect(read(text).draft.files).toBe(files);
});

test("what the form has no field for is listed, never dropped", () => {
	expect(
		read(`cluster_id = "a"
[scheduler]
enabled = false
n_workers = 4
checkpoint = { enabled = false, period = "1h", other = 1 }
[worker]
enabled = true
task_service.public_addr = "10.0.0.1"
shuffle_location.s3.url = "s3://bucket/shuffle"
[worker.checkpoint_location.abs]
url = "az://container/ck"
when = 2000-01-01
list = [1]
[worker.checkpoint_location.local]
path = "/x"
["a b"]
c = 1
`).kept,
	).toEqual([
		"cluster_id",
		"scheduler.enabled",
		"scheduler.n_workers",
		"scheduler.checkpoint.enabled",
		"scheduler.checkpoint.other",
		"worker.task_service",
		"worker.shuffle_location",
		"worker.checkpoint_location.abs.when",
		"worker.checkpoint_location.abs.list",
		"worker.checkpoint_location.local",
		'"a b"',
	]);
});

test("credentials that have no fields of their own are options", () => {
	const { draft } = read(
		'[worker.checkpoint_location.abs]\nurl = "az://container/ck"\naccount_name = "account"\nclient_id = "id"\n',
	);
	expect(draft.abs).toMatchObject({ credentials: "environment", options: [{ key: "client_id", value: "id" }] });
	expect(checkDraft(draft).config).toBeDefined();
});

test("two files fill one form, and shuffles on shared storage are told", () => {
	const scheduler = read('[scheduler.checkpoint]\nenabled = true\nperiod = "PT1H"\n').draft;
	const worker = readTomlDraft(
		'[worker]\nshuffle_location.shared_filesystem.path = "/s"\ncheckpoint_location.shared_filesystem.path = "/ck"\n',
		scheduler,
	);
	expect(worker).toMatchObject({
		ok: true,
		draft: { period: "PT1H", store: "shared_filesystem", shared_filesystem: { path: "/ck" }, shuffle: "shared" },
	});
	expect(worker).toMatchObject({ draft: { files: "separate" } });
});

test("values of the wrong type come as texts, for the form to judge", () => {
	const { draft } = read(
		'scheduler.checkpoint.period = 600\nworker.checkpoint_location.s3 = { url = "s3://b", allow_http = true }\n',
	);
	expect(draft.period).toBe("600");
	expect(draft.s3.options).toEqual([{ key: "allow_http", value: "true" }]);
});

test.each([
	["#:schema https://builder.example/worker.schema.json\n[worker]\nenabled = true\n", "https://builder.example/"],
	["\ufeff#:schema \t../schemas/config.schema.json \r\n", "../schemas/"],
	["#:schema ./scheduler.schema.json", "./"],
])("a file that starts with a schema line names the folder: %j", (text, folder) => {
	expect(read(text).draft.schema).toBe(folder);
});

test.each([
	"#:schema https://json.schemastore.org/pyproject.json\n",
	"#:schema file:///srv/worker.schema.json\n",
	"#:schema ./worker.schema.json and more\n",
	"# :schema ./worker.schema.json\n",
	"[worker]\nenabled = true\n#:schema ./worker.schema.json\n",
])("another comment says nothing of a schema that the form could hold: %j", (text) => {
	expect(readTomlDraft(text, { ...defaultDraft, schema: "../" })).toMatchObject({ draft: { schema: "../" } });
});

test("a file that says nothing leaves the form as it is", () => {
	expect(read("").draft).toEqual(defaultDraft);
});

test("text that is no TOML gives its first problem", () => {
	expect(readTomlDraft("a = 1\nb = True\n")).toMatchObject({ ok: false, problem: { line: 2, column: 5 } });
});

/** A setting's key, with an option's own name in the place of any other. */
function identify({ key: [node, ...rest] }: Setting): string {
	const [location, store = "", option = ""] = rest;
	const isOption = location === "checkpoint_location" && store !== "shared_filesystem";
	const known = isOption ? findOption(store as ObjectStore, option)?.key : undefined;
	return known ? `${store}.${known}` : [node, ...rest].join(".");
}

test("what the builder writes reads as what it was written from", () => {
	fc.assert(
		fc.property(anyValidDraft, (draft) => {
			const settings = listSettings(draft);
			const lines = [...layoutSchemaLine(draft.schema, "config"), ...layoutToml(settings, draft.key_style)];
			const again = read(joinLines(lines)).draft;
			expect(again.schema).toBe(draft.schema.trim());
			const sort = (of: typeof settings) => of.map((setting) => `${identify(setting)}=${setting.value}`).sort();
			expect(sort(listSettings(again))).toEqual(sort(settings));
			expect(again.key_style).toBe(draft.key_style);
		}),
		{ numRuns: 300 },
	);
});
