import type { Terminal } from "../terminal.ts";
import type { CheckReport } from "./check-report.ts";
import { writeTextReport } from "./text-report.ts";

/** The ways in which a report can be written. */
export const reportFormats = ["text", "json", "sarif", "github", "junit"] as const;

/** One of {@link reportFormats}. */
export type ReportFormat = (typeof reportFormats)[number];

/** A report's text. */
export async function writeReport(report: CheckReport, format: ReportFormat, terminal: Terminal): Promise<string> {
	switch (format) {
		case "text":
			return writeTextReport(report, terminal.paint);
		case "json":
			return (await import("./json-report.ts")).writeJsonReport(report);
		case "sarif":
			return (await import("./sarif-report.ts")).writeSarifReport(report, terminal.folder);
		case "github":
			return (await import("./github-report.ts")).writeGithubReport(report);
		case "junit":
			return (await import("./junit-report.ts")).writeJunitReport(report);
	}
}
