import type { Severity } from "../../core/index.ts";
import type { Paint } from "../terminal.ts";
import { type CheckReport, severities } from "./check-report.ts";

const styles = { error: "red", warning: "yellow", advice: "cyan" } as const satisfies Record<Severity, string>;

/** A report for a person: one line for each problem, which begins as compilers' do, so that editors can follow it. */
export function writeTextReport(report: CheckReport, paint: Paint): string {
	const lines = report.problems.flatMap(({ file, line, column, severity, message, code, fix }) => [
		`${paint("bold", `${showSafely(file)}:${line}:${column}`)}: ${paint(styles[severity], severity)}: ${showSafely(message)} ${paint("dim", `[${code}]`)}`,
		...(fix === undefined ? [] : [`  ${paint("green", "fix:")} ${showSafely(fix)}`]),
	]);
	const unread = report.unreadable.map(
		({ file, message }) => `${paint("bold", showSafely(file))}: ${paint("red", "can't be read")}: ${message}`,
	);
	return `${[...lines, ...unread, summarise(report)].join("\n")}\n`;
}

function summarise({ problems, ignored, files, unreadable }: CheckReport): string {
	const counts = severities.flatMap((severity) => {
		const count = problems.filter((problem) => problem.severity === severity).length;
		return count === 0 ? [] : [severity === "advice" ? `${count} of advice` : countOf(count, severity)];
	});
	const left = ignored.length > 0 ? `, ${ignored.length} ignored` : "";
	const unread = unreadable.length > 0 ? `; ${countOf(unreadable.length, "name")} couldn't be read` : "";
	if (files.length === 0) return `Nothing was checked${unread}.`;
	return `${counts.join(", ") || "No problems"} in ${countOf(files.length, "file")}${left}${unread}.`;
}

/** How many there are of something: `1 file`, `2 files`. */
export function countOf(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A text without characters that a terminal would obey. */
export function showSafely(text: string): string {
	return text.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
