import { useCallback } from "react";
import { useEditing } from "../draft/EditingProvider.tsx";
import { nameErrors } from "../draft/error-summary.ts";
import { focusField } from "../draft/focus-field.ts";
import { useDraft } from "../draft/form.ts";
import { useInspection } from "../draft/InspectionProvider.tsx";
import { type FieldError, lineOf } from "../draft/inspection.ts";
import { useShowErrors } from "../draft/ShownProblemsProvider.tsx";
import styles from "./files.module.css";

/** The heading that {@link useGoToSummary} leads to, of whatever stands beside the form. */
export const summaryId = "summary";

/**
 * Leads whoever wanted a file that is not complete to what is to fix. Each field that is named there shows its error from
 * then on.
 */
export function useGoToSummary(): (errors: readonly FieldError[]) => void {
	const showErrors = useShowErrors();
	return useCallback(
		(errors) => {
			showErrors(errors.map(lineOf));
			const title = document.getElementById(summaryId);
			title?.scrollIntoView({ block: "nearest" });
			title?.focus({ preventScroll: true });
		},
		[showErrors],
	);
}

/** What keeps the files from being handed out; each entry leads to its field. After an attempt it says why, too. */
export function Summary() {
	const draft = useDraft();
	const { judged, errors } = useInspection();
	const { attempted } = useEditing();
	const named = nameErrors(draft, errors);
	return (
		<section className={styles.summary} aria-labelledby={summaryId} data-incomplete={named.length > 0}>
			<h2 id={summaryId} tabIndex={-1}>
				{describeState(judged, named.length)}
			</h2>
			{named.length > 0 && (
				<ul data-explained={attempted}>
					{named.map(({ name, label, message }) => (
						<li key={`${name} ${message}`}>
							<button type="button" className={styles.error} onClick={() => focusField(name)}>
								{label}
							</button>
							{attempted && <span>{`: ${message}`}</span>}
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
