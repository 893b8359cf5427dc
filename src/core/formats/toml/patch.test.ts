import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { checkDraft } from "../../draft/check.ts";
import type { CheckpointInput } from "../../draft/checkpoint.ts";
import { findOption } from "../../object-store/option.ts";
import type { ObjectStore } from "../../stores/stores.ts";
import { anyDocument } from "./document.arbitrary.ts";
import { patchToml } from "./patch.ts";
import { readTomlDraft } from "./read-draft.ts";

const anyConfig: fc.Arbitrary<CheckpointInput> = fc.constantFrom<CheckpointInput>(
	{ period: "20m", store: "shared_filesystem", shared_filesystem: { path: "/mnt/ck" } },
	{ period: "PT20M", store: "s3", key_style: "tables", s3: { credentials: "environment", url: "s3://bucket/ck" } },
	{
		period: "10 mins",
		store: "s3",
		s3: {
			credentials: "access_key",
			url: "s3://bucket/ck",
			aws_access_key_id: "AKIAEXAMPLE",
			aws_secret_access_key: 'sec"ret\\',
			aws_region: "eu-west-1",
			options: [{ key: "sse_kms_key_id", value: "it's" }],
		},
	},
	{
		period: "1h",
		store: "gcs",
		gcs: { credentials: "key_file", url: "gs://bucket/ck", google_service_account_path: "/etc/key.json" },
	},
	{
		period: "1h",
		store: "abs",
		abs: {
			credentials: "shared_access_signature",
			url: "az://container/ck",
			azure_storage_account_name: "account",
			azure_storage_sas_key: "sv=1",
		},
	},
);

type Value = { readonly [key: string]: unknown };

const read = (text: string): Value => parse(text.replace(/^\ufeff/, ""));

function dig(value: unknown, ...path: readonly string[]): unknown {
	return path.reduce<unknown>((inner, key) => (inner as Value | undefined)?.[key], value);
}

/** A value without its checkpoint settings. */
function stripCheckpoints({ scheduler, worker, ...rest }: Value): Value {
	const { checkpoint: _, ...ownScheduler } = Object(scheduler);
	const { checkpoint_location: __, ...ownWorker } = Object(worker);
	return { ...rest, ...(scheduler ? { scheduler: ownScheduler } : {}), ...(worker ? { worker: ownWorker } : {}) };
}

/** A location by the options that it sets, whichever of their spellings is used. */
function identify(location: unknown): unknown {
	return Object.entries(Object(location)).map(([store, table]) => [
		store,
		Object.entries(Object(table))
			.map(([key, value]) => [
				store === "shared_filesystem" ? key : (findOption(store as ObjectStore, key)?.key ?? key),
				value,
			])
			.sort(),
	]);
}

test("whatever the file's spelling, its value is the old one with the checkpoint settings replaced", () => {
	fc.assert(
		fc.property(anyDocument, anyConfig, ({ text }, config) => {
			const before = read(text);
			const after = read(patchToml(text, config));
			const whole = read(patchToml("", config));
			const isNew = !dig(before, "scheduler") && !dig(before, "worker");
			expect(stripCheckpoints(after)).toEqual(
				isNew ? { ...before, ...stripCheckpoints(whole) } : stripCheckpoints(before),
			);
			if (isNew || dig(before, "scheduler")) {
				expect(dig(after, "scheduler", "checkpoint")).toEqual(dig(whole, "scheduler", "checkpoint"));
			}
			if (isNew || dig(before, "worker")) {
				const location = ["worker", "checkpoint_location"];
				expect(identify(dig(after, ...location))).toEqual(identify(dig(whole, ...location)));
			}
		}),
		{ numRuns: 300 },
	);
});

test("every line without a checkpoint setting stays, in its order", () => {
	fc.assert(
		fc.property(anyDocument, anyConfig, ({ text, lines }, config) => {
			const patched = patchToml(text, config).split(/\r?\n/);
			let at = 0;
			text.split(/\r?\n/).forEach((line, index) => {
				if (lines[index]?.isCheckpoint !== false) return;
				while (at < patched.length && patched[at] !== line) at++;
				expect(at, `${JSON.stringify(line)} is gone`).toBeLessThan(patched.length);
				at++;
			});
		}),
		{ numRuns: 300 },
	);
});

