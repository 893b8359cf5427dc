import type { ObjectStore } from "../stores/stores.ts";
import { foldKey } from "../text/fold-key.ts";
import { findOption } from "./option.ts";
import { undocumentedKeys } from "./undocumented.ts";

/**
 * Whether the value of an option is a secret. It is that of one that Polars doesn't know, too, since its key may be a
 * misspelt one; but not that of a key which is known to be no option of the store, however its words are joined.
 */
export function isSecretOption(store: ObjectStore, key: string): boolean {
	const option = findOption(store, key);
	return option ? option.secret === true : !undocumentedKeys.includes(foldKey(key));
}
