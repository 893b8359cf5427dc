import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeAccess } from "../../src/core/access/describe-access.ts";
import { defaultDraft } from "../../src/core/draft/draft.ts";
import { type CheckpointInput, renderFiles } from "../../src/core/index.ts";
import { type Emulator, startAzure, startS3 } from "./emulator.ts";
import { type Gate, listen, startGate } from "./gate.ts";
import { startGoogle } from "./google-store.ts";
import { python } from "./install-python.ts";

const script = join(import.meta.dirname, "../../public/test_checkpoint_location.py");

interface Run {
	readonly status: number | null;
	readonly output: string;
}

type Variables = Readonly<Record<string, string>>;

/** Runs the script with a configuration's files, as on a worker that has nothing but these variables. */
async function tryLocation(config: CheckpointInput, variables: Variables = {}, flags: readonly string[] = []) {
	const folder = mkdtempSync(join(tmpdir(), "location-"));
	const files = renderFiles(config);
	for (const { name, text } of files) writeFileSync(join(folder, name), text);
	const has = (name: string) => files.some((file) => file.name === name);
	const names = has("worker.toml") ? ["worker.toml"] : ["-"];
	if (has("worker.env")) names.push("worker.env");
	return runScript([...names.map((name) => (name === "-" ? name : join(folder, name))), ...flags], variables);
}

