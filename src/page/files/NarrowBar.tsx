import { useInspection } from "../draft/InspectionProvider.tsx";
import { filesId } from "./FilesPane.tsx";
import styles from "./files.module.css";
import { describeState, useGoToSummary } from "./Summary.tsx";

/** On a narrow page the files stand below the form: they are one tap away from each of its fields. */
export function NarrowBar() {
	const { judged, errors } = useInspection();
	const goToSummary = useGoToSummary();
	return (
		<nav className={styles.narrowBar} aria-label="Files">
			<button
				type="button"
				className={styles.state}
				data-incomplete={errors.length > 0}
				onClick={() => goToSummary(errors)}
			>
				{describeState(judged, errors.length)}
			</button>
			<a className={styles.view} href={`#${filesId}`} onClick={showFiles}>
				View files
			</a>
		</nav>
	);
}

/** The address's fragment is the link's own, so that the way there must not change it. */
export function showFiles(event: { preventDefault: () => void }): void {
	event.preventDefault();
	const files = document.getElementById(filesId);
	files?.scrollIntoView({ block: "start" });
	files?.focus({ preventScroll: true });
}
