import { type CheckpointDraft, defaultDraft, type NamedText, patchConfig, readDraft } from "../core/index.ts";
import { linkOptions, openLink } from "./open-link.ts";
import { inputName, readFiles } from "./read-files.ts";
import { showSafely } from "./report/text-report.ts";
import type { Terminal } from "./terminal.ts";
import { parseArguments } from "./usage-error.ts";
import { saveFile } from "./write-files.ts";

/** Puts a link's checkpoint settings into files, and leaves every other character as it is. */
export async function runPatch(args: readonly string[], terminal: Terminal): Promise<number> {
	const options = { ...linkOptions, "dry-run": { type: "boolean" } } as const;
	const { values, positionals } = parseArguments({ args: [...args], options, allowPositionals: true });
	const isDry = values["dry-run"] === true;
	const { texts, unreadable } = await readFiles(positionals, terminal);
	for (const { file, message } of unreadable) terminal.warn(`${showSafely(file)}: ${message}\n`);
	if (unreadable.length > 0) return 2;
	const present = readPresent(texts);
	const config = openLink(values, present ? { present } : {}, terminal);
	if (!config) return 1;
	let patched: readonly NamedText[];
	try {
		patched = texts.map(({ name, text }) => ({ name, text: patch(name, text, config) }));
	} catch (error) {
		if (!(error instanceof RefusedPatch)) throw error;
		terminal.warn(`${error.message}\n`);
		return 1;
	}
	for (const [index, { name, text }] of patched.entries()) {
		const isChanged = text !== texts[index]?.text;
		if (name === inputName && !isDry) terminal.write(text);
		else if (isChanged && !isDry) {
			const failure = await saveFile(name, text, terminal);
			if (failure) {
				terminal.warn(`${showSafely(name)}: ${failure.message}\n`);
				return 2;
			}
		}
		const done = isChanged ? (isDry ? "would change" : "changed") : "has these settings already";
		terminal.warn(`${showSafely(name)}: ${done}\n`);
	}
	return 0;
}

/** The settings can't be put into a file. */
class RefusedPatch extends Error {}

/** All files are patched before one is written, so that a refusal leaves each as it was. */
function patch(name: string, text: string, config: Parameters<typeof patchConfig>[1]): string {
	try {
		return patchConfig(text, config);
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof TypeError) {
			throw new RefusedPatch(`${showSafely(name)}: ${error.message}`);
		}
		throw error;
	}
}

/** What the files say of checkpoints, together; undefined if one can't be read, of which patching it tells more. */
function readPresent(texts: readonly NamedText[]): CheckpointDraft | undefined {
	let draft = defaultDraft;
	for (const { text } of texts) {
		const found = readDraft(text, draft);
		if (!found.ok) return undefined;
		draft = found.draft;
	}
	return draft;
}
