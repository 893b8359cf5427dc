import { listPeriodTicks, listShareTicks } from "../../core/advisor/axis.ts";
import type { Curve, CurveStep, PeriodDomain } from "../../core/advisor/curve.ts";
import { formatRough } from "../../core/advisor/describe.ts";
import type { Overhead } from "../../core/advisor/overhead.ts";
import styles from "./picture.module.css";
import type { PlotScale } from "./plot-scale.ts";

interface LossSceneryProps {
	/** Of the plot, whose patterns and clip path start with it. */
	readonly id: string;
	readonly curve: Curve;
	readonly domain: PeriodDomain;
	/** The period at which the optimum is marked, in seconds. */
	readonly best: number;
	readonly scale: PlotScale;
}

/** The width that the label of a tick needs, in pixels. */
const labelWidth = 46;

/** All that stands still in the plot: the axes, lost time by its causes, no checkpoints and the optimum. */
export function LossScenery({ id, curve, domain, best, scale }: LossSceneryProps) {
	const { left, right, top, bottom, height, toX, toY, toFarY } = scale;
	const repeated = (overhead: Overhead) => toFarY(overhead.repeated);
	const total = (overhead: Overhead) => toFarY(overhead.total);
	return (
		<svg aria-hidden="true" className={styles.scenery}>
			<clipPath id={`${id}-clip`}>
				<rect x={left} y={top} width={right - left} height={bottom - top} />
			</clipPath>
			{listShareTicks(scale.topShare).map((share) => (
				<g key={share}>
					<line className={styles.grid} x1={left} x2={right} y1={toY(share)} y2={toY(share)} />
					<text className={styles.tick} x={left - 6} y={toY(share) + 4} textAnchor="end">
						{`${Number((share * 100).toPrecision(2))}%`}
					</text>
				</g>
			))}
			{listPeriodTicks(domain, labelWidth / (right - left)).map((period) => (
				<g key={period}>
					<line className={styles.axis} x1={toX(period)} x2={toX(period)} y1={bottom} y2={bottom + 5} />
					<text
						className={styles.tick}
						x={toX(period)}
						y={height - 5}
						textAnchor={toX(period) > right - 8 ? "end" : "middle"}
					>
						{formatRough(period)}
					</text>
				</g>
			))}
			<g clipPath={`url(#${id}-clip)`}>
				<path d={drawArea(curve.steps, toX, () => bottom, repeated)} fill={`url(#${id}-repeat)`} />
				<path d={drawArea(curve.steps, toX, repeated, total)} fill={`url(#${id}-checkpoint)`} />
				<path className={styles.curve} d={drawStairs(curve.steps, toX, total)} />
			</g>
			<line
				className={styles.without}
				x1={left}
				x2={right}
				y1={toY(curve.without.total)}
				y2={toY(curve.without.total)}
			/>
			<line className={styles.axis} x1={left} x2={right} y1={bottom} y2={bottom} />
			<path className={styles.best} d={drawDiamond(toX(best), toY(curve.optimum.overhead.total))} />
		</svg>
	);
}

type ToX = PlotScale["toX"];
type ToHeight = (overhead: Overhead) => number;

function drawStairs(steps: readonly CurveStep[], toX: ToX, toHeight: ToHeight): string {
	return steps
		.map(({ from, to, overhead }, index) => `${index ? "L" : "M"}${toX(from)} ${toHeight(overhead)}H${toX(to)}`)
		.join("");
}

function drawArea(steps: readonly CurveStep[], toX: ToX, toLow: ToHeight, toHigh: ToHeight): string {
	const back = steps.toReversed().map(({ from, to, overhead }) => `L${toX(to)} ${toLow(overhead)}H${toX(from)}`);
	return `${drawStairs(steps, toX, toHigh)}${back.join("")}Z`;
}

/** The outline of the mark of the optimum. */
export function drawDiamond(x: number, y: number): string {
	return `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`;
}
