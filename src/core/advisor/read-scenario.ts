import type { AdvisorDraft } from "../draft/draft.ts";
import type { Problem, TextProblem } from "../problem.ts";
import { readQuantity } from "./quantity.ts";
import {
	checkScenarioField,
	estimateCheckpointCost,
	failureRates,
	formatQuantity,
	type Scenario,
	type ScenarioKey,
	scenarioFields,
} from "./scenario.ts";

/** A text of the advisor, by its name in the draft. */
export type AdvisorText = Exclude<keyof AdvisorDraft, "failures" | "cost_from">;

/** What each text of the draft is called in a scenario. */
export const scenarioKeys: Readonly<Record<AdvisorText, ScenarioKey>> = {
	workers: "workers",
	worker_mtbf: "workerMtbf",
	checkpoint_cost: "checkpointCost",
	checkpoint_size: "checkpointBytes",
	bandwidth: "bandwidth",
	stage_length: "stageLength",
	query_length: "queryLength",
	restart_time: "restartTime",
};

/** What became of the advisor's texts. */
export interface ReadScenario {
	/** Nothing while a text that counts is wrong: no advice is better than a wrong one. */
	readonly scenario: Scenario | undefined;
	/** What is wrong, by the name of the form's field: `advisor.workers`. */
	readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** The texts that count: the time between failures only where no everyday choice says it, and one way to the cost. */
export function listTexts({ failures, cost_from }: AdvisorDraft): readonly AdvisorText[] {
	return [
		"workers",
		...(failures === "custom" ? (["worker_mtbf"] as const) : []),
		...(cost_from === "size" ? (["checkpoint_size", "bandwidth"] as const) : (["checkpoint_cost"] as const)),
		"stage_length",
		"query_length",
		"restart_time",
	];
}

/** Reads what was typed into the advisor. Each text that counts is judged, the others are not. */
export function readScenario(advisor: AdvisorDraft): ReadScenario {
	const problems = new Map<string, readonly Problem[]>();
	const values: Partial<Record<ScenarioKey, number>> = {};
	const report = (text: AdvisorText, problem: TextProblem) => {
		problems.set(`advisor.${text}`, [{ ...problem, path: ["advisor", text] }]);
	};
	for (const text of listTexts(advisor)) {
		const read = readText(text, advisor[text]);
		if (typeof read === "number") values[scenarioKeys[text]] = read;
		else report(text, read);
	}
	const rate = failureRates.find(({ id }) => id === advisor.failures);
	if (rate) values.workerMtbf = rate.workerMtbf;
	const { checkpointBytes, bandwidth } = values;
	if (checkpointBytes !== undefined && bandwidth !== undefined) {
		values.checkpointCost = estimateCheckpointCost({ checkpointBytes, bandwidth });
		if (checkScenarioField("checkpointCost", values.checkpointCost)) {
			report("bandwidth", {
				code: "wrong-value",
				severity: "error",
				message: "At this rate, a checkpoint takes longer than a day.",
			});
		}
	}
	if (problems.size > 0) return { scenario: undefined, problems };
	// Without a problem each of them has a value.
	const take = (key: keyof Scenario) => values[key] ?? scenarioFields[key].initial;
	return {
		scenario: {
			workers: take("workers"),
			workerMtbf: take("workerMtbf"),
			checkpointCost: take("checkpointCost"),
			stageLength: take("stageLength"),
			queryLength: take("queryLength"),
			restartTime: take("restartTime"),
		},
		problems,
	};
}

function readText(name: AdvisorText, text: string): number | TextProblem {
	const key = scenarioKeys[name];
	if (text.trim() === "") return { code: "missing-value", severity: "error", message: describeMissing(name) };
	const read = readQuantity(text, scenarioFields[key].unit);
	if (!read.ok) return read.problem;
	return checkScenarioField(key, read.value, text.trim()) ?? read.value;
}

const nouns = { count: "a number", seconds: "a duration", bytes: "a size", "bytes per second": "a rate" } as const;

/** What to say while a text is empty: `Enter a duration, for example 5m.` */
export function describeMissing(name: AdvisorText): string {
	const { unit, initial } = scenarioFields[scenarioKeys[name]];
	return `Enter ${nouns[unit]}, for example ${formatQuantity(initial, unit)}.`;
}
