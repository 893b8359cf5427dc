import { isSameDestination, listSecretTexts, takeSecrets } from "../draft/destination.ts";
import type { CheckpointDraft } from "../draft/draft.ts";
import { removeSecrets } from "../draft/secret.ts";
import { isObjectStore, storeNames } from "../stores/stores.ts";
import { type LinkNotice, notices } from "./notice.ts";

/** A draft, and what to say of how it came about. */
export interface OpenedOver {
	readonly draft: CheckpointDraft;
	readonly notices: readonly LinkNotice[];
}

/**
 * Opens a link's draft over the present one. What was typed for other stores is kept. Secrets of the link's own store are
 * kept as long as nothing that decides where they are sent has changed; else they are cleared, and a notice says so: a
 * link may come from anybody.
 *
 * @param opened As `decodeLink` reads it, without secrets.
 */
export function openOver(present: CheckpointDraft, opened: CheckpointDraft): OpenedOver {
	const { store } = opened;
	const others = storeNames.filter((other) => other !== store);
	const draft = { ...opened, ...Object.fromEntries(others.map((other) => [other, present[other]])) };
	if (!isObjectStore(store)) return { draft, notices: [] };
	// A link holds a URL without the password in it, which is still the same place.
	const isSame = isSameDestination(store, removeSecrets(present).draft, opened);
	const kept = isSame ? { ...draft, [store]: takeSecrets(store, opened, present) } : draft;
	const left = listSecretTexts(store, kept);
	const isLost = listSecretTexts(store, present).some((secret) => !left.includes(secret));
	if (!isLost) return { draft: kept, notices: [] };
	return { draft: kept, notices: [isSame ? notices.secretsDropped : notices.secretsCleared] };
}
