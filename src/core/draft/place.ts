import { checkHttpUrl } from "../object-store/endpoint.ts";
import { parseLocation } from "../object-store/location.ts";
import type { Place } from "../stores/store.ts";
import type { ObjectStore } from "../stores/stores.ts";
import { quoteShell } from "../text/shell.ts";
import type { CheckpointDraft } from "./draft.ts";
import { isOn, readOption } from "./read-option.ts";

/** Where an object store's location is, and what else is set there; nothing while it isn't valid. */
export function readPlace(draft: CheckpointDraft, store: ObjectStore): Place | undefined {
	const location = parseLocation(store, draft[store].url.trim());
	if (!location.ok) return undefined;
	const read = (key: string) => readOption(draft, store, key)?.text ?? "";
	return {
		bucket: location.bucket,
		folder: location.key === "" ? "" : location.key.replace(/\/*$/, "/"),
		account: location.account,
		read,
		readUrl: (key) => (read(key) !== "" && checkHttpUrl(read(key)) ? undefined : read(key)),
		isOn: (key) => isOn(draft, store, key),
		quote: quoteShell,
	};
}
