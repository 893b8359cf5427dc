import { useCallback, useEffect, useId, useRef, useState } from "react";
import { type ConfigFormat, configFormats, formatTitles } from "../../core/config-file/format.ts";
import type { FileFix, FileProblem } from "../../core/text/file-problem.ts";
import { useAnnounce } from "../announce.tsx";
import { ActionButton } from "../control/ActionButton.tsx";
import { copyText, downloadFiles, type Give, type HandedOut, joinTexts } from "../files/hand-out.ts";
import { lazyPart } from "../lazy-part.tsx";
import { DiffLines, type Target } from "./DiffLines.tsx";
import styles from "./existing.module.css";
import { ProblemList, useListed } from "./ProblemList.tsx";
import type { ShownFile } from "./work.ts";

const TextEditor = lazyPart("the editor", () => import("./TextEditor.tsx").then((part) => part.TextEditor));

interface FileDiffProps {
	readonly file: ShownFile;
	/** Whether no other is open. */
	readonly isLone: boolean;
	/** Whether all that is shown is about the present text: only then do repairs fit. */
	readonly current: boolean;
	readonly onFix: (fix: FileFix) => void;
	readonly onText: (text: string) => void;
	/** Reads the file as another format. */
	readonly onFormat: (format: ConfigFormat) => void;
	/** Gives the file away; resolves to nothing where something must be mended first. */
	readonly onHand: (give: Give) => Promise<HandedOut | undefined>;
	readonly onClose: () => void;
}

/** One file: what is wrong with it, its text compared with what it was, and the ways to change it and take it away. */
export function FileDiff({ file, isLone, current, onFix, onText, onFormat, onHand, onClose }: FileDiffProps) {
	const { name, lines } = file;
	const id = useId();
	const announce = useAnnounce();
	const [isEditing, setEditing] = useState(false);
	const [target, setTarget] = useState<Target>();
	const [refusal, setRefusal] = useState("");
	const listed = useListed(file.problems);
	const added = lines.filter(({ kind }) => kind === "added").length;
	const removed = lines.filter(({ kind }) => kind === "removed").length;
	// biome-ignore lint/correctness/useExhaustiveDependencies: what was said of a text is no longer true of another.
	useEffect(() => setRefusal(""), [file]);
	const hand = async (give: Give) => {
		const handed = await onHand(give);
		setRefusal(handed && !handed.done ? handed.said : "");
		if (handed) announce(handed.said);
		return handed?.done ?? false;
	};
	// A repair's button goes with its problem: the focus goes to what it wrote, once that is shown.
	const mended = useRef<number>(undefined);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the lines that are shown are new ones then.
	useEffect(() => {
		if (!current || mended.current === undefined) return;
		setTarget({ line: mended.current });
		mended.current = undefined;
	}, [current, lines]);
	const fix = (chosen: FileFix, { line }: FileProblem) => {
		mended.current = line;
		onFix(chosen);
	};
	const choose = useCallback((line: number) => setTarget({ line }), []);
	return (
		<section className={styles.file} aria-labelledby={`${id}-name`}>
			<header className={styles.fileHeader}>
				<h3 id={`${id}-name`} className={styles.name} translate="no">
					{name}
				</h3>
				<select
					aria-label={`Format of ${name}`}
					className={styles.format}
					value={file.format}
					onChange={({ currentTarget }) => {
						const format = configFormats.find((id) => id === currentTarget.value);
						if (format) onFormat(format);
					}}
				>
					{configFormats.map((id) => (
						<option key={id} value={id}>
							{formatTitles[id]}
						</option>
					))}
				</select>
				<p className={styles.changes}>{describeChanges(added, removed)}</p>
				<div className={styles.fileActions}>
					<ActionButton
						className={styles.quiet}
						label="Copy"
						done="Copied"
						about={name}
						onAction={() => hand((files) => copy(joinTexts(files), name))}
					/>
					<ActionButton
						className={styles.quiet}
						label="Download"
						done="Saved"
						about={name}
						onAction={() => hand(downloadFiles)}
					/>
					<button type="button" className={styles.quiet} onClick={() => setEditing(!isEditing)}>
						<span>{isEditing ? "Stop editing" : "Edit the text"}</span>
						{!isLone && <span className="visually-hidden"> of {name}</span>}
					</button>
					<button type="button" className={styles.quiet} onClick={onClose}>
						Close file{!isLone && <span className="visually-hidden"> {name}</span>}
					</button>
				</div>
			</header>
			{refusal && <p className={styles.refusal}>{refusal}</p>}
			<ProblemList name={name} listed={listed} total={file.total} current={current} onChoose={choose} onFix={fix} />
			{isEditing ? (
				<TextEditor file={file} current={current} target={target} onText={onText} />
			) : (
				<DiffLines lines={lines} problems={listed.problems} target={target} />
			)}
		</section>
	);
}

async function copy(text: string, name: string): Promise<HandedOut> {
	const done = await copyText(text);
	const denied = "Your browser didn’t allow copying. Download the file, or choose “Edit the text” and copy it there.";
	return { done, said: done ? `Copied ${name}` : denied };
}

function describeChanges(added: number, removed: number): string {
	if (added + removed === 0) return "Unchanged";
	return `${added.toLocaleString("en")} added, ${removed.toLocaleString("en")} removed`;
}
