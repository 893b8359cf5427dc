import { checkOptions, readCheckFlags } from "./check-flags.ts";
import { inspectFiles } from "./inspect.ts";
import { inputName, type ReadFiles, readFiles } from "./read-files.ts";
import { rateReport } from "./report/check-report.ts";
import { writeReport } from "./report/write-report.ts";
import type { Terminal } from "./terminal.ts";
import { parseArguments } from "./usage-error.ts";

/** Checks files and reports what is wrong with them. */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<number> {
	const { values, positionals } = parseArguments({ args: [...args], options: checkOptions, allowPositionals: true });
	const { settings, format, failOn } = readCheckFlags(values);
	const { texts, unreadable } = refuseEmptyInput(await readFiles(positionals, terminal));
	const report = {
		...inspectFiles(texts, settings),
		files: texts.map(({ name }) => name),
		unreadable,
		failOn,
	};
	terminal.write(await writeReport(report, format, terminal));
	return rateReport(report);
}

/** A command that failed pipes nothing in. No problems in nothing must not look like a file that was found right. */
function refuseEmptyInput({ texts, unreadable }: ReadFiles): ReadFiles {
	const isEmptyInput = ({ name, text }: ReadFiles["texts"][number]) => name === inputName && text === "";
	if (!texts.some(isEmptyInput)) return { texts, unreadable };
	return {
		texts: texts.filter((each) => !isEmptyInput(each)),
		unreadable: [...unreadable, { file: inputName, message: "Nothing came in." }],
	};
}
