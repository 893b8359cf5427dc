import { readPlainValue } from "../../node-file/key-schema.ts";
import { variablePrefix } from "../../node-file/node-variable.ts";
import { listChanges, type NodeView } from "../../node-file/node-view.ts";
import type { NodeSetting, PlacedSetting } from "../../node-file/placed-setting.ts";
import type { TextRange } from "../../problem.ts";
import { findLineEnding, type TextEdit } from "../../text/edit.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { quoteShell } from "../../text/shell.ts";

/** An assignment of a node's variable in a script. */
interface Assignment extends PlacedSetting {
	/** The name of the variable, from its prefix on. */
	readonly name: TextRange;
	/** The whole line, where it holds nothing else. */
	readonly line?: TextRange;
	readonly isExported: boolean;
	/** Whether another program than a shell reads the line: systemd, or what builds an image. */
	readonly isForeign: boolean;
}

/**
 * Sees what a script sets in variables of a node as a node's file: `export NAME=value`, `NAME=value command` and
 * `docker run -e NAME=value`.
 *
 * @param apart What isn't looked at: here-documents.
 */
export function viewAssignments(text: string, apart: readonly TextRange[]): NodeView {
	const all = listAssignments(text, apart);
	const last = new Map(all.map((assignment) => [assignment.path.join("\0"), assignment]));
	const remarks: UnplacedProblem[] = [];
	const settings = [...last.values()];
	return { settings, remarks, others: [], isPartial: true, write: (wanted) => write(text, all, settings, wanted) };
}

