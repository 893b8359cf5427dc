import { checkOptions, readCheckFlags } from "./check-flags.ts";
import { inspectFiles } from "./inspect.ts";
import { mendFiles } from "./mend-files.ts";
import { inputName, readFiles } from "./read-files.ts";
import { rateReport } from "./report/check-report.ts";
import { showSafely } from "./report/text-report.ts";
import { writeReport } from "./report/write-report.ts";
import type { Terminal } from "./terminal.ts";
import { parseArguments } from "./usage-error.ts";
import { saveFile } from "./write-files.ts";

/** Makes the certain fixes in files, and reports what is left. */
export async function runFix(args: readonly string[], terminal: Terminal): Promise<number> {
	const options = { ...checkOptions, all: { type: "boolean" }, "dry-run": { type: "boolean" } } as const;
	const { values, positionals } = parseArguments({ args: [...args], options, allowPositionals: true });
	const { settings, format, failOn } = readCheckFlags(values);
	const isDry = values["dry-run"] === true;
	const read = await readFiles(positionals, terminal);
	const mended = mendFiles(read.texts, settings, values.all === true);
	const unwritten = new Set<string>();
	for (const [index, { name, text }] of mended.texts.entries()) {
		if (name === inputName) {
			if (!isDry) terminal.write(text);
		} else if (!isDry && text !== read.texts[index]?.text) {
			const failure = await saveFile(name, text, terminal);
			if (!failure) continue;
			terminal.warn(`${showSafely(name)}: can't be written: ${failure.message}\n`);
			unwritten.add(name);
		}
	}
	for (const { file, line, column, code, title } of mended.fixes) {
		if (unwritten.has(file)) continue;
		terminal.warn(
			`${showSafely(file)}:${line}:${column}: ${isDry ? "would fix" : "fixed"}: ${showSafely(title)} [${code}]\n`,
		);
	}
	if (isDry && mended.fixes.length > 0) terminal.warn("Nothing was written. With these fixes it would be:\n");
	const texts = mended.texts.map((text, index) => (unwritten.has(text.name) ? (read.texts[index] ?? text) : text));
	const report = {
		...inspectFiles(texts, settings),
		files: texts.map(({ name }) => name),
		unreadable: read.unreadable,
		failOn,
	};
	// Where the mended text itself goes to standard output, the report can't.
	const tell = texts.some(({ name }) => name === inputName) && !isDry ? terminal.warn : terminal.write;
	tell(await writeReport(report, format, terminal));
	return unwritten.size > 0 ? 2 : rateReport(report);
}
