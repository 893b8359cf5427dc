import { useEffect, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { useFiles, useInspection } from "../draft/InspectionProvider.tsx";
import type { InspectedFile } from "../draft/inspection.ts";
import { ChoiceField } from "../field/ChoiceField.tsx";
import { lazyPart } from "../lazy-part.tsx";
import type { LineChanges } from "./changes.ts";
import { FileErrors, FileView, lineText } from "./FileView.tsx";
import { downloadFiles } from "./hand-out.ts";
import styles from "./preview.module.css";
import { SchemaField } from "./SchemaField.tsx";
import { useHandOut } from "./use-hand-out.ts";

const none: readonly InspectedFile[] = [];

const Steps = lazyPart("the steps", () => import("./Steps.tsx").then((part) => part.Steps));

const unchanged: LineChanges = { changed: new Set(), removedBefore: new Set() };

/** The files that follow from the form, and how they are to be. */
export function Preview() {
	const output = useWatch<CheckpointDraft, "output">({ name: "output" });
	return (
		<div className={styles.preview}>
			<div className={styles.settings}>
				<ChoiceField name="output" compact />
				{output === "bare_metal" && (
					<>
						<ChoiceField name="files" compact />
						<ChoiceField name="key_style" compact />
					</>
				)}
				<SchemaField />
			</div>
			<Files />
		</div>
	);
}

/** The files, and the ways to take them away. */
function Files() {
	const inspected = useFiles();
	const files = inspected ?? none;
	const { handOut, refusal } = useHandOut();
	const [applying, setApplying] = useState(false);
	const apply = useRef<HTMLDetailsElement>(null);
	// Whoever opened it before this code was there has opened it all the same.
	useEffect(() => setApplying(apply.current?.open ?? false), []);
	const changes = useChanges(files);
	const [revealed, setRevealed] = useState(false);
	const holdsSecrets = files.some(({ lines }) => lines.some(({ tokens }) => tokens.some(({ secret }) => secret)));
	const { judged } = useInspection();
	const blocked = files.filter(({ errors }) => !judged || errors.length > 0).map(({ name }) => name);
	return (
		<>
			{files.map((file) => (
				<FileView
					key={file.name}
					file={file}
					blocked={blocked.includes(file.name)}
					changes={changes.get(file.name) ?? unchanged}
					revealed={revealed}
				/>
			))}
			<div className={styles.actions}>
				{holdsSecrets && (
					<button
						type="button"
						className={styles.action}
						aria-pressed={revealed}
						onClick={() => setRevealed(!revealed)}
					>
						Show secrets
					</button>
				)}
				<button
					type="button"
					className={styles.action}
					aria-disabled={blocked.length > 0}
					aria-describedby={blocked.length > 0 ? "download-all-reason" : undefined}
					onClick={() => handOut(downloadFiles)}
				>
					Download all
				</button>
				{refusal && <p className={styles.denial}>{refusal}</p>}
				<span id="download-all-reason" className={styles.reason}>
					{judged &&
						blocked.length > 0 &&
						`Off until ${blocked.join(" and ")} ${blocked.length > 1 ? "are" : "is"} complete`}
				</span>
			</div>
			{files.length === 0 && (
				<p className={styles.reason}>
					{inspected === undefined
						? "No files: this page has a mistake that your last change brought to light. What you typed is kept; take the change back to go on."
						: "Loading the files…"}
				</p>
			)}
			{/* At the end, where their coming and going moves nothing. */}
			{files.map((file) => (
				<FileErrors key={file.name} file={file} />
			))}
			<details ref={apply} className={styles.apply} onToggle={(event) => setApplying(event.currentTarget.open)}>
				<summary>Apply it</summary>
				{applying && <Steps />}
			</details>
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
