import type { Severity } from "../../core/index.ts";
import type { Inspection, ReportedProblem } from "../inspect.ts";
import type { UnreadableFile } from "../read-files.ts";

/** All that a report may tell. */
export interface CheckReport extends Inspection {
	/** Names of the files that were checked, as they were given. */
	readonly files: readonly string[];
	readonly unreadable: readonly UnreadableFile[];
	/** The least severity that makes the command fail. */
	readonly failOn: Severity;
}

/** All severities, the worst first. */
export const severities = ["error", "warning", "advice"] as const satisfies readonly Severity[];

/** Whether a problem is one that makes the command fail. */
export function isFailing({ severity }: ReportedProblem, failOn: Severity): boolean {
	return severities.indexOf(severity) <= severities.indexOf(failOn);
}

/** The command's exit status: 0 for nothing, 1 for problems that fail it, 2 for a file that can't be read. */
export function rateReport({ problems, unreadable, failOn }: CheckReport): 0 | 1 | 2 {
	if (unreadable.length > 0) return 2;
	return problems.some((problem) => isFailing(problem, failOn)) ? 1 : 0;
}
