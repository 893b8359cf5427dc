import type { AdvisorDraft } from "../draft/draft.ts";
import { formatFriendly } from "../duration/format.ts";
import type { Problem, TextProblem } from "../problem.ts";
import { askFor } from "../text/wording.ts";

/** What the model reckons with. Times are in seconds. */
export interface Scenario {
	readonly workers: number;
	/** Mean time between failures of one worker. */
	readonly workerMtbf: number;
	readonly checkpointCost: number;
	readonly stageLength: number;
	/**
	 * How long the query takes when nothing fails and nothing is checkpointed. Without a checkpoint, a failure costs
	 * all that was done since the start, so what checkpoints are worth depends on how long that can be.
	 */
	readonly queryLength: number;
	/** From a failure until the query runs again. */
	readonly restartTime: number;
}

/** What the cost of a checkpoint is reckoned from where nobody has measured it. */
export interface CheckpointSize {
	readonly checkpointBytes: number;
	/** Bytes per second that all workers together write to the checkpoint location. */
	readonly bandwidth: number;
}

export type ScenarioKey = keyof Scenario | keyof CheckpointSize;

export type QuantityUnit = "count" | "seconds" | "bytes" | "bytes per second";

export interface ScenarioField {
	readonly title: string;
	readonly help: string;
	readonly unit: QuantityUnit;
	readonly initial: number;
	/** Why {@link initial} is what it is, for the person who leaves it: the end of a sentence. */
	readonly reason: string;
	/** Least and greatest value, both allowed. */
	readonly min: number;
	readonly max: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * One typical way to run workers, and how often one is lost.
 *
 * The figures are good to about a factor of three for hardware and ten for spot instances, which matters less than it
 * seems: the best period grows with the square root of the time between failures.
 */
export interface FailureRate {
	readonly id: Exclude<AdvisorDraft["failures"], "custom">;
	/** Mean time between failures of one worker, in seconds. */
	readonly workerMtbf: number;
	/** Where the figure comes from and how rough it is. */
	readonly basis: string;
	readonly sources: readonly string[];
}

export const failureRates: readonly FailureRate[] = [
	{
		id: "spot",
		workerMtbf: 10 * day,
		basis:
			"Google once published 5 to 15% a day for preemptible machines, AWS puts its own into bands from under 5% to over 20% a month. Look up yours.",
		sources: [
			"https://cloud.google.com/compute/docs/instances/preemptible",
			"https://aws.amazon.com/ec2/spot/instance-advisor/",
			"https://learn.microsoft.com/azure/virtual-machines/spot-vms",
		],
	},
	{
		id: "on_demand",
		workerMtbf: 90 * day,
		basis:
			"An assumption, because no provider says: hardware, maintenance or a replaced node stops a machine once a quarter.",
		sources: [],
	},
	{
		id: "own_hardware",
		workerMtbf: 180 * day,
		basis:
			"Meta counted a failure per machine in 430 and in 150 days in two GPU clusters. Without GPUs it should last longer.",
		sources: ["https://arxiv.org/abs/2410.21680"],
	},
];

/** The inputs, in the order in which a form asks for them. */
export const scenarioFields: Readonly<Record<ScenarioKey, ScenarioField>> = {
	workers: {
		title: "Workers",
		help: "How many workers one query runs on.",
		unit: "count",
		initial: 8,
		reason: "a small cluster.",
		min: 1,
		max: 100_000,
	},
	workerMtbf: {
		title: "Time between failures",
		help: "How long one worker lasts, on average.",
		unit: "seconds",
		initial: 10 * day,
		reason: "as for spot instances.",
		min: minute,
		max: 36_500 * day,
	},
	checkpointCost: {
		title: "Checkpoint time",
		help: "How long one checkpoint takes.",
		unit: "seconds",
		initial: minute,
		reason: "60 GB at 1 GB/s.",
		min: 0,
		max: day,
	},
	checkpointBytes: {
		title: "Intermediate data",
		help: "What a stage passes to the next one, over all workers.",
		unit: "bytes",
		initial: 60e9,
		reason: "a guess, because it depends on the query.",
		min: 0,
		max: 1e18,
	},
	bandwidth: {
		title: "Write bandwidth",
		help: "Of all workers together, to the checkpoint location.",
		unit: "bytes per second",
		initial: 1e9,
		reason: "eight workers at 1 Gbit/s.",
		min: 1,
		max: 1e15,
	},
	stageLength: {
		title: "Stage length",
		help: "Polars makes a checkpoint only at the end of a stage.",
		unit: "seconds",
		initial: 5 * minute,
		reason: "a guess. A query’s profile shows yours.",
		min: 0.001,
		max: 30 * day,
	},
	queryLength: {
		title: "Query length",
		help: "Of a long query without failures.",
		unit: "seconds",
		initial: 4 * hour,
		reason: "shorter queries seldom need checkpoints.",
		min: 1,
		max: 30 * day,
	},
	restartTime: {
		title: "Restart time",
		help: "From a failure until the query runs again.",
		unit: "seconds",
		initial: 5 * minute,
		reason: "to notice the failure and start a machine.",
		min: 0,
		max: day,
	},
};

/** What the model takes for granted. It belongs beside every figure that comes out of it. */
export const assumptions: readonly string[] = [
	"Workers fail independently, and at any moment with the same probability.",
	"A failed worker sends the whole query back to its last checkpoint or, where there is none, to its start.",
	"The query waits while a checkpoint is written; whether it really does is not documented.",
	"All stages have the same length, and the period counts from the last checkpoint.",
	"A failed query is run again, with or without checkpoints.",
	"A query that runs out of memory does so again: no checkpoint helps there.",
];

export const defaultScenario: Scenario = {
	workers: scenarioFields.workers.initial,
	workerMtbf: scenarioFields.workerMtbf.initial,
	checkpointCost: scenarioFields.checkpointCost.initial,
	stageLength: scenarioFields.stageLength.initial,
	queryLength: scenarioFields.queryLength.initial,
	restartTime: scenarioFields.restartTime.initial,
};

/** Seconds in a duration as `parseDuration` reads it, which is nanoseconds. */
export function toSeconds(nanoseconds: bigint): number {
	return Number(nanoseconds) / 1e9;
}

/** Seconds that it takes to write so many bytes at so many bytes per second. */
export function estimateCheckpointCost({ checkpointBytes, bandwidth }: CheckpointSize): number {
	return checkpointBytes / bandwidth;
}

/**
 * What is wrong with the value of one input; nothing means that the model can reckon with it.
 *
 * @param found How the value was written, for the message.
 */
export function checkScenarioField(key: ScenarioKey, value: number, found?: string): TextProblem | undefined {
	const { unit, min, max } = scenarioFields[key];
	const wanted = !Number.isFinite(value)
		? "a number"
		: value < min
			? `at least ${formatQuantity(min, unit)}`
			: value > max
				? `at most ${formatQuantity(max, unit)}`
				: unit === "count" && !Number.isInteger(value)
					? "a whole number"
					: undefined;
	if (wanted === undefined) return undefined;
	return {
		code: "wrong-value",
		severity: "error",
		message: askFor(wanted, found ?? formatQuantity(value, unit)),
	};
}

/** What is wrong with a scenario. The rest of the advisor wants one with which nothing is. */
export function checkScenario(scenario: Scenario): readonly Problem[] {
	return (Object.keys(defaultScenario) as (keyof Scenario)[]).flatMap((key) => {
		const problem = checkScenarioField(key, scenario[key]);
		return problem ? [{ ...problem, path: [key] }] : [];
	});
}

/** A value in its unit: `1h 30m`, `10 days`, `60 GB`, `1 GB/s`, `8`. */
export function formatQuantity(value: number, unit: QuantityUnit): string {
	if (!Number.isFinite(value)) return String(value);
	// Beyond 1e12 the number alone is shorter, and far beyond it nanoseconds overflow.
	const isLarge = Math.abs(value) >= 1e12;
	if (unit === "count") return isLarge ? String(value) : value.toLocaleString("en");
	if (unit === "seconds") {
		if (isLarge || value < 0) return `${value}s`;
		return value >= 2 * day && value % day === 0 ? `${value / day} days` : formatSeconds(value);
	}
	const rounded = Number(value.toPrecision(3));
	const prefix = Math.min(Math.max(Math.floor(Math.log10(Math.abs(rounded)) / 3), 0), 6);
	const text = `${rounded / 1000 ** prefix} ${["", "k", "M", "G", "T", "P", "E"][prefix]}B`;
	return unit === "bytes" ? text : `${text}/s`;
}

/** Seconds as a person writes them: `1h 30m`. At least 0 and below 1e12. */
export function formatSeconds(seconds: number): string {
	return formatFriendly(BigInt(Math.round(seconds * 1e9)));
}
