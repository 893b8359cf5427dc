import { useEffect, useRef, useState } from "react";
import { ChoiceField } from "../field/ChoiceField.tsx";
import { lazyPart } from "../lazy-part.tsx";
import { useInspection } from "../state/draft.tsx";
import type { InspectedFile } from "../state/inspection.ts";
import type { Changes } from "./changes.ts";
import { FileErrors, FileView, lineText } from "./FileView.tsx";
import { downloadFiles } from "./hand-out.ts";
import styles from "./preview.module.css";
import { SchemaField } from "./SchemaField.tsx";
import { useHandOut } from "./use-hand-out.ts";

const Steps = lazyPart("the steps", () => import("./Steps.tsx").then((part) => part.Steps));

const unchanged: Changes = { changed: new Set(), removedBefore: new Set() };

/** The files that follow from the form, and the ways to take them away. */
export function Preview() {
	const files = useInspection((inspection) => inspection.files);
	const output = useInspection(({ draft }) => draft.output);
	const store = useInspection(({ draft }) => draft.store);
	const [applying, setApplying] = useState(false);
	const apply = useRef<HTMLDetailsElement>(null);
	// Whoever opened it before this code was there has opened it all the same.
	useEffect(() => setApplying(apply.current?.open ?? false), []);
	const changes = useChanges(files);
	const [revealed, setRevealed] = useState(false);
	const holdsSecrets = files.some(({ lines }) => lines.some(({ tokens }) => tokens.some(({ secret }) => secret)));
	const judged = useInspection((inspection) => inspection.judged);
	const broken = useInspection((inspection) => inspection.broken);
	const blocked = files.filter(({ errors }) => !judged || errors.length > 0).map(({ name }) => name);
	const { handOut, refusal } = useHandOut();
	return (
		<div className={`${styles.preview} next-frame`}>
			<div className={styles.settings}>
				<ChoiceField name="output" compact />
				{output === "bare_metal" && (
					<>
						<ChoiceField name="files" compact />
						<ChoiceField name="key_style" compact />
						{store !== "shared_filesystem" && <ChoiceField name="secrets" compact />}
					</>
				)}
				<SchemaField />
			</div>
			{files.map((file) => (
				<FileView key={file.name} file={file} changes={changes.get(file.name) ?? unchanged} revealed={revealed} />
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
					{broken
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
		</div>
	);
}

/** What the last edit changed in each file. It stays marked until another edit changes something else. */
function useChanges(files: readonly InspectedFile[]): ReadonlyMap<string, Changes> {
	const previous = useRef(files);
	const [marks, setMarks] = useState<ReadonlyMap<string, Changes>>(new Map());
	useEffect(() => {
		const before = previous.current;
		if (haveSameLines(before, files)) return;
		previous.current = files;
		import("./changes.ts").then(
			({ areSame, findChanges }) => {
				if (previous.current !== files) return;
				const found = new Map(
					files.map(({ name, lines }) => {
						const old = before.find((file) => file.name === name)?.lines ?? lines;
						return [name, findChanges(old.map(lineText), lines.map(lineText))];
					}),
				);
				setMarks((shown) => (areSame(shown, found) ? shown : found));
			},
			// Without it, the files are the same and only their marks are missing.
			() => undefined,
		);
	}, [files]);
	return marks;
}

/** Whether two inspections lay out the same files, whatever else they say of them. */
function haveSameLines(before: readonly InspectedFile[], after: readonly InspectedFile[]): boolean {
	return before.length === after.length && after.every(({ lines }, index) => lines === before[index]?.lines);
}
