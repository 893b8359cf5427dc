import { abs } from "./abs.ts";
import { gcs } from "./gcs.ts";
import { s3 } from "./s3.ts";
import { sharedFilesystem } from "./shared-filesystem.ts";

/** Every place that a checkpoint can be stored at, by the name of its table, in the order in which they are offered. */
export const stores = { shared_filesystem: sharedFilesystem, s3, gcs, abs } as const;

/** A place that a checkpoint can be stored at: the table's name under `worker.checkpoint_location`. */
export type Store = keyof typeof stores;

/** A place whose options the object_store crate reads. */
export type ObjectStore = {
	[Name in Store]: (typeof stores)[Name]["kind"] extends "object store" ? Name : never;
}[Store];

/** A place that the workers have in their own file system. */
export type FileStore = Exclude<Store, ObjectStore>;

/** A kind of credentials of an object store: `access_key`. */
export type CredentialsKind<Name extends ObjectStore = ObjectStore> = {
	[Each in Name]: keyof (typeof stores)[Each]["credentials"]["kinds"];
}[Name];

/** The names of all stores, in the order of the list. */
export const storeNames = Object.keys(stores) as readonly Store[];

/** Whether a text is the name of a store. */
export function isStore(name: string): name is Store {
	return Object.hasOwn(stores, name);
}

/** Whether a text is the name of an object store. */
export function isObjectStore(name: string): name is ObjectStore {
	return isStore(name) && stores[name].kind === "object store";
}

/** The names of the object stores, in the order of the list. */
export const objectStores: readonly ObjectStore[] = storeNames.filter(isObjectStore);

/** What is made of each store of a list, by its name. */
export function mapStores<Name extends Store, Value>(
	names: readonly Name[],
	make: (name: Name) => Value,
): { readonly [Each in Name]: Value } {
	return Object.fromEntries(names.map((name) => [name, make(name)])) as { readonly [Each in Name]: Value };
}