function listAssignments(text: string, apart: readonly TextRange[]): readonly Assignment[] {
	const found: Assignment[] = [];
	let gap = 0;
	for (const match of text.matchAll(/(?<![\w$])PC_CUBLET__(\w+)=/g)) {
		const start = match.index;
		while ((apart[gap]?.end ?? Infinity) <= start) gap++;
		if ((apart[gap]?.start ?? Infinity) <= start) continue;
		const lineStart = text.lastIndexOf("\n", start - 1) + 1;
		const before = text.slice(lineStart, start);
		if (/^[ \t]*#|[ \t]#/.test(before)) continue;
		// Within quotes, as in `-e "NAME=value"`, the word ends with them.
		const quote = /["']$/.exec(before)?.[0];
		const from = start + match[0].length;
		const word = readWord(text, from, quote);
		const path = (match[1] ?? "").split("__");
		let at = start + variablePrefix.length;
		const names = path.map((part) => {
			const range = { start: at, end: at + part.length };
			at = range.end + 2;
			return range;
		});
		const lineEnd = text.indexOf("\n", word.end);
		const end = lineEnd === -1 ? text.length : lineEnd;
		const isForeign = /^[ \t]*(?:Environment[ \t]*=|ENV[ \t])/i.test(before);
		const isPlain = /^[^%\\$`'"]*$/.test(text.slice(from, word.end));
		const isWhole = /^[ \t]*(?:export[ \t]+)?$/.test(before) && text.slice(word.end, end).trim() === "";
		found.push({
			path,
			value: word.text === undefined || (isForeign && !isPlain) ? undefined : readPlainValue(path, word.text),
			names,
			place: { start: from, end: word.end },
			...(word.contents !== undefined && { contents: word.contents }),
			name: { start: start + variablePrefix.length, end: from - 1 },
			...(isWhole && { line: { start: lineStart, end: lineEnd === -1 ? end : end + 1 } }),
			isForeign,
			isExported: /export[ \t]+$/.test(before),
		});
	}
	return found;
}

interface Word {
	/** Undefined where the shell puts in what isn't known here. */
	readonly text: string | undefined;
	readonly end: number;
	readonly contents?: number;
}

/** Reads a word of a command, or the rest of one in quotes. */
function readWord(text: string, from: number, within: string | undefined): Word {
	let quote = within;
	let value = "";
	let isKnown = true;
	let at = from;
	let pieces = 0;
	let contents: number | undefined = from;
	for (; at < text.length; at++) {
		const character = text[at] ?? "";
		if (quote === "'") {
			if (character === "'") {
				if (within === "'") break;
				quote = undefined;
			} else value += character;
		} else if (quote === '"') {
			if (character === '"') {
				if (within === '"') break;
				quote = undefined;
			} else if (character === "\\" && '$`"\\\n'.includes(text[at + 1] ?? "")) {
				at++;
				contents = undefined;
				if (text[at] !== "\n") value += text[at];
			} else {
				if (character === "`" || (character === "$" && /[A-Za-z_{(]/.test(text[at + 1] ?? ""))) isKnown = false;
				value += character;
			}
		} else if (character === "'" || character === '"') {
			quote = character;
			pieces++;
			contents = at === from && pieces === 1 ? at + 1 : undefined;
		} else if (character === "\\") {
			contents = undefined;
			if (text[at + 1] !== "\n") value += text[at + 1] ?? "";
			at++;
		} else if (/[\s;&|<>()]/.test(character)) break;
		else {
			if (character === "`" || (character === "$" && /[A-Za-z_{('"]/.test(text[at + 1] ?? ""))) isKnown = false;
			if (pieces > 0) contents = undefined;
			value += character;
		}
	}
	return { text: isKnown ? value : undefined, end: at, ...(contents !== undefined && { contents }) };
}

function write(
	text: string,
	all: readonly Assignment[],
	settings: readonly Assignment[],
	wanted: readonly NodeSetting[],
): readonly TextEdit[] | undefined {
	const edits: TextEdit[] = [];
	const lines: string[] = [];
	for (const { from, to } of listChanges(settings, wanted)) {
		if (to && !to.path.every((part) => /^[^\W_](?:_?[^\W_])*$/.test(part))) return undefined;
		const own = from && settings.find(({ path }) => path === from.path);
		if (!own) {
			if (to?.value === undefined) return undefined;
			lines.push(`${variablePrefix}${to.path.join("__")}=${quoteShell(String(to.value))}`);
			continue;
		}
		const others = all.filter(({ path }) => path.join("\0") === own.path.join("\0"));
		if (!to) {
			if (others.some(({ line }) => !line)) return undefined;
			edits.push(...others.map(({ line }) => ({ range: line ?? own.place, text: "" })));
			continue;
		}
		if (to.value !== own.value) {
			// Quotes, percent signs and backslashes are not to systemd what they are to a shell.
			if (own.isForeign && !(own.value !== undefined && /^[\w./:@+,=-]+$/.test(String(to.value)))) return undefined;
			if (to.value === undefined || /["']/.test(text[own.name.start - variablePrefix.length - 1] ?? ""))
				return undefined;
			edits.push({ range: own.place, text: requote(String(to.value), text.slice(own.place.start, own.place.end)) });
		}
		if (to.path.join("\0") !== own.path.join("\0")) {
			if (others.length > 1) return undefined;
			edits.push({ range: own.name, text: to.path.join("__") });
		}
	}
	if (lines.length === 0) return edits;
	const above = settings.findLast(({ line }) => line);
	if (!above?.line) return undefined;
	const at = above.line.end;
	const ending = findLineEnding(text, at - 2);
	const block = lines.map((line) => `${above.isExported ? "export " : ""}${line}`).join(ending);
	const isOpen = text[at - 1] !== "\n";
	return [...edits, { range: { start: at, end: at }, text: isOpen ? ending + block : block + ending }];
}

/** A value in the same quotes as one that is there, if they can hold it. */
function requote(value: string, written: string): string {
	if (/^"[^"]*"$/.test(written) && !/["$`\\!\n]/.test(value)) return `"${value}"`;
	if (/^'[^']*'$/.test(written) && !value.includes("'")) return `'${value}'`;
	return quoteShell(value);
}
