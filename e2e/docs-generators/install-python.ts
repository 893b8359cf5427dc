import { execFileSync } from "node:child_process";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../.cache/docs-generators");

/** What can't be installed beside each other stands apart: each environment has a file of requirements. */
const environments = { current: "requirements.txt", former: "requirements-former.txt" } as const;

export type PythonEnvironment = keyof typeof environments;

/** The folder of an environment's commands, beside what everybody installs. */
export function findPrograms(environment: PythonEnvironment): string {
	return join(folder, environment, "bin");
}

/** Installs the generators that are written in Python before the proof runs. It needs Python 3.11 or newer with venv. */
// biome-ignore lint/style/noDefaultExport: Playwright reads it so.
export default function installPython(): void {
	const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { stdio: "inherit" });
	for (const environment of Object.keys(environments) as PythonEnvironment[]) {
		run("python3", "-m", "venv", join(folder, environment));
		const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
		const requirements = join(import.meta.dirname, environments[environment]);
		run(join(findPrograms(environment), "python"), ...pip, "--requirement", requirements);
	}
}
