import { execFileSync } from "node:child_process";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../.cache/storage-python");

/** Python with Polars and moto, beside what everybody installs. */
export const python = join(folder, "bin/python");

/** Installs it before the proof runs. It needs Python 3.11 or newer with venv. */
export function setup(): void {
	const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { stdio: "inherit" });
	run("python3", "-m", "venv", folder);
	const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
	run(python, ...pip, "--requirement", join(import.meta.dirname, "requirements.txt"));
}
