import type { CheckpointDraft } from "../draft/draft.ts";
import { readPlace } from "../draft/place.ts";
import type { Place } from "../stores/store.ts";
import { isObjectStore, type ObjectStore } from "../stores/stores.ts";
import { describeAzureAccess } from "./abs-access.ts";
import { describeGoogleAccess } from "./gcs-access.ts";
import { describeAmazonAccess } from "./s3-access.ts";

/** A request that the object_store crate makes of a store, and the right that the service documents for it. */
export interface StoreRequest {
	readonly operation: "put" | "multipart upload" | "get" | "head" | "list" | "delete";
	/** Method and address, as the crate sends them: `POST /KEY?uploads`. */
	readonly request: string;
	/** What the service asks for, by its own names. */
	readonly rights: readonly string[];
}

/** A text to take away: a policy, a rule, or what makes it. */
export interface AccessText {
	readonly title: string;
	/** `policy.json`, `access.sh`, `access.tf`. */
	readonly name: string;
	readonly text: string;
	/** What to know before it is used. */
	readonly note?: string;
}

/** What lets workers into a place, and nobody further. */
export interface Access {
	readonly requests: readonly StoreRequest[];
	/** What lets them in. Capital words with underscores, such as YOUR_ROLE, are the person's own to fill in. */
	readonly grants: readonly AccessText[];
	/** Rules on what is left over: unfinished uploads and, on request, old checkpoints. */
	readonly lifecycle: readonly AccessText[];
	/** What is documented, what only follows from the requests, and what can't be had. */
	readonly notes: readonly string[];
}

/** What else is wanted. */
export interface AccessWishes {
	/**
	 * After how many whole days checkpoints are deleted, whether or not a query still needs them. None are unless this is
	 * set.
	 */
	readonly expireAfterDays?: number;
}

const describers: Readonly<Record<ObjectStore, (place: Place, wishes: AccessWishes) => Access | undefined>> = {
	s3: describeAmazonAccess,
	gcs: describeGoogleAccess,
	abs: describeAzureAccess,
};

/**
 * The narrowest access to a draft's location that its service can give, as policies, commands and Terraform. No secret of
 * the draft is in it.
 *
 * @returns Nothing for a path, for a location that isn't valid, and where the service can't be told.
 * @throws {RangeError} If the days are no whole number from 1 on.
 */
export function describeAccess(draft: CheckpointDraft, wishes: AccessWishes = {}): Access | undefined {
	const { expireAfterDays: days } = wishes;
	if (days !== undefined && !(Number.isInteger(days) && days >= 1)) {
		throw new RangeError("Checkpoints expire after a whole number of days, 1 or more.");
	}
	const { store } = draft;
	const place = isObjectStore(store) ? readPlace(draft, store) : undefined;
	return place && isObjectStore(store) ? describers[store](place, wishes) : undefined;
}
