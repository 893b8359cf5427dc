import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import { fields } from "../../core/draft/fields.ts";
import { removeSecrets } from "../../core/draft/secret.ts";
import { storageKey, unkeptKey } from "./storage-key.ts";

/** What a tab keeps. */
export interface Stored {
	readonly draft: CheckpointDraft;
	/** The address's fragment when it was kept: the draft may be newer than its address. */
	readonly hash: string;
	/** The fragment before that one: a reload may overtake the last change of the address, and load this instead. */
	readonly previous?: string | undefined;
	/** Names of the fields that held a secret, which is not kept. */
	readonly omitted: readonly string[];
}

/** What this tab held before a reload; nothing if there was none, or what there is can't be used. */
export function loadStored(): Stored | undefined {
	try {
		const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? "null");
		if (!isObject(stored) || !isObject(stored.draft)) return undefined;
		const { draft, hash, previous, omitted } = stored;
		return {
			draft: fitTo(defaultDraft, draft, "") as CheckpointDraft,
			hash: String(hash),
			previous: typeof previous === "string" ? previous : undefined,
			omitted: Array.isArray(omitted) ? omitted.filter((name) => typeof name === "string") : [],
		};
	} catch {
		return undefined;
	}
}

/** Whether the page has been opened with what the tab held, and nothing shows yet that it can be. */
let isTrial = false;

/**
 * What the page is to open with of what this tab held before a reload. What can't be used is dropped for good, and so is a
 * draft that the page broke at when it opened.
 */
export function openStored(): Stored | undefined {
	const stored = loadStored();
	if (stored) isTrial = true;
	else dropStored();
	return stored;
}

/** The page has opened. */
export function endTrial(): void {
	isTrial = false;
}

/**
 * To be called where the page is broken: a draft that it broke at while it opened would break it after each reload.
 *
 * @returns Whether there was one, which is dropped.
 */
export function dropBroken(): boolean {
	const wasTrial = isTrial;
	isTrial = false;
	if (wasTrial) dropStored();
	return wasTrial;
}

function dropStored(): void {
	try {
		sessionStorage.removeItem(storageKey);
	} catch {
		// Where storage is denied there is nothing to drop.
	}
}

/** Keeps a draft for a reload of this tab, without its secrets. Where storage is denied, nothing is kept. */
export function saveDraft(draft: CheckpointDraft): void {
	try {
		const { hash } = location;
		const last = loadStored();
		const previous = last?.hash === hash ? last.previous : last?.hash;
		const { draft: open, removed } = removeSecrets(draft);
		const stored: Stored = { draft: open, hash, previous, omitted: removed };
		sessionStorage.setItem(storageKey, JSON.stringify(stored));
	} catch {
		// A page without storage still works; it only forgets.
	}
}

/**
 * Notes for a reload of this tab what it will have forgotten then, but for the draft's secrets.
 *
 * @param what In words that follow “A reload forgets”: “the file that you opened”.
 * @param held Whether it is there now.
 */
export function noteUnkept(what: string, held: boolean): void {
	try {
		const others = readUnkept().filter((other) => other !== what);
		sessionStorage.setItem(unkeptKey, JSON.stringify(held ? [...others, what] : others));
	} catch {
		// A page without storage still works; it only forgets.
	}
}

/** What was noted before a reload, once. */
export function takeUnkept(): readonly string[] {
	const unkept = readUnkept();
	try {
		sessionStorage.removeItem(unkeptKey);
	} catch {
		return [];
	}
	return unkept;
}

function readUnkept(): readonly string[] {
	try {
		const stored: unknown = JSON.parse(sessionStorage.getItem(unkeptKey) ?? "[]");
		return Array.isArray(stored) ? stored.filter((what) => typeof what === "string") : [];
	} catch {
		return [];
	}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
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
