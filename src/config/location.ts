import { parseLocation } from "../object-store/location.ts";
import type { ObjectStore } from "../stores/stores.ts";
import { requiredText } from "./field.ts";
import { storeFields, storeTitles } from "./fields.ts";

/** The `url` of an object store: a bucket or container and, after it, a key. */
export function locationUrl(store: ObjectStore) {
	return requiredText(storeFields[store].url, (text) => {
		const location = parseLocation(store, text);
		if (location.ok) return undefined;
		const { problem, otherStore: other } = location;
		if (problem.severity !== "error") return undefined;
		if (!other) return problem;
		const target = other.store === "shared_filesystem" ? "shared_filesystem.path" : `${other.store}.url`;
		return { ...problem, fix: { title: `Switch to ${storeTitles[other.store]}`, text: other.location, target } };
	});
}
