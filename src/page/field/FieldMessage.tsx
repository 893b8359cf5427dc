import type { ReactNode } from "react";
import type { FieldMeta } from "../../core/draft/fields.ts";
import { listFixes, type Problem } from "../../core/problem.ts";
import type { FieldName } from "../draft/form.ts";
import { useApplyFix } from "../draft/use-apply-fix.ts";
import styles from "./field.module.css";
import { hasHint } from "./use-field.ts";

interface FieldMessageProps {
	readonly name: FieldName;
	readonly meta: FieldMeta;
	readonly problem: Problem | undefined;
	readonly helpId: string;
	readonly messageId: string;
	/** What the value means. */
	readonly meaning?: ReactNode;
	/** Whether an example of what to type belongs to the help. */
	readonly typed?: boolean;
}

/**
 * What stands between a field's label and its control: the help, which stays, and what is wrong with its repairs. There is
 * no room for what isn't said.
 */
export function FieldMessage({ name, meta, problem, helpId, messageId, meaning, typed }: FieldMessageProps) {
	return (
		<>
			{(hasHint(meta) || meaning) && (
				<p id={helpId} className={styles.help}>
					{meta.help !== "" && <span>{meta.help}</span>}
					{typed && meta.example !== undefined && (
						<span>
							{" For example, "}
							<code translate="no">{meta.example}</code>
						</span>
					)}
					{meaning && " "}
					{meaning && <span>{meaning}</span>}
				</p>
			)}
			{problem && <ProblemMessage name={name} problem={problem} id={messageId} />}
		</>
	);
}

interface ProblemMessageProps {
	readonly name: FieldName;
	readonly problem: Problem;
	readonly id?: string;
}

/** What is wrong with a field, and a button for each repair. */
export function ProblemMessage({ name, problem, id }: ProblemMessageProps) {
	const applyFix = useApplyFix();
	return (
		<div className={styles.message}>
			<p id={id} className={styles[problem.severity]}>
				{problem.severity === "error" && <span className="visually-hidden">Error: </span>}
				{problem.message}
			</p>
			{listFixes(problem).map((fix) => (
				<button key={fix.title} type="button" className={styles.fix} onClick={() => applyFix(name, fix)}>
					{fix.title === fix.text ? `Use ${fix.title}` : fix.title}
				</button>
			))}
		</div>
	);
}
