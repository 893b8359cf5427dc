import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasColours } from "./terminal.ts";

let folder = "";
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "built-cli-"));
	await build({ mode: "cli", logLevel: "error", build: { outDir: folder, emptyOutDir: false } });
	// Where the package stands, its own package.json says the same.
	writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(args: readonly string[], input = "") {
	const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "main.js"), ...args], {
		input,
		encoding: "utf8",
		cwd: folder,
	});
	return { status, out: stdout, err: stderr };
}

const wrong = '[worker]\nenabled = "true"\n';

test("as a process of its own, the command reads, writes and ends as it should", () => {
	expect(start(["--version"])).toMatchObject({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
	expect(start(["check"])).toMatchObject({ status: 2, out: "" });
	expect(start(["check", "-"], wrong)).toMatchObject({
		status: 1,
		out: expect.stringContaining("<stdin>:2:11: error"),
		err: "",
	});
	expect(start(["fix", "-"], wrong)).toMatchObject({ status: 0, out: "[worker]\nenabled = true\n" });
	writeFileSync(join(folder, "worker.toml"), wrong);
	expect(start(["check", "*.toml", "--format", "json"])).toMatchObject({
		status: 1,
		out: expect.stringContaining('"wrong-type"'),
	});
	expect(start(["render", "--link", "#path=/mnt/checkpoints", "--output", "operator"])).toMatchObject({
		status: 0,
		out: expect.stringContaining("kind: PolarsCluster"),
	});
	expect(start(["patch", "worker.toml", "--dry-run", "--link", "#path=/mnt/a"])).toMatchObject({
		err: "worker.toml: would change\n",
	});
	expect(start(["explain"], "nothing")).toMatchObject({
		status: 0,
		out: expect.stringContaining("No known checkpoint error"),
	});
});

test("what is piped on holds no colours", () => {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal takes for colours.
	expect(start(["check", "-"], wrong).out).not.toMatch(/\u001b/);
});

test("a reader that has seen enough is no error", () => {
	const many = `[worker]\nenabled = true\n${Array.from({ length: 900 }, (_, at) => `unknown_${at} = 1\n`).join("")}`;
	writeFileSync(join(folder, "many.toml"), many);
	const command = `"${process.execPath}" main.js check many.toml | head -n 1`;
	const { stderr, stdout } = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
	expect(stderr).toBe("");
	expect(stdout).toContain("many.toml:3:1");
});

test("what can't be written stays as it is, and isn't said to be fixed", () => {
	writeFileSync(join(folder, "full.toml"), wrong);
	// No file may grow beyond no size at all.
	const command = `ulimit -f 0; "${process.execPath}" main.js fix full.toml`;
	const { stdout, stderr, status } = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
	expect(stderr).toMatch(/^full\.toml: can't be written: .*\n$/);
	expect(stdout).toContain("full.toml:2:11: error");
	expect(status).toBe(2);
	expect(readFileSync(join(folder, "full.toml"), "utf8")).toBe(wrong);
});

test.skipIf(!existsSync("/dev/full"))("output that has no room is said in a sentence, with status 2", () => {
	const command = `"${process.execPath}" main.js check - > /dev/full`;
	const { stderr, status } = spawnSync("sh", ["-c", command], { cwd: folder, input: wrong, encoding: "utf8" });
	expect({ stderr, status }).toEqual({
		stderr: "The output can't be written: There is no space left.\n",
		status: 2,
	});
});

test.each([
	[true, {}, true],
	[true, { NO_COLOR: "1" }, false],
	[true, { NO_COLOR: "" }, true],
	[true, { TERM: "dumb" }, false],
	[false, { FORCE_COLOR: "1" }, true],
	[true, { FORCE_COLOR: "0" }, false],
	[false, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
	[false, {}, false],
	[undefined, {}, false],
])("on a terminal (%s) with %j, colours: %s", (isTerminal, environment, colours) => {
	expect(hasColours(environment, isTerminal)).toBe(colours);
});
