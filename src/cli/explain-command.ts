import { type ErrorExplanation, explainError, type NamedText } from "../core/index.ts";
import { readFiles } from "./read-files.ts";
import { showSafely } from "./report/text-report.ts";
import type { Terminal } from "./terminal.ts";
import { parseArguments, readChoice } from "./usage-error.ts";

/** Explains the known errors in a log, a traceback or a message. */
export async function runExplain(args: readonly string[], terminal: Terminal): Promise<number> {
	const options = { format: { type: "string" } } as const;
	const { values, positionals } = parseArguments({ args: [...args], options, allowPositionals: true });
	const format = readChoice("--format", values.format, ["text", "json"], "text");
	if (positionals.length === 0 && terminal.isTyped) terminal.warn("Paste the error, then press Ctrl+D.\n");
	const names = positionals.length === 0 ? ["-"] : positionals;
	const { texts, unreadable } = await readFiles(names, terminal, decodeLog);
	for (const { file, message } of unreadable) terminal.warn(`${showSafely(file)}: ${message}\n`);
	const found = texts.map((text) => ({ name: text.name, explanations: explain(text) }));
	const all = found.flatMap(({ explanations }) => explanations);
	if (format === "json") terminal.write(`${JSON.stringify({ version: 1, explanations: all }, undefined, "\t")}\n`);
	else if (all.length > 0) terminal.write(all.map((each) => writeExplanation(each, terminal)).join("\n"));
	else if (texts.length > 0) terminal.write("No known checkpoint error in it. Something may still be wrong.\n");
	return unreadable.length > 0 ? 2 : 0;
}

/** A log may be of UTF-16, as PowerShell writes it, and hold bytes of any program, which are no reason not to read the rest. */
function decodeLog(bytes: Uint8Array): string {
	const [first, second] = bytes;
	const encoding =
		first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
	return new TextDecoder(encoding).decode(bytes);
}

function explain({ name, text }: NamedText): readonly (ErrorExplanation & { readonly file: string })[] {
	return explainError(text).explanations.map((explanation) => ({ file: name, ...explanation }));
}

function writeExplanation({ id, line, cause, remedy, fields }: ErrorExplanation, { paint }: Terminal): string {
	const settings = fields.length > 0 ? `  Settings: ${fields.join(", ")}\n` : "";
	return `${paint("dim", showSafely(line))}\n  ${paint("bold", "Cause:")} ${cause} ${paint("dim", `[${id}]`)}\n  ${paint("bold", "Do:")} ${remedy}\n${settings}`;
}
