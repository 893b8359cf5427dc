import { removeCredentials } from "../../core/draft/secret.ts";
import type { TextRange } from "../../core/problem.ts";
import { isHiddenVariable, isSecretName } from "./secret-name.ts";

/** What stands before a value: `name:`, `"name" =`, `name :=`, `name+=`. */
const assignment = /(["']?)([\w.$[\]/-]+)\1[ \t]*(?::=|\+?=|:(?=[\s"']|$))[ \t]*/g;

/** An option of a command, or any word, and the word behind it. */
const argument = /(?<=^|[ \t"'])(-{0,2}[\w-]+)(?:[ \t]+|=)(?=([^\s|>&;]+))/g;

/**
 * Finds what may be a secret line by line, without an understanding of the text: in one that can't be read whole, and in
 * commands. What a line begins is hidden for as long as its quotes and brackets are open, a backslash ends its lines, or
 * the lines below stand deeper.
 *
 * @param isShell Whether lines are commands, which take secrets as words too.
 */
export function listLineSecrets(text: string, isShell: boolean): TextRange[] {
	const found: TextRange[] = [];
	const holdsSecret = /\bkind["']?:[ \t]*["']?\w*Secret/.test(text);
	let start = 0;
	let open: { readonly indent: number; readonly scan: Scan } | undefined;
	for (const line of text.split("\n")) {
		const end = start + line.length;
		const indent = line.search(/\S/);
		const goesOn = open && (isOpen(open.scan) || indent === -1 || (!isShell && isBelow(line, indent, open.indent)));
		if (open && goesOn) {
			found.push({ start: start + Math.max(indent, 0), end });
			open = { ...open, scan: scanLine(line, open.scan) };
		} else {
			open = undefined;
			const at = indent === -1 ? undefined : findSecret(line, isShell, holdsSecret);
			if (at !== undefined) {
				found.push({ start: start + at, end });
				// A comment's quotes open nothing.
				if (line[indent] !== "#") open = { indent, scan: scanLine(line.slice(at), closed) };
			}
		}
		start = end + 1;
	}
	return found;
}

function isBelow(line: string, indent: number, above: number): boolean {
	return indent > above || (indent === above && line.startsWith("- ", indent));
}

/**
 * From where on a line is hidden.
 *
 * @param isSecret Whether it is of a text that holds a Secret.
 */
function findSecret(line: string, isShell: boolean, isSecret: boolean): number | undefined {
	const places: number[] = [];
	for (const { 0: whole, 2: name = "", index } of line.matchAll(assignment)) {
		if (name === "stringData" || (isSecret && /^(?:encryptedD|d)ata$/.test(name))) places.push(index + whole.length);
		if (/(?:^|[.\]])value$/i.test(name) || isHiddenVariable(name.split(".").at(-1) ?? "") || isSecretName(name))
			places.push(index + whole.length);
	}
	const isComment = /^\s*#/.test(line);
	if (isShell) {
		for (const { 0: whole, 1: word = "", 2: next = "", index } of line.matchAll(argument)) {
			const isNamed = isSecretName(word) && (!isComment || /[_-]/.test(word));
			if (isNamed || takesSecret(word, next)) places.push(index + whole.length);
		}
		const joined = /[ \t]-[pu](?=[A-Za-z])/.exec(line);
		if (joined) places.push(joined.index + joined[0].length);
	}
	const content = line.trim();
	const words = isShell ? content.split(/[\s"'`]+/) : [];
	if ([content, ...words].some((part) => removeCredentials(part) !== part)) places.push(line.search(/\S/));
	return places.length > 0 ? Math.min(...places) : undefined;
}

/** Whether the word behind an option is a secret: a literal of a Secret, a user with a password, a password. */
function takesSecret(option: string, next: string): boolean {
	if (option === "--from-literal") return true;
	return option === "-u" ? next.includes(":") : option === "-p" && !/^[\d/$"'-]/.test(next);
}

/** What is open at the end of a line. */
interface Scan {
	readonly quote: string;
	readonly depth: number;
	readonly isEscaped: boolean;
}

const closed: Scan = { quote: "", depth: 0, isEscaped: false };

function scanLine(line: string, before: Scan): Scan {
	let { quote, depth } = before;
	let isEscaped = false;
	for (const character of line.replace(/\r$/, "")) {
		if (isEscaped) isEscaped = false;
		else if (character === "\\" && quote !== "'") isEscaped = true;
		else if (quote !== "") quote = character === quote ? "" : quote;
		else if (character === '"' || character === "'") quote = character;
		else if ("([{".includes(character)) depth++;
		else if (")]}".includes(character)) depth--;
	}
	return { quote, depth, isEscaped };
}

/** Whether a hidden text goes on in the next line. */
function isOpen({ quote, depth, isEscaped }: Scan): boolean {
	return quote !== "" || depth > 0 || isEscaped;
}
