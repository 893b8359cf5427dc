import { useEffect, useRef, useState } from "react";
import { joinLines } from "../../listing.ts";
import buttonStyles from "../button.module.css";
import { copyText, downloadFile } from "../preview/hand-out.ts";
import { useInspection } from "../state/draft.tsx";
import type { InspectedFile } from "../state/inspection.ts";
import styles from "./failure.module.css";

/** What is left of the page after an error in it: the files so far, and the way back to the form, which kept it all. */
export function Rescue({ onRetry }: { readonly onRetry: () => void }) {
	const files = useInspection((inspection) => inspection.files);
	const judged = useInspection((inspection) => inspection.judged);
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
	const copy = async () => {
		const copied = await copyText(joinLines(lines));
		setSaid(copied ? `Copied ${name}` : "The browser did not allow to copy. Select the text instead.");
	};
	return (
		<section aria-label={name}>
			<h2>{name}</h2>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must reach it. */}
			<pre className={styles.text} tabIndex={0}>
				<code>{joinLines(lines.map(maskLine))}</code>
			</pre>
			{judged && errors.length === 0 ? (
				<div className={styles.actions}>
					<button type="button" className={buttonStyles.button} onClick={copy}>
						{`Copy ${name}`}
					</button>
					<button type="button" className={buttonStyles.button} onClick={() => downloadFile(name, joinLines(lines))}>
						{`Download ${name}`}
					</button>
					<p role="status">{said}</p>
				</div>
			) : (
				<p>Not complete yet: the form says what is to fix.</p>
			)}
		</section>
	);
}

function maskLine(line: InspectedFile["lines"][number]): InspectedFile["lines"][number] {
	return { ...line, tokens: line.tokens.map((token) => (token.secret ? { ...token, text: '"••••••"' } : token)) };
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
