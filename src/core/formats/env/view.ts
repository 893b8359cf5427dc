import { docs } from "../../docs.ts";
import { readPlainValue } from "../../node-file/key-schema.ts";
import { readVariableName, variablePrefix } from "../../node-file/node-variable.ts";
import { listChanges, type NodeView } from "../../node-file/node-view.ts";
import type { NodeSetting, PlacedSetting, PlainValue } from "../../node-file/placed-setting.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { findLineEnding, type TextEdit } from "../../text/edit.ts";
import type { FileFix, UnplacedProblem } from "../../text/file-problem.ts";
import { locate } from "../../text/place.ts";
import { readVariables, type Variable } from "./read.ts";
import { canName, findObstacle, nameVariable } from "./variable.ts";

/**
 * Sees a file of environment variables as a node's file, by systemd's rules, and says where Docker's differ.
 *
 * @see docs: systemd.exec(5), `EnvironmentFile=`; `docker container run`, `--env-file`.
 */
export function viewEnv(text: string): NodeView {
	const variables = readVariables(text);
	const remarks: UnplacedProblem[] = [];
	const others: string[] = [];
	const place = locate(text);
	const last = new Map<string, Placed>();
	const all: Placed[] = [];
	for (const variable of variables) {
		const placed = placeVariable(variable);
		const slip = placed ? undefined : explainName(variable);
		if (slip) remarks.push(slip);
		if (!placed) {
			if (!slip) others.push(variable.name);
			continue;
		}
		all.push(placed);
		last.set(placed.path.join("\0"), placed);
	}
	for (const placed of all) {
		const winner = last.get(placed.path.join("\0"));
		if (winner && winner !== placed) {
			remarks.push(explainRepeated(text, placed, place(winner.variable.start).line));
		} else remarks.push(...explainSpelling(text, placed));
	}
	const settings = [...last.values()];
	return { settings, remarks, others, isPartial: true, write: (wanted) => write(text, all, settings, wanted) };
}

interface Placed extends PlacedSetting {
	readonly variable: Variable;
}

function placeVariable(variable: Variable): Placed | undefined {
	const { name, nameRange, value, place, contents } = variable;
	const bare = name.replace(/^export[ \t]+/, "");
	const written = readVariableName(bare);
	if (!written || !/^\w+$/.test(bare)) return undefined;
	// Keys are in lower case; nothing that a person means is in upper case alone.
	const path = /[a-z]/.test(written.join("")) ? written : written.map((part) => part.toLowerCase());
	let start = nameRange.end - bare.length + variablePrefix.length;
	const names = path.map((part) => {
		const range = { start, end: start + part.length };
		start = range.end + 2;
		return range;
	});
	return {
		path,
		value: readPlainValue(path, value),
		names,
		place,
		...(contents !== undefined && { contents }),
		variable,
	};
}

/** What is nearly the name of a variable that a node reads. */
function explainName({ name, nameRange }: Variable): UnplacedProblem | undefined {
	const match = /^(?:export[ \t]+)?(PC[_-]*CUBLETS?[_-]*)([a-z][\w-]*)$/i.exec(name);
	if (!match || match[1] === variablePrefix) return undefined;
	const [, written = "", rest = ""] = match;
	const start = nameRange.end - written.length - rest.length;
	const range = { start, end: start + written.length };
	return {
		code: "variable-name",
		severity: "warning",
		message: `Polars doesn't read this variable: a node's variables start with ${variablePrefix}.`,
		path: [],
		range,
		docs: docs.variables,
		fix: { title: `${variablePrefix}${rest}`, edits: [{ range, text: variablePrefix }] },
	};
}

function explainRepeated(text: string, placed: Placed, line: number): UnplacedProblem {
	return {
		code: "repeated-key",
		severity: "warning",
		message: `This variable is set again on line ${line}, and that value is used.`,
		path: placed.path,
		range: placed.variable.nameRange,
		docs: docs.variables,
		fix: { title: "Remove it", edits: [removeVariable(text, placed.variable)] },
	};
}

