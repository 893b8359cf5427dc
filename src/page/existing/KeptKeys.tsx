import { useId } from "react";
import styles from "./existing.module.css";
import type { FileReading } from "./work.ts";

/** More keys than this are counted and not named. */
const most = 100;

/** Lists the keys that the form has no field for, which stay in the files as they are. */
export function KeptKeys({ readings, isLeft = false }: KeptKeysProps) {
	return readings.map((reading) => <FileKeys key={reading.name} reading={reading} isLeft={isLeft} />);
}

interface KeptKeysProps {
	readonly readings: readonly FileReading[];
	/** Whether what is shown is other files, in which these keys are not. */
	readonly isLeft?: boolean;
}

function FileKeys({ reading: { name, kept }, isLeft }: { readonly reading: FileReading; readonly isLeft: boolean }) {
	const id = useId();
	if (kept.length === 0) return null;
	const number = kept.length.toLocaleString("en");
	const stay = kept.length === 1 ? "1 other key stays as it is" : `${number} other keys stay as they are`;
	const left = kept.length === 1 ? "has no place here" : "have no place here";
	const others = isLeft
		? `${number} other ${kept.length === 1 ? "key" : "keys"} of ${name} ${left}`
		: `${stay} in ${name}`;
	return (
		<details className={styles.kept}>
			<summary id={id}>{`${others}: the form has no field for ${kept.length === 1 ? "it" : "them"}`}</summary>
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
