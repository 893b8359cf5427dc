import type { CheckpointDraft } from "../../config/draft.ts";
import { removeSecrets } from "../../config/secret.ts";
import { loadStored, type Stored } from "./storage.ts";
import { storageKey } from "./storage-key.ts";

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
