import { chooseShareTop } from "../../core/advisor/axis.ts";
import type { Curve, PeriodDomain } from "../../core/advisor/curve.ts";

/** Where periods and shares are in a plot that is so many pixels wide. */
export interface PlotScale {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly height: number;
	/** The share at the top of the axis. */
	readonly topShare: number;
	/** On the axis, a period outside of it at its end. */
	readonly toX: (period: number) => number;
	readonly toY: (share: number) => number;
	/** Like {@link toY}, but a share beyond the top stays there: cut off, it must not look level. */
	readonly toFarY: (share: number) => number;
	readonly toPeriod: (x: number) => number;
}

/** Lays out a plot: periods on a logarithmic axis from left to right, shares from the bottom up. */
export function layPlot(width: number, [from, to]: PeriodDomain, curve: Curve): PlotScale {
	const height = 190;
	const [left, right, top, bottom] = [44, Math.max(width - 16, 45), 12, height - 24];
	const topShare = chooseShareTop(curve);
	const toFarY = (share: number) => round(bottom - (bottom - top) * Math.min(share / topShare, 2));
	return {
		left,
		right,
		top,
		bottom,
		height,
		topShare,
		toX: (period) => round(left + ((right - left) * Math.log(clamp(period, from, to) / from)) / Math.log(to / from)),
		toY: (share) => Math.max(toFarY(share), top),
		toFarY,
		toPeriod: (x) => from * (to / from) ** clamp((x - left) / (right - left), 0, 1),
	};
}

function clamp(value: number, min: number, max: number): number {
	return Math.min(Math.max(value, min), max);
}

function round(pixels: number): number {
	return Math.round(pixels * 10) / 10;
}
