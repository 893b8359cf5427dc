import type { ReactNode } from "react";
import type { FieldMeta } from "../../core/draft/fields.ts";
import { listFixes, type Problem } from "../../core/problem.ts";
import { useApplyFix } from "../draft/apply-fix.ts";
import type { FieldName } from "../draft/form.ts";
import styles from "./field.module.css";

interface FieldMessageProps {
	readonly name: FieldName;
	readonly meta: FieldMeta;
	readonly problem: Problem | undefined;
	readonly helpId: string;
	readonly messageId: string;
	readonly meaning?: ReactNode;
}

/**
 * The line under a field: what is wrong and its repairs, else what the value means, else the help.
 * Its room is there from the start, so that nothing below moves when an error appears.
 */
export function FieldMessage({ name, meta, problem, helpId, messageId, meaning }: FieldMessageProps) {
	return (
		<div className={styles.message}>
			<p id={messageId} className={problem ? styles[problem.severity] : styles.meaning}>
				{problem ? problem.message : meaning}
			</p>
			{problem && <Fixes name={name} problem={problem} />}
			<p id={helpId} className={styles.help} hidden={Boolean(problem ?? meaning)}>
				{meta.help}
			</p>
		</div>
	);
}

function Fixes({ name, problem }: { readonly name: FieldName; readonly problem: Problem }) {
	const applyFix = useApplyFix();
	return listFixes(problem).map((fix) => (
		<button key={fix.title} type="button" className={styles.fix} onClick={() => applyFix(name, fix)}>
			{fix.title === fix.text ? `Use ${fix.title}` : fix.title}
		</button>
	));
}
