import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { run } from "./terminal.fixture.ts";

const old = "[worker]\nenabled = True # here\nheartbeat_interval_secs = 5\ncluster_id = 'main'\n";
const mended = "cluster_id = 'main'\n\n[worker]\nenabled = true # here\nheartbeat_period = \"5s\"\n";

test("certain fixes are made until none is left, and each is named", async () => {
	const { status, err, out, read } = await run(["fix", "worker.toml"], { files: { "worker.toml": old } });
	expect(parse(read("worker.toml"))).toEqual(parse(mended));
	expect(read("worker.toml")).toContain("true # here");
	expect(status).toBe(0);
	expect(err).toContain("fixed: Write heartbeat_period [renamed-key]");
	expect(out).toBe("No problems in 1 file.\n");
});

test("once more changes nothing more", async () => {
	const once = await run(["fix", "a.toml"], { files: { "a.toml": old } });
	const twice = await run(["fix", "a.toml"], { files: { "a.toml": once.read("a.toml") } });
	expect(twice.read("a.toml")).toBe(once.read("a.toml"));
	expect(twice.err).toBe("");
});

test("--dry-run writes nothing", async () => {
	const { err, read } = await run(["fix", "--dry-run", "a.toml"], { files: { "a.toml": old } });
	expect(read("a.toml")).toBe(old);
	expect(err).toContain("would fix: Write heartbeat_period");
	expect(err).toContain("Nothing was written");
});

test("standard input's mended text goes to standard output, and what is said elsewhere", async () => {
	const { out, err } = await run(["fix", "-"], { input: old });
	expect(parse(out)).toEqual(parse(mended));
	expect(err).toContain("No problems in 1 file.");
});

const short = '[scheduler]\nenabled = true\n[scheduler.checkpoint]\nenabled = true\nperiod = "10s"\n';

test("a fix that writes another value is made with --all alone", async () => {
	expect((await run(["fix", "a.toml"], { files: { "a.toml": short } })).read("a.toml")).toBe(short);
	const all = await run(["fix", "--all", "a.toml"], { files: { "a.toml": short } });
	expect(all.read("a.toml")).toBe(short.replace("10s", "10 mins"));
});

test("of two readings none is taken, with --all either", async () => {
	const text = short.replace("10s", "1,000s");
	const { read, out } = await run(["fix", "--all", "--fail-on", "warning", "a.toml"], { files: { "a.toml": text } });
	expect(read("a.toml")).toBe(text);
	expect(out).toContain("[duration-comma]");
});

test.each([
	["by a comment", [], `${old}# checkpoint-builder: ignore-file renamed-key — an old release runs there\n`],
	["by --ignore", ["--ignore", "renamed-key"], old],
])("what is ignored %s isn't fixed", async (_, args, text) => {
	const { read } = await run(["fix", ...args, "a.toml"], { files: { "a.toml": text } });
	expect(read("a.toml")).toContain("heartbeat_interval_secs = 5");
});

test("line ends and a byte that is no UTF-8 are left alone", async () => {
	const text = old.replaceAll("\n", "\r\n");
	const bytes = Uint8Array.of(0x23, 0xff, 0x0a);
	const files = { "a.toml": text, "b.toml": bytes };
	const { status, read } = await run(["fix", "a.toml", "b.toml"], { files });
	expect(read("a.toml")).toBe(
		(await run(["fix", "a.toml"], { files: { "a.toml": old } })).read("a.toml").replaceAll("\n", "\r\n"),
	);
	expect(read("b.toml")).toBe("#\ufffd\n");
	expect(status).toBe(2);
});
