import { StrictMode, useLayoutEffect } from "react";
import { version } from "../../package.json" with { type: "json" };
import styles from "./App.module.css";
import { AnnounceProvider } from "./announce.tsx";
import { DraftProvider } from "./draft/DraftProvider.tsx";
import { KeepDraft } from "./draft/KeepDraft.tsx";
import { AnnounceProblems } from "./draft/ShownProblemsProvider.tsx";
import { isOffline } from "./edition.ts";
import { ExistingProvider, useExisting } from "./existing/ExistingProvider.tsx";
import { OpenExisting } from "./existing/OpenExisting.tsx";
import { ErrorBoundary } from "./failure/ErrorBoundary.tsx";
import { Collapse, Rescue } from "./failure/Rescue.tsx";
import { FilesPane } from "./files/FilesPane.tsx";
import { NarrowBar, showFiles } from "./files/NarrowBar.tsx";
import { CheckpointForm } from "./form/CheckpointForm.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { offlineFile } from "./offline-file.ts";
import { FollowLink } from "./share/FollowLink.tsx";
import { LinkNotices } from "./share/LinkNotices.tsx";
import { OpenAlone } from "./share/OpenAlone.tsx";
import { ShareMenu } from "./share/ShareMenu.tsx";

import type { Start } from "./start/start.ts";

const ExistingFiles = lazyPart("your file", () =>
	import("./existing/ExistingFiles.tsx").then((part) => part.ExistingFiles),
);

interface AppProps {
	readonly start: Start;
	/** Whether the page stands in another one. */
	readonly embedded: boolean;
}

/** The page, and what stands in its place if it breaks. */
export function App({ start, embedded }: AppProps) {
	// In the same frame as the first commit: what was hidden until then is the right state from here on.
	useLayoutEffect(() => {
		document.documentElement.dataset.start = "ready";
	}, []);
	return (
		<StrictMode>
			<ErrorBoundary fallback={() => <Collapse />}>
				<DraftProvider start={start}>
					<FollowLink from={start.hash} />
					{!embedded && <KeepDraft />}
					<ErrorBoundary fallback={(retry) => <Rescue onRetry={retry} />}>
						<AnnounceProvider>
							<AnnounceProblems />
							<ExistingProvider>
								<Page embedded={embedded} />
							</ExistingProvider>
						</AnnounceProvider>
					</ErrorBoundary>
				</DraftProvider>
			</ErrorBoundary>
		</StrictMode>
	);
}

/** The form on one side, the files that follow from it on the other. */
function Page({ embedded }: { readonly embedded: boolean }) {
	const { existing } = useExisting();
	return (
		<div className={styles.page}>
			{/* biome-ignore lint/a11y/useValidAnchor: it leads somewhere, before the page's code is there too. */}
			<a className={styles.skip} href="#files" onClick={showFiles}>
				Skip to the files
			</a>
			{!embedded && <Masthead />}
			<LinkNotices />
			<main className={styles.panes}>
				<CheckpointForm />
				{existing ? <ExistingFiles /> : <FilesPane />}
				<NarrowBar />
			</main>
			{embedded ? <OpenAlone /> : !isOffline && <Colophon />}
		</div>
	);
}

/** What stands beside the page where it is hosted. */
function Colophon() {
	return (
		<footer className={styles.colophon}>
			<a href={`./${offlineFile}`} download={offlineFile}>
				Download this page for use offline
			</a>
			<a href="./licenses.md">Licences</a>
			<span>Version {version}</span>
		</footer>
	);
}

function Masthead() {
	return (
		<header className={styles.masthead}>
			<div>
				<h1 className={styles.title} translate="no">
					Polars Checkpoint Builder
				</h1>
				<p className={styles.purpose}>Checkpoints for Polars On-Prem. Nothing you type leaves this page.</p>
			</div>
			<div className={styles.actions}>
				<OpenExisting />
				<ShareMenu />
			</div>
		</header>
	);
}
