import { useWatch } from "react-hook-form";
import {
	type AdvisorText,
	describeMissing,
	listTexts,
	type ReadScenario,
	scenarioKeys,
} from "../../core/advisor/read-scenario.ts";
import { type FailureRate, failureRates, formatQuantity, scenarioFields } from "../../core/advisor/scenario.ts";
import { docs } from "../../core/docs.ts";
import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import type { FieldMeta } from "../../core/draft/fields.ts";
import { ChoiceField } from "../field/ChoiceField.tsx";
import { TextField } from "../field/TextField.tsx";
import styles from "./advisor.module.css";

const textNames = Object.keys(scenarioKeys) as AdvisorText[];

/** What the advice is reckoned from, each with a default that says so. */
export function ScenarioFields({ problems }: Pick<ReadScenario, "problems">) {
	const [failures, costFrom] = useWatch<CheckpointDraft, ["advisor.failures", "advisor.cost_from"]>({
		name: ["advisor.failures", "advisor.cost_from"],
	});
	const texts = listTexts({ ...defaultDraft.advisor, failures, cost_from: costFrom });
	const rate = failureRates.find(({ id }) => id === failures);
	const cell = (name: AdvisorText) =>
		texts.includes(name) && (
			<TextField
				key={name}
				name={`advisor.${name}`}
				meta={metas[name]}
				problem={problems.get(`advisor.${name}`)?.[0]}
			/>
		);
	return (
		<div className={styles.fields}>
			{cell("workers")}
			{cell("query_length")}
			<div className={styles.wide}>
				<ChoiceField name="advisor.failures" meaning={rate && <Rate {...rate} />} />
			</div>
			{cell("worker_mtbf")}
			<ChoiceField name="advisor.cost_from" />
			{cell("checkpoint_cost")}
			{cell("checkpoint_size")}
			{cell("bandwidth")}
			{cell("stage_length")}
			{cell("restart_time")}
		</div>
	);
}

/** How often a worker is lost by an everyday choice, and who says so. */
function Rate({ id, workerMtbf, basis, sources }: FailureRate) {
	return (
		<>
			<span>
				{`A worker lasts ${formatQuantity(workerMtbf, "seconds")} on average${
					id === defaultDraft.advisor.failures ? " (the default)" : ""
				}. ${basis}`}
			</span>
			{sources.map((source) => (
				<span key={source}>
					{" "}
					<a href={source}>{new URL(source).hostname.replace(/^www\./, "")}</a>
				</span>
			))}
		</>
	);
}

/** What a person is told about each text, its default included. */
const metas = Object.fromEntries(
	textNames.map((name): [AdvisorText, FieldMeta] => {
		const { title, help, reason } = scenarioFields[scenarioKeys[name]];
		const initial = defaultDraft.advisor[name];
		return [
			name,
			{
				title,
				help: `${help} Default ${initial}: ${reason}`,
				docs: docs.checkpointing,
				missing: describeMissing(name),
			},
		];
	}),
) as Readonly<Record<AdvisorText, FieldMeta>>;

/** The titles of the fields that something is wrong with: `Workers and Stage length`. */
export function listTitles(problems: ReadScenario["problems"]): string {
	const titles = textNames.filter((name) => problems.has(`advisor.${name}`)).map((name) => metas[name].title);
	return new Intl.ListFormat("en").format(titles);
}
