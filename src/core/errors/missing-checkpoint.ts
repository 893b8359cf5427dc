import { docs } from "../docs.ts";

/** One question to somebody who finds no checkpoint. */
interface CheckpointQuestion {
	readonly question: string;
	readonly help: string;
	/** What can be answered, as the person reads it. Every question may be left open: that is `unknown`. */
	readonly answers: Readonly<Record<string, string>>;
	readonly docs: string;
}

/** The five questions, in the order in which they are asked. */
export const checkpointQuestions = {
	enabled: {
		question: "Does the scheduler's configuration say enabled = true in [scheduler.checkpoint]?",
		help: "The Helm chart and the operator set it as soon as a location is given.",
		answers: { yes: "Yes", no: "No", unknown: "I don't know" },
		docs: docs.checkpointing,
	},
	period: {
		question: "Does a stage end after the period has passed, while the query still runs?",
		help: "A checkpoint is made when a stage ends and the period has passed since the last one. The chart and the operator use 20 minutes by default.",
		answers: {
			yes: "Yes",
			query_shorter: "No, the whole query is shorter than the period",
			one_stage: "No, the query has one stage, or only its last stage is long",
			unknown: "I don't know",
		},
		docs: docs.checkpointing,
	},
	shuffle: {
		question: "Where do the workers store their shuffles?",
		help: "worker.shuffle_location: shared storage is shared_filesystem, s3, gcs or abs.",
		answers: { local: "On local disk", shared: "On shared storage", unknown: "I don't know" },
		docs: docs.checkpointing,
	},
	location: {
		question: "Does every worker have the same checkpoint_location?",
		help: "It is in each worker's file, or in the variables that start with PC_CUBLET__worker__checkpoint_location.",
		answers: { all: "Yes, every one", some: "Only some, or they differ", none: "No", unknown: "I don't know" },
		docs: docs.checkpointing,
	},
	release: {
		question: "Which release of Polars On-Prem runs?",
		help: "The documentation describes checkpoints since the day after 0.6.3.",
		answers: { current: "0.6.3 or newer", older: "An older one", unknown: "I don't know" },
		docs: "https://docs.cloud.pola.rs/polars-on-premises/releases/",
	},
} as const satisfies Readonly<Record<string, CheckpointQuestion>>;

type Questions = typeof checkpointQuestions;

/** What was answered so far; a question that is left out counts as `unknown`. */
export type CheckpointAnswers = { readonly [Id in keyof Questions]?: keyof Questions[Id]["answers"] };

/** Why there is no checkpoint, as far as the answers tell. */
export interface MissingCause {
	readonly id: string;
	/**
	 * `documented` where the documentation says that no checkpoint is written then; `likely` where it says what is needed and
	 * not what happens without it; `open` where the answers tell nothing.
	 */
	readonly certainty: "documented" | "likely" | "open";
	readonly cause: string;
	readonly remedy: string;
	/** Names of the form's fields to look at. */
	readonly fields: readonly string[];
}

interface Rule extends MissingCause {
	readonly holds: (answers: CheckpointAnswers) => boolean;
}

/** The first that holds is the likeliest. */
const rules: readonly Rule[] = [
	{
		id: "not-enabled",
		holds: ({ enabled }) => enabled === "no",
		certainty: "documented",
		cause: "Checkpoints are off: turn them on at the scheduler.",
		remedy: "Set scheduler.checkpoint.enabled to true, and restart the scheduler.",
		fields: ["period"],
	},
	{
		id: "shuffle-shared",
		holds: ({ shuffle }) => shuffle === "shared",
		certainty: "documented",
		cause: "The shuffles are on shared storage, which keeps the same state already: then checkpoints have no effect.",
		remedy: "Nothing is missing. If you want checkpoints, put the shuffles on local disk.",
		fields: ["shuffle"],
	},
	{
		id: "no-location",
		holds: ({ location }) => location === "none",
		certainty: "documented",
		cause: "The workers have no place to store checkpoints.",
		remedy: "Give every worker the same worker.checkpoint_location, and restart it.",
		fields: ["store"],
	},
	{
		id: "query-shorter",
		holds: ({ period }) => period === "query_shorter",
		certainty: "documented",
		cause: "The query is over before the period has passed.",
		remedy: "Choose a shorter period, or try it with a longer query.",
		fields: ["period"],
	},
	{
		id: "one-stage",
		holds: ({ period }) => period === "one_stage",
		certainty: "documented",
		cause: "A checkpoint is made only where a stage ends, and no stage of this query ends after the period has passed.",
		remedy:
			"Nothing is wrong. To see a checkpoint, run a distributed query of several long stages, with joins or group-bys.",
		fields: ["period"],
	},
	{
		id: "locations-differ",
		holds: ({ location }) => location === "some",
		certainty: "likely",
		cause: "Each worker needs a location, and it must be the same storage for all.",
		remedy: "Give every worker the same worker.checkpoint_location, and restart those that lacked it.",
		fields: ["store"],
	},
	{
		id: "older-release",
		holds: ({ release }) => release === "older",
		certainty: "likely",
		cause:
			"The release may not have checkpoints: they are first documented with 0.6.3, and nothing public says what earlier releases do.",
		remedy: "Update to 0.6.3 or newer.",
		fields: [],
	},
	{
		id: "storage",
		holds: ({ enabled, period, location }) => enabled === "yes" && period === "yes" && location === "all",
		certainty: "likely",
		cause: "Everything that a checkpoint needs is set, so the workers may not be able to write to the location.",
		remedy: "Run the test of the location on a worker, and look for an error in the worker's log.",
		fields: ["store"],
	},
];

const open: MissingCause = {
	id: "open",
	certainty: "open",
	cause: "The answers do not say why.",
	remedy: "Answer the other questions, and run the test of the location on a worker.",
	fields: [],
};

/** The likeliest cause of a checkpoint's absence. Answers that are missing count as not known. */
export function findMissingCause(answers: CheckpointAnswers): MissingCause {
	const { holds: _, ...cause } = rules.find(({ holds }) => holds(answers)) ?? { ...open, holds: undefined };
	return cause;
}
