import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import { fields } from "../../core/draft/fields.ts";
import { removeSecrets } from "../../core/draft/secret.ts";
import { storageKey } from "./storage-key.ts";

/** What a tab keeps. */
export interface Stored {
	readonly draft: CheckpointDraft;
	/** The address's fragment when it was kept: the draft may be newer than its address. */
	readonly hash: string;
	/** The fragment before that one: a reload may overtake the last change of the address, and load this instead. */
	readonly previous?: string | undefined;
}

/** What this tab held before a reload, as far as it can be read; nothing if there was none. */
export function loadStored(): Stored | undefined {
	try {
		const stored: { draft?: unknown; hash?: unknown; previous?: unknown } | null = JSON.parse(
			sessionStorage.getItem(storageKey) ?? "null",
		);
		if (!stored) return undefined;
		const { draft, hash, previous } = stored;
		return {
			draft: fitTo(defaultDraft, draft, "") as CheckpointDraft,
			hash: String(hash),
			previous: typeof previous === "string" ? previous : undefined,
		};
	} catch {
		return undefined;
	}
}

/** Keeps a draft for a reload of this tab, without its secrets. Where storage is denied, nothing is kept. */
export function saveDraft(draft: CheckpointDraft): void {
	try {
		const { hash } = location;
		const last = loadStored();
		const previous = last?.hash === hash ? last.previous : last?.hash;
		const stored: Stored = { draft: removeSecrets(draft).draft, hash, previous };
		sessionStorage.setItem(storageKey, JSON.stringify(stored));
	} catch {
		// A page without storage still works; it only forgets.
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
	return typeof value === "string" && (choices === undefined || Object.hasOwn(choices, value)) ? value : pattern;
}

function isRow(value: unknown): boolean {
	const row = value as { key?: unknown; value?: unknown } | null;
	return typeof row?.key === "string" && typeof row.value === "string";
}
