import { expectDuration, formatRough, formatShare } from "../../core/advisor/describe.ts";
import { computeOverhead, type Overhead } from "../../core/advisor/overhead.ts";
import type { Advice } from "../../core/advisor/recommend.ts";
import { formatSeconds, type Scenario } from "../../core/advisor/scenario.ts";
import styles from "./advisor.module.css";

interface AdviceTableProps {
	readonly advice: Advice;
	/** The present period in seconds, if it is one. */
	readonly chosen: number | undefined;
	readonly scenario: Scenario;
}

/** What the advice, the present choice and no checkpoints cost. */
export function AdviceTable({ advice, chosen, scenario }: AdviceTableProps) {
	const columns: readonly (Overhead | undefined)[] = [
		advice.overhead,
		chosen === undefined ? undefined : computeOverhead(chosen, scenario),
		advice.without,
	];
	const row = (title: string, write: (overhead: Overhead) => string) => (
		<tr>
			<th scope="row">{title}</th>
			{columns.map((overhead, index) => (
				<td key={index}>{overhead ? write(overhead) : "–"}</td>
			))}
		</tr>
	);
	return (
		<div>
			<table className={styles.table}>
				<caption>What each costs on average</caption>
				<thead>
					<tr>
						<td />
						<th scope="col">{`Advice ${advice.text}`}</th>
						<th scope="col">{`Chosen ${chosen === undefined ? "–" : formatRough(chosen)}`}</th>
						<th scope="col">Without</th>
					</tr>
				</thead>
				<tbody>
					{row("Lost to checkpoints", ({ checkpoints }) => formatShare(checkpoints))}
					{row("Lost to repeated work", ({ repeated }) => formatShare(repeated))}
					{row("Lost in all", ({ total }) => formatShare(total))}
					{row("Query takes", ({ total }) => formatRough(expectDuration(total, scenario)))}
					{row("Checkpoint every", ({ count, interval }) => (count > 0 ? formatRough(interval) : "never"))}
				</tbody>
			</table>
			<p className={styles.note}>
				Best interval by formula, for an endless query: <b>{formatRough(advice.young)}</b> after{" "}
				<a href="https://doi.org/10.1145/361147.361115">Young</a>, <b>{formatRough(advice.daly)}</b> after{" "}
				<a href="https://doi.org/10.1016/j.future.2004.11.016">Daly</a>. Polars rounds a period up to whole stages of{" "}
				<span>{formatSeconds(scenario.stageLength)}</span>, and so does this table.
			</p>
		</div>
	);
}
