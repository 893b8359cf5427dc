import { defaultDraft } from "../../config/draft.ts";
import { isSecretField, removeCredentials } from "../../config/secret.ts";
import type { Range } from "../../problem.ts";
import { readToml } from "../../toml/read.ts";
import { readObjectStore } from "../../toml/section.ts";
import type { Entry, Value } from "../../toml/statement.ts";
import type { Table } from "../../toml/tree.ts";

/** Stands for a secret of any length. */
export const mask = "••••••••";

/** Parts of names that secrets go by in other tables than those of a store. */
const secretName = /secret|token|passw|pwd|credential|key|auth/i;

/**
 * A text of TOML whose secrets nobody can read, with as many lines as before: values of keys that hold secrets or that
 * nobody knows, of others that look like a credential, and comments that do.
 */
export function maskSecrets(text: string): string {
	const parts: string[] = [];
	let at = 0;
	for (const { start, end } of listSecrets(readToml(text).root).toSorted((a, b) => a.start - b.start)) {
		if (start < at) continue;
		const lines = text.slice(start, end).split("\n");
		parts.push(text.slice(at, start), lines.map(() => mask).join("\n"));
		at = end;
	}
	return `${parts.join("")}${text.slice(at)}`.replace(/#.*/g, maskComment);
}

function listSecrets(table: Table): Range[] {
	const store = table.path.at(-1);
	const known = store === "s3" || store === "gcs" || store === "abs" ? readStore(store, table) : undefined;
	return [...table.children].flatMap(([key, item]): Range[] => {
		if (item.kind === "table") return listSecrets(item);
		if (item.kind === "array") return item.tables.flatMap(listSecrets);
		const isSecret = known?.get(item.entry) ?? secretName.test(key);
		return isSecret || looksSecret(item.value) ? [item.value] : [];
	});
}

/** Whether each entry of a store's table holds a secret. */
function readStore(store: "s3" | "gcs" | "abs", table: Table): ReadonlyMap<Entry, boolean> {
	const { draft, entries } = readObjectStore(store, table);
	const whole = { ...defaultDraft, [store]: draft };
	return new Map([...entries].map(([field, entry]) => [entry, isSecretField(whole, field)]));
}

function looksSecret(value: Value): boolean {
	if (value.kind === "array") return value.items.some(looksSecret);
	return value.kind === "string" && removeCredentials(value.value) !== value.value;
}

function maskComment(comment: string): string {
	return removeCredentials(comment.slice(1)) === comment.slice(1) ? comment : `# ${mask}`;
}
