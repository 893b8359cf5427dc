import { useEffect, useRef, useState } from "react";
import buttonStyles from "../button.module.css";
import { useFiles, useInspection } from "../draft/InspectionProvider.tsx";
import type { InspectedFile } from "../draft/inspection.ts";
import { tokenClass } from "../preview/FileView.tsx";
import { downloadFiles, type Give, joinTexts } from "../preview/hand-out.ts";
import preview from "../preview/preview.module.css";
import { useCopy } from "../preview/use-copy.ts";
import { useHandOut } from "../preview/use-hand-out.ts";
import styles from "./failure.module.css";

/** What is left of the page after an error in it: the files so far, and the way back to the form, which kept it all. */
export function Rescue({ onRetry }: { readonly onRetry: () => void }) {
	const files = useFiles() ?? [];
	const { judged } = useInspection();
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus(), []);
	return (
		<main className={styles.failure}>
			<h1 ref={title} tabIndex={-1}>
				This page broke, and kept what you typed
			</h1>
			<p>
				A tool that changes pages, such as a translation or an extension, can do that. So can a mistake of ours. Your
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

function RescuedFile({
	file: { name, lines, errors },
	judged,
}: {
	readonly file: InspectedFile;
	readonly judged: boolean;
}) {
	const [said, setSaid] = useState("");
	const { shown, copy } = useCopy<HTMLElement>();
	const { handOut } = useHandOut();
	const give = async (way: Give) => setSaid(await handOut(way, name));
	const complete = judged && errors.length === 0;
	return (
		<section aria-label={name} className={preview.file}>
			<header className={preview.header}>
				<h2 className={preview.name} translate="no">
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
					<p className={preview.reason}>Not complete yet: the form says what is to fix.</p>
				)}
				<p role="status" className={styles.said}>
					{said}
				</p>
			</header>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must reach it. */}
			<pre className={preview.text} tabIndex={0} translate="no">
				<code ref={shown}>
					{lines.map(({ tokens }, index) => (
						<span key={index} className={preview.line}>
							{tokens.map((token, place) => (
								<span key={place} className={tokenClass(token)}>
									{token.text}
								</span>
							))}
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
	return (
		<main className={styles.failure}>
			<h1>This page broke</h1>
			<p>What you typed in this tab, but for secrets, is kept for a reload.</p>
			<button type="button" className={buttonStyles.button} onClick={() => location.reload()}>
				Reload the page
			</button>
		</main>
	);
}
