import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { choosePeriodDomain, type PeriodDomain, plotCurve } from "../../core/advisor/curve.ts";
import { describeAdvice, verdicts } from "../../core/advisor/describe.ts";
import { computeOverhead } from "../../core/advisor/overhead.ts";
import { readScenario } from "../../core/advisor/read-scenario.ts";
import { recommendPeriod } from "../../core/advisor/recommend.ts";
import { assumptions, formatSeconds, type Scenario, toSeconds } from "../../core/advisor/scenario.ts";
import { layTimeline } from "../../core/advisor/timeline.ts";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { parseDuration } from "../../core/duration/parse.ts";
import { useAnnounce } from "../announce.tsx";
import { rest, useAnnounceProblems } from "../draft/AnnounceProblems.tsx";
import { useDraftForm } from "../draft/form.ts";
import { AdviceTable } from "./AdviceTable.tsx";
import styles from "./advisor.module.css";
import { LossPlot } from "./LossPlot.tsx";
import { listTitles, ScenarioFields } from "./ScenarioFields.tsx";
import { TimelinePicture } from "./TimelinePicture.tsx";

/** Helps to choose a period: asks about queries and machines, says what follows from it, and shows why. */
export function AdvisorPanel() {
	const typed = useWatch({ compute: ({ advisor }: CheckpointDraft) => structuredClone(advisor) });
	const { scenario, problems } = useMemo(() => readScenario(typed), [typed]);
	useAnnounceProblems(problems);
	const [last, setLast] = useState(scenario);
	if (scenario && scenario !== last) setLast(scenario);
	const fields = <ScenarioFields problems={problems} />;
	return (
		<section className={styles.panel} aria-label="Help with the period" data-withheld={!scenario || undefined}>
			{!scenario && <p className={styles.gap}>{`No advice yet: it needs ${listTitles(problems)}.`}</p>}
			{last ? <Answer scenario={last}>{fields}</Answer> : fields}
		</section>
	);
}

/**
 * What follows from a scenario, around the fields that ask for it, and how the present period compares. While a field
 * is wrong, the styles withhold it all and keep its room, so that the field stays where it is being typed in.
 */
function Answer({ scenario, children }: { readonly scenario: Scenario; readonly children: ReactNode }) {
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
				<p className={styles.advice}>
					<strong>{verdicts[advice.verdict]}</strong> <span>{sentence}</span>
					{isNoop && <span> But with shuffles on shared storage no period changes anything: see Shuffles.</span>}
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
					<summary>What this takes for granted</summary>
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
			{children}
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
