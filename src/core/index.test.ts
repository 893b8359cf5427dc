import { parse } from "smol-toml";
import { expect, test } from "vitest";
import {
	applyEdits,
	type CheckpointInput,
	convertConfig,
	detectFormat,
	lintConfig,
	patchConfig,
	renderFiles,
} from "./index.ts";

const read = (config: CheckpointInput) =>
	Object.fromEntries(renderFiles(config).map(({ name, text }) => [name, parse(text)]));
const location = (config: CheckpointInput) => read(config)["worker.toml"];

// The five samples of the documentation's page on checkpointing, by their values.

test("the documentation's scheduler and shared filesystem", () => {
	expect(
		read({
			period: "10 mins",
			store: "shared_filesystem",
			shared_filesystem: { path: "/mnt/storage/polars/checkpoints" },
		}),
	).toEqual({
		"scheduler.toml": { scheduler: { enabled: true, checkpoint: { enabled: true, period: "10 mins" } } },
		"worker.toml": {
			worker: {
				enabled: true,
				checkpoint_location: { shared_filesystem: { path: "/mnt/storage/polars/checkpoints" } },
			},
		},
	});
});

const s3Key = { aws_access_key_id: "YOURACCESSKEY", aws_secret_access_key: "YOURSECRETKEY" };

test("the documentation's S3, and the same with another endpoint", () => {
	const s3 = { credentials: "access_key", url: "s3://bucket/path/to/key", ...s3Key } as const;
	expect(location({ period: "10 mins", store: "s3", s3 })).toEqual({
		worker: { enabled: true, checkpoint_location: { s3: { url: "s3://bucket/path/to/key", ...s3Key } } },
	});
	const aws_endpoint_url = "http://your-s3-compatible-storage-host:8080";
	expect(location({ period: "10 mins", store: "s3", s3: { ...s3, aws_endpoint_url } })).toEqual({
		worker: {
			enabled: true,
			checkpoint_location: { s3: { url: "s3://bucket/path/to/key", ...s3Key, aws_endpoint_url } },
		},
	});
});

test("the documentation's Google Cloud Storage", () => {
	const gcs = { url: "gs://bucket/path/to/key", google_service_account_path: "/etc/polars/gcs-service-account.json" };
	expect(location({ period: "10 mins", store: "gcs", gcs: { credentials: "key_file", ...gcs } })).toEqual({
		worker: { enabled: true, checkpoint_location: { gcs } },
	});
});

test("the documentation's Azure Blob Storage", () => {
	const abs = {
		url: "az://container/path/to/key",
		azure_storage_account_name: "youraccount",
		azure_storage_account_key: "WU9VUktFWQ==",
	};
	expect(location({ period: "10 mins", store: "abs", abs: { credentials: "shared_key", ...abs } })).toEqual({
		worker: { enabled: true, checkpoint_location: { abs } },
	});
});

test("one file holds both halves, and the key style changes the spelling alone", () => {
	const config = {
		period: "PT20M",
		store: "s3",
		files: "one",
		s3: { credentials: "environment", url: "s3://b/k", options: [{ key: "aws_sse_kms_key_id", value: "a" }] },
	} satisfies CheckpointInput;
	const dotted = renderFiles(config);
	const tables = renderFiles({ ...config, key_style: "tables" });
	expect(dotted.map(({ name }) => name)).toEqual(["config.toml"]);
	expect(tables[0]?.text).toContain("[worker.checkpoint_location.s3]\n");
	expect(dotted[0]?.text).toContain("checkpoint_location.s3.aws_sse_kms_key_id = ");
	expect(parse(tables[0]?.text ?? "")).toEqual(parse(dotted[0]?.text ?? ""));
});

test("each file starts with its schema, if an address is given", () => {
	const config = { period: "20m", store: "shared_filesystem", shared_filesystem: { path: "/ck" } } as const;
	const texts = renderFiles({ ...config, schema: "https://builder.example/" }).map(({ text }) => text);
	const plain = renderFiles(config).map(({ name, text }) => [name.replace(".toml", ".schema.json"), text]);
	expect(texts).toEqual(plain.map(([schema, text]) => `#:schema https://builder.example/${schema}\n${text}`));
	expect(() => renderFiles({ ...config, schema: "./\n[x]" })).toThrow(/\nschema: Write the address of a folder/);
});

test("a configuration that is not valid gives no file, and names each place", () => {
	const broken = { period: "10 Mins", store: "s3", s3: { credentials: "access_key", url: "gs://b" } };
	expect(() => renderFiles(broken as CheckpointInput)).toThrow(/period: .*\ns3\.url: .*\ns3\.aws_access_key_id: /s);
});

test("a person's own file is checked, mended and given the settings", () => {
	const text = "[worker]\nenabled = true # here\nhartbeat_period = 5\n";
	const problems = lintConfig(text);
	expect(problems.map(({ severity, path, line, column }) => ({ severity, path, line, column }))).toEqual([
		{ severity: "warning", path: ["worker", "hartbeat_period"], line: 3, column: 1 },
		{ severity: "error", path: ["worker", "hartbeat_period"], line: 3, column: 19 },
	]);
	const mended = applyEdits(
		text,
		problems.flatMap(({ fix }) => fix?.edits ?? []),
	);
	const config: CheckpointInput = {
		period: "20m",
		store: "shared_filesystem",
		shared_filesystem: { path: "/mnt/checkpoints" },
	};
	expect(patchConfig(mended, config)).toBe(
		'[worker]\nenabled = true # here\nheartbeat_period = "5s"\ncheckpoint_location.shared_filesystem.path = "/mnt/checkpoints"\n',
	);
});

test("a configuration in one format becomes the same in another, with what has no place there", () => {
	const values = `checkpoint: { period: 20m }
checkpointData:
  gcs:
    enabled: true
    endpoint: gs://team-data/ck
logLevel: debug
`;
	expect(detectFormat(values)).toBe("helm_values");
	const variables = convertConfig(values, "environment");
	expect(variables).toMatchObject({ ok: true, left: ["logLevel"] });
	const texts = variables.ok ? variables.files.map(({ text }) => ({ text })) : [];
	expect(texts.map(({ text }) => text).join("")).toContain(
		"PC_CUBLET__worker__checkpoint_location__gcs__url=gs://team-data/ck\n",
	);
	expect(convertConfig(texts, "operator")).toMatchObject({ ok: true, left: [] });
	expect(convertConfig("[worker]\nenabled = tru\n", "helm")).toMatchObject({ ok: false });
});

test("nothing is made up that the files don't say: a place is asked for, and a period is said to be the documentation's", () => {
	const scheduler = "[scheduler]\nenabled = true\n";
	expect(convertConfig(scheduler, "helm")).toMatchObject({ ok: false, problems: [{ code: "missing-value" }, {}] });
	const worker = '[worker]\nenabled = true\ncheckpoint_location.s3.url = "s3://team-data/ck"\n';
	expect(convertConfig(worker, "helm")).toMatchObject({
		ok: true,
		problems: [{ code: "period-missing", severity: "warning" }],
	});
	expect(convertConfig("kind: Secret\napiVersion: v1\nstringData: { a: b }\n", "helm")).toMatchObject({
		ok: false,
		problems: [{ code: "unrelated-file" }],
	});
});
