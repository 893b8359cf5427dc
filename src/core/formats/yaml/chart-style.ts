import { secretName } from "../../draft/pod-needs.ts";
import { stores } from "../../stores/stores.ts";
import { type LocationStyle, nameStore } from "./location-style.ts";

/** Where the chart describes its values. */
export const chartDocs = "https://github.com/polars-inc/helm-charts/blob/main/charts/polars/README.md";

/** @see polars-inc/helm-charts, templates of chart 2.2.0 to 2.3.1. */
export const chartStyle: LocationStyle = {
	hasEnabled: true,
	placeOf: (store) => stores[store].chart.place,
	nameOf: nameStore,
	more: new Map(),
	docs: chartDocs,
	secretName,
};

const resultStyle: LocationStyle = {
	...chartStyle,
	isOpenOrder: true,
	more: new Map([["presignDuration", "presign_duration"]]),
};

interface ChartPlace {
	readonly base: readonly string[];
	readonly key: string;
	readonly style: LocationStyle;
	/** Where the chart mounts a claim of its own. */
	readonly claimPath?: string;
}

/** The places for data that the values have. */
export const chartPlaces: readonly ChartPlace[] = [
	{
		base: ["worker", "checkpoint_location"],
		key: "checkpointData",
		style: chartStyle,
		claimPath: "/app/checkpoint_data/checkpoint_data",
	},
	{
		base: ["worker", "shuffle_location"],
		key: "shuffleData",
		style: chartStyle,
		claimPath: "/app/shuffle_data/shuffle_data",
	},
	{ base: ["scheduler", "anonymous_result_location"], key: "anonymousResults", style: resultStyle },
];

/** The key of the claim that the chart mounts itself. */
export const claimKey = "sharedPersistentVolumeClaim";
