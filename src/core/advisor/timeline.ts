import { effectiveInterval } from "./overhead.ts";
import type { Scenario } from "./scenario.ts";

/**
 * - `work`: done for good.
 * - `lost`: done, then lost in the failure.
 * - `repeat`: what was lost, done again.
 * - `checkpoint`: a checkpoint that is written.
 * - `restart`: from the failure until the query runs again.
 */
export type SpanKind = "work" | "lost" | "repeat" | "checkpoint" | "restart";

/** Seconds from the start of the query. One of work is as long as a stage, or as `stagesPerSpan` of them, at most. */
export interface Span {
	readonly kind: SpanKind;
	readonly start: number;
	readonly end: number;
}

export interface TimelineRow {
	readonly spans: readonly Span[];
	/** When the worker fails; the same work has been done by then in every row. */
	readonly failure: number;
	/** When the query is through. */
	readonly end: number;
	/** Seconds of work that the failure cost. */
	readonly repeated: number;
}

export interface Timeline {
	readonly chosen: TimelineRow;
	readonly without: TimelineRow;
	/** Seconds of work shown: the query's length, or its first part where all its checkpoints would be too many to see. */
	readonly work: number;
	/** Stages that one span of work stands for; 1 unless they would be too many to see. */
	readonly stagesPerSpan: number;
}

const mostCheckpoints = 24;
const mostStages = 72;

/**
 * One query with one failure, with checkpoints at the period and without, for a scenario in which `checkScenario` finds
 * nothing wrong.
 *
 * The failure comes in the stretch between checkpoints that holds the moment at 60% of the work, and halfway through
 * it: a failure is as likely early in a stretch as late, so halfway is what it costs on average.
 *
 * @param period in seconds, 0 or more
 */
export function layTimeline(period: number, scenario: Scenario): Timeline {
	const interval = effectiveInterval(period, scenario);
	const work = Math.min(scenario.queryLength, mostCheckpoints * interval);
	const stagesPerSpan = Math.ceil(work / scenario.stageLength / mostStages);
	const stretch = Math.floor((0.6 * work) / interval);
	const reached = stretch * interval + Math.min(interval, work - stretch * interval) / 2;
	const lay = (interval: number, stretch: number) =>
		layRow({ ...scenario, work, interval, stretch, reached, spanLength: stagesPerSpan * scenario.stageLength });
	return { chosen: lay(interval, stretch), without: lay(work, 0), work, stagesPerSpan };
}

interface Run extends Pick<Scenario, "checkpointCost" | "restartTime"> {
	readonly work: number;
	readonly interval: number;
	/** Number of the stretch between checkpoints, from 0, in which the worker fails, and the work done by then. */
	readonly stretch: number;
	readonly reached: number;
	readonly spanLength: number;
}

function layRow({ work, interval, checkpointCost, restartTime, stretch, reached, spanLength }: Run): TimelineRow {
	const spans: Span[] = [];
	let now = 0;
	let failure = 0;
	const lay = (kind: SpanKind, length: number) => {
		// A checkpoint that takes no time is one all the same.
		if (length > 0 || kind === "checkpoint") spans.push({ kind, start: now, end: now + length });
		now += length;
	};
	/** Work from one place in the query to another, cut where its stages end. */
	const layWork = (kind: SpanKind, from: number, to: number) => {
		for (let done = from; done < to; ) {
			// Rounding may leave a place just beside a cut. It counts as at the cut, or a span of no length would be drawn.
			const cut = (Math.floor(done / spanLength + 1e-6) + 1) * spanLength;
			const next = cut < to - 1e-6 * spanLength ? cut : to;
			lay(kind, next - done);
			done = next;
		}
	};

	const stretches = Math.ceil(work / interval - 1e-9);
	for (let index = 0; index < stretches; index++) {
		const from = index * interval;
		const to = index === stretches - 1 ? work : from + interval;
		if (index === stretch) {
			layWork("lost", from, reached);
			failure = now;
			lay("restart", restartTime);
			layWork("repeat", from, reached);
		}
		layWork("work", index === stretch ? reached : from, to);
		if (to < work) lay("checkpoint", checkpointCost);
	}
	return { spans, failure, end: now, repeated: reached - stretch * interval };
}
