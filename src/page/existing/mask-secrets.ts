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

/** Parts of names that secrets go by in other tables than those of a store. */
const secretName = /secret|token|passw|pwd|credential|key|auth/i;

/**
 * A text of TOML whose secrets nobody can read, with as many lines as before: values of keys that hold secrets or that
 * nobody knows, all that is in a table of such a key, keys and values that look like a credential, and comments that do.
 */
export function maskSecrets(text: string, _format: ConfigFormat): string {
	const parts: string[] = [];
	let at = 0;
	for (const { start, end } of listSecrets(readToml(text).root, false).toSorted((a, b) => a.start - b.start)) {
		if (start < at) continue;
		parts.push(text.slice(at, start), maskLines(text.slice(start, end)));
		at = end;
	}
	return maskComments(`${parts.join("")}${text.slice(at)}`);
}

function maskLines(text: string): string {
	return text
		.split("\n")
		.map(() => mask)
		.join("\n");
}

/** @param within Whether the table is in one whose key holds a secret, or that nobody knows. */
function listSecrets(table: Table, within: boolean): TextRange[] {
	const store = String(table.path.at(-1));
	const known = isObjectStore(store) ? readStore(store, table) : undefined;
	return [...table.children].flatMap(([key, item]): TextRange[] => {
		const inSecret = within || secretName.test(key);
		if (item.kind === "table") return [...listKeys(item), ...listSecrets(item, inSecret || known !== undefined)];
		if (item.kind === "array") return item.tables.flatMap((inner) => listSecrets(inner, inSecret));
		const isSecret = within || (known?.get(item.entry) ?? secretName.test(key));
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
			({ key, value: inner }) => key.some(({ name }) => secretName.test(name)) || looksSecret(inner),
		);
	}
	return value.kind === "string" && removeCredentials(value.value) !== value.value;
}

/** A comment may hold a setting of the file that was put out of use, or a part of a key over several lines. */
function maskComments(text: string): string {
	let inKey = false;
	return text.replace(/#[^\n]*/g, (comment) => {
		const end = comment.endsWith("\r") ? "\r" : "";
		const content = comment.slice(1);
		const begins = /-----BEGIN [A-Z ]*PRIVATE KEY/.test(content);
		inKey ||= begins;
		const hides = inKey || removeCredentials(content) !== content || holdsSecret(content);
		if (/-----END [A-Z ]*PRIVATE KEY/.test(content)) inKey = false;
		return hides ? `# ${mask}${end}` : comment;
	});
}

/** Whether a comment that is TOML holds what would be a secret in a file. */
function holdsSecret(comment: string): boolean {
	const found = /^[\s#]*([\w"'.-]+\s*=.*)$/.exec(comment);
	return found?.[1] !== undefined && listSecrets(readToml(found[1]).root, false).length > 0;
}
