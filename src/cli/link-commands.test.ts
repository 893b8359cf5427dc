import { statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { run } from "./terminal.fixture.ts";

const link = "#v=1&period=20m&url=s3://team-data/checkpoints&aws_region=eu-west-1&aws_access_key_id=minio-user";
const secret = { AWS_SECRET_ACCESS_KEY: "minio-password" };

test("render writes a link's files to standard output, each under its name", async () => {
	const { status, out } = await run(["render", "--link", "#v=1&period=10m&path=/mnt/checkpoints"]);
	expect(status).toBe(0);
	expect(out).toMatch(/^# scheduler\.toml\n\[scheduler\]/);
	expect(parse(out)).toMatchObject({
		scheduler: { checkpoint: { period: "10m" } },
		worker: { checkpoint_location: { shared_filesystem: { path: "/mnt/checkpoints" } } },
	});
});

test("a whole address of the page is a link, and --output goes before its own", async () => {
	const address = "https://builder.example/?embed#v=1&output=operator&path=/mnt/checkpoints";
	expect((await run(["render", "--link", address])).out).toContain("kind: PolarsCluster");
	expect((await run(["render", "--link", address, "--output", "env"])).out).toContain(
		"PC_CUBLET__scheduler__enabled=true",
	);
});

test("each output can be asked for by its name", async () => {
	const wanted = {
		toml: "[scheduler]",
		env: "PC_CUBLET__scheduler__enabled=true",
		operator: "kind: PolarsCluster",
		helm: "checkpointData:",
	};
	for (const [output, part] of Object.entries(wanted)) {
		const { status, out } = await run(["render", "--link", "#path=/mnt/checkpoints", "--output", output]);
		expect(status, output).toBe(0);
		expect(out, output).toContain(part);
	}
});

test("a secret comes from the environment where that is asked for, and else not", async () => {
	const without = await run(["render", "--link", link], { environment: secret });
	expect(without).toMatchObject({ status: 1, out: "" });
	expect(without.err).toContain("set AWS_SECRET_ACCESS_KEY and add --secrets-from-env");
	expect(without.err).not.toContain("minio-password");
	const taken = await run(["render", "--link", link, "--secrets-from-env"], { environment: secret });
	expect(taken.status).toBe(0);
	expect(taken.out).toContain('aws_secret_access_key = "minio-password"');
});

test.each([
	["#perod=10m&path=/mnt/checkpoints", "Did you mean “period”?"],
	["#v=99&path=/mnt/checkpoints", "newer version"],
	["#path=/mnt/checkpoints&store=s4", "store must be"],
	[
		"#url=s3://team-data/a&credentials=environment&aws_endpoint_url=http://u:planted@minio:9000",
		"contained credentials",
	],
	["nonsense", "there is no such parameter"],
	["https://builder.example/?perod=20m&store=s3", "Did you mean “period”?"],
])("of the link %s something can't be taken: that is said, and nothing is written", async (link, said) => {
	const rendered = await run(["render", "--link", link]);
	expect(rendered).toMatchObject({ status: 1, out: "", err: expect.stringContaining(said) });
	expect(rendered.err).toContain("Nothing is written");
	expect(rendered.err).not.toContain("planted");
	const patched = await run(["patch", "a.toml", "--link", link], { files: { "a.toml": scheduler } });
	expect(patched.status).toBe(1);
	expect(patched.read("a.toml")).toBe(scheduler);
});

test.each(["", "#", "https://builder.example/", "https://builder.example/?embed#"])(
	"%j says no setting, and is wrong usage",
	async (link) => {
		const { status, read } = await run(["patch", "a.toml", "--link", link], { files: { "a.toml": scheduler } });
		expect(status).toBe(2);
		expect(read("a.toml")).toBe(scheduler);
	},
);

test("parameters in an address's query are the link's too", async () => {
	const address = "https://builder.example/?utm_source=x&path=/mnt/checkpoints&period=20m";
	const { status, out } = await run(["render", "--link", address]);
	expect(status).toBe(0);
	expect(parse(out)).toMatchObject({
		scheduler: { checkpoint: { period: "20m" } },
		worker: { checkpoint_location: { shared_filesystem: { path: "/mnt/checkpoints" } } },
	});
});

test("--out writes files that only their owner reads, and leaves those that are there", async () => {
	const files = { "out/worker.toml": "mine" };
	const { status, err, read, folder } = await run(["render", "--link", link, "--secrets-from-env", "--out", "out"], {
		files,
		environment: secret,
	});
	expect(status).toBe(2);
	expect(err).toContain("out/worker.toml: It exists already.");
	expect(read("out/worker.toml")).toBe("mine");
	expect(read("out/scheduler.toml")).toContain('period = "20m"');
	if (process.platform !== "win32") expect(statSync(join(folder, "out/scheduler.toml")).mode & 0o077).toBe(0);
	const forced = await run(["render", "--link", link, "--secrets-from-env", "--out", "out", "--force"], {
		files,
		environment: secret,
	});
	expect(forced.status).toBe(0);
	expect(forced.read("out/worker.toml")).toContain("team-data");
});

const worker = `# ours
[worker]
enabled = true
checkpoint_location.s3.url = "s3://team-data/checkpoints" # the bucket
checkpoint_location.s3.aws_region = "eu-west-1"
checkpoint_location.s3.aws_access_key_id = "minio-user"
checkpoint_location.s3.aws_secret_access_key = "minio-password"
`;
const scheduler = '[scheduler]\nenabled = true\n[scheduler.checkpoint]\nenabled = true\nperiod = "10m" # often\n';

test("patch puts a link's settings into files, and keeps the secret that goes to the same place", async () => {
	const files = { "scheduler.toml": scheduler, "worker.toml": worker };
	const { status, err, read } = await run(["patch", "scheduler.toml", "worker.toml", "--link", link], { files });
	expect(err).toBe("scheduler.toml: changed\nworker.toml: has these settings already\n");
	expect(status).toBe(0);
	expect(read("scheduler.toml")).toBe(scheduler.replace("10m", "20m"));
	expect(read("worker.toml")).toBe(worker);
});

test("a link to another place takes no secret along", async () => {
	const elsewhere = link.replace("team-data", "other-data");
	const { status, err, read } = await run(["patch", "worker.toml", "--link", elsewhere], {
		files: { "worker.toml": worker },
	});
	expect(status).toBe(1);
	expect(err).toContain("secrets don't fit this link");
	expect(err).not.toContain("minio-password");
	expect(read("worker.toml")).toBe(worker);
});

test("patch of standard input writes to standard output; --dry-run to nowhere", async () => {
	const piped = await run(["patch", "-", "--link", link], { input: worker.replace("eu-west-1", "eu-west-2") });
	expect(piped.status).toBe(1);
	const moved = await run(["patch", "-", "--link", link, "--secrets-from-env"], {
		input: worker.replace("eu-west-1", "eu-west-2"),
		environment: secret,
	});
	expect(moved.out).toBe(worker);
	const dry = await run(["patch", "a.toml", "--dry-run", "--link", link, "--secrets-from-env"], {
		files: { "a.toml": worker.replace("minio-user", "other-user") },
		environment: secret,
	});
	expect(dry.err).toBe("a.toml: would change\n");
	expect(dry.read("a.toml")).toContain("other-user");
});

test("what is no TOML is refused and stays, and no other file is written", async () => {
	const files = { "scheduler.toml": scheduler, "worker.toml": "[worker\n" };
	const { status, err, read } = await run(
		["patch", "scheduler.toml", "worker.toml", "--link", "#path=/mnt/checkpoints"],
		{ files },
	);
	expect(status).toBe(1);
	expect(err).toContain("worker.toml: ");
	expect(read("scheduler.toml")).toBe(scheduler);
});

test("values of the Helm chart are checked and patched as they are written", async () => {
	const values =
		'checkpoint:\n  period: "10 Mins" # often\ncheckpointData:\n  sharedFilesystem:\n    enabled: true\n    path: /mnt/checkpoints\n';
	const checked = await run(["check", "values.yaml"], { files: { "values.yaml": values } });
	expect(checked.out).toMatch(/^values\.yaml:2:\d+: error: .*\[duration-/);
	const ignored = values.replace("# often", "# checkpoint-builder: ignore duration-syntax — tried out");
	expect((await run(["check", "values.yaml"], { files: { "values.yaml": ignored } })).out).not.toContain("duration-");
	const link = "#v=1&output=helm&period=20m&path=/mnt/checkpoints";
	const patched = await run(["patch", "values.yaml", "--link", link], { files: { "values.yaml": values } });
	expect(patched).toMatchObject({ status: 0, err: "values.yaml: changed\n" });
	expect(patched.read("values.yaml")).toContain('period: "20m" # often');
});

const log =
	"polars_core: Generic S3 error: Client error with status 403 Forbidden: <Code>SignatureDoesNotMatch</Code> AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz\n";

test("explain says the cause of a known error and what to do, without its secrets", async () => {
	const { status, out } = await run(["explain"], { input: log });
	expect(status).toBe(0);
	expect(out).toMatch(/Cause: .*signature/);
	expect(out).toMatch(/Do: /);
	expect(out).not.toContain("wJalr");
	const { explanations } = JSON.parse(
		(await run(["explain", "a.log", "--format", "json"], { files: { "a.log": log } })).out,
	);
	expect(explanations).toMatchObject([
		{ file: "a.log", id: "s3-signature", fields: expect.arrayContaining(["s3.aws_region"]) },
	]);
});

test("explain says of an unknown text that it isn't known", async () => {
	expect((await run(["explain"], { input: "Segmentation fault" })).out).toContain(
		"No known checkpoint error in it. Something may still be wrong.",
	);
});

test.each([
	["holds bytes that are no UTF-8", Buffer.concat([Buffer.from([0xff, 0x00, 0xc3, 0x0a]), Buffer.from(log)])],
	["is of UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${log}`, "utf16le")],
	["is of UTF-16 the other way round", Buffer.from(`\ufeff${log}`, "utf16le").swap16()],
])("explain reads a log that %s", async (_, bytes) => {
	const { status, out } = await run(["explain", "a.log"], { files: { "a.log": bytes } });
	expect(status).toBe(0);
	expect(out).toContain("[s3-signature]");
});
