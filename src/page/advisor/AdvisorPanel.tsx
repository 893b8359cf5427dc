import { useEffect, useMemo, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { choosePeriodDomain, type PeriodDomain, plotCurve } from "../../core/advisor/curve.ts";
import { describeAdvice, verdicts } from "../../core/advisor/describe.ts";
import { computeOverhead } from "../../core/advisor/overhead.ts";
import { readScenario } from "../../core/advisor/read-scenario.ts";
import { recommendPeriod } from "../../core/advisor/recommend.ts";
import { assumptions, formatSeconds, type Scenario, toSeconds } from "../../core/advisor/scenario.ts";
import { layTimeline } from "../../core/advisor/timeline.ts";
import { type AdvisorDraft, type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import { parseDuration } from "../../core/duration/parse.ts";
import { useAnnounce } from "../announce.tsx";
import { useCalmProblems } from "../draft/calm.ts";
import { useEditing, useEditingSteps } from "../draft/EditingProvider.tsx";
import { useDraftForm } from "../draft/form.ts";
import { useAnnounceProblems } from "../draft/ShownProblemsProvider.tsx";
import { rest } from "../draft/use-editing-state.ts";
import { AdviceTable } from "./AdviceTable.tsx";
import styles from "./advisor.module.css";
import { LossPlot } from "./LossPlot.tsx";
import { listTitles, ScenarioFields } from "./ScenarioFields.tsx";
import { TimelinePicture } from "./TimelinePicture.tsx";

/**
 * Helps to choose a period: asks about queries and machines, says what follows from it, and shows why. It answers once
 * somebody gave a figure of their own, or said that those that stand there will do.
 */
export function AdvisorPanel() {
	const typed = useWatch({ compute: ({ advisor }: CheckpointDraft) => structuredClone(advisor) });
	const { scenario, problems } = useMemo(() => readScenario(typed), [typed]);
	const shown = useCalmProblems(problems, { advisor: typed });
	useAnnounceProblems(shown);
	const { leave } = useEditingSteps();
	const { typing } = useEditing();
	const [confirmed, setConfirmed] = useState(false);
	const [given, setGiven] = useState(() => isGiven(typed));
	if (!given && typing === undefined && scenario && isGiven(typed)) setGiven(true);
	const [last, setLast] = useState(scenario);
	if (scenario && scenario !== last) setLast(scenario);
	const confirm = () => {
		if (scenario) setConfirmed(true);
		for (const name of problems.keys()) leave(name);
	};
	const gap = !scenario && <p className={styles.gap}>{`No advice yet: it needs ${listTitles(problems)}.`}</p>;
	return (
		<section className={styles.panel} aria-label="Help with the period">
			<p className={styles.question}>
				What do you run? The figures below are guesses. Change those that you know, then show the advice.
			</p>
			<ScenarioFields problems={shown} />
			{(confirmed || given) && last ? (
				<div className={styles.conclusion} data-withheld={!scenario || undefined}>
					{gap}
					<Answer scenario={last} focused={confirmed && !given} />
				</div>
			) : (
				<div className={styles.ask}>
					<button type="button" className={styles.use} onClick={confirm}>
						Show the advice
					</button>
					{gap}
				</div>
			)}
		</section>
	);
}

/** Whether some figure is not the one that stands there at the start. */
function isGiven(advisor: AdvisorDraft): boolean {
	return JSON.stringify(advisor) !== JSON.stringify(defaultDraft.advisor);
}

interface AnswerProps {
	readonly scenario: Scenario;
	/** Whether it was asked for with a button that it takes the place of. */
	readonly focused: boolean;
}

/**
 * What follows from a scenario, and how the present period compares. While a field is wrong, the styles withhold it all
 * and keep its room.
 */
function Answer({ scenario, focused }: AnswerProps) {
	const advised = useRef<HTMLParagraphElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: whoever asked is brought there once.
	useEffect(() => {
		if (focused) advised.current?.focus();
	}, []);
	const { setValue } = useDraftForm();
	const chosen = useWatch({ compute: ({ period }: CheckpointDraft) => readPeriod(period) });
	const isNoop = useWatch({ compute: ({ shuffle }: CheckpointDraft) => shuffle === "shared" });
	const advice = useMemo(() => recommendPeriod(scenario), [scenario]);
	const sentence = describeAdvice(advice);
	useAnnounceChange(`${verdicts[advice.verdict]} ${sentence}`);

	const shown = chosen ?? advice.period;
	// While the handle is dragged, the axis must not move beneath it.
	const [held, setHeld] = useState<PeriodDomain>();
	const [from, to] = held ?? choosePeriodDomain(scenario, shown);
	const curve = useMemo(() => plotCurve(scenario, [from, to]), [scenario, from, to]);
	const timeline = useMemo(() => layTimeline(shown, scenario), [shown, scenario]);
	const choose = (period: number) =>
		setValue("period", formatSeconds(period), { shouldDirty: true, shouldTouch: true });

	return (
		<>
			<div className={styles.answer}>
				<p ref={advised} tabIndex={-1} className={styles.advice}>
					<strong>{verdicts[advice.verdict]}</strong> <span>{sentence}</span>
					{isNoop && <span> But with shuffles on shared storage, the period has no effect.</span>}
				</p>
				<button
					type="button"
					className={styles.use}
					aria-pressed={chosen === advice.period}
					onClick={() => choose(advice.period)}
				>
					{`Use ${advice.text}`}
				</button>
				<details className={styles.assumptions}>
					<summary>What this assumes</summary>
					<ul>
						{assumptions.map((assumption) => (
							<li key={assumption}>{assumption}</li>
						))}
					</ul>
				</details>
			</div>
			<LossPlot
				curve={curve}
				domain={[from, to]}
				advice={advice}
				chosen={chosen}
				overhead={computeOverhead(shown, scenario)}
				onChoose={choose}
				onDrag={(dragging) => setHeld(dragging ? [from, to] : undefined)}
			/>
			<TimelinePicture timeline={timeline} period={shown} isChosen={chosen !== undefined} scenario={scenario} />
			<AdviceTable advice={advice} chosen={chosen} scenario={scenario} />
		</>
	);
}

/** The period that a text means, in seconds; nothing if it is none. */
function readPeriod(text: string): number | undefined {
	const duration = parseDuration(text.trim());
	return duration.ok ? toSeconds(duration.nanoseconds) : undefined;
}

/** Lets assistive tools hear a sentence that changed, once what changes it rests. */
function useAnnounceChange(sentence: string): void {
	const announce = useAnnounce();
	const said = useRef(sentence);
	useEffect(() => {
		const timer = setTimeout(() => {
			if (said.current !== sentence) announce(sentence);
			said.current = sentence;
		}, rest);
		return () => clearTimeout(timer);
	}, [sentence, announce]);
}
