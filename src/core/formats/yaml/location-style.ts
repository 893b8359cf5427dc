import { type Store, stores } from "../../stores/stores.ts";

/** How a kind of file spells a place for data. */
export interface LocationStyle {
	/** Whether a store counts only with `enabled`, and one that has it wins. */
	readonly hasEnabled: boolean;
	/** Whether it isn't known which one of several that are enabled wins. */
	readonly isOpenOrder?: true;
	/** The key of a store's place. */
	readonly placeOf: (store: Store) => string;
	/** Further keys of a store, with those of a node's file. */
	readonly more: ReadonlyMap<string, string>;
	readonly docs: string;
	/** Whether not all of a store's fields are known, so that one which isn't may be there. */
	readonly isOpen?: true;
	/** The key of a store's part. */
	readonly nameOf: (store: Store) => string;
	/** The Secret that a reference which is new here names. */
	readonly secretName: string;
}

/** The operator's names, which the chart has too. */
export function nameStore(store: Store): string {
	return stores[store].operator.data;
}
