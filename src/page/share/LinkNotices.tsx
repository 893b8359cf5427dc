import { useNotices } from "../draft/DraftProvider.tsx";
import styles from "./share.module.css";

/** What of the opened link could not be used. The region is always there, so that assistive tools hear it fill. */
export function LinkNotices() {
	const [notices, dismiss] = useNotices();
	return (
		<div role="status" aria-label="About this link" className={styles.notices}>
			{notices.length > 0 && (
				<>
					<p className={styles.noticesTitle}>About this link</p>
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
