import { secretName } from "../../draft/pod-needs.ts";
import { stores } from "../../stores/stores.ts";
import { type LocationStyle, nameStore } from "./location-style.ts";

/** Where the operator describes what it takes. */
export const operatorDocs = "https://github.com/polars-inc/polars-k8s-operator/blob/main/docs/api.md";

/** @see polars-k8s-operator, docs/api.md, `CheckpointSpec` and what is in it. */
export const operatorStyle: LocationStyle = {
	hasEnabled: false,
	placeOf: (store) => stores[store].operator.place,
	nameOf: nameStore,
	more: new Map(),
	docs: operatorDocs,
	secretName,
};

/** Of other places for data, not every field is known here. */
const openStyle: LocationStyle = {
	...operatorStyle,
	isOpen: true,
	more: new Map([["presignDuration", "presign_duration"]]),
};

/** The places for data, with where they are in a spec. */
export const operatorPlaces: readonly (readonly [
	base: readonly string[],
	path: readonly string[],
	style: LocationStyle,
])[] = [
	[["worker", "checkpoint_location"], ["checkpoint", "data"], operatorStyle],
	[["worker", "shuffle_location"], ["workerPool", "shuffleData"], openStyle],
	[["scheduler", "anonymous_result_location"], ["anonymousResults"], openStyle],
];
