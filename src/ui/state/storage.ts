import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import { fields } from "../../config/fields.ts";

/** Where a tab keeps its draft, without secrets, for a reload. */
export const storageKey = "polars-checkpoint-builder.draft";

/** The draft that this tab held before a reload, as far as it can be read; nothing if there was none. */
export function loadDraft(): CheckpointDraft | undefined {
	try {
		const text = sessionStorage.getItem(storageKey);
		return text === null ? undefined : (fitTo(defaultDraft, JSON.parse(text), "") as CheckpointDraft);
	} catch {
		return undefined;
	}
}

/** Takes from a stored value what has the shape of the pattern: another version of the page may have stored it. */
function fitTo(pattern: unknown, value: unknown, name: string): unknown {
	if (Array.isArray(pattern)) return Array.isArray(value) ? value.filter(isRow) : pattern;
	if (typeof pattern === "object" && pattern !== null) {
		const stored = typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
		return Object.fromEntries(
			Object.entries(pattern).map(([key, part]) => [
				key,
				fitTo(part, stored.get(key), name === "" ? key : `${name}.${key}`),
			]),
		);
	}
	const choices = fields.get(name)?.choices;
	return typeof value === "string" && (choices === undefined || value in choices) ? value : pattern;
}

function isRow(value: unknown): boolean {
	const row = value as { key?: unknown; value?: unknown } | null;
	return typeof row?.key === "string" && typeof row.value === "string";
}
