import type { Identity } from "../stores/store.ts";
import { isObjectStore, type ObjectStore, stores } from "../stores/stores.ts";
import type { CheckpointDraft } from "./draft.ts";
import { isOn, readOption } from "./read-option.ts";

/**
 * What to say where credentials are chosen: that workers of a cloud need no key; nothing where they have none already,
 * or where requests go to another service, which knows no identities.
 */
export function recommendIdentity(draft: CheckpointDraft): string | undefined {
	const { store } = draft;
	if (!isObjectStore(store) || draft[store].credentials === "environment" || !isInCloud(draft, store)) return undefined;
	const { credentials, identity } = stores[store];
	return `“${credentials.kinds.environment.title}” is safer: ${identity.advice}`;
}

/** Whether a store is the cloud's own, so that workers of this cloud can have an identity there. */
export function isInCloud(draft: CheckpointDraft, store: ObjectStore): boolean {
	const { isCloud }: Identity = stores[store].identity;
	return isCloud({
		read: (key) => readOption(draft, store, key)?.text ?? "",
		isOn: (key) => isOn(draft, store, key),
	});
}
