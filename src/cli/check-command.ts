import { checkOptions, readCheckFlags } from "./check-flags.ts";
import { inspectFiles } from "./inspect.ts";
import { readFiles } from "./read-files.ts";
import { rateReport } from "./report/check-report.ts";
import { writeReport } from "./report/write-report.ts";
import type { Terminal } from "./terminal.ts";
import { parseArguments } from "./usage-error.ts";

/** Checks files and reports what is wrong with them. */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<number> {
	const { values, positionals } = parseArguments({ args: [...args], options: checkOptions, allowPositionals: true });
	const { settings, format, failOn } = readCheckFlags(values);
	const { texts, unreadable } = await readFiles(positionals, terminal);
	const report = {
		...inspectFiles(texts, settings),
		files: texts.map(({ name }) => name),
		unreadable,
		failOn,
	};
	terminal.write(await writeReport(report, format, terminal));
	return rateReport(report);
}
