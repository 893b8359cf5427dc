import { spawnSync } from "node:child_process";
import { parse as parseToml } from "smol-toml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { type CheckpointInput, renderFiles } from "../../src/core/index.ts";
import { type Emulator, startAzure, startS3 } from "./emulator.ts";

type ObjectStore = "s3" | "abs";
type Options = Readonly<Record<string, string>>;

/** What a node would find at its checkpoint location: the URL and the store's options, read out of the files alone. */
async function readLocation(config: CheckpointInput): Promise<Options> {
	const store = config.store as ObjectStore;
	const files = await renderFiles(config);
	return Object.assign({}, ...files.map(({ name, text }) => readFile(store, name, text)));
}

function readFile(store: ObjectStore, name: string, text: string): Options {
	if (name.endsWith(".toml")) {
		const { worker } = parseToml(text) as { worker?: { checkpoint_location: Record<string, Options> } };
		return worker?.checkpoint_location[store] ?? {};
	}
	if (name.endsWith(".env")) {
		const variable = new RegExp(`^PC_CUBLET__worker__checkpoint_location__${store}__(\\w+)=(.*)$`, "gm");
		return Object.fromEntries([...text.matchAll(variable)].map(([, key = "", value = ""]) => [key, value]));
	}
	if (name === "checkpoint-secret.yaml") return parseYaml(text).stringData;
	if (name !== "checkpoint.yaml") return {};
	const { endpoint, endpointURL, options } = parseYaml(text).checkpoint.data[store];
	const plain = options.filter((option: { value?: string }) => option.value !== undefined);
	const values = plain.map(({ name: key, value }: { name: string; value: string }) => [key, value]);
	return { url: endpoint ?? endpointURL, ...Object.fromEntries(values) };
}

/** Lets Polars write to a location and read from it. */
function runPolars({ url, ...options }: Options) {
	const input = JSON.stringify({ url, options });
	// Nothing of this machine's own credentials may help.
	const env = { PATH: process.env.PATH ?? "", HOME: "/nonexistent", AWS_EC2_METADATA_DISABLED: "true" };
	return spawnSync(process.execPath, ["polars.mjs"], { cwd: import.meta.dirname, input, encoding: "utf8", env });
}

const rows = [
	{ stage: 1, rows: 10 },
	{ stage: 2, rows: 20 },
	{ stage: 3, rows: 30 },
];

const outputs: readonly (readonly [string, Partial<CheckpointInput>])[] = [
	["dotted keys", {}],
	["tables", { key_style: "tables", files: "one" }],
	["TOML and variables", { secrets: "environment" }],
	["variables", { output: "environment" }],
	["the operator's manifests", { output: "operator" }],
];

const stores = [
	{
		title: "S3",
		start: startS3,
		configure: ({ address, account }: Emulator, secret: string, folder: string): CheckpointInput => ({
			period: "10 mins",
			store: "s3",
			s3: {
				credentials: "access_key",
				url: `s3://bucket/${folder}`,
				aws_access_key_id: account,
				aws_secret_access_key: secret,
				aws_endpoint_url: address,
			},
		}),
	},
	{
		title: "Azure",
		start: startAzure,
		configure: ({ address, account }: Emulator, secret: string, folder: string): CheckpointInput => ({
			period: "10 mins",
			store: "abs",
			abs: {
				credentials: "shared_key",
				url: `az://container/${folder}`,
				azure_storage_account_name: account,
				azure_storage_account_key: secret,
				options: [{ key: "azure_storage_endpoint", value: address }],
			},
		}),
	},
];

describe.each(stores)("$title", ({ start, configure }) => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await start();
	});
	afterAll(() => emulator.stop());

	test.each(outputs)("Polars writes and reads with what %s say", async (title, change) => {
		const config = { ...configure(emulator, emulator.secret, `from ${title}`), ...change } as CheckpointInput;
		const { stdout, stderr, status } = runPolars(await readLocation(config));
		expect(stderr).toBe("");
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toEqual(rows);
	});

	test("with a wrong secret, the store refuses it", async () => {
		const wrong = emulator.secret.replace(/^./, (first) => (first === "A" ? "B" : "A"));
		const { stdout, stderr, status } = runPolars(await readLocation(configure(emulator, wrong, "refused")));
		expect(stderr).toMatch(/SignatureDoesNotMatch|AuthorizationFailure/);
		expect(status).not.toBe(0);
		expect(stdout).toBe("");
	});
});