test("line ends, a byte order mark and a missing last line end stay, and doing it twice changes nothing", () => {
	fc.assert(
		fc.property(anyDocument, anyConfig, ({ text, lines }, config) => {
			const patched = patchToml(text, config);
			expect(patchToml(patched, config)).toBe(patched);
			expect(patched.startsWith("\ufeff")).toBe(text.startsWith("\ufeff"));
			if (lines.at(-1)?.isCheckpoint === false) expect(patched.endsWith("\n")).toBe(text.endsWith("\n"));
			if (text.includes("\n")) expect(/(?<!\r)\n/.test(patched)).toBe(!text.includes("\r\n"));
		}),
		{ numRuns: 300 },
	);
});

test("to write what is there already changes nothing", () => {
	let tried = 0;
	fc.assert(
		fc.property(anyDocument, ({ text }) => {
			const draft = readTomlDraft(text);
			const { config } = draft.ok ? checkDraft(draft.draft) : {};
			const value = read(text);
			const isScheduled =
				dig(value, "scheduler", "checkpoint", "enabled") === true && dig(value, "scheduler", "checkpoint", "period");
			const stores = Object.keys(Object(dig(value, "worker", "checkpoint_location")));
			const isThere = (!dig(value, "scheduler") || isScheduled) && (!dig(value, "worker") || stores.length === 1);
			if (!config || !isThere || (!dig(value, "scheduler") && !dig(value, "worker"))) return;
			tried++;
			expect(patchToml(text, config)).toBe(text);
		}),
		{ numRuns: 800 },
	);
	expect(tried).toBeGreaterThan(30);
});

const s3: CheckpointInput = {
	period: "20m",
	store: "s3",
	s3: { credentials: "environment", url: "s3://bucket/ck", aws_region: "eu-west-1" },
};

test("an empty file gets the whole configuration, as it is written from the start", () => {
	expect(patchToml("", s3)).toBe(`[scheduler]
enabled = true

[scheduler.checkpoint]
enabled = true
period = "20m"

[worker]
enabled = true
checkpoint_location.s3.url = "s3://bucket/ck"
checkpoint_location.s3.aws_region = "eu-west-1"
`);
});

test("a file of empty lines gets the same, above them or below", () => {
	for (const text of ["\n", "\r\n", "\n\n", " \n\t\n"]) {
		expect(patchToml(text, s3).trim().replaceAll("\r", "")).toBe(patchToml("", s3).trim());
	}
});

test("a scheduler's file gets the scheduler's settings alone, above the comment of the next table", () => {
	const text = `# ours
[scheduler]
enabled = true # yes
# n_workers = 5

# about the worker
[worker]
enabled = false
`;
	expect(patchToml(text, s3)).toBe(`# ours
[scheduler]
enabled = true # yes
# n_workers = 5

[scheduler.checkpoint]
enabled = true
period = "20m"

# about the worker
[worker]
enabled = false
`);
});

test("settings change where they stand, and the other store's keys go without their comments", () => {
	const text = `[worker]\r
enabled = true\r
\r
[worker."checkpoint_location".'gcs'] # where\r
url = 'gs://bucket/ck' # kept\r
token = "x"  # why\r
timeout = "30s"\r
\r
[monitoring]\r
enabled = true`;
	expect(patchToml(text, s3)).toBe(`[worker]\r
enabled = true\r
\r
[worker."checkpoint_location".'s3'] # where\r
url = 's3://bucket/ck' # kept\r
# why\r
aws_region = "eu-west-1"\r
\r
[monitoring]\r
enabled = true`);
});

test("another spelling of an option is the option, and inline tables stay inline", () => {
	expect(
		patchToml(
			`worker = { enabled = true, checkpoint_location.s3 = { REGION = 'us-east-1', url = "s3://a/b", timeout = "1s" } }\n`,
			s3,
		),
	).toBe(`worker = { enabled = true, checkpoint_location.s3 = { REGION = 'eu-west-1', url = "s3://bucket/ck" } }\n`);
});

