import type { Curve, CurveStep } from "./curve.ts";
import { countParts } from "./overhead.ts";
import type { Advice, Verdict } from "./recommend.ts";
import { formatQuantity, formatSeconds, type Scenario } from "./scenario.ts";
import type { Timeline, TimelineRow } from "./timeline.ts";

/** A share from 0 to 1 as a person reads it: `3.2%`; `<0.1%` and `>99.9%` for what is only almost none or all. */
export function formatShare(share: number): string {
	if (share <= 0) return "0%";
	if (share < 0.0005) return "<0.1%";
	return share > 0.9995 ? ">99.9%" : `${(share * 100).toFixed(1)}%`;
}

const day = 86_400;

/** Seconds, finite or not, as precisely as a forecast deserves: `59m 20s`, `26h 14m`, `40 days`, `over 10 years`. */
export function formatRough(seconds: number): string {
	if (seconds > 3650 * day) return "over 10 years";
	if (seconds >= 4 * day) return formatQuantity(Math.round(seconds / day) * day, "seconds");
	const step = seconds >= 3600 ? 60 : seconds >= 10 ? 1 : seconds >= 1 ? 0.1 : 0.001;
	return formatSeconds(Math.round(seconds / step) * step);
}

/** Seconds that the query takes on average with so large a share of them lost; may be infinite. */
export function expectDuration(total: number, { queryLength }: Scenario): number {
	return queryLength / (1 - total);
}

/** A verdict in a few words. */
export const verdicts: Readonly<Record<Verdict, string>> = {
	pays: "Checkpoints save time.",
	even: "Checkpoints make little difference.",
	costs: "Checkpoints cost more time than they save.",
	hopeless: "Checkpoints are not enough.",
};

/** The advice in one sentence: `A period of 1h cuts the time lost from 6.8% to 3.2%.` */
export function describeAdvice({ text, verdict, overhead, without }: Advice): string {
	const [lost, lostWithout] = [overhead.total, without.total].map(formatShare);
	switch (verdict) {
		case "pays":
			return `A period of ${text} cuts the time lost from ${lostWithout} to ${lost}.`;
		case "even":
			return `With a period of ${text}, ${lost} of the time is lost; without checkpoints, ${lostWithout}.`;
		case "costs":
			return `A period of ${text} makes no checkpoint in this query, which loses ${lost} of its time to failures.`;
		case "hopeless":
			return `Even with a period of ${text}, ${lost} of the time is lost to failures.`;
	}
}

/** The period of an optimum that has one, to the minute where seconds would only be the samples of the curve. */
export function nameOptimum({ to }: CurveStep): string {
	return formatRough(to >= 600 ? Math.round(to / 60) * 60 : to);
}

/** What the curve shows: where lost time is least, and how it rises to both sides. */
export function describeCurve({ steps, optimum }: Curve): string {
	const [first, last] = [steps[0] ?? optimum, steps.at(-1) ?? optimum];
	const [atFirst, least, atLast] = [first, optimum, last].map(({ overhead }) => formatShare(overhead.total));
	if (atFirst === least && least === atLast) return `Every period loses about the same, ${least}.`;
	const tail = `from ${formatRough(last.from)} on, where no checkpoint is made`;
	const end = last.overhead.count === 0 ? tail : `at ${formatRough(last.to)}`;
	if (optimum === last) return `Lost time falls from ${atFirst} at ${formatRough(first.from)} to ${least} ${end}.`;
	const rise = `and rises to ${atLast} ${end}`;
	if (optimum === first) return `Lost time is least, ${least}, up to a period of ${formatRough(first.to)}, ${rise}.`;
	const fall = `falls from ${atFirst} at ${formatRough(first.from)} to ${least} at ${nameOptimum(optimum)}`;
	return `Lost time ${fall}, ${rise}.`;
}

/** What the timeline shows, in full, for a person who does not see it. */
export function describeTimeline(
	period: string,
	{ chosen, without, work, stagesPerSpan }: Timeline,
	scenario: Scenario,
): string {
	const { stageLength, queryLength } = scenario;
	const stages = countParts(work, stageLength);
	return [
		`${formatCount(stages, "stage")} of ${formatRough(stageLength)} with one failure.`,
		...(work < queryLength ? [`They are the first ${formatRough(work)} of the query.`] : []),
		...(stagesPerSpan > 1 ? [`One box stands for ${formatCount(stagesPerSpan, "stage")}.`] : []),
		`With ${period}: ${formatCount(countCheckpoints(chosen), "checkpoint")}, ${describeRow(chosen)}`,
		`Without checkpoints: ${describeRow(without)}`,
	].join(" ");
}

function countCheckpoints({ spans }: TimelineRow): number {
	return spans.filter(({ kind }) => kind === "checkpoint").length;
}

function describeRow({ failure, repeated, end }: TimelineRow): string {
	return `failure after ${formatRough(failure)}, ${formatRough(repeated)} of work repeated, done after ${formatRough(end)}.`;
}

/** What the timeline comes to, in one sentence. */
export function summarizeTimeline(period: string, { chosen, without }: Timeline): string {
	const [some, all] = [chosen.repeated, without.repeated].map(formatRough);
	if (some === all) return `A failure repeats ${all} of work, with a period of ${period} as without checkpoints.`;
	return `A failure repeats ${some} of work with a period of ${period}, and ${all} without checkpoints.`;
}

function formatCount(count: number, noun: string): string {
	return `${count === 0 ? "no" : count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
