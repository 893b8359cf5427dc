import { useEffect, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { ActionButton } from "../control/ActionButton.tsx";
import { Fold } from "../control/Fold.tsx";
import { Menu } from "../control/Menu.tsx";
import { useFiles, useInspection } from "../draft/InspectionProvider.tsx";
import type { InspectedFile } from "../draft/inspection.ts";
import { ChoiceField } from "../field/ChoiceField.tsx";
import { ProblemMessage } from "../field/FieldMessage.tsx";
import { lazyPart } from "../lazy-part.tsx";
import type { LineChanges } from "./changes.ts";
import { FileView, holdsSecrets, lineText } from "./FileView.tsx";
import styles from "./files.module.css";
import { downloadFiles } from "./hand-out.ts";
import { SchemaField } from "./SchemaField.tsx";
import { Summary } from "./Summary.tsx";
import { useHandOut } from "./use-hand-out.ts";

const none: readonly InspectedFile[] = [];

const Steps = lazyPart("the steps", () => import("./Steps.tsx").then((part) => part.Steps));
const AccessTexts = lazyPart("the policies", () => import("./AccessTexts.tsx").then((part) => part.AccessTexts));
const Trouble = lazyPart("the known errors", () => import("../trouble/Trouble.tsx").then((part) => part.Trouble));

const unchanged: LineChanges = { changed: new Set(), removedBefore: new Set() };

/** Where the skip link leads: the next stop is the first file's first button. */
export const filesId = "files";

/** The files that follow from the form, how they are to be, and the ways to take them away. */
export function FilesPane() {
	const output = useWatch<CheckpointDraft, "output">({ name: "output" });
	return (
		<section className={styles.pane} aria-label="Files">
			<div className={styles.toolbar}>
				<ChoiceField name="output" compact />
				<Menu title="Format">
					{output === "bare_metal" && (
						<>
							<ChoiceField name="files" compact />
							<ChoiceField name="key_style" compact />
						</>
					)}
					<SchemaField />
				</Menu>
			</div>
			<Files />
		</section>
	);
}

function Files() {
	const inspected = useFiles();
	const files = inspected ?? none;
	const { handOut, refusal } = useHandOut(inspected);
	const changes = useChanges(files);
	const [revealed, setRevealed] = useState(false);
	const [shuffleProblem] = useInspection().problems.get("shuffle") ?? [];
	return (
		<>
			<div id={filesId} className={styles.files} tabIndex={-1}>
				{files.map((file) => (
					<FileView key={file.name} file={file} changes={changes.get(file.name) ?? unchanged} revealed={revealed} />
				))}
				{files.length === 0 && (
					<p className={styles.reason}>
						{inspected === undefined
							? "No files: your last change triggers a mistake in this page. What you typed is kept. Undo the change to go on."
							: "Loading the files…"}
					</p>
				)}
			</div>
			{shuffleProblem && (
				<div className={styles.warning}>
					<ProblemMessage name="shuffle" problem={shuffleProblem} />
				</div>
			)}
			<div className={styles.bar}>
				<Summary />
				{files.some(holdsSecrets) && (
					<button
						type="button"
						className={styles.action}
						aria-pressed={revealed}
						onClick={() => setRevealed(!revealed)}
					>
						Show secrets
					</button>
				)}
				<ActionButton
					className={styles.primary}
					label="Download all"
					done="Saved"
					onAction={() => handOut(downloadFiles)}
				/>
				{refusal && <p className={styles.denial}>{refusal}</p>}
			</div>
			<Fold title="Apply it">
				<Steps />
			</Fold>
			<Fold title="Limit access to it">
				<AccessTexts />
			</Fold>
			<Fold title="Why is there no checkpoint?">
				<Trouble />
			</Fold>
		</>
	);
}

type Texts = ReadonlyMap<string, readonly string[]>;

/** What the last edit changed in each file. It stays marked until another edit changes something else. */
function useChanges(files: readonly InspectedFile[]): ReadonlyMap<string, LineChanges> {
	const previous = useRef<Texts>(undefined);
	const [marks, setMarks] = useState<ReadonlyMap<string, LineChanges>>(new Map());
	useEffect(() => {
		const texts: Texts = new Map(files.map(({ name, lines }) => [name, lines.map(lineText)]));
		const before = previous.current;
		if (before && JSON.stringify([...before]) === JSON.stringify([...texts])) return;
		previous.current = texts;
		if (!before) return;
		import("./changes.ts").then(
			({ areSame, findChanges }) => {
				if (previous.current !== texts) return;
				const found = new Map(Array.from(texts, ([name, now]) => [name, findChanges(before.get(name) ?? now, now)]));
				setMarks((shown) => (areSame(shown, found) ? shown : found));
			},
			// Without it, the files are the same and only their marks are missing.
			() => undefined,
		);
	}, [files]);
	return marks;
}
