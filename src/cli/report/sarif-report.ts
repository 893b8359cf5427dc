import { isAbsolute, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../../../package.json" with { type: "json" };
import { problemCodes, type Severity } from "../../core/index.ts";
import { commentRule } from "../ignore-comment.ts";
import type { IgnoredProblem, ReportedProblem } from "../inspect.ts";
import { inputName } from "../read-files.ts";
import { type CheckReport, rateReport } from "./check-report.ts";

const levels = { error: "error", warning: "warning", advice: "note" } as const satisfies Record<Severity, string>;

const rules = [...Object.entries(problemCodes), [commentRule.code, commentRule.title] as const];
const ruleIndexes = new Map(rules.map(([code], index) => [code, index]));

/**
 * A report in SARIF 2.1.0, for code scanning. What is ignored is in it as suppressed, and no line of a file is quoted.
 *
 * @param folder The folder that file names start from. Addresses are relative to it, or whole for files elsewhere.
 */
export function writeSarifReport(report: CheckReport, folder: string): string {
	const artifact = (file: string) => ({ uri: locateArtifact(file, folder) });
	const writeResult = (problem: ReportedProblem | IgnoredProblem) => {
		const { code, severity, message, file, line, column, endLine, endColumn, fix } = problem;
		return {
			ruleId: code,
			ruleIndex: ruleIndexes.get(code),
			level: levels[severity],
			message: { text: fix === undefined ? message : `${message}\nFix: ${fix}` },
			locations: [
				{
					physicalLocation: {
						artifactLocation: artifact(file),
						region: { startLine: line, startColumn: column, endLine, endColumn },
					},
				},
			],
			...("by" in problem && { suppressions: [{ kind: problem.by === "comment" ? "inSource" : "external" }] }),
		};
	};
	const log = {
		$schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "polars-checkpoint-builder",
						semanticVersion: version,
						rules: rules.map(([id, text]) => ({ id, shortDescription: { text } })),
					},
				},
				columnKind: "utf16CodeUnits",
				invocations: [
					{
						executionSuccessful: report.unreadable.length === 0,
						exitCode: rateReport(report),
						toolExecutionNotifications: report.unreadable.map(({ file, message }) => ({
							level: "error",
							message: { text: `${file} can't be read: ${message}` },
							locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
						})),
					},
				],
				artifacts: report.files.map((file) => ({ location: artifact(file) })),
				results: [...report.problems, ...report.ignored].map(writeResult),
			},
		],
	};
	return `${JSON.stringify(log, undefined, "\t")}\n`;
}

function locateArtifact(file: string, folder: string): string {
	if (file === inputName) return "stdin";
	const path = isAbsolute(file) ? relative(folder, file) : file;
	if (path.startsWith("..") || isAbsolute(path))
		return pathToFileURL(isAbsolute(file) ? file : `${folder}/${file}`).href;
	const parts = path.replaceAll("\\", "/").split("/");
	return parts
		.filter((part) => part !== ".")
		.map(encodeURIComponent)
		.join("/");
}