test("what no form can hold stays in the store's own table", () => {
	const text = `[worker.checkpoint_location.s3]\nurl = "s3://a/b"\nlist = [1]\nother.key = 2\n`;
	expect(patchToml(text, s3)).toBe(
		`[worker.checkpoint_location.s3]\nurl = "s3://bucket/ck"\nlist = [1]\nother.key = 2\naws_region = "eu-west-1"\n`,
	);
});

test("secrets that are kept in variables are not written, and the key style is the form's where nothing is there yet", () => {
	const config: CheckpointInput = {
		period: "20m",
		store: "s3",
		secrets: "environment",
		key_style: "tables",
		s3: { credentials: "access_key", url: "s3://bucket/ck", aws_access_key_id: "AKIA", aws_secret_access_key: "s" },
	};
	expect(patchToml("[worker]\nenabled = true\n", config)).toBe(
		`[worker]\nenabled = true\n\n[worker.checkpoint_location.s3]\nurl = "s3://bucket/ck"\naws_access_key_id = "AKIA"\n`,
	);
});

test("a schema line is the file's own: it stays, and none is written", () => {
	const text = `#:schema ./worker.schema.json\n${patchToml("[worker]\nenabled = true\n", s3)}`;
	expect(patchToml(text, { ...s3, schema: "https://builder.example/" })).toBe(text);
	expect(patchToml("", { ...s3, schema: "./" })).toBe(patchToml("", s3));
});

test("what can't be patched is refused, with the reason", () => {
	expect(() => patchToml("[worker]\nenabled = True\n", s3)).toThrow(
		new SyntaxError("Line 2, column 11: Write true or false, in lower case."),
	);
	expect(() => patchToml("worker = 1\n", s3)).toThrow(new TypeError("worker is not a table in this file."));
	expect(() => patchToml("[[scheduler]]\n", s3)).toThrow(new TypeError("scheduler is not a table in this file."));
	expect(() => patchToml("", { ...s3, period: "10 Mins" })).toThrow(/Not a valid checkpoint configuration/);
});

/** Spellings of a store's table, in the worker's own lines or in a block below them. */
const spellings: readonly ((store: string, key: string) => { readonly line?: string; readonly block?: string })[] = [
	(store, key) => ({ line: `checkpoint_location.${store}.${key} = "old"` }),
	(store, key) => ({ line: `checkpoint_location.${store} = { ${key} = "old", other = [1] }` }),
	(store) => ({ line: `checkpoint_location.${store} = "old"` }),
	(store, key) => ({ block: `[worker.checkpoint_location.${store}]\n${key} = "old"` }),
	(store, key) => ({ block: `[[worker.checkpoint_location.${store}]]\n${key} = "old"` }),
	(store, key) => ({ block: `[worker.checkpoint_location.${store}.below]\n${key} = "old"` }),
];

test("of several stores, however they are spelt, none is left beside the one that is wanted", () => {
	const stores = fc.shuffledSubarray(["s3", "gcs", "abs", "local", "shared_filesystem"], { minLength: 2 });
	const spelt = fc.array(fc.constantFrom(...spellings), { minLength: 5, maxLength: 5 });
	fc.assert(
		fc.property(stores, spelt, fc.boolean(), anyConfig, (names, ways, isBelow, config) => {
			const parts = names.map((name, index) => ways[index]?.(name, name === "gcs" ? "url" : "path") ?? {});
			const own = ["[worker]", ...parts.flatMap(({ line }) => line ?? [])];
			const blocks = parts.flatMap(({ block }) => block ?? []);
			const text = [...(isBelow ? [...blocks, ...own] : [...own, ...blocks]), ""].join("\n");
			// Whether a dotted key may add to a table that only a header below it made, readers of TOML don't agree.
			fc.pre(!(isBelow && blocks.length > 0 && own.length > 1));
			const location = dig(read(patchToml(text, config)), "worker", "checkpoint_location");
			expect(Object.keys(Object(location))).toEqual([config.store]);
		}),
	);
});

test("a zero is replaced as a whole where it ends the text", () => {
	const config: CheckpointInput = { period: "5m", store: "shared_filesystem", shared_filesystem: { path: "/ck" } };
	expect(patchToml("[scheduler]\ncheckpoint.period = 0", config)).toBe(
		'[scheduler]\ncheckpoint.period = "5m"\ncheckpoint.enabled = true',
	);
});
