import type { ReactNode } from "react";
import { listFixes } from "../../problem.ts";
import { useApplyFix } from "../state/draft.tsx";
import styles from "./field.module.css";
import type { Field } from "./use-field.ts";

interface FieldMessageProps {
	readonly field: Pick<Field, "name" | "meta" | "problem" | "helpId" | "messageId">;
	readonly meaning?: ReactNode;
}

/**
 * The line under a field: what is wrong and its repairs, else what the value means, else the help.
 * Its room is there from the start, so that nothing below moves when an error appears.
 */
export function FieldMessage({ field, meaning }: FieldMessageProps) {
	const { problem, meta } = field;
	const applyFix = useApplyFix();
	return (
		<div className={styles.message}>
			<p id={field.messageId} className={problem ? styles[problem.severity] : styles.meaning}>
				{problem ? problem.message : meaning}
			</p>
			{problem &&
				listFixes(problem).map((fix) => (
					<button key={fix.title} type="button" className={styles.fix} onClick={() => applyFix(field.name, fix)}>
						{fix.title === fix.text ? `Use ${fix.title}` : fix.title}
					</button>
				))}
			<p id={field.helpId} className={styles.help} hidden={Boolean(problem ?? meaning)}>
				{meta.help}
			</p>
		</div>
	);
}
