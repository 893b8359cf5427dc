import { type CheckpointDraft, defaultDraft } from "../../config/draft.ts";
import { removeSecrets } from "../../config/secret.ts";

const storageKey = "polars-checkpoint-builder.draft";

/** Keeps a draft for a reload of this tab, without its secrets. Where storage is denied, nothing is kept. */
export function saveDraft(draft: CheckpointDraft): void {
	try {
		sessionStorage.setItem(storageKey, JSON.stringify(removeSecrets(draft).draft));
	} catch {
		// A page without storage still works; it only forgets.
	}
}

/** The draft that this tab held before a reload, as far as it can be read; nothing if there was none. */
export function loadDraft(): CheckpointDraft | undefined {
	try {
		const text = sessionStorage.getItem(storageKey);
		return text === null ? undefined : (fitTo(defaultDraft, JSON.parse(text)) as CheckpointDraft);
	} catch {
		return undefined;
	}
}

/** Takes from a stored value what has the shape of the pattern: an older page may have stored another one. */
function fitTo(pattern: unknown, value: unknown): unknown {
	if (Array.isArray(pattern)) return Array.isArray(value) ? value.filter(isRow) : pattern;
	if (typeof pattern === "object" && pattern !== null) {
		const stored = typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
		return Object.fromEntries(Object.entries(pattern).map(([key, part]) => [key, fitTo(part, stored.get(key))]));
	}
	return typeof value === typeof pattern ? value : pattern;
}

function isRow(value: unknown): boolean {
	const row = value as { key?: unknown; value?: unknown } | null;
	return typeof row?.key === "string" && typeof row.value === "string";
}