function explainSpelling(text: string, { path, variable }: Placed): UnplacedProblem[] {
	const { name, nameRange, value, place, dockerValue } = variable;
	const remarks: UnplacedProblem[] = [];
	const say = (
		code: ProblemCode,
		severity: UnplacedProblem["severity"],
		message: string,
		range: UnplacedProblem["range"],
		fix?: FileFix,
	) => remarks.push({ code, severity, message, path, range, docs: docs.variables, ...(fix && { fix }) });
	const exported = /^export[ \t]+/.exec(name)?.[0];
	if (exported !== undefined) {
		const range = { start: nameRange.start, end: nameRange.start + exported.length };
		const message = "Remove export: systemd and Docker don't know it, so they don't set the variable.";
		say("variable-spelling", "warning", message, range, { title: "Remove export", edits: [{ range, text: "" }] });
	}
	const bare = name.slice(exported?.length ?? 0);
	if (!/[a-z]/.test(bare.slice(variablePrefix.length))) {
		const range = { start: nameRange.end - bare.length + variablePrefix.length, end: nameRange.end };
		const written = text.slice(range.start, range.end).toLowerCase();
		const message = "Polars doesn't read this variable: write what follows the prefix in lower case.";
		say("variable-name", "warning", message, range, {
			title: variablePrefix + written,
			edits: [{ range, text: written }],
		});
	}
	const written = text.slice(place.start, place.end);
	const comment = /^(?!["'])(?:(?!\s#).)*(?=\s#)/.exec(written)?.[0];
	if (comment !== undefined) {
		const range = { start: place.start + comment.length, end: place.end };
		const message = "For systemd and Docker this is not a comment: it is part of the value.";
		say("variable-spelling", "warning", message, range, { title: "Remove it", edits: [{ range, text: "" }] });
		return remarks;
	}
	const gap = { start: nameRange.end, end: place.start };
	const isSpaced = /^[ \t]+=|=[ \t]+(?=.)/.test(text.slice(gap.start, gap.end + 1));
	const isQuoted = /^["']/.test(written);
	if (value === dockerValue.trim() && isSpaced) {
		const message =
			"Remove the space around the =. systemd ignores it, but Docker keeps it in a value and refuses it in a name.";
		say("variable-spelling", "advice", message, gap, { title: "Remove the space", edits: [{ range: gap, text: "=" }] });
	} else if (value !== dockerValue && value !== dockerValue.trimEnd()) {
		const message = isQuoted
			? "systemd removes these quotes, but docker run keeps them in the value."
			: "systemd and docker run read this value differently.";
		const plain = canHold(path, value)
			? { title: "Remove the quotes", edits: [{ range: place, text: value }] }
			: undefined;
		say("variable-spelling", "advice", message, place, isQuoted ? plain : undefined);
	}
	return remarks;
}

function canHold(path: readonly string[], value: string): boolean {
	return findObstacle(nameVariable(path), value) === undefined;
}

/** The lines of an assignment. */
function removeVariable(text: string, { start, end }: Variable): TextEdit {
	const lineStart = Math.max(text.lastIndexOf("\n", start - 1) + 1, text.startsWith("\ufeff") ? 1 : 0);
	const lineEnd = text.indexOf("\n", end);
	if (lineEnd !== -1) return { range: { start: lineStart, end: lineEnd + 1 }, text: "" };
	// A text without a line end at its end shall not get one by losing its last line.
	const before = /\r?\n$/.exec(text.slice(0, lineStart))?.[0].length ?? 0;
	return { range: { start: lineStart - before, end: text.length }, text: "" };
}

/** A value as it is written after the `=`: in the quotes that stand there already, if it needs some. */
function spell(path: readonly string[], value: PlainValue | undefined, written: string): string | undefined {
	if (value === undefined) return undefined;
	const text = String(value);
	const isPlain = canHold(path, text);
	if (isPlain && !/^["'].*["']$/s.test(written)) return text;
	const quote = written[0];
	if (quote === "'" && !/['\r\n\0]/.test(text)) return `'${text}'`;
	if (quote === '"' && !/[\r\n\0]/.test(text)) return `"${text.replace(/["\\`$]/g, "\\$&")}"`;
	return isPlain ? text : undefined;
}

function write(
	text: string,
	all: readonly Placed[],
	settings: readonly Placed[],
	wanted: readonly NodeSetting[],
): readonly TextEdit[] | undefined {
	const edits: TextEdit[] = [];
	const added: { path: readonly string[]; line: string }[] = [];
	const findAll = ({ path }: NodeSetting) => all.filter((other) => other.path.join("\0") === path.join("\0"));
	for (const { from, to } of listChanges(settings, wanted)) {
		if (to && !canName(to.path)) return undefined;
		const own = from && settings.find(({ path }) => path === from.path);
		if (!own) {
			const value = to && spell(to.path, to.value, "");
			if (!to || value === undefined) return undefined;
			added.push({ path: to.path, line: `${nameVariable(to.path)}=${value}` });
			continue;
		}
		const others = findAll(own).filter((other) => other !== own);
		if (!to) {
			edits.push(...[own, ...others].map(({ variable }) => removeVariable(text, variable)));
			continue;
		}
		const value = spell(to.path, to.value, text.slice(own.place.start, own.place.end));
		if (value === undefined) return undefined;
		if (to.value !== own.value) edits.push({ range: own.place, text: value });
		if (to.path.join("\0") !== own.path.join("\0")) {
			const { start } = own.names[0] ?? own.place;
			edits.push({ range: { start, end: own.variable.nameRange.end }, text: to.path.join("__") });
			// An earlier one of the old name would count now.
			edits.push(...others.map(({ variable }) => removeVariable(text, variable)));
		}
	}
	return [...edits, ...insertVariables(text, settings, added)];
}

/** New assignments, each below the last one that begins alike. */
function insertVariables(
	text: string,
	settings: readonly Placed[],
	added: readonly { readonly path: readonly string[]; readonly line: string }[],
): readonly TextEdit[] {
	const lines = new Map<number, string[]>();
	for (const { path, line } of added) {
		const above = findNeighbour(settings, path);
		const end = above === undefined ? text.length : text.indexOf("\n", above.variable.end) + 1 || text.length;
		lines.set(end, [...(lines.get(end) ?? []), line]);
	}
	return [...lines].map(([at, own]) => {
		const ending = findLineEnding(text, Math.max(0, at - 2));
		const isOpen = at > 0 && text[at - 1] !== "\n" && text !== "\ufeff";
		const block = own.join(ending);
		return { range: { start: at, end: at }, text: isOpen ? ending + block : block + ending };
	});
}

function findNeighbour(settings: readonly Placed[], path: readonly string[]): Placed | undefined {
	let best: Placed | undefined;
	let most = 0;
	for (const setting of settings) {
		let shared = 0;
		while (shared < path.length && setting.path[shared] === path[shared]) shared++;
		if (shared >= most) [best, most] = [setting, shared];
	}
	return best;
}
