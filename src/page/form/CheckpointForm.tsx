import { sharedFields } from "../../core/draft/fields.ts";
import { CheckField } from "../field/CheckField.tsx";
import { ChoiceField } from "../field/ChoiceField.tsx";
import styles from "./form.module.css";
import { PeriodField } from "./PeriodField.tsx";
import { StorageFields } from "./StorageFields.tsx";

/** The form that edits the draft: when a checkpoint is made, and where it is stored. */
export function CheckpointForm() {
	return (
		<form className={styles.form} aria-label="Settings" autoComplete="off" onSubmit={(event) => event.preventDefault()}>
			<section aria-labelledby="when" className={styles.section}>
				<SectionTitle id="when" docs={sharedFields.period.docs}>
					When
				</SectionTitle>
				<PeriodField />
			</section>
			<section aria-labelledby="where" className={styles.section}>
				<SectionTitle id="where" docs={sharedFields.store.docs}>
					Where
				</SectionTitle>
				<ChoiceField name="store" compact />
				<StorageFields />
				<div className={styles.shuffle}>
					<CheckField name="shuffle" />
				</div>
			</section>
		</form>
	);
}

interface SectionTitleProps {
	readonly id: string;
	readonly docs: string;
	readonly children: string;
}

function SectionTitle({ id, docs, children }: SectionTitleProps) {
	return (
		<div className={styles.sectionTop}>
			<h2 id={id}>{children}</h2>
			<a className={styles.docs} href={docs} target="_blank" rel="noopener">
				Documentation<span className="visually-hidden"> of “{children}”, in a new tab</span>
			</a>
		</div>
	);
}
