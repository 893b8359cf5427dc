import { useId } from "react";
import { listTimeTicks } from "../../core/advisor/axis.ts";
import { describeTimeline, formatRough, summarizeTimeline } from "../../core/advisor/describe.ts";
import type { Scenario } from "../../core/advisor/scenario.ts";
import type { Span, SpanKind, Timeline, TimelineRow } from "../../core/advisor/timeline.ts";
import { Hatching, Swatch } from "./Hatching.tsx";
import styles from "./picture.module.css";
import { useWidth } from "./use-width.ts";

interface TimelinePictureProps {
	readonly timeline: Timeline;
	/** The period that is shown, in seconds. */
	readonly period: number;
	/** Whether that is the present choice; else it is the advice. */
	readonly isChosen: boolean;
	readonly scenario: Scenario;
}

const barHeight = 24;
const rowHeight = 52;
const height = 2 * rowHeight + 20;
const edge = 8;

/** One query with one failure: with checkpoints at the period and without. */
export function TimelinePicture({ timeline, period, isChosen, scenario }: TimelinePictureProps) {
	const id = useId();
	const [frame, width] = useWidth();
	const { chosen, without } = timeline;
	const name = formatRough(period);
	const end = Math.max(chosen.end, without.end);
	const toX = (seconds: number) => edge + (Math.max(width - 2 * edge, 1) * seconds) / end;
	const least = Math.min(width - edge, 240);
	const ticks = listTimeTicks(end, width < 360 ? 3 : 6);
	return (
		<figure className={styles.figure}>
			<h3>One failure</h3>
			<div ref={frame} translate="no">
				<svg
					className={styles.timeline}
					viewBox={`0 0 ${Math.max(width, 1)} ${height}`}
					height={height}
					role="img"
					aria-label={describeTimeline(name, timeline, scenario)}
				>
					<Hatching id={id} />
					<Row
						id={id}
						y={0}
						row={chosen}
						title={`${isChosen ? "Chosen" : "Advice"}: ${name}`}
						toX={toX}
						least={least}
					/>
					<Row id={id} y={rowHeight} row={without} title="No checkpoints" toX={toX} least={least} />
					{ticks.map((seconds, index) => (
						<g key={seconds}>
							<line
								className={styles.axis}
								x1={toX(seconds)}
								x2={toX(seconds)}
								y1={2 * rowHeight}
								y2={2 * rowHeight + 5}
							/>
							<text
								className={styles.tick}
								x={toX(seconds)}
								y={height - 2}
								textAnchor={index === 0 ? "start" : seconds > 0.95 * end ? "end" : "middle"}
							>
								{index === 0 ? "0" : formatRough(seconds)}
							</text>
						</g>
					))}
				</svg>
			</div>
			<ul className={styles.key}>
				<li>
					<Swatch className={styles.work} />
					<span>
						{timeline.stagesPerSpan > 1 ? `Stages, ${timeline.stagesPerSpan.toLocaleString("en")} to a box` : "Stage"}
					</span>
				</li>
				<li>
					<Swatch className={styles.checkpoint} />
					Checkpoint
				</li>
				<li>
					<Swatch>
						<Cross x={9} y={6} />
					</Swatch>
					Failure
				</li>
				<li>
					<Swatch className={styles.lost} fill={`url(#${id}-lost)`} />
					Lost
				</li>
				<li>
					<Swatch className={styles.restart} />
					Restart
				</li>
				<li>
					<Swatch className={styles.repeat} fill={`url(#${id}-repeat)`} />
					Repeated
				</li>
			</ul>
			<figcaption>
				<span>{summarizeTimeline(name, timeline)}</span>
				{timeline.work < scenario.queryLength && (
					<span>{` Shown are the first ${formatRough(timeline.work)} of the query.`}</span>
				)}
			</figcaption>
		</figure>
	);
}

interface RowProps {
	readonly id: string;
	readonly y: number;
	readonly row: TimelineRow;
	readonly title: string;
	readonly toX: (seconds: number) => number;
	/** Where the second text of a row may end at the earliest, so that it stays clear of the first. */
	readonly least: number;
}

function Row({ id, y, row, title, toX, least }: RowProps) {
	const top = y + 18;
	return (
		<g>
			<text className={styles.rowTitle} x={edge} y={y + 12}>
				{title}
			</text>
			<text className={styles.tick} x={Math.max(toX(row.end), least)} y={y + 12} textAnchor="end">
				{`done after ${formatRough(row.end)}`}
			</text>
			{[...row.spans.filter(isBelow), ...row.spans.filter((span) => !isBelow(span))].map((span) => (
				<Bar key={`${span.kind} ${span.start}`} id={id} span={span} top={top} toX={toX} />
			))}
			<Cross x={toX(row.failure)} y={top + barHeight / 2} />
		</g>
	);
}

/** A checkpoint may be too short to see: it is drawn wider, over its neighbours, and stands out of the row. */
function isBelow({ kind }: Span): boolean {
	return kind !== "checkpoint";
}

const patterns: Readonly<Partial<Record<SpanKind, string>>> = { lost: "lost", repeat: "repeat" };

function Bar({ id, span, top, toX }: Pick<RowProps, "id" | "toX"> & { readonly span: Span; readonly top: number }) {
	const { kind, start, end } = span;
	const width = Math.max(toX(end) - toX(start), isBelow(span) ? 0.5 : 2);
	const rise = isBelow(span) ? 0 : 3;
	const pattern = patterns[kind];
	return (
		<rect
			className={styles[kind]}
			x={(toX(start) + toX(end) - width) / 2}
			y={top - rise}
			width={width}
			height={barHeight + 2 * rise}
			fill={pattern && `url(#${id}-${pattern})`}
		/>
	);
}

function Cross({ x, y }: { readonly x: number; readonly y: number }) {
	const d = `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x - 5} ${y + 5}L${x + 5} ${y - 5}`;
	return (
		<>
			<path className={styles.crossHalo} d={d} />
			<path className={styles.cross} d={d} />
		</>
	);
}
