import { findOutput } from "../../outputs/registry.ts";
import { useAnnounce } from "../announce.tsx";
import { useInspection } from "../state/draft.tsx";
import { copyText } from "./hand-out.ts";
import styles from "./preview.module.css";

/** What to do with the files, in order, with the commands to copy. */
export function Steps() {
	const draft = useInspection((inspection) => inspection.draft);
	const announce = useAnnounce();
	const steps = findOutput(draft.output)?.listSteps(draft) ?? [];
	if (steps.length === 0) return <p className={styles.reason}>Loading the steps…</p>;
	return (
		<ol className={styles.steps}>
			{steps.map(({ title, text, command }) => (
				<li key={title}>
					<h3>{title}</h3>
					<p>{text}</p>
					{command && (
						<div className={styles.command}>
							{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must reach it. */}
							<pre tabIndex={0}>{command}</pre>
							<button
								type="button"
								className={styles.action}
								onClick={async () =>
									announce((await copyText(command)) ? `Copied: ${title}` : "The browser did not allow to copy.")
								}
							>
								Copy <span className="visually-hidden">command: {title}</span>
							</button>
						</div>
					)}
				</li>
			))}
		</ol>
	);
}
