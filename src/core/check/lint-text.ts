import { docs, tomlDocs } from "../docs.ts";
import { looksLikePath } from "../formats/toml/guess.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import type { Item, Leaf } from "../formats/toml/tree.ts";
import { namePath } from "../problem.ts";
import type { FileFix, UnplacedProblem } from "../text/file-problem.ts";
import { findInvisible, removeInvisible } from "../text/invisible.ts";

/**
 * Judges how texts are spelt that are lawful: invisible characters in them, and escapes in paths that put a tab or a line
 * feed there.
 *
 * @param problems What is said of the file's keys and values. Of what is doubted as a whole nothing more is said.
 */
export function lintTexts(file: OpenedFile, problems: readonly UnplacedProblem[]): UnplacedProblem[] {
	const doubted = new Set(problems.filter(isDoubt).map(({ path }) => namePath(path)));
	const wrong = new Set(problems.filter(({ severity }) => severity === "error").map(({ path }) => namePath(path)));
	const found: UnplacedProblem[] = [];
	const visit = (item: Item) => {
		if (doubted.has(namePath(item.path))) return;
		if (item.kind === "leaf") {
			const problem =
				judgeEscapes(file, item) ?? (wrong.has(namePath(item.path)) ? undefined : judgeInvisible(file, item));
			if (problem) found.push(problem);
		} else if (item.kind === "array") item.tables.forEach(visit);
		else if (!wrong.has(namePath(item.path))) item.children.forEach(visit);
	};
	file.document.root.children.forEach(visit);
	return found;
}

function isDoubt({ severity }: UnplacedProblem): boolean {
	return severity === "warning";
}

function judgeInvisible(file: OpenedFile, { path, value }: Leaf): UnplacedProblem | undefined {
	if (value.kind !== "string") return undefined;
	const written = file.document.text.slice(value.start, value.end);
	const invisible = findInvisible(written);
	if (!invisible) return undefined;
	const text = removeInvisible(written);
	const title = text.length < written.length ? "Remove it" : "Write a plain space";
	return {
		code: "invisible-character",
		severity: "warning",
		message: `This contains ${invisible.name}, which is invisible. Polars reads it as part of the value.`,
		path,
		range: { start: value.start + invisible.start, end: value.start + invisible.end },
		docs: docs.reference,
		fix: { title, edits: [{ range: value, text }] },
	};
}

const controls: Readonly<Record<string, string>> = {
	b: "a backspace",
	t: "a tab",
	n: "a line feed",
	f: "a form feed",
	r: "a carriage return",
};

function judgeEscapes(file: OpenedFile, { path, value }: Leaf): UnplacedProblem | undefined {
	if (value.kind !== "string" || value.style !== "basic" || value.multiline) return undefined;
	const contents = file.document.text.slice(value.start + 1, value.end - 1);
	if (!looksLikePath(contents)) return undefined;
	for (const { 0: written, index } of contents.matchAll(/\\./g)) {
		const control = controls[written[1] ?? ""];
		if (control === undefined) continue;
		const start = value.start + 1 + index;
		const text = writeBackslashes(contents);
		const fix: FileFix | undefined =
			text === undefined ? undefined : { title: "Keep the backslashes", edits: [{ range: value, text }] };
		return {
			code: "path-escape",
			severity: "warning",
			message: `In double quotes, ${written} means ${control}. Use single quotes to keep the backslash.`,
			path,
			range: { start, end: start + written.length },
			docs: tomlDocs,
			...(fix && { fix }),
		};
	}
	return undefined;
}

/** A path of Windows with its backslashes, some of which may be doubled already; undefined for any other text. */
function writeBackslashes(contents: string): string | undefined {
	if (!/^(?:[A-Za-z]:\\|\\\\)/.test(contents) || /\\["uU]|'/.test(contents)) return undefined;
	if (!contents.includes("\\\\")) return `'${contents}'`;
	return `"${contents.replace(/\\\\|\\/g, "\\\\")}"`;
}
