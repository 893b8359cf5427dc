import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const main = join(import.meta.dirname, "../../dist/cli/main.js");
const teller = join(import.meta.dirname, "tell-time.cjs");
const rounds = 11;

const small = `cluster_id = "main"

[scheduler]
enabled = true

[scheduler.checkpoint]
enabled = true
period = "10 mins"

[worker]
enabled = true
checkpoint_location.s3.url = "s3://team-data/checkpoints"
checkpoint_location.s3.aws_region = "eu-west-1"
`;

/** A file of about this many characters; if it isn't right, with a wrong value every fifty lines. */
function makeLarge(size: number, isRight: boolean): string {
	const lines = [`${small}\n[worker.env_vars]\n`];
	for (let index = 0, length = small.length; length < size; index++) {
		const line =
			!isRight && index % 50 === 0 ? `VARIABLE_${index} = ${index}\n` : `VARIABLE_${index} = "a value" # ${index}\n`;
		lines.push(line);
		length += line.length;
	}
	return lines.join("");
}

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "bench-cli-"));
	writeFileSync(join(folder, "small.toml"), small);
	writeFileSync(join(folder, "right.toml"), makeLarge(1_000_000, true));
	writeFileSync(join(folder, "wrong.toml"), makeLarge(1_000_000, false));
	writeFileSync(join(folder, "nothing.mjs"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Processor time of a process, in ms. */
function measure(args: readonly string[]): number {
	const { output, status, stderr } = spawnSync(process.execPath, ["-r", teller, ...args], {
		cwd: folder,
		stdio: ["ignore", "ignore", "pipe", "pipe"],
		encoding: "utf8",
	});
	const time = Number(output[3]);
	if (status === null || status > 1 || !(time > 0)) throw new Error(`It can't be measured: ${stderr}`);
	return time;
}

test("processor time from start to end", () => {
	const cases = [
		["Node itself, with nothing to do", ["nothing.mjs"], undefined],
		["--help", [main, "--help"], undefined],
		["check of a small file", [main, "check", "small.toml"], 150],
		["render", [main, "render", "--link", "#path=/mnt/checkpoints"], undefined],
		["check of 1 MB that is right", [main, "check", "right.toml"], 1000],
		["check of 1 MB with 588 problems", [main, "check", "wrong.toml"], 1000],
	] as const;
	const load = loadavg()[0] ?? 0;
	const times = cases.map((): number[] => []);
	// In turns, so that what else runs meets all alike; the first round warms the disk's cache.
	for (let round = 0; round <= rounds; round++) {
		for (const [index, [, args]] of cases.entries()) {
			const time = measure(args);
			if (round > 0) times[index]?.push(time);
		}
	}
	const rows = cases.map(([name, , aim], index) => {
		const sorted = (times[index] ?? []).toSorted((a, b) => a - b);
		const median = sorted[sorted.length >> 1] ?? Number.NaN;
		const met = aim === undefined ? "" : median <= aim ? "yes" : "NO";
		return `| ${name} | ${median.toFixed(0)} ms (${sorted[0]?.toFixed(0)} to ${sorted.at(-1)?.toFixed(0)}) | ${aim === undefined ? "" : `${aim} ms`} | ${met} |`;
	});
	expect(rows).toHaveLength(cases.length);
	process.stdout.write(
		`\n| what | median (range) of ${rounds} | aim | met |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n\nNode ${process.version}, ${availableParallelism()} processors, load ${load.toFixed(1)} before it began.\n`,
	);
});
