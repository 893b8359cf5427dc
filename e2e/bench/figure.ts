import { test } from "@playwright/test";

/** What was measured, as one row of the table. */
export interface Figure {
	/** `LCP, default page`. */
	readonly what: string;
	readonly value: number;
	readonly unit: "ms" | "kB" | "";
	/** The value should be no more than this. */
	readonly aim?: number;
	/** Beside the value: `102.8 kB raw`. */
	readonly note?: string;
}

/** The kind of a test's annotation that carries a {@link Figure} to the reporter, as JSON. */
export const annotationType = "figure";

/** Puts a figure into the table. */
export function record(figure: Figure): void {
	test.info().annotations.push({ type: annotationType, description: JSON.stringify(figure) });
}

/** The middle one of some figures; of an even number, the higher of the two in the middle. */
export function findMedian(values: readonly number[]): number {
	const median = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
	if (median === undefined) throw new Error("Nothing was measured.");
	return median;
}
