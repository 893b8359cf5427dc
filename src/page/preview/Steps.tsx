import { findOutput } from "../../core/outputs/registry.ts";
import { useAnnounce } from "../announce.tsx";
import { useDraft } from "../draft/form.ts";
import { useInspection } from "../draft/InspectionProvider.tsx";
import styles from "./preview.module.css";
import { useCopy } from "./use-copy.ts";

/** What to do with the files, in order, with the commands to copy. */
export function Steps() {
	const draft = useDraft();
	// With what judges the draft comes what writes its output.
	useInspection();
	const steps = findOutput(draft.output)?.listSteps(draft);
	if (!steps) return <p className={styles.reason}>Loading the steps…</p>;
	return (
		<ol className={styles.steps}>
			{steps.map(({ title, text, command }) => (
				<li key={title}>
					<h3>{title}</h3>
					<p>{text}</p>
					{command && <StepCommand title={title} command={command} />}
				</li>
			))}
		</ol>
	);
}

function StepCommand({ title, command }: { readonly title: string; readonly command: string }) {
	const announce = useAnnounce();
	const { shown, copy, denial } = useCopy<HTMLPreElement>();
	return (
		<div className={styles.command}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must reach it. */}
			<pre ref={shown} tabIndex={0} translate="no">
				{command}
			</pre>
			<button
				type="button"
				className={styles.action}
				onClick={async () => announce(await copy(command, `Copied: ${title}`))}
			>
				Copy <span className="visually-hidden">{`command: ${title}`}</span>
			</button>
			{denial && <p className={styles.denial}>{denial}</p>}
		</div>
	);
}
