import { Fragment, memo, useEffect, useRef, useState } from "react";
import type { FileProblem } from "../../core/text/file-problem.ts";
import styles from "./existing.module.css";
import { foldLines, revealedAtOnce } from "./fold-lines.ts";
import type { DiffLine } from "./line-diff.ts";

/** A line to go to, counted from 1. The same line once more is another object. */
export interface Target {
	readonly line: number;
}

interface DiffLinesProps {
	readonly lines: readonly DiffLine[];
	/** The problems whose lines must be in sight. */
	readonly problems: readonly FileProblem[];
	readonly target: Target | undefined;
}

/** A text compared with what it was. Of a long one, what neither changed nor is wrong is folded away. */
export function DiffLines({ lines, problems, target }: DiffLinesProps) {
	const [revealed, setRevealed] = useState<ReadonlyMap<number, number>>(new Map());
	const code = useRef<HTMLElement>(null);
	useEffect(() => {
		if (!target) return;
		const line = code.current?.querySelector<HTMLElement>(`[data-number="${target.line}"]`);
		line?.scrollIntoView({ block: "center" });
		line?.focus({ preventScroll: true });
	}, [target]);
	const wrong = new Set(problems.map(({ line }) => line));
	return (
		<pre className={styles.text} translate="no">
			<code ref={code}>
				{foldLines(lines, wrong, revealed).map(({ start, lines, folded }) => (
					<Fragment key={start}>
						{lines.map((line, index) => (
							<Line key={index} line={line} />
						))}
						{folded > 0 && (
							<button
								type="button"
								className={styles.fold}
								translate="yes"
								onClick={() => setRevealed(new Map(revealed).set(start, (revealed.get(start) ?? 0) + revealedAtOnce))}
							>
								{`${folded.toLocaleString("en")} unchanged lines. Show ${Math.min(folded, revealedAtOnce)} more`}
							</button>
						)}
					</Fragment>
				))}
			</code>
		</pre>
	);
}

/** Its number and its sign are the style sheet's, so that what is selected is the text. */
const Line = memo(function Line({ line: { kind, text, number, severity, marks } }: { readonly line: DiffLine }) {
	const Element = kind === "added" ? "ins" : kind === "removed" ? "del" : "span";
	return (
		<Element className={styles.line} data-kind={kind} data-number={number} data-severity={severity} tabIndex={-1}>
			{marks ? mark(text, marks) : text}
			{"\n"}
		</Element>
	);
}, isSameLine);

function isSameLine({ line: a }: { readonly line: DiffLine }, { line: b }: { readonly line: DiffLine }): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** A line's text with some of its characters marked; where two stretches overlap, the first is. */
function mark(text: string, marks: NonNullable<DiffLine["marks"]>) {
	let at = 0;
	const parts = marks
		.toSorted((a, b) => a.start - b.start)
		.map(({ start, end }) => {
			const from = Math.max(start, at);
			const before = text.slice(at, from);
			const marked = text.slice(from, end);
			at = Math.max(at, from, Math.min(end, text.length));
			return (
				<Fragment key={`${start} ${end}`}>
					{before}
					{marked !== "" && <mark>{marked}</mark>}
				</Fragment>
			);
		});
	return [...parts, text.slice(at)];
}
