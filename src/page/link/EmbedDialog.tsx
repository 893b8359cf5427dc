import { useEffect, useId, useRef, useState } from "react";
import { useAnnounce } from "../announce.tsx";
import { useReadDraft } from "../draft/unheard.ts";
import { useCopy } from "../preview/use-copy.ts";
import { watchSize } from "../watch-size.ts";
import { writeFragment } from "./address.ts";
import styles from "./link.module.css";
import { writeSnippet } from "./snippet.ts";

/** Shows what a documentation page includes to have the builder in it, opened with the present state. */
export function EmbedDialog({ onClose }: { readonly onClose: () => void }) {
	const dialog = useRef<HTMLDialogElement>(null);
	const readDraft = useReadDraft();
	const announce = useAnnounce();
	const [copied, setCopied] = useState("");
	const [fragment] = useState(() => writeFragment(readDraft()));
	const id = useId();
	const page = `${location.origin}${location.pathname}`;
	const [height, setHeight] = useState<number>();
	const snippet = writeSnippet(page, fragment, height);
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
	const copySnippet = async () => {
		const message = await copy(snippet, "Copied the snippet.");
		setCopied(message);
		announce(message);
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
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must reach it. */}
			<pre className={styles.snippet} tabIndex={0} translate="no">
				<code ref={shown}>{snippet}</code>
			</pre>
			<div className={styles.share}>
				<button type="button" className={styles.button} onClick={copySnippet}>
					Copy snippet
				</button>
				<p className={styles.said}>{copied}</p>
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
