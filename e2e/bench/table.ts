import { availableParallelism, loadavg } from "node:os";
import type { Reporter, TestCase, TestError, TestResult } from "@playwright/test/reporter";
import { annotationType, type Figure } from "./figure.ts";

/** Prints all figures as one table at the end. Only a measurement that broke is a failure: a slow one is a result. */
export default class Table implements Reporter {
	private readonly figures: Figure[] = [];
	private load = 0;

	onBegin(): void {
		this.load = loadavg()[0] ?? 0;
	}

	printsToStdio(): boolean {
		return true;
	}

	onTestBegin({ title }: TestCase): void {
		process.stderr.write(`Measuring ${title}…\n`);
	}

	onTestEnd(_: TestCase, { annotations, errors }: TestResult): void {
		for (const { type, description } of annotations) {
			if (type === annotationType && description) this.figures.push(JSON.parse(description));
		}
		for (const error of errors) this.onError(error);
	}

	onError({ stack, message }: TestError): void {
		process.stderr.write(`${stack ?? message}\n`);
	}

	onEnd(): void {
		const rows = [["what", "measured", "aim", "met"], ...this.figures.map(writeRow)];
		const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
		const lines = rows.map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`);
		lines.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
		// What else ran makes every time longer, and the reader can't see it in the table.
		const machine = `${availableParallelism()} processors, load ${this.load.toFixed(1)} before it began`;
		process.stdout.write(`\n${lines.join("\n")}\n\nTimes on ${machine}; in the page at 4 times CPU slowdown.\n`);
	}
}

function writeRow({ what, value, unit, aim, note }: Figure): string[] {
	return [
		what,
		`${writeValue(value, unit)}${note ? ` (${note})` : ""}`,
		aim === undefined ? "" : `at most ${writeValue(aim, unit)}`,
		aim === undefined ? "" : value <= aim ? "yes" : "NO",
	];
}

function writeValue(value: number, unit: Figure["unit"]): string {
	const shown = Number(value >= 100 ? value.toFixed(1) : value.toPrecision(3));
	return `${shown} ${unit}`.trimEnd();
}
