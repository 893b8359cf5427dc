import { useCallback } from "react";
import { titleField } from "../draft/field-title.ts";
import { focusField } from "../draft/focus-field.ts";
import { useDraft } from "../draft/form.ts";
import { useInspection } from "../draft/InspectionProvider.tsx";
import { lineOf } from "../draft/inspection.ts";
import styles from "./files.module.css";

const titleId = "summary";

/** Leads whoever wanted a file that is not complete to what is to fix. */
export function useGoToSummary(): () => void {
	return useCallback(() => document.getElementById(titleId)?.focus(), []);
}

/** What keeps the files from being handed out; each entry leads to its field. */
export function Summary() {
	const draft = useDraft();
	const { judged, errors } = useInspection();
	const [first] = errors;
	return (
		<section className={styles.summary} aria-labelledby={titleId} data-incomplete={first !== undefined}>
			<h2 id={titleId} tabIndex={-1}>
				{describeState(judged, errors.length)}
			</h2>
			{first && (
				<ul>
					{errors.map((error) => (
						<li key={error.path.join(".")}>
							<button type="button" className={styles.error} onClick={() => focusField(lineOf(error))}>
								{titleField(draft, lineOf(error))}
							</button>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

/** Says in some words whether the files can be taken away. */
export function describeState(judged: boolean, errors: number): string {
	if (!judged) return "Checking…";
	return errors === 0 ? "Nothing to fix" : `${errors} to fix`;
}
