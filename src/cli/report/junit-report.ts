import { type CheckReport, isFailing } from "./check-report.ts";

/**
 * A report as JUnit's XML: a suite for each file, and in it a failed test for each problem that fails the command.
 * Other problems are tests that passed and say something; a file without problems is one test that passed.
 */
export function writeJunitReport({ files, problems, unreadable, failOn }: CheckReport): string {
	const suites = files.map((file) => {
		const own = problems.filter((problem) => problem.file === file);
		const failed = own.filter((problem) => isFailing(problem, failOn));
		const cases = own.map((problem) => {
			const { code, severity, line, column, message, fix } = problem;
			const place = `${file}:${line}:${column}`;
			const text = `${place}: ${severity}: ${message}${fix === undefined ? "" : `\nFix: ${fix}`}`;
			const inner = failed.includes(problem)
				? element("failure", { type: code, message }, escapeText(text))
				: element("system-out", {}, escapeText(text));
			const name = `${code} (line ${line}, column ${column})`;
			return element("testcase", { name, classname: file, file, line }, inner);
		});
		const passed = own.length === 0 ? [element("testcase", { name: "no problems", classname: file })] : [];
		const counts = { tests: Math.max(1, own.length), failures: failed.length, errors: 0, skipped: 0 };
		return element("testsuite", { name: file, ...counts }, `\n${[...cases, ...passed].join("")}`);
	});
	const unread = unreadable.map(({ file, message }) =>
		element(
			"testsuite",
			{ name: file, tests: 1, failures: 0, errors: 1, skipped: 0 },
			`\n${element("testcase", { name: "can be read", classname: file }, element("error", { message }))}`,
		),
	);
	const all = element("testsuites", { name: "polars-checkpoint-builder" }, `\n${[...suites, ...unread].join("")}`);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${all}`;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, inner?: string): string {
	const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(String(value))}"`);
	return inner === undefined ? `<${name}${list.join("")}/>\n` : `<${name}${list.join("")}>${inner}</${name}>\n`;
}

/** A text within XML 1.0, which has no word for some characters: they become U+FFFD. */
function escapeText(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
