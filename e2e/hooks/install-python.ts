import { execFileSync } from "node:child_process";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../.cache/pre-commit");

/** The folder of the command `pre-commit`. */
export const programs = join(folder, "bin");

/** Installs it before the proof runs. It needs Python 3.11 or newer with venv. */
export function setup(): void {
	const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { stdio: "inherit" });
	run("python3", "-m", "venv", folder);
	const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
	run(join(programs, "python"), ...pip, "--requirement", join(import.meta.dirname, "requirements.txt"));
}
