import { useState } from "react";
import { useAnnounce } from "../announce.tsx";
import { ActionButton } from "../control/ActionButton.tsx";
import styles from "./files.module.css";
import { useCopy } from "./use-copy.ts";

interface CommandTextProps {
	/** What it is, for those who hear the button: `command: Create the bucket`. */
	readonly about: string;
	readonly text: string;
}

/** A text to copy, such as a command. It never holds a secret. */
export function CommandText({ about, text }: CommandTextProps) {
	const announce = useAnnounce();
	const [denial, setDenial] = useState("");
	const { shown, copy } = useCopy<HTMLPreElement>();
	const copyText = async () => {
		const { done, said } = await copy(text, `Copied ${about}`);
		setDenial(done ? "" : said);
		announce(said);
		return done;
	};
	return (
		<div className={styles.command}>
			<pre ref={shown} translate="no">
				{text}
			</pre>
			<ActionButton className={styles.action} label="Copy" done="Copied" about={about} onAction={copyText} />
			{denial && <p className={styles.denial}>{denial}</p>}
		</div>
	);
}
