import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findNodes, releases } from "./nodes.ts";

const root = join(import.meta.dirname, "../..");
const nodes = findNodes();
const missing = releases.filter((release) => !nodes.has(release));
if (missing.length > 0) process.stdout.write(`Not tried, since it isn't at hand: Node ${missing.join(", ")}.\n`);

const program = `import { lintConfig, patchConfig, checkpointSchema } from "polars-checkpoint-builder";
import * as z from "zod/mini";
const [problem] = lintConfig("[worker]\\nenabled = yes\\n");
const config = { period: "10m", store: "shared_filesystem", shared_filesystem: { path: "/mnt/a" } };
const joined = z.object({ checkpoints: checkpointSchema }).parse({ checkpoints: config });
console.log(problem.code, patchConfig("", joined.checkpoints).includes("/mnt/a"));
`;

/** A program in TypeScript, whose types must hold under the strictest settings. */
const typed = `import { type FileProblem, lintConfig, type ProblemCode } from "polars-checkpoint-builder";
const codes: ProblemCode[] = lintConfig("").map(({ code }: FileProblem) => code);
// @ts-expect-error There is no such code.
codes.push("no-such-code");
export { codes };
`;

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "package-"));
	const [packed] = JSON.parse(
		execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
			cwd: root,
			encoding: "utf8",
		}),
	);
	writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
	execFileSync("npm", ["install", "--no-audit", "--no-fund", join(folder, packed.filename)], { cwd: folder });
	writeFileSync(join(folder, "program.js"), program);
	writeFileSync(join(folder, "typed.ts"), typed);
	writeFileSync(join(folder, "worker.toml"), '[worker]\nenabled = "true"\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(releases.filter((release) => nodes.has(release)))(
	"installed from its tarball, with Node %i",
	(release) => {
		const node = nodes.get(release) ?? "";
		const start = (args: readonly string[], input = "") => {
			const { status, stdout, stderr } = spawnSync(node, args, { cwd: folder, input, encoding: "utf8" });
			return { status, out: stdout, err: stderr };
		};

		test("a program imports it, with zod as its own", () => {
			expect(start(["program.js"])).toEqual({ status: 0, out: "toml-syntax true\n", err: "" });
		});

		test("each command runs", () => {
			const main = "node_modules/polars-checkpoint-builder/dist/cli/main.js";
			const command = (args: readonly string[], input?: string) => start([main, ...args], input);
			expect(command(["check", "*.toml"])).toMatchObject({
				status: 1,
				out: expect.stringContaining("worker.toml:2:11: error"),
				err: "",
			});
			for (const format of ["json", "sarif", "github", "junit"]) {
				expect(command(["check", "worker.toml", "--format", format])).toMatchObject({
					status: 1,
					out: expect.stringContaining("wrong-type"),
					err: "",
				});
			}
			expect(command(["fix", "-"], "[worker]\nenabled = yes\n")).toMatchObject({
				status: 0,
				out: "[worker]\nenabled = true\n",
			});
			for (const output of ["toml", "env", "operator", "helm"]) {
				expect(command(["render", "--link", "#path=/mnt/a", "--output", output])).toMatchObject({
					status: 0,
					out: expect.stringContaining("/mnt/a"),
					err: "",
				});
			}
			expect(command(["patch", "-", "--link", "#path=/mnt/a"])).toMatchObject({
				status: 0,
				out: expect.stringContaining("/mnt/a"),
			});
			expect(command(["explain"], "x")).toMatchObject({ status: 0, err: "" });
		});
	},
);

test("npx finds the command by the package's name", () => {
	expect(
		execFileSync("npx", ["--no", "polars-checkpoint-builder", "--version"], { cwd: folder, encoding: "utf8" }),
	).toMatch(/^\d/);
});

test("its types hold in a strict program", () => {
	const flags = [
		"--strict",
		"--noEmit",
		"--module",
		"nodenext",
		"--target",
		"es2023",
		"--skipLibCheck",
		"false",
		"--types",
		"",
	];
	const { status, stdout } = spawnSync(
		process.execPath,
		[join(root, "node_modules/typescript/bin/tsc"), ...flags, "typed.ts"],
		{ cwd: folder, encoding: "utf8" },
	);
	expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
});

test("it brings what it imports and nothing else", () => {
	const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const installed = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
	expect(installed.toSorted()).toEqual(["polars-checkpoint-builder", ...Object.keys(dependencies)].toSorted());
	const lib = readFileSync(join(folder, "node_modules/polars-checkpoint-builder/dist/lib/index.js"), "utf8");
	for (const name of Object.keys(dependencies)) expect(lib).toMatch(new RegExp(`from "${name}[/"]`));
});
