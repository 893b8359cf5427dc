import type { Severity } from "../../core/index.ts";
import { inputName } from "../read-files.ts";
import type { CheckReport } from "./check-report.ts";
import { findInFolder } from "./find-in-folder.ts";

const commands = { error: "error", warning: "warning", advice: "notice" } as const satisfies Record<Severity, string>;

/**
 * A report as GitHub's workflow commands, which the runner makes into annotations of the changed lines.
 *
 * Source: GitHub Docs, “Workflow commands for GitHub Actions”; the escapes are those of its toolkit, `@actions/core`,
 * in `command.ts`. Names are those in the repository, whatever folder a step runs in.
 *
 * @param folder The folder that file names start from.
 * @param repository The folder that the repository is in.
 */
export function writeGithubReport({ problems, unreadable }: CheckReport, folder: string, repository: string): string {
	const lines = problems.map(({ file, line, column, endLine, endColumn, severity, message, fix, code }) =>
		writeCommand(
			commands[severity],
			{
				file: file === inputName ? file : findInFolder(file, folder, repository).path,
				line,
				endLine,
				// Columns of an annotation that spans lines are refused.
				...(line === endLine && { col: column, endColumn }),
				title: code,
			},
			fix === undefined ? message : `${message}\nFix: ${fix}`,
		),
	);
	const unread = unreadable.map(({ file, message }) =>
		writeCommand("error", { title: "unreadable file" }, `${file}: ${message}`),
	);
	return [...lines, ...unread].map((line) => `${line}\n`).join("");
}

function writeCommand(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
	const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
	return `::${name} ${list.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
