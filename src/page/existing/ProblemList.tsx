import { useId, useState } from "react";
import type { Severity } from "../../core/problem.ts";
import type { FileFix, FileProblem } from "../../core/text/file-problem.ts";
import styles from "./existing.module.css";

/** How many problems are listed at first, and how many more at a time. */
const first = 5;
const page = 100;

const titles: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", advice: "Advice" };

/** The problems that are listed, and the way to more. */
interface Listed {
	readonly problems: readonly FileProblem[];
	/** How many more the next step lists. */
	readonly more: number;
	readonly showMore: () => void;
}

/** Lists the first of some problems, and more if asked to. */
export function useListed(problems: readonly FileProblem[]): Listed {
	const [most, setMost] = useState(first);
	return {
		problems: problems.slice(0, most),
		more: Math.min(page, Math.max(0, problems.length - most)),
		showMore: () => setMost(most + page),
	};
}

interface ProblemListProps {
	/** Of the file. */
	readonly name: string;
	readonly listed: Listed;
	/** How many there are. */
	readonly total: number;
	/** Whether the problems are those of the present text: only then do their repairs fit. */
	readonly current: boolean;
	/** Goes to a line of the text. */
	readonly onChoose: (line: number) => void;
	readonly onFix: (fix: FileFix, problem: FileProblem) => void;
}

/** What is wrong with a file, in the order of its text. */
export function ProblemList({ name, listed, total, current, onChoose, onFix }: ProblemListProps) {
	const { problems, more, showMore } = listed;
	if (problems.length === 0) return null;
	const rest = total - problems.length;
	return (
		<div className={styles.problems}>
			{/* biome-ignore lint/a11y/noRedundantRoles: without its bullets, Safari holds it for no list. */}
			<ul role="list" aria-label={`Problems in ${name}`} className={styles.list}>
				{problems.map((problem, index) => (
					<ProblemItem
						key={`${index} ${problem.message}`}
						problem={problem}
						current={current}
						onChoose={onChoose}
						onFix={onFix}
					/>
				))}
			</ul>
			{more > 0 && (
				<button type="button" className={styles.link} onClick={showMore}>
					{`Show ${more} more`}
				</button>
			)}
			{more === 0 && rest > 0 && <p>{`${rest.toLocaleString("en")} more are not listed.`}</p>}
		</div>
	);
}

type ProblemItemProps = Pick<ProblemListProps, "current" | "onChoose" | "onFix"> & { readonly problem: FileProblem };

function ProblemItem({ problem, current, onChoose, onFix }: ProblemItemProps) {
	const { severity, message, line, column, docs } = problem;
	const fixes = [...(problem.fix ? [problem.fix] : []), ...(problem.alternatives ?? [])];
	const id = useId();
	return (
		<li className={styles.problem} data-severity={severity}>
			<p id={id}>
				<strong className={styles[severity]}>{titles[severity]}</strong> {message}
			</p>
			<div className={styles.remedies}>
				<button type="button" className={styles.link} aria-describedby={id} onClick={() => onChoose(line)}>
					{`Line ${line}, column ${column}`}
				</button>
				{fixes.map((fix) => (
					<button
						key={fix.title}
						type="button"
						className={styles.fix}
						aria-describedby={id}
						aria-disabled={!current}
						onClick={() => current && onFix(fix, problem)}
					>
						{nameFix(fix)}
					</button>
				))}
				{docs && (
					// The file lives in this tab alone, and must not go with it.
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
