import { useId, useState } from "react";
import type { Severity } from "../../core/problem.ts";
import type { FileFix, FileProblem } from "../../core/text/file-problem.ts";
import styles from "./check.module.css";

/** How many problems are listed at first, and how many more at a time. */
const page = 100;

const titles: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", advice: "Advice" };

interface ProblemListProps {
	readonly problems: readonly FileProblem[];
	/** How many there are, listed or not. */
	readonly total: number;
	/** What stands above the list: how many there are, or what keeps them from being known. */
	readonly status: string;
	/** Whether the problems are those of the present text: only then do their repairs fit. */
	readonly current: boolean;
	/** Whether a problem's file has to be named. */
	readonly named: boolean;
	readonly onChoose: (problem: FileProblem) => void;
	readonly onFix: (problem: FileProblem, fix: FileFix) => void;
}

/** What is wrong with the files, in the order of their text. */
export function ProblemList({ problems, total, status, current, named, onChoose, onFix }: ProblemListProps) {
	const [shown, setShown] = useState(page);
	const id = useId();
	const rest = total - problems.length;
	return (
		<section className={styles.problems} aria-labelledby={id}>
			<h3 id={id}>Problems</h3>
			<p className={styles.status}>{status}</p>
			{/* biome-ignore lint/a11y/noRedundantRoles: without its bullets, Safari holds it for no list. */}
			<ul role="list" aria-labelledby={id} className={styles.list}>
				{problems.slice(0, shown).map((problem, index) => (
					<ProblemItem
						key={`${index} ${problem.message}`}
						problem={problem}
						current={current}
						named={named}
						onChoose={onChoose}
						onFix={onFix}
					/>
				))}
			</ul>
			{problems.length > shown && (
				<button type="button" className={styles.button} onClick={() => setShown(shown + page)}>
					{`Show ${Math.min(page, problems.length - shown)} more`}
				</button>
			)}
			{problems.length <= shown && rest > 0 && (
				<p className={styles.status}>{`${rest.toLocaleString("en")} more are not listed.`}</p>
			)}
		</section>
	);
}

type ProblemItemProps = Pick<ProblemListProps, "current" | "named" | "onChoose" | "onFix"> & {
	readonly problem: FileProblem;
};

function ProblemItem({ problem, current, named, onChoose, onFix }: ProblemItemProps) {
	const { severity, message, line, column, file, docs } = problem;
	const fixes = [...(problem.fix ? [problem.fix] : []), ...(problem.alternatives ?? [])];
	return (
		<li className={styles.problem} data-severity={severity}>
			<button type="button" className={styles.choose} onClick={() => onChoose(problem)}>
				<strong className={styles[severity]}>{titles[severity]}</strong> <span>{message}</span>{" "}
				<span className={styles.place} aria-hidden="true">
					{`${named && file ? `${file} ` : ""}${line}:${column}`}
				</span>
				<span className="visually-hidden">{`${named && file ? `${file}, ` : ""}line ${line}, column ${column}`}</span>
			</button>
			<div className={styles.remedies}>
				{fixes.map((fix) => (
					<button
						key={fix.title}
						type="button"
						className={styles.fix}
						aria-disabled={!current}
						onClick={() => current && onFix(problem, fix)}
					>
						{nameFix(fix)}
					</button>
				))}
				{docs && (
					// What was pasted lives in this tab alone, and must not go with it.
					<a href={docs} target="_blank" rel="noopener">
						Documentation<span className="visually-hidden"> (in a new tab)</span>
					</a>
				)}
			</div>
		</li>
	);
}

/** What a repair's button says: of one that only writes what its title says, that it does. */
function nameFix({ title, edits }: FileFix): string {
	const isTitle = edits.every(({ text }) => text === title || text.slice(1, -1) === title);
	return isTitle ? `Use ${title}` : title;
}
