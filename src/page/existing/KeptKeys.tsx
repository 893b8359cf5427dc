import { useId } from "react";
import styles from "./existing.module.css";
import type { FileReading } from "./work.ts";

/** More keys than this are counted and not named. */
const most = 100;

/** Lists the keys that stay in the files as they are, since the form has no field for them. */
export function KeptKeys({ readings }: { readonly readings: readonly FileReading[] }) {
	return readings.map((reading) => <FileKeys key={reading.name} reading={reading} />);
}

function FileKeys({ reading: { name, kept } }: { readonly reading: FileReading }) {
	const id = useId();
	if (kept.length === 0) return null;
	const number = kept.length.toLocaleString("en");
	const others = kept.length === 1 ? "1 other key stays as it is" : `${number} other keys stay as they are`;
	return (
		<details className={styles.kept}>
			<summary
				id={id}
			>{`${others} in ${name}: the form has no field for ${kept.length === 1 ? "it" : "them"}`}</summary>
			<ul aria-labelledby={id} translate="no">
				{kept.slice(0, most).map((key) => (
					<li key={key}>
						<code>{key}</code>
					</li>
				))}
				{kept.length > most && <li translate="yes">{`and ${(kept.length - most).toLocaleString("en")} more`}</li>}
			</ul>
		</details>
	);
}