function runScript(parameters: readonly string[], variables: Variables): Promise<Run> {
	const env = { PATH: process.env.PATH ?? "", HOME: "/nonexistent", AWS_EC2_METADATA_DISABLED: "true", ...variables };
	const running = spawn(python, [script, ...parameters], { env, stdio: ["ignore", "pipe", "pipe"] });
	let output = "";
	for (const stream of [running.stdout, running.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	return new Promise((resolve) => running.once("close", (status) => resolve({ status, output })));
}

/** What a run says of a cause, by the name in brackets. */
const readCauses = ({ output }: Run) => [...output.matchAll(/^cause .*\[([\w-]+)\]$/gm)].map(([, name]) => name);

function expectWorks(run: Run): void {
	expect(run.output).toContain("The location works");
	expect(run).toMatchObject({ status: 0 });
}

interface Key {
	readonly id: string;
	readonly secret: string;
	readonly token?: string;
}

/** An S3 that enforces policies. */
class Moto {
	readonly #process: ChildProcessByStdio<Writable, Readable, null>;
	readonly #lines: AsyncIterator<string>;
	address = "";
	#made = 0;

	constructor() {
		const path = join(import.meta.dirname, "moto_store.py");
		this.#process = spawn(python, [path], { stdio: ["pipe", "pipe", "ignore"] });
		this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
	}

	async start(): Promise<void> {
		this.address = String((await this.#lines.next()).value);
	}

	/** Makes a user, or a role whose credentials are temporary. */
	async make(kind: "user" | "role", policy: unknown): Promise<Key> {
		this.#made += 1;
		this.#process.stdin.write(`${JSON.stringify({ name: `worker-${this.#made}`, kind, policy })}\n`);
		return JSON.parse(String((await this.#lines.next()).value));
	}

	stop(): void {
		this.#process.stdin.end();
	}
}

const region = "eu-west-1";

function configureS3(address: string, key: Key | undefined, change: Variables = {}): CheckpointInput {
	const { folder = "team/checkpoints", bucket = "bucket", options = "{}", ...fields } = change;
	return {
		period: "10 mins",
		store: "s3",
		s3: {
			credentials: key ? "access_key" : "environment",
			url: `s3://${bucket}/${folder}`,
			...(key && { aws_access_key_id: key.id, aws_secret_access_key: key.secret }),
			...(key?.token && { aws_session_token: key.token }),
			aws_region: region,
			aws_endpoint_url: address,
			options: Object.entries<string>(JSON.parse(options)).map(([name, value]) => ({ key: name, value })),
			...fields,
		},
	} as CheckpointInput;
}

interface Statement {
	Action: string | string[];
	Resource: string;
}

/** The policy that the core writes for the location. */
function readPolicy(): { Statement: Statement[] } {
	const draft = {
		...defaultDraft,
		store: "s3",
		s3: { ...defaultDraft.s3, url: "s3://bucket/team/checkpoints" },
	} as const;
	const access = describeAccess(draft);
	return JSON.parse(access?.grants.find(({ name }) => name === "policy.json")?.text ?? "");
}

const listActions = ({ Statement }: ReturnType<typeof readPolicy>) => Statement.flatMap(({ Action }) => Action);

/** The policy without one of its actions. */
function removeAction(action: string): unknown {
	const policy = readPolicy();
	const statements = policy.Statement.map((statement) => ({
		...statement,
		Action: [statement.Action].flat().filter((name) => name !== action),
	}));
	return { ...policy, Statement: statements.filter(({ Action }) => Action.length > 0) };
}

describe("an S3 that enforces policies", () => {
	const moto = new Moto();
	let user: Key;
	let role: Key;
	const gates: Gate[] = [];
	const open = async (...settings: Parameters<typeof startGate>) => {
		const gate = await startGate(...settings);
		gates.push(gate);
		return gate;
	};
	beforeAll(async () => {
		await moto.start();
		user = await moto.make("user", readPolicy());
		role = await moto.make("role", readPolicy());
	});
	afterAll(() => {
		moto.stop();
		for (const gate of gates) gate.stop();
	});

	const outputs: readonly (readonly [string, Partial<CheckpointInput>])[] = [
		["a TOML file", {}],
		["a TOML file and its variables", { secrets: "environment" }],
		["variables alone", { output: "environment" }],
	];

	test.each(outputs)("with the policy, %s works, and nothing is left", async (_, change) => {
		const config = { ...configureS3(moto.address, user), ...change } as CheckpointInput;
		const files = renderFiles(config);
		const env = files.find(({ name }) => name === "worker.env")?.text ?? "";
		const alone = change.output === "environment";
		const variables = Object.fromEntries(
			env.split("\n").flatMap((line) => (line ? [line.split(/=(.*)/s).slice(0, 2)] : [])),
		);
		const run = await tryLocation(config, alone ? variables : {}, alone ? [] : ["--size", "20MB"]);
		expectWorks(run);
		expect(run.output).toMatch(/^remove +ok .*nothing is left$/m);
		expect(run.output).toMatch(/^abort +ok .*begun and broken off$/m);
		expect(run.output).not.toContain(user.secret);
		if (!alone) expect(run.output).toMatch(/20\.00 MB, \d+ MB\/s/);
	});

	test("temporary credentials work, in the file and in the environment", async () => {
		expectWorks(await tryLocation(configureS3(moto.address, role)));
		const variables = {
			AWS_ACCESS_KEY_ID: role.id,
			AWS_SECRET_ACCESS_KEY: role.secret,
			AWS_SESSION_TOKEN: role.token ?? "",
		};
		const run = await tryLocation(configureS3(moto.address, undefined), variables);
		expectWorks(run);
		expect(run.output).toMatch(/^remove +ok /m);
	});

	test("a file of shared credentials works, and what is left is said", async () => {
		const home = mkdtempSync(join(tmpdir(), "home-"));
		mkdirSync(join(home, ".aws"));
		const text = `[default]\naws_access_key_id = ${user.id}\naws_secret_access_key = ${user.secret}\n`;
		writeFileSync(join(home, ".aws/credentials"), text);
		const run = await tryLocation(configureS3(moto.address, undefined), { HOME: home });
		expectWorks(run);
		expect(run.output).toMatch(/^left +s3:\/\/bucket\/team\/checkpoints\/polars-checkpoint-test-\w+\/part\.parquet$/m);
		expect(run.output).not.toContain(user.secret);
	});

	test("a role that a server beside the worker gives works: EKS Pod Identity, and EC2's metadata", async () => {
		const answer = JSON.stringify({
			Code: "Success",
			Type: "AWS-HMAC",
			AccessKeyId: role.id,
			SecretAccessKey: role.secret,
			Token: role.token,
			Expiration: new Date(Date.now() + 3_600_000).toISOString(),
			LastUpdated: new Date().toISOString(),
		});
		const server = await listen(({ url = "", headers }, outgoing) => {
			if (url.endsWith("/api/token")) return outgoing.end("metadata-token");
			if (url.endsWith("/security-credentials/")) return outgoing.end("workers");
			if (url === "/v1/credentials" && headers.authorization !== "pod-token") return outgoing.writeHead(403).end();
			return outgoing.end(answer);
		});
		gates.push(server);
		const file = join(mkdtempSync(join(tmpdir(), "token-")), "token");
		writeFileSync(file, "pod-token");
		const pod = {
			aws_container_credentials_full_uri: `${server.address}/v1/credentials`,
			aws_container_authorization_token_file: file,
		};
		expectWorks(await tryLocation(configureS3(moto.address, undefined, { options: JSON.stringify(pod) })));
		const machine = JSON.stringify({ aws_metadata_endpoint: server.address });
		expectWorks(await tryLocation(configureS3(moto.address, undefined, { options: machine })));
	});

	test("the folder beside the policy's is closed", async () => {
		const run = await tryLocation(configureS3(moto.address, user, { folder: "team/other" }));
		expect(run).toMatchObject({ status: 1 });
		expect(readCauses(run)).toEqual(["no-write"]);
	});

	const causes: Readonly<Record<string, string>> = {
		"s3:PutObject": "no-write",
		"s3:GetObject": "no-read",
		"s3:ListBucket": "no-list",
		"s3:DeleteObject": "no-remove",
		"s3:AbortMultipartUpload": "no-abort",
	};

	test.each(listActions(readPolicy()))("without %s it fails, and that right is asked for", async (action) => {
		const key = await moto.make("user", removeAction(action));
		const run = await tryLocation(configureS3(moto.address, key));
		expect(run).toMatchObject({ status: 1 });
		expect(readCauses(run)).toEqual([causes[action]]);
		expect(run.output).toContain(action);
	});

	const change = (key: Key, part: Partial<Key>): Key => ({ ...key, ...part });

	test("a wrong key, a wrong secret, a wrong token and a missing one are told apart", async () => {
		const told = async (key: Key) => {
			const run = await tryLocation(configureS3(moto.address, key));
			expect(run.status).toBe(1);
			expect(run.output).not.toContain(key.secret);
			if (key.token) expect(run.output).not.toContain(key.token);
			return readCauses(run);
		};
		expect(await told(change(user, { id: "AKIAIOSFODNN7EXAMPLE" }))).toEqual(["s3-unknown-key"]);
		expect(await told(change(user, { secret: "not-the-secret-of-it" }))).toEqual(["s3-signature"]);
		expect(await told(change(role, { token: "not-the-token-of-it" }))).toEqual(["s3-bad-token"]);
		const { id, secret } = role;
		expect(await told({ id, secret })).toEqual(["missing-token"]);
	});

	test("a token that has run out, a wrong region and a wrong clock are told", async () => {
		const strict = await open(moto.address, { region, expired: "token-of-yesterday", ahead: 0 });
		expectWorks(await tryLocation(configureS3(strict.address, user)));
		const old = await tryLocation(configureS3(strict.address, change(role, { token: "token-of-yesterday" })));
		expect([old.status, readCauses(old)]).toEqual([1, ["s3-expired-token"]]);
		const elsewhere = await tryLocation(configureS3(strict.address, user, { aws_region: "us-west-2" }));
		expect([elsewhere.status, readCauses(elsewhere)]).toEqual([1, ["s3-region-header"]]);
		const redirecting = await open(moto.address, { region, redirects: true });
		const redirected = await tryLocation(configureS3(redirecting.address, user, { aws_region: "us-west-2" }));
		expect([redirected.status, readCauses(redirected)]).toEqual([1, ["s3-redirect"]]);
		const late = await open(moto.address, { ahead: 40 });
		const skewed = await tryLocation(configureS3(late.address, user));
		expect([skewed.status, readCauses(skewed)]).toEqual([1, ["s3-clock"]]);
	});

	test("a bucket that comes twice, a port and a host that don't answer, and http in the place of https are told", async () => {
		const told = async (address: string) => {
			const run = await tryLocation(configureS3(address, user));
			expect(run.status).toBe(1);
			return readCauses(run);
		};
		expect(await told(`${moto.address}/bucket`)).toContain("bucket-twice");
		expect(await told("http://127.0.0.1:9")).toEqual(["no-answer"]);
		expect(await told("http://nowhere.invalid")).toEqual(["no-host"]);
		expect(await told(moto.address.replace("http:", "https:"))).toEqual(["no-answer"]);
	});

	test("a certificate that isn't trusted is told, and works once it is", async () => {
		const secure = await open(moto.address, {}, true);
		const run = await tryLocation(configureS3(secure.address, user));
		expect([run.status, readCauses(run)]).toEqual([1, ["certificate"]]);
		expectWorks(await tryLocation(configureS3(secure.address, user), { SSL_CERT_FILE: secure.authority ?? "" }));
		const options = JSON.stringify({ allow_invalid_certificates: "true" });
		expectWorks(await tryLocation(configureS3(secure.address, user, { options })));
	});
});

describe("an S3 that checks signatures alone", () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startS3();
	});
	afterAll(() => emulator.stop());

	const key = () => ({ id: emulator.account, secret: emulator.secret });

	test("it works, and what it can't be asked is said", async () => {
		const run = await tryLocation(configureS3(emulator.address, key()));
		expectWorks(run);
		expect(run.output).toMatch(/^remove +ok /m);
		expect(run.output).toMatch(/^abort +ok .*the store answered 405/m);
	});

	test("a bucket that isn't there, and one that comes twice, are told", async () => {
		const missing = await tryLocation(configureS3(emulator.address, key(), { bucket: "nowhere" }));
		expect([missing.status, readCauses(missing)]).toEqual([1, ["s3-no-bucket"]]);
		const twice = await tryLocation(configureS3(`${emulator.address}/bucket`, key()));
		expect([twice.status, readCauses(twice)]).toEqual([1, ["bucket-twice"]]);
	});

	test("an option that isn't known is named, and one that is no text is told", async () => {
		const folder = mkdtempSync(join(tmpdir(), "location-"));
		const file = join(folder, "worker.toml");
		const table = [
			"[worker.checkpoint_location.s3]",
			'url = "s3://bucket/x"',
			`aws_endpoint_url = "${emulator.address}"`,
			`aws_access_key_id = "${emulator.account}"`,
			`AWS_SECRET_ACCESS_KEY = "${emulator.secret}"`,
			'aws_regoin = "eu-west-1"',
		].join("\n");
		writeFileSync(file, table);
		const unknown = await runScript([file], {});
		expectWorks(unknown);
		expect(unknown.output).toMatch(/^note +aws_regoin is no option/m);
		writeFileSync(file, `${table}\naws_allow_http = true\n`);
		const run = await runScript([file], {});
		expect([run.status, readCauses(run)]).toEqual([1, ["option-no-str"]]);
	});
});

describe("Azure", () => {
	let emulator: Emulator;
	beforeAll(async () => {
		emulator = await startAzure();
	});
	afterAll(() => emulator.stop());

	function configure(change: object, container = "container", endpoint = emulator.address): CheckpointInput {
		return {
			period: "10 mins",
			store: "abs",
			abs: {
				url: `az://${container}/checkpoints`,
				azure_storage_account_name: emulator.account,
				options: [{ key: "azure_storage_endpoint", value: endpoint }],
				...change,
			},
		} as CheckpointInput;
	}
	const withKey = (azure_storage_account_key: string) => ({ credentials: "shared_key", azure_storage_account_key });
	const withSas = (permissions: string, end: string) => ({
		credentials: "shared_access_signature",
		azure_storage_sas_key: makeSas(emulator, permissions, end),
	});
	const future = "2040-01-01T00:00:00Z";

	test("the account key and a SAS token work, and nothing is left", async () => {
		for (const signing of [withKey(emulator.secret), withSas("racwdl", future)]) {
			const run = await tryLocation(configure(signing), {}, ["--size", "12MB"]);
			expectWorks(run);
			expect(run.output).toMatch(/^remove +ok .*nothing is left$/m);
			expect(run.output).not.toContain(emulator.secret);
			expect(run.output).not.toMatch(/sig=(?!\*)/);
		}
	});

	const faults: readonly (readonly [string, () => CheckpointInput, string])[] = [
		["a wrong key", () => configure(withKey(Buffer.alloc(64, 1).toString("base64"))), "azure-signature"],
		["a SAS token that has run out", () => configure(withSas("racwdl", "2020-01-01T00:00:00Z")), "azure-expired-sas"],
		["a container that isn't there", () => configure(withKey(emulator.secret), "nowhere"), "azure-container-missing"],
		[
			"a container that comes twice",
			() => configure(withKey(emulator.secret), "container", `${emulator.address}/container`),
			"bucket-twice",
		],
		["no right to write", () => configure(withSas("rdl", future)), "no-write"],
		["no right to read", () => configure(withSas("acwdl", future)), "no-read"],
		["no right to list", () => configure(withSas("racwd", future)), "no-list"],
		["no right to remove", () => configure(withSas("racwl", future)), "no-remove"],
		[
			"an endpoint that doesn't answer",
			() => configure(withKey(emulator.secret), "container", "http://127.0.0.1:9/youraccount"),
			"no-answer",
		],
	];

	test.each(faults)("%s is told", async (_, config, cause) => {
		const run = await tryLocation(config());
		expect(run).toMatchObject({ status: 1 });
		expect(readCauses(run)).toEqual([cause]);
		expect(run.output).not.toContain(emulator.secret);
	});
});

/** @see docs: Azure Storage REST, "Create a service SAS". */
function makeSas({ account, secret }: Emulator, permissions: string, end: string): string {
	const version = "2021-12-02";
	const fields = [
		permissions,
		"",
		end,
		`/blob/${account}/container`,
		"",
		"",
		"https,http",
		version,
		"c",
		...Array(7).fill(""),
	];
	const signature = createHmac("sha256", Buffer.from(secret, "base64")).update(fields.join("\n")).digest("base64");
	return new URLSearchParams({
		sp: permissions,
		se: end,
		spr: "https,http",
		sv: version,
		sr: "c",
		sig: signature,
	}).toString();
}

describe("Google Cloud Storage", () => {
	let store: Awaited<ReturnType<typeof startGoogle>>;
	beforeAll(async () => {
		store = await startGoogle();
	});
	afterAll(() => store.stop());

	function configure(change: object, bucket = "bucket"): CheckpointInput {
		return {
			period: "10 mins",
			store: "gcs",
			gcs: { url: `gs://${bucket}/checkpoints`, ...change },
		} as CheckpointInput;
	}
	const inline = (isRight = true) => ({
		credentials: "inline_key",
		google_service_account_key: store.writeKeyFile(isRight),
	});
	const saveKey = () => {
		const file = join(mkdtempSync(join(tmpdir(), "key-")), "key.json");
		writeFileSync(file, store.writeKeyFile(true));
		return file;
	};

	test("a key file, the key itself and application default credentials work, and what is left is said", async () => {
		const file = saveKey();
		const runs = [
			await tryLocation(configure({ credentials: "key_file", google_service_account_path: file }), {}, [
				"--size",
				"12MB",
			]),
			await tryLocation(configure(inline())),
			await tryLocation(
				configure({ credentials: "environment", options: [{ key: "google_base_url", value: store.address }] }),
				{ GOOGLE_APPLICATION_CREDENTIALS: file },
			),
		];
		for (const run of runs) {
			expectWorks(run);
			expect(run.output).toMatch(/^left +gs:\/\/bucket\/checkpoints\/polars-checkpoint-test-/m);
			expect(run.output).not.toContain("PRIVATE KEY");
		}
	});

	const denials = [
		["create", "no-write"],
		["get", "no-read"],
		["list", "no-list"],
	] as const;

	test.each(denials)("without storage.objects.%s it fails, and that right is asked for", async (permission, cause) => {
		store.deny(permission);
		const run = await tryLocation(configure(inline()));
		store.deny();
		expect([run.status, readCauses(run)]).toEqual([1, [cause]]);
		expect(run.output).toContain(`storage.objects.${permission}`);
	});

	test("a wrong key, a missing file and a wrong bucket are told", async () => {
		const wrong = await tryLocation(configure(inline(false)));
		expect([wrong.status, readCauses(wrong)]).toEqual([1, ["google-no-token"]]);
		const path = { credentials: "key_file", google_service_account_path: "/nonexistent/key.json" };
		const missing = await tryLocation(configure(path));
		expect([missing.status, readCauses(missing)]).toEqual([1, ["google-key-file"]]);
		const nowhere = await tryLocation(configure(inline(), "nowhere"));
		expect([nowhere.status, readCauses(nowhere)]).toEqual([1, ["s3-no-bucket"]]);
	});
});

describe("a shared filesystem", () => {
	const configure = (path: string): CheckpointInput => ({
		period: "10 mins",
		store: "shared_filesystem",
		shared_filesystem: { path },
	});

	test("one worker leaves a mark, another finds it, and nothing is left", async () => {
		const path = mkdtempSync(join(tmpdir(), "share-"));
		const first = await tryLocation(configure(path), {}, ["--worker", "one"]);
		expect(first).toMatchObject({ status: 2, output: expect.stringContaining("run the same on another worker") });
		expect((await tryLocation(configure(path), {}, ["--worker", "one"])).status).toBe(2);
		const second = await tryLocation(configure(path), {}, ["--worker", "two"]);
		expect(second).toMatchObject({ status: 0, output: expect.stringContaining("shared by this worker and another") });
		expect(readdirSync(path)).toEqual([]);
		const both = ["one", "two"].map((name) => tryLocation(configure(path), {}, ["--worker", name, "--wait", "60"]));
		for (const run of await Promise.all(both)) expect(run.status).toBe(0);
		expect(readdirSync(path)).toEqual([]);
	});

	test("another path to the same storage, and a path that isn't there, are told", async () => {
		const path = mkdtempSync(join(tmpdir(), "share-"));
		await tryLocation(configure(path), {}, ["--worker", "one"]);
		const other = await tryLocation(configure(`${path}/../${path.split("/").at(-1)}`), {}, ["--worker", "two"]);
		expect([other.status, readCauses(other)]).toEqual([1, ["path"]]);
		const missing = await tryLocation(configure("/nonexistent/share"));
		expect([missing.status, readCauses(missing)]).toEqual([1, ["folder"]]);
	});
});

describe("what can't be told", () => {
	test("a file without a location, one that is no TOML, and none: exit status 2, and no word of what is in them", async () => {
		const folder = mkdtempSync(join(tmpdir(), "location-"));
		const write = (name: string, text: string) => {
			writeFileSync(join(folder, name), text);
			return join(folder, name);
		};
		const files = [
			write("scheduler.toml", "[scheduler]\nenabled = true\n"),
			write("broken.toml", 'worker.checkpoint_location.s3.aws_secret_access_key = "swordfish\n'),
			join(folder, "none.toml"),
		];
		for (const file of files) {
			const run = await runScript([file], {});
			expect(run.status).toBe(2);
			expect(run.output).not.toContain("swordfish");
		}
		expect((await runScript([], {})).status).toBe(2);
	});

	test("the script holds no secret, and names its own needs", () => {
		const text = readFileSync(script, "utf8");
		expect(text).toMatch(
			/^# \/\/\/ script\n# requires-python = ">=3\.11"\n# dependencies = \["polars[^"]*"\]\n# \/\/\/\n/,
		);
	});
});
