import type { ObjectStore } from "../stores/stores.ts";
import { foldKey } from "../text/fold-key.ts";
import { findOption } from "./option.ts";
import { undocumentedKeys } from "./undocumented.ts";

/**
 * Whether the value of an option is a secret. That of an unknown option counts as one, since its key may be that of a
 * secret, misspelt. The keys of Polars' other programs are no options of the store, and hold no secrets.
 */
export function isSecretOption(store: ObjectStore, key: string): boolean {
	const option = findOption(store, key);
	return option ? option.secret === true : !undocumentedKeys.includes(foldKey(key));
}
