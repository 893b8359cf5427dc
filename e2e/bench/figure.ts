import { test } from "@playwright/test";
import type { Build } from "./builds.ts";

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

/** A figure of a build. */
export interface BuildFigure extends Figure {
	/** Whether it is of the build that this one is compared with. */
	readonly isOther: boolean;
}

/** The kind of a test's annotation that carries a {@link BuildFigure} to the reporter, as JSON. */
export const annotationType = "figure";

/** Puts a figure of a build into the table. */
export function record(figure: Figure, { isOther }: Pick<Build, "isOther"> = { isOther: false }): void {
	const whole: BuildFigure = { ...figure, isOther };
	test.info().annotations.push({ type: annotationType, description: JSON.stringify(whole) });
}

/** The middle one of some figures; of an even number, the higher of the two in the middle. */
export function findMedian(values: readonly number[]): number {
	const median = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
	if (median === undefined) throw new Error("Nothing was measured.");
	return median;
}
