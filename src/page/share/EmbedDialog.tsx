import { useEffect, useId, useRef, useState } from "react";
import { useAnnounce } from "../announce.tsx";
import { ActionButton } from "../control/ActionButton.tsx";
import { useReadDraft } from "../draft/unheard.ts";
import { useCopy } from "../files/use-copy.ts";
import { watchSize } from "../watch-size.ts";
import { type DocsGeneratorName, docsGenerators } from "./generator.ts";
import { writeFragment } from "./link-address.ts";
import styles from "./share.module.css";
import { writeSnippet } from "./snippet.ts";

/** Shows what a documentation page includes to have the builder in it, opened with the present state. */
export function EmbedDialog({ onClose }: { readonly onClose: () => void }) {
	const dialog = useRef<HTMLDialogElement>(null);
	const readDraft = useReadDraft();
	const announce = useAnnounce();
	const [denial, setDenial] = useState("");
	const [fragment] = useState(() => writeFragment(readDraft()));
	const id = useId();
	const page = `${location.origin}${location.pathname}`;
	const [height, setHeight] = useState<number>();
	const [generator, setGenerator] = useState<DocsGeneratorName>("html");
	const { config, text: snippet } = writeSnippet(page, fragment, height, generator);
	const stopMeasuring = useRef<() => void>(undefined);
	useEffect(() => () => stopMeasuring.current?.(), []);
	const measure = ({ contentDocument }: HTMLIFrameElement) => {
		const root = contentDocument?.documentElement;
		if (!root) return;
		stopMeasuring.current?.();
		stopMeasuring.current = watchSize(root, () => setHeight(Math.ceil(root.getBoundingClientRect().height)));
	};
	useEffect(() => dialog.current?.showModal(), []);
	const { shown, copy } = useCopy<HTMLElement>(dialog);
	const { shown: shownConfig, copy: copyConfig } = useCopy<HTMLElement>(dialog);
	const tell = ({ done, said }: { readonly done: boolean; readonly said: string }) => {
		setDenial(done ? "" : said);
		announce(said);
		return done;
	};
	return (
		<dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}-title`} onClose={onClose}>
			<header className={styles.dialogHeader}>
				<h2 id={`${id}-title`}>Embed in a documentation page</h2>
				<button type="button" className={styles.button} onClick={() => dialog.current?.close()}>
					Close
				</button>
			</header>
			<p className={styles.help}>
				The script makes a frame that is as high as its content and follows the page’s theme. The height is kept until
				then; it is right for a column as wide as the preview below.
			</p>
			<p className={styles.share}>
				<label htmlFor={`${id}-generator`}>The site is made with</label>
				<select
					id={`${id}-generator`}
					className={styles.button}
					value={generator}
					onChange={({ target }) => setGenerator(target.value as DocsGeneratorName)}
				>
					{Object.entries(docsGenerators).map(([name, { title }]) => (
						<option key={name} value={name} translate="no">
							{title}
						</option>
					))}
				</select>
			</p>
			{config && (
				<>
					<h3 className={styles.place}>
						Once, in <code translate="no">{config.file}</code>
					</h3>
					<pre className={styles.snippet} translate="no">
						<code ref={shownConfig}>{config.text}</code>
					</pre>
					<ActionButton
						className={styles.button}
						label="Copy configuration"
						done="Copied"
						onAction={async () => tell(await copyConfig(config.text, "Copied the configuration."))}
					/>
					<h3 className={styles.place}>In the page</h3>
				</>
			)}
			<pre className={styles.snippet} translate="no">
				<code ref={shown}>{snippet}</code>
			</pre>
			<div className={styles.share}>
				<ActionButton
					className={styles.button}
					label="Copy snippet"
					done="Copied"
					onAction={async () => tell(await copy(snippet, "Copied the snippet."))}
				/>
				{denial && <p className={styles.said}>{denial}</p>}
			</div>
			<h3>Live preview</h3>
			<iframe
				className={styles.live}
				title="Preview of the embed"
				src={`./?embed${fragment}`}
				onLoad={({ currentTarget }) => measure(currentTarget)}
			/>
		</dialog>
	);
}
