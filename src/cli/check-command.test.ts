import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { run } from "./terminal.fixture.ts";

const right = '[worker]\nenabled = true\ncheckpoint_location.shared_filesystem.path = "/mnt/checkpoints"\n';
const wrong = right.replace("true", '"true"');
const advised = right.replace("/mnt/", "/var/lib/");

test("a file without problems says so and ends with 0", async () => {
	const { status, out } = await run(["check", "worker.toml"], { files: { "worker.toml": right } });
	expect({ status, out }).toEqual({ status: 0, out: "No problems in 1 file.\n" });
});

test("a problem is a line that begins with its place, names its rule, and shows its fix", async () => {
	const { status, out } = await run(["check", "conf/worker.toml"], { files: { "conf/worker.toml": wrong } });
	expect(status).toBe(1);
	expect(out.split("\n")).toEqual([
		expect.stringMatching(/^conf\/worker\.toml:2:11: error: .+ \[wrong-type\]$/),
		"  fix: true",
		"1 error in 1 file.",
		"",
	]);
});

test.each([
	["error", wrong, 1],
	["error", advised, 0],
	["warning", advised, 0],
	["advice", advised, 1],
])("with --fail-on %s the status follows the worst problem", async (severity, text, status) => {
	const outcome = await run(["check", "--fail-on", severity, "a.toml"], { files: { "a.toml": text } });
	expect(outcome.status).toBe(status);
});

test("- is standard input", async () => {
	const { status, out } = await run(["check", "-"], { input: wrong });
	expect(status).toBe(1);
	expect(out).toMatch(/^<stdin>:2:11: error/);
});

test("what pipes nothing in was not found right", async () => {
	const { status, out } = await run(["check", "-"], { input: "" });
	expect(status).toBe(2);
	expect(out).toContain("<stdin>: can't be read: Nothing came in.");
	expect((await run(["check", "empty.toml"], { files: { "empty.toml": "" } })).status).toBe(0);
});

test("a pattern stands for each file that matches it, in order, and a file of its very name for itself", async () => {
	const files = { "b/x.toml": right, "a/x.toml": wrong, "a/x.yaml": "", "[ab].toml": right };
	const { out } = await run(["check", "**/x.toml", "[ab].toml", "--format", "json"], { files });
	expect(JSON.parse(out).files).toEqual(["a/x.toml", "b/x.toml", "[ab].toml"]);
});

test("a pattern may begin at the root or above the folder, and lead back into it", async () => {
	const parent = tmpdir().replaceAll("\\", "/");
	for (const [pattern, name] of [
		[`${parent}/cli-*/a.toml`, new RegExp(`^${parent}/cli-\\w+/a\\.toml$`)],
		["../cli-*/a.toml", /^\.\.\/cli-\w+\/a\.toml$/],
		["./*.toml", /^\.\/a\.toml$/],
	] as const) {
		const { out } = await run(["check", pattern, "--format", "json"], { files: { "a.toml": right } });
		expect(JSON.parse(out).files).toContainEqual(expect.stringMatching(name));
	}
});

test("a file that is named twice is checked once, under its first name", async () => {
	const files = { "conf/worker.toml": `instance_id = "a"\n${right}` };
	const { out } = await run(
		["check", "--together", "./conf/worker.toml", "conf/worker.toml", "conf/*.toml", "--fail-on", "advice"],
		{ files },
	);
	expect(out).toBe("No problems in 1 file.\n");
});

test("a pattern may match more files than a process may open", async () => {
	const files = Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`${index}.toml`, right]));
	const { status, out } = await run(["check", "*.toml"], { files });
	expect({ status, out }).toEqual({ status: 0, out: "No problems in 2500 files.\n" });
});

test("where no file can be read, nothing is said to be right", async () => {
	const { status, out } = await run(["check", "nowhere.toml"]);
	expect(status).toBe(2);
	expect(out).toBe(
		"nowhere.toml: can't be read: There is no such file.\nNothing was checked; 1 name couldn't be read.\n",
	);
});

test.each([
	["a missing file", ["nowhere.toml"], "nowhere.toml: can't be read: There is no such file."],
	["a folder", ["conf"], "conf: can't be read: It is a folder"],
	["a pattern without a match", ["*.tml"], "*.tml: can't be read: No file matches."],
	["what is no UTF-8", ["latin.toml"], "latin.toml: can't be read: It is not UTF-8"],
])("%s ends with 2, and the other files are checked all the same", async (_, names, said) => {
	const files = { "conf/a.toml": right, "latin.toml": Uint8Array.of(0x61, 0xe4), "wrong.toml": wrong };
	const { status, out } = await run(["check", ...names, "wrong.toml"], { files });
	expect(status).toBe(2);
	expect(out).toContain(said);
	expect(out).toContain("wrong.toml:2:11: error");
});

test("files are checked alone, and against each other with --together", async () => {
	const files = {
		"scheduler.toml": 'cluster_id = "a"\n[scheduler]\nenabled = true\n',
		"worker.toml": `cluster_id = "b"\n${right}`,
	};
	const names = Object.keys(files);
	const alone = await run(["check", "--fail-on", "advice", ...names], { files });
	const together = await run(["check", "--together", "--fail-on", "advice", ...names], { files });
	expect(alone.out).not.toContain("node-identity");
	expect(together.out).toContain("[node-identity]");
});

test("--ignore leaves rules out, one or several", async () => {
	const { status, out } = await run(["check", "--ignore", "own-disk,wrong-type", "--fail-on", "advice", "a.toml"], {
		files: { "a.toml": wrong.replace("/mnt/", "/var/lib/") },
	});
	expect({ status, out }).toEqual({ status: 0, out: "No problems in 1 file, 2 ignored.\n" });
});

test.each([
	[[], "Which command?"],
	[["chek", "a.toml"], "There is no command “chek”."],
	[["check"], "Name at least one file"],
	[["check", "--fomat", "json", "a.toml"], "--fomat"],
	[["check", "--format", "xml", "a.toml"], "--format: Write text, json, sarif, github or junit, not “xml”."],
	[["check", "--fail-on", "never", "a.toml"], "--fail-on: Write error, warning or advice"],
	[["check", "--ignore", "own-dsk", "a.toml"], "There is no rule “own-dsk”. Did you mean “own-disk”?"],
	[["render"], "--link"],
	[["render", "--link", "#", "--output", "xml"], "--output: Write toml, env"],
])("%j is wrong usage: it is said on standard error, with status 2", async (args, said) => {
	const { status, out, err } = await run(args, { files: { "a.toml": right } });
	expect({ status, out }).toEqual({ status: 2, out: "" });
	expect(err).toContain(said);
	expect(err).toContain("--help");
});

test.each(["check", "fix", "patch", "render", "explain"])(
	"%s --help shows examples that begin as a person would type",
	async (name) => {
		const asked = await run([name, "--help"]);
		expect(asked.status).toBe(0);
		expect(asked.out).toMatch(new RegExp(`\\n {2}(?:.* \\| )?polars-checkpoint-builder ${name} .*`));
		expect((await run(["help", name])).out).toBe(asked.out);
		expect((await run(["--help"])).out).toContain(`\n  ${name}`);
		expect(Math.max(...asked.out.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(100);
	},
);

test("a name with escapes for the terminal shows none", async () => {
	const { out } = await run(["check", "\u001b[31m.toml"]);
	expect(out).toContain("\\x1b[31m.toml: can't be read");
});
