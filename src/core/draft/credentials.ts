import type { ObjectStoreDescriptor } from "../stores/store.ts";
import { type ObjectStore, stores } from "../stores/stores.ts";
import { type CheckpointDraft, listFieldKeys } from "./draft.ts";

/**
 * The kind of credentials that a store uses with some options set: nothing said means the worker's environment.
 *
 * @param has Whether an option is set, by its own key.
 */
export function findCredentialsKind<Name extends ObjectStore>(
	store: Name,
	has: (key: string) => boolean,
): CheckpointDraft[Name]["credentials"] {
	const kind = listSigns(store).find(([key]) => has(key))?.[1] ?? "environment";
	return kind as CheckpointDraft[Name]["credentials"];
}

/** The kind of credentials that an option is a sign of; undefined for one that is none. */
export function findKindOf(store: ObjectStore, key: string): string | undefined {
	return listSigns(store).find(([sign]) => sign === key)?.[1];
}

/**
 * Whether an option is set by a field of the form: by one that this kind of credentials has, or by one that would make
 * it another kind. All others are rows.
 */
export function hasField(store: ObjectStore, credentials: string, key: string): boolean {
	if (listFieldKeys(store, credentials).includes(key)) return true;
	if (findKindOf(store, key) === undefined) return false;
	const isSet = (other: string) => other === key || findKindOf(store, other) === credentials;
	return isExclusive(store) || findCredentialsKind(store, isSet) !== credentials;
}

/** Whether a store refuses two kinds of credentials at once, rather than leaving one of them. */
export function isExclusive(store: ObjectStore): boolean {
	const { exclusive }: ObjectStoreDescriptor["credentials"] = stores[store].credentials;
	return exclusive ?? false;
}

function listSigns(store: ObjectStore): ObjectStoreDescriptor["credentials"]["signs"] {
	return stores[store].credentials.signs;
}
