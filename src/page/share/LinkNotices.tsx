import { useNotices } from "../draft/DraftProvider.tsx";
import { reloaded } from "../start/start.ts";
import styles from "./share.module.css";

/** What of the opened link could not be used. The region is always there, so that assistive tools hear it fill. */
export function LinkNotices() {
	const [notices, dismiss] = useNotices();
	const title = notices.some(({ parameter }) => parameter === reloaded) ? "About the reload" : "About this link";
	return (
		<div role="status" aria-label={title} className={styles.notices}>
			{notices.length > 0 && (
				<>
					<p className={styles.noticesTitle}>{title}</p>
					<ul>
						{notices.map(({ parameter, message }) => (
							<li key={`${parameter} ${message}`}>{message}</li>
						))}
					</ul>
					<button type="button" className={styles.button} onClick={dismiss}>
						Dismiss
					</button>
				</>
			)}
		</div>
	);
}
