import { detectFormat } from "../../core/config-file/detect.ts";
import type { ConfigFormat } from "../../core/config-file/format.ts";
import { defaultDraft } from "../../core/draft/draft.ts";
import { findStraySecret, isSecretField, removeCredentials } from "../../core/draft/secret.ts";
import { readToml } from "../../core/formats/toml/read.ts";
import { readSection } from "../../core/formats/toml/section.ts";
import type { Entry, Value } from "../../core/formats/toml/statement.ts";
import type { Item, Table } from "../../core/formats/toml/tree.ts";
import type { TextRange } from "../../core/problem.ts";
import { isObjectStore, type ObjectStore } from "../../core/stores/stores.ts";
import { mask } from "../../core/text/mask.ts";
import { listEnvSecrets } from "./env-secrets.ts";
import { listLineSecrets } from "./line-secrets.ts";
import { isSecretName } from "./secret-name.ts";
import { listShellSecrets } from "./shell-secrets.ts";
import { listYamlSecrets } from "./yaml-secrets.ts";

/**
 * A text whose secrets nobody can read, with as many lines as before: values of keys, options and variables that hold
 * secrets or that nobody knows, all that is in a Secret or in a table of such a key, keys and values that look like a
 * credential, and comments that do.
 *
 * A text that was taken for the wrong format is masked as what it looks like too. What a person chose for a secret and
 * neither its name nor its shape gives away can't be told from a word.
 *
 * @param format What the text is read as.
 */
export function maskSecrets(text: string, format: ConfigFormat): string {
	const formats = new Set([format, detectFormat(text)]);
	const parts: string[] = [];
	let at = 0;
	for (const { start, end } of listHidden(text, [...formats])) {
		parts.push(text.slice(at, start), maskLines(text.slice(start, end)));
		at = end;
	}
	return `${parts.join("")}${text.slice(at)}`;
}

function listHidden(text: string, formats: readonly ConfigFormat[]): readonly TextRange[] {
	const found = joinRanges([...formats.flatMap((format) => listByFormat(text, format)), ...listKeyBlocks(text)]);
	return joinRanges([...found, ...listComments(text, formats, found)]);
}

/** Ranges in their order, those that touch as one. */
function joinRanges(ranges: readonly TextRange[]): readonly TextRange[] {
	const joined: TextRange[] = [];
	for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
		const last = joined.at(-1);
		if (last && range.start <= last.end) {
			joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
		} else joined.push(range);
	}
	return joined.filter(({ start, end }) => end > start);
}

function listByFormat(text: string, format: ConfigFormat): TextRange[] {
	switch (format) {
		case "toml": {
			const { root, faults } = readToml(text);
			return [...listSecrets(root, false), ...(faults.length > 0 ? listLineSecrets(text, false) : [])];
		}
		case "env":
			return listEnvSecrets(text);
		case "shell":
			return listShellSecrets(text, (inner) => {
				const own = detectFormat(inner);
				return own === "shell" ? listLineSecrets(inner, true) : listByFormat(inner, own);
			});
		default:
			return listYamlSecrets(text, holdsSecrets);
	}
}

/** Whether a text over several lines, which may be a file of its own, holds a secret. */
function holdsSecrets(text: string): boolean {
	return listHidden(text, [detectFormat(text)]).length > 0;
}

