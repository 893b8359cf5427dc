import styles from "./check.module.css";
import type { SettingsReading } from "./work.ts";

/** Keys that the form has no field for, by their file. */
export type Kept = Extract<SettingsReading, { kept: unknown }>["kept"];

/** More keys than this are counted and not named. */
const most = 100;

/** Lists what stays in the files alone. */
export function KeptKeys({ kept, named }: { readonly kept: Kept; readonly named: boolean }) {
	return kept.map(({ file, keys }) => (
		<div key={`${file} ${named}`}>
			<p id={`check-kept-${file}`}>
				The form has no field for these. They stay in {named ? <code translate="no">{file}</code> : "your file"}:
			</p>
			<ul aria-labelledby={`check-kept-${file}`} className={styles.kept}>
				{keys.slice(0, most).map((key) => (
					<li key={key}>
						<code translate="no">{key}</code>
					</li>
				))}
				{keys.length > most && <li>{`and ${(keys.length - most).toLocaleString("en")} more`}</li>}
			</ul>
		</div>
	));
}
