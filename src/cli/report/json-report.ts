import type { CheckReport } from "./check-report.ts";

/** The form that this is written in. It grows by further keys; a change of those that are there is another number. */
const formatVersion = 1;

/** A report for programs. */
export function writeJsonReport({ problems, ignored, files, unreadable }: CheckReport): string {
	return `${JSON.stringify({ version: formatVersion, files, problems, ignored, unreadable }, undefined, "\t")}\n`;
}