/** Private keys in their armour, wherever they stand; one without an end ends with its last line of Base64. */
function listKeyBlocks(text: string): TextRange[] {
	const found: TextRange[] = [];
	const begin = /-----BEGIN [A-Z ]*PRIVATE KEY/g;
	for (let match = begin.exec(text); match; match = begin.exec(text)) {
		const end = /-----END [A-Z ]*PRIVATE KEY-----/.exec(text.slice(match.index, match.index + longestKey));
		const lines = /^[^\n]*(?:\n[ \t#]*[\w+/=]{8,}[\\"']?\r?(?=\n|$))*/.exec(text.slice(match.index));
		const length = end ? end.index + end[0].length : (lines?.[0].length ?? 0);
		found.push({ start: match.index, end: match.index + length });
		begin.lastIndex = match.index + Math.max(length, 1);
	}
	return found;
}

/** How far the end of a private key is looked for, in characters. */
const longestKey = 20_000;

/** Masks what each line holds behind the white space before it. */
function maskLines(text: string): string {
	return text
		.split("\n")
		.map((line) => line.replace(/\S[\s\S]*?(?=\r?$)/, mask))
		.join("\n");
}

/** @param within Whether the table is in one whose key holds a secret, or that nobody knows. */
function listSecrets(table: Table, within: boolean): TextRange[] {
	const store = String(table.path.at(-1));
	const known = isObjectStore(store) ? readStore(store, table) : undefined;
	return [...table.children].flatMap(([key, item]): TextRange[] => {
		const inSecret = within || isSecretName(key);
		if (item.kind === "table") return [...listKeys(item), ...listSecrets(item, inSecret || known !== undefined)];
		if (item.kind === "array") return item.tables.flatMap((inner) => listSecrets(inner, inSecret));
		const isSecret = within || (known?.get(item.entry) ?? isSecretName(key));
		return [...listKeys(item), ...(isSecret || looksSecret(item.value) ? [item.value] : [])];
	});
}

/** The parts of keys that look like a credential themselves. */
function listKeys({ names }: Item): TextRange[] {
	return names.filter(({ name }) => removeCredentials(name) !== name);
}

/** Whether each entry of a store's table holds a secret. */
function readStore(store: ObjectStore, table: Table): ReadonlyMap<Entry, boolean> {
	const { draft, entries } = readSection(store, table);
	const whole = { ...defaultDraft, [store]: draft };
	return new Map(
		[...entries].map(([field, entry]) => [
			entry,
			isSecretField(whole, field) ||
				(entry.value.kind === "string" && findStraySecret(field, entry.value.value) !== undefined),
		]),
	);
}

function looksSecret(value: Value): boolean {
	if (value.kind === "array") return value.items.some(looksSecret);
	if (value.kind === "table") {
		return value.entries.some(
			({ key, value: inner }) => key.some(({ name }) => isSecretName(name)) || looksSecret(inner),
		);
	}
	return value.kind === "string" && removeCredentials(value.value) !== value.value;
}

/**
 * Finds the comments that are hidden: they may hold a setting of the file that was put out of use, or a part of a key over
 * several lines.
 *
 * @param beside Secrets, in their order. What stands behind one on its line may be an earlier one.
 */
function listComments(text: string, formats: readonly ConfigFormat[], beside: readonly TextRange[]): TextRange[] {
	const lines = text.split("\n");
	const hasSemicolons = formats.includes("env");
	const comments = lines.map((line): Comment | undefined => {
		const first = line.search(/\S/);
		const at = hasSemicolons && line[first] === ";" ? first : line.indexOf("#");
		return at === -1 ? undefined : { at, isAlone: at === first };
	});
	const commentedOut = new Set(listCommentedOut(lines, comments));
	const found: TextRange[] = [];
	let inKey = false;
	let start = 0;
	let next = 0;
	lines.forEach((line, index) => {
		const end = start + line.length;
		while ((beside[next]?.end ?? end) < start) next++;
		const comment = comments[index];
		if (comment) {
			const from = start + comment.at + 1;
			const content = line.slice(comment.at + 1);
			inKey ||= /-----BEGIN [A-Z ]*PRIVATE KEY/.test(content);
			const isBeside = !comment.isAlone && (beside[next]?.start ?? end) < from;
			const isHidden =
				inKey ||
				isBeside ||
				commentedOut.has(index) ||
				removeCredentials(content) !== content ||
				formats.some((format) => holdsSecret(content, format));
			if (isHidden) found.push({ start: from, end });
			if (/-----END [A-Z ]*PRIVATE KEY-----/.test(content)) inKey = false;
		}
		start = end + 1;
	});
	return found;
}

interface Comment {
	/** Where in its line its sign stands. */
	readonly at: number;
	/** Whether nothing stands before it. */
	readonly isAlone: boolean;
}

/** The lines of YAML that was put out of use, as far as they hold a secret: it may be told by the lines around it. */
function listCommentedOut(lines: readonly string[], comments: readonly (Comment | undefined)[]): readonly number[] {
	const found: number[] = [];
	for (let first = 0; first < lines.length; first++) {
		if (!comments[first]?.isAlone) continue;
		let end = first;
		while (comments[end]?.isAlone) end++;
		const block = lines.slice(first, end).map((line, index) => line.slice((comments[first + index]?.at ?? 0) + 1));
		const text = block.join("\n");
		if (/:(?:\s|$)/m.test(text)) {
			for (const { start, end: to } of joinRanges(listYamlSecrets(text, holdsSecrets))) {
				const from = text.slice(0, start).split("\n").length - 1;
				const count = text.slice(start, to).replace(/\n$/, "").split("\n").length;
				for (let index = 0; index < count; index++) found.push(first + from + index);
			}
		}
		first = end;
	}
	return found;
}

/** Whether a comment that is a line of a file holds what would be a secret there. */
function holdsSecret(comment: string, format: ConfigFormat): boolean {
	const content = comment.replace(/^[\s#]+/, "");
	if (/^["']?[\w.'"-]+\s*=/.test(content) && listSecrets(readToml(content).root, false).length > 0) return true;
	if (format === "toml") return false;
	return /(?:^|[^\w])value["']?\s*[:=]\s*\S/i.test(content) || listLineSecrets(content, format === "shell").length > 0;
}
