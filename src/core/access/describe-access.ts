import type { CheckpointDraft } from "../draft/draft.ts";
import { readPlace } from "../draft/place.ts";
import type { Place } from "../stores/store.ts";
import { isObjectStore, type ObjectStore } from "../stores/stores.ts";
import { describeAzureAccess } from "./abs-access.ts";
import type { Access, AccessWishes } from "./access.ts";
import { describeGoogleAccess } from "./gcs-access.ts";
import { describeAmazonAccess } from "./s3-access.ts";

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
		throw new RangeError("Write a whole number of days, 1 or more, after which checkpoints expire.");
	}
	const { store } = draft;
	const place = isObjectStore(store) ? readPlace(draft, store) : undefined;
	return place && isObjectStore(store) ? describers[store](place, wishes) : undefined;
}
