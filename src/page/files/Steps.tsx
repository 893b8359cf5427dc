import { useState } from "react";
import { findOutput } from "../../core/outputs/registry.ts";
import { useAnnounce } from "../announce.tsx";
import { ActionButton } from "../control/ActionButton.tsx";
import { useDraft } from "../draft/form.ts";
import { useInspection } from "../draft/InspectionProvider.tsx";
import { CommandText } from "./CommandText.tsx";
import styles from "./files.module.css";
import { downloadFiles, handOut } from "./hand-out.ts";
import { finishTestFiles } from "./test-files.ts";

/** What to do with the files, in order, with the commands to copy. */
export function Steps() {
	const draft = useDraft();
	// With what judges the draft comes what writes its output.
	useInspection();
	const steps = findOutput(draft.output)?.listSteps(draft);
	if (!steps) return <p className={styles.reason}>Loading the steps…</p>;
	return (
		<ol className={styles.steps}>
			{steps.map(({ title, text, command, files = [] }) => (
				<li key={title}>
					<h3>{title}</h3>
					<p>{text}</p>
					{command && <CommandText about={`command: ${title}`} text={command} />}
					{files.map((name) => (
						<StepFile key={name} name={name} />
					))}
				</li>
			))}
		</ol>
	);
}

function StepFile({ name }: { readonly name: string }) {
	const draft = useDraft();
	const announce = useAnnounce();
	const [denial, setDenial] = useState("");
	const download = async () => {
		const { done, said } = await handOut(
			() => finishTestFiles(draft),
			(files) => downloadFiles(files.filter((file) => file.name === name)),
		);
		setDenial(done ? "" : said);
		announce(said);
		return done;
	};
	return (
		<div className={styles.command}>
			<ActionButton className={styles.action} label="Download" done="Saved" about={name} onAction={download} />
			<code translate="no">{name}</code>
			{denial && <p className={styles.denial}>{denial}</p>}
		</div>
	);
}
