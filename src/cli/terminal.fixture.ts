import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

/** What a command is run in: a folder of its own, and what is piped in. */
export interface Scene {
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
	readonly input?: string;
	readonly environment?: Readonly<Record<string, string>>;
}

/** What a command did. */
export interface Outcome {
	readonly status: number;
	readonly out: string;
	readonly err: string;
	/** The folder that it ran in. */
	readonly folder: string;
	/** A file's text afterwards. */
	readonly read: (name: string) => string;
}

/** Runs a command line in this process, in a folder that is gone when the test ends. */
export async function run(
	args: readonly string[],
	{ files = {}, input = "", environment = {} }: Scene = {},
): Promise<Outcome> {
	const folder = mkdtempSync(join(tmpdir(), "cli-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	let out = "";
	let err = "";
	const status = await runCommandLine(args, {
		readInput: async () => new TextEncoder().encode(input),
		isTyped: false,
		write: (text) => {
			out += text;
		},
		warn: (text) => {
			err += text;
		},
		folder,
		environment,
		paint: (_, text) => text,
	});
	return { status, out, err, folder, read: (name) => readFileSync(join(folder, name), "utf8") };
}
