import { availableParallelism, loadavg } from "node:os";
import type { Reporter, TestCase, TestError, TestResult } from "@playwright/test/reporter";
import { annotationType, type BuildFigure, type Figure } from "./figure.ts";

/** Prints all figures as one table at the end. Only a measurement that broke is a failure: a slow one is a result. */
export default class Table implements Reporter {
	private readonly figures: BuildFigure[] = [];
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
		const isCompared = this.figures.some(({ isOther }) => isOther);
		const names = new Set(this.figures.map(({ what }) => what));
		const find = (name: string, other: boolean) =>
			this.figures.find(({ what, isOther }) => what === name && isOther === other);
		const rows = [
			["what", "measured", ...(isCompared ? ["beside"] : []), "aim", "met"],
			...Array.from(names, (name) => {
				const figure = find(name, false);
				const beside = isCompared ? [writeMeasured(find(name, true))] : [];
				return [name, writeMeasured(figure), ...beside, ...judgeFigure(figure)];
			}),
		];
		const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
		const lines = rows.map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`);
		lines.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
		// What else ran makes every time longer, and the reader can't see it in the table.
		const machine = `${availableParallelism()} processors, load ${this.load.toFixed(1)} before it began`;
		process.stdout.write(`\n${lines.join("\n")}\n\nTimes on ${machine}; in the page at 4 times CPU slowdown.\n`);
	}
}

function writeMeasured(figure: Figure | undefined): string {
	if (!figure) return "";
	const { value, unit, note } = figure;
	return `${writeValue(value, unit)}${note ? ` (${note})` : ""}`;
}

function judgeFigure(figure: Figure | undefined): string[] {
	if (figure?.aim === undefined) return ["", ""];
	return [`at most ${writeValue(figure.aim, figure.unit)}`, figure.value <= figure.aim ? "yes" : "NO"];
}

function writeValue(value: number, unit: Figure["unit"]): string {
	const shown = Number(value >= 100 ? value.toFixed(1) : value.toPrecision(3));
	return `${shown} ${unit}`.trimEnd();
}
