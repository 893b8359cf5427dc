import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { programs } from "./install-python.ts";

const root = join(import.meta.dirname, "../..");

/** The documentation's own lines for pre-commit: with hooks from a repository, and with the package alone. */
const [fromRepository = "", fromPackage = ""] = Array.from(
	readFileSync(join(root, "docs/cli.md"), "utf8").matchAll(/```yaml\n(repos:\n.*?)```/gs),
	([, lines = ""]) => lines,
);

const wrong = `[worker]
enabled = True # as the old one
heartbeat_interval_secs = 5
checkpoint_location.shared_filesystem.path = "/mnt/checkpoints"
`;
const mended = wrong.replace("True", "true").replace("heartbeat_interval_secs = 5", 'heartbeat_period = "5s"');
const unclear = '[scheduler]\nenabled = true\ncheckpoint = { enabled = true, period = "soon" }\n';

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "hooks-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Variables without those of a Git that runs this, so that each repository is the one that the folder says. */
const environment = () => ({
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))),
	PATH: `${programs}${delimiter}${process.env.PATH}`,
	PRE_COMMIT_HOME: join(folder, "home"),
	GIT_CONFIG_GLOBAL: join(folder, "no-settings"),
	GIT_CONFIG_NOSYSTEM: "1",
});

/** A new repository with these lines for pre-commit, whose hook is installed. */
function makeRepository(name: string, lines: string) {
	const repository = join(folder, name);
	mkdirSync(join(repository, "conf"), { recursive: true });
	const run = (command: string, ...args: readonly string[]) => {
		const { status, stdout, stderr } = spawnSync(command, args, {
			cwd: repository,
			env: environment(),
			encoding: "utf8",
		});
		return { status, said: stdout + stderr };
	};
	const write = (file: string, text: string) => {
		writeFileSync(join(repository, file), text);
		run("git", "add", file);
	};
	run("git", "init", "--quiet");
	run("git", "config", "user.name", "operator");
	run("git", "config", "user.email", "operator@example.com");
	write(".pre-commit-config.yaml", lines);
	expect(run("pre-commit", "install")).toMatchObject({ status: 0 });
	return {
		write,
		read: (file: string) => readFileSync(join(repository, file), "utf8"),
		add: () => run("git", "add", "--update"),
		commit: () => run("git", "commit", "--quiet", "--message", "Configure checkpoints"),
	};
}

test("with the hooks of this repository a commit is held back, its file mended, and the next commit goes through", () => {
	const rev = execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
	const lines = fromRepository.replace(/https:\S+/, root).replace(/rev: \S+/, `rev: ${rev}`);
	expect(lines).toContain(root);
	const { write, read, add, commit } = makeRepository("repository", lines);

	write("conf/worker.toml", wrong);
	write("pyproject.toml", '[worker]\nenabled = "not a node\'s"\n');
	const held = commit();
	expect(held.said).toMatch(/fix Polars On-Prem configuration\.+Failed/);
	expect(held.said).toContain("files were modified by this hook");
	expect(held.said).toContain("conf/worker.toml:3:1: fixed: Write heartbeat_period [renamed-key]");
	expect(held.said).toMatch(/check Polars On-Prem configuration\.+Passed/);
	expect(held.status).toBe(1);
	expect(read("conf/worker.toml")).toBe(mended);

	add();
	expect(commit()).toMatchObject({ status: 0 });

	write("scheduler.toml", unclear);
	const refused = commit();
	expect(refused.said).toMatch(/check Polars On-Prem configuration\.+Failed/);
	expect(refused.said).toMatch(/scheduler\.toml:3:\d+: error: .*\[duration-syntax\]/);
	expect(refused.status).toBe(1);
	expect(read("scheduler.toml")).toBe(unclear);

	write("scheduler.toml", unclear.replace("soon", "10 mins"));
	expect(commit()).toMatchObject({ status: 0 });
});

test("with the package alone a commit is held back until its file is right", () => {
	const [packed] = JSON.parse(
		execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
			cwd: root,
			encoding: "utf8",
		}),
	);
	const lines = fromPackage.replace(/polars-checkpoint-builder@[\d.]+/, join(folder, packed.filename));
	expect(lines).toContain(folder);
	const { write, commit } = makeRepository("package", lines);
	write("worker.toml", wrong);
	const held = commit();
	expect(held.said).toMatch(/check Polars On-Prem configuration\.+Failed/);
	expect(held.said).toContain("worker.toml:2:11: error");
	expect(held.status).toBe(1);
	write("worker.toml", mended);
	expect(commit()).toMatchObject({ status: 0 });
});
