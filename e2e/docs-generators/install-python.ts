import { execFileSync } from "node:child_process";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../.cache/docs-generators");

/** The folder of the generators' commands, beside what everybody installs. */
export const programs = join(folder, "bin");

/** Installs the generators that are written in Python before the proof runs. It needs Python 3.11 or newer with venv. */
// biome-ignore lint/style/noDefaultExport: Playwright reads it so.
export default function installPython(): void {
	const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { stdio: "inherit" });
	run("python3", "-m", "venv", folder);
	const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
	run(join(programs, "python"), ...pip, "--requirement", join(import.meta.dirname, "requirements.txt"));
}
