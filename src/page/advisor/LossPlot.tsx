import { useId, useRef } from "react";
import type { Curve, PeriodDomain } from "../../core/advisor/curve.ts";
import { describeCurve, formatRough, formatShare, nameOptimum } from "../../core/advisor/describe.ts";
import { periodLadder, shortestPeriod, snapPeriod } from "../../core/advisor/ladder.ts";
import type { Overhead } from "../../core/advisor/overhead.ts";
import type { Advice } from "../../core/advisor/recommend.ts";
import { Hatching, Swatch } from "./Hatching.tsx";
import { drawDiamond, LossScenery } from "./LossScenery.tsx";
import { PeriodHandle } from "./PeriodHandle.tsx";
import styles from "./picture.module.css";
import { layPlot } from "./plot-scale.ts";
import { useDrag } from "./use-drag.ts";
import { useWidth } from "./use-width.ts";

interface LossPlotProps {
	readonly curve: Curve;
	readonly domain: PeriodDomain;
	readonly advice: Advice;
	/** The present period in seconds; nothing where the field holds none, and then the handle waits at the advice. */
	readonly chosen: number | undefined;
	/** What the present period, or else the advice, costs. */
	readonly overhead: Overhead;
	readonly onChoose: (period: number) => void;
	readonly onDrag: (dragging: boolean) => void;
}

/** Lost time over the period, with a handle that sets the period. */
export function LossPlot({ curve, domain, advice, chosen, overhead, onChoose, onDrag }: LossPlotProps) {
	const id = useId();
	const [frame, width] = useWidth();
	const handle = useRef<SVGGElement>(null);
	const scale = layPlot(width, domain, curve);
	const shown = chosen ?? advice.period;
	const x = scale.toX(shown);
	const words = `${formatRough(shown)}, ${formatShare(overhead.total)} lost`;
	const longest = periodLadder.findLast((rung) => rung <= domain[1]) ?? shortestPeriod;

	const { optimum, without } = curve;
	const isAdvised = advice.period > optimum.from && advice.period <= optimum.to;
	const best = isAdvised ? advice.period : optimum.to;
	const bestName = isAdvised ? advice.text : nameOptimum(optimum);

	const choose = (period: number) => {
		if (period !== chosen) onChoose(period);
	};
	const dragging = useDrag({
		onStart: () => {
			handle.current?.focus({ preventScroll: true });
			onDrag(true);
		},
		onFollow: (x) => choose(Math.min(snapPeriod(scale.toPeriod(x)), longest)),
		onEnd: () => onDrag(false),
	});

	return (
		<figure className={styles.figure}>
			<h3 id={`${id}-title`}>Time lost by period</h3>
			<div ref={frame} translate="no">
				{/* biome-ignore lint/a11y/useSemanticElements: no other element groups what is drawn in an SVG. */}
				<svg
					role="group"
					aria-labelledby={`${id}-title`}
					className={styles.plot}
					viewBox={`0 0 ${Math.max(width, 1)} ${scale.height}`}
					height={scale.height}
					{...dragging}
				>
					<Hatching id={id} />
					<LossScenery id={id} curve={curve} domain={domain} best={best} scale={scale} />
					<PeriodHandle
						ref={handle}
						x={x}
						y={scale.toY(overhead.total)}
						bottom={scale.bottom}
						turned={x > width / 2}
						period={shown}
						domain={domain}
						longest={longest}
						words={words}
						vacant={chosen === undefined}
						onChoose={choose}
					/>
				</svg>
			</div>
			<ul className={styles.key}>
				<li>
					<Swatch>
						<circle className={styles.knob} cx="9" cy="6" r="4.5" />
					</Swatch>
					<span>{chosen === undefined ? "No period set" : `Chosen: ${words}`}</span>
				</li>
				<li>
					<Swatch>
						<path className={styles.best} d={drawDiamond(9, 6)} />
					</Swatch>
					{/* Past the last checkpoint, the optimum is no single period. */}
					<span>
						{`Least: ${optimum.overhead.count > 0 ? bestName : `from ${formatRough(optimum.from)} on`}, ${formatShare(
							optimum.overhead.total,
						)}`}
					</span>
				</li>
				<li>
					<Swatch>
						<line className={styles.without} x1="0" x2="18" y1="6" y2="6" />
					</Swatch>
					<span>{`Without checkpoints: ${formatShare(without.total)}`}</span>
				</li>
				<li>
					<Swatch fill={`url(#${id}-checkpoint)`} />
					Checkpoints
				</li>
				<li>
					<Swatch fill={`url(#${id}-repeat)`} />
					Repeated work and restarts
				</li>
			</ul>
			<figcaption>{`${describeCurve(curve)} Drag the handle or use the arrow keys to set the period.`}</figcaption>
		</figure>
	);
}
