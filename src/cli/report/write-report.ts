import type { Terminal } from "../terminal.ts";
import type { CheckReport } from "./check-report.ts";
import { findRepository } from "./find-in-folder.ts";
import { writeTextReport } from "./text-report.ts";

/** The ways in which a report can be written. */
export const reportFormats = ["text", "json", "sarif", "github", "junit"] as const;

/** One of {@link reportFormats}. */
export type ReportFormat = (typeof reportFormats)[number];

/** A report's text. */
export async function writeReport(
	report: CheckReport,
	format: ReportFormat,
	{ paint, folder, environment }: Terminal,
): Promise<string> {
	const repository = findRepository(folder, environment);
	switch (format) {
		case "text":
			return writeTextReport(report, paint);
		case "json":
			return (await import("./json-report.ts")).writeJsonReport(report);
		case "sarif":
			return (await import("./sarif-report.ts")).writeSarifReport(report, folder, repository);
		case "github":
			return (await import("./github-report.ts")).writeGithubReport(report, folder, repository);
		case "junit":
			return (await import("./junit-report.ts")).writeJunitReport(report);
	}
}
