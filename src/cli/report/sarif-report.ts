import { pathToFileURL } from "node:url";
import { version } from "../../../package.json" with { type: "json" };
import { problemCodes, type Severity } from "../../core/index.ts";
import { commentRule } from "../ignore-comment.ts";
import type { IgnoredProblem, ReportedProblem } from "../inspect.ts";
import { inputName } from "../read-files.ts";
import { type CheckReport, rateReport } from "./check-report.ts";
import { findInFolder } from "./find-in-folder.ts";

const levels = { error: "error", warning: "warning", advice: "note" } as const satisfies Record<Severity, string>;

const rules = [...Object.entries(problemCodes), [commentRule.code, commentRule.title] as const];
const ruleIndexes = new Map(rules.map(([code], index) => [code, index]));

/**
 * A report in SARIF 2.1.0, for code scanning. What is ignored is in it as suppressed, and no line of a file is quoted.
 * Addresses are relative to the repository, or whole for files elsewhere.
 *
 * Each rule has the texts that GitHub asks for. Source: GitHub Docs, “SARIF support for code scanning”. Fingerprints are
 * left to whoever uploads the report, since they are of lines, which may hold secrets.
 *
 * @param folder The folder that file names start from.
 * @param repository The folder that the repository is in.
 */
export function writeSarifReport(report: CheckReport, folder: string, repository: string): string {
	const artifact = (file: string) => ({ uri: locateArtifact(file, folder, repository) });
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
						rules: rules.map(describeRule),
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

function describeRule([id, text]: readonly [string, string]) {
	const help = `${text}\n\nTo leave this rule out, write --ignore ${id}, or a comment in the file: # checkpoint-builder: ignore ${id} — why`;
	return { id, shortDescription: { text }, fullDescription: { text }, help: { text: help } };
}

function locateArtifact(file: string, folder: string, repository: string): string {
	if (file === inputName) return "stdin";
	const { path, isInside } = findInFolder(file, folder, repository);
	return isInside ? path.split("/").map(encodeURIComponent).join("/") : pathToFileURL(path).href;
}
