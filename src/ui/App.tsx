import { docs } from "../config/docs.ts";
import styles from "./App.module.css";
import { AnnounceProvider } from "./announce.tsx";
import { ChoiceField } from "./field/ChoiceField.tsx";
import formStyles from "./form/form.module.css";
import { PeriodField } from "./form/PeriodField.tsx";
import { StorageFields } from "./form/StorageFields.tsx";
import { Preview } from "./preview/Preview.tsx";
import { AnnounceProblems } from "./state/AnnounceProblems.tsx";
import { DraftProvider } from "./state/draft.tsx";

/** The page: the form on one side, the files that follow from it on the other. */
export function App() {
	return (
		<DraftProvider>
			<AnnounceProvider>
				<AnnounceProblems />
				<div className={styles.page}>
					<header className={styles.masthead}>
						<h1 className={styles.title}>Polars Checkpoint Builder</h1>
						<p className={styles.purpose}>
							Checkpoint configuration for Polars On-Prem, checked as you type. Nothing you type leaves this page.{" "}
							<a href={docs.checkpointing}>Documentation</a>
						</p>
					</header>
					<main className={styles.panes}>
						<form className={styles.form} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
							<section aria-labelledby="when" className={formStyles.section}>
								<h2 id="when">When</h2>
								<PeriodField />
							</section>
							<section aria-labelledby="where" className={formStyles.section}>
								<h2 id="where">Where</h2>
								<ChoiceField name="store" compact />
								<StorageFields />
							</section>
							<section aria-labelledby="shuffles" className={formStyles.section}>
								<h2 id="shuffles">Shuffles</h2>
								<ChoiceField name="shuffle" />
							</section>
						</form>
						<Preview />
					</main>
				</div>
			</AnnounceProvider>
		</DraftProvider>
	);
}
