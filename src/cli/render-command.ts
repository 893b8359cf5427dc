import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type CheckpointDraft, renderFiles } from "../core/index.ts";
import { linkOptions, openLink } from "./open-link.ts";
import { explainFailure } from "./read-files.ts";
import type { Terminal } from "./terminal.ts";
import { parseArguments, readChoice, UsageError } from "./usage-error.ts";
import { saveFile } from "./write-files.ts";

/** What each output is called on the command line. */
const outputNames = {
	toml: "bare_metal",
	env: "environment",
	operator: "operator",
	helm: "helm",
} as const satisfies Record<string, CheckpointDraft["output"]>;

/** Writes the files of a link's configuration. */
export async function runRender(args: readonly string[], terminal: Terminal): Promise<number> {
	const options = {
		...linkOptions,
		output: { type: "string" },
		out: { type: "string" },
		force: { type: "boolean" },
	} as const;
	const { values } = parseArguments({ args: [...args], options });
	const names = Object.keys(outputNames) as (keyof typeof outputNames)[];
	const output =
		values.output === undefined ? undefined : outputNames[readChoice("--output", values.output, names, "toml")];
	if (values.force && values.out === undefined) throw new UsageError("--force needs --out.");
	const config = openLink(values, output === undefined ? {} : { output }, terminal);
	if (!config) return 1;
	const files = render(config, terminal);
	if (!files) return 1;
	if (values.out === undefined) {
		const texts = files.map(({ name, text }) => (files.length === 1 ? text : `# ${name}\n${text}`));
		terminal.write(texts.join("\n"));
		return 0;
	}
	return await save(files, values.out, values.force === true, terminal);
}

type RenderedFiles = ReturnType<typeof renderFiles>;

/** The files; none if the output can't hold the configuration, which is said. */
function render(config: Parameters<typeof renderFiles>[0], terminal: Terminal): RenderedFiles | undefined {
	try {
		return renderFiles(config);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		terminal.warn(`${error.message}\n`);
		return undefined;
	}
}

async function save(files: RenderedFiles, folder: string, force: boolean, terminal: Terminal): Promise<number> {
	try {
		await mkdir(resolve(terminal.folder, folder), { recursive: true });
	} catch (error) {
		terminal.warn(`${folder}: ${explainFailure(error)}\n`);
		return 2;
	}
	let status = 0;
	for (const { name, text } of files) {
		const path = join(folder, name);
		// A file may hold secrets, and who else may read it is for its owner to say.
		const failure = await saveFile(path, text, terminal, { isNew: !force, isSecret: true });
		if (failure) {
			terminal.warn(`${path}: ${failure.message}${force ? "" : " --force overwrites files."}\n`);
			status = 2;
		} else terminal.warn(`Wrote ${path}\n`);
	}
	return status;
}
