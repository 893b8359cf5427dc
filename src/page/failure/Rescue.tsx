import { useEffect, useRef, useState } from "react";
import buttonStyles from "../control/button.module.css";
import { useFiles, useInspection } from "../draft/InspectionProvider.tsx";
import type { InspectedFile } from "../draft/inspection.ts";
import { dropBroken } from "../draft/storage.ts";
import { holdsSecrets, maskLine } from "../files/FileView.tsx";
import filesStyles from "../files/files.module.css";
import { downloadFiles, type Give, joinTexts } from "../files/hand-out.ts";
import { useCopy } from "../files/use-copy.ts";
import { useHandOut } from "../files/use-hand-out.ts";
import styles from "./failure.module.css";

/** What is left of the page after an error in it: the files so far, and the way back to the form, which kept it all. */
export function Rescue({ onRetry }: { readonly onRetry: () => void }) {
	const files = useFiles() ?? [];
	const { judged } = useInspection();
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus(), []);
	useReloadOnce();
	return (
		<main className={styles.failure}>
			<h1 ref={title} tabIndex={-1}>
				This page stopped working, but kept what you typed
			</h1>
			<p>
				A tool that changes pages, such as a translator or an extension, can cause this. So can a mistake of ours. Your
				files so far are below.
			</p>
			<button type="button" className={buttonStyles.button} onClick={onRetry}>
				Show the form again
			</button>
			{files.map((file) => (
				<RescuedFile key={file.name} file={file} judged={judged} />
			))}
		</main>
	);
}

function RescuedFile({ file, judged }: { readonly file: InspectedFile; readonly judged: boolean }) {
	const { name, lines, errors } = file;
	const [said, setSaid] = useState("");
	const { shown, copy } = useCopy<HTMLElement>(undefined, holdsSecrets(file));
	const { handOut } = useHandOut(file);
	const give = (way: Give) =>
		handOut(async (files) => {
			const outcome = await way(files);
			setSaid(outcome.said);
			return outcome;
		}, name);
	const complete = judged && errors.length === 0;
	return (
		<section aria-label={name} className={filesStyles.file}>
			<header className={filesStyles.header}>
				<h2 className={filesStyles.name} translate="no">
					{name}
				</h2>
				{complete ? (
					<>
						<button
							type="button"
							className={buttonStyles.button}
							onClick={() => give((files) => copy(joinTexts(files), `Copied ${name}`))}
						>
							{`Copy ${name}`}
						</button>
						<button type="button" className={buttonStyles.button} onClick={() => give(downloadFiles)}>
							{`Download ${name}`}
						</button>
					</>
				) : (
					<p className={filesStyles.reason}>Not complete yet: the form says what to fix.</p>
				)}
				<p role="status" className={styles.said}>
					{said}
				</p>
			</header>
			<pre className={filesStyles.text} translate="no">
				<code ref={shown}>
					{lines.map((line, index) => (
						<span key={index} className={filesStyles.line}>
							{maskLine(line)}
							{"\n"}
						</span>
					))}
				</code>
			</pre>
		</section>
	);
}

/** What is shown if not even the draft can be held any more. */
export function Collapse() {
	useReloadOnce();
	return (
		<main className={styles.failure}>
			<h1>This page stopped working</h1>
			<p>What you typed in this tab is kept for a reload, except secrets.</p>
			<button type="button" className={buttonStyles.button} onClick={() => location.reload()}>
				Reload the page
			</button>
		</main>
	);
}

/** Where the page broke at what it kept for a reload, opens it without: the next reload would end here too. */
function useReloadOnce(): void {
	useEffect(() => {
		if (dropBroken()) location.reload();
	}, []);
}
