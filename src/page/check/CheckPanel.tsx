import { type ChangeEvent, useEffect, useRef, useState } from "react";
import type { FileFix, FileProblem } from "../../core/text/file-problem.ts";
import { useAnnounce } from "../announce.tsx";
import { rest } from "../draft/use-editing-state.ts";
import { LoadFailure } from "../lazy-part.tsx";
import styles from "./check.module.css";
import { Exchange } from "./Exchange.tsx";
import { applyEdits, goTo } from "./editor.ts";
import { FileCard } from "./FileCard.tsx";
import { isBlank, nameApart, type OpenFile, type Patch } from "./open-file.ts";
import { ProblemList } from "./ProblemList.tsx";
import { type Check, type Revision, useCheck } from "./use-check.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useCheckedFiles } from "./use-files.ts";
import type { Report } from "./work.ts";

interface CheckPanelProps {
	/** While it is closed, what was pasted stays in its editors, and nowhere else. */
	readonly open: boolean;
	readonly onClose: () => void;
}

/** Checks a person's own files, and exchanges settings between them and the form. */
export function CheckPanel({ open, onClose }: CheckPanelProps) {
	const desk = useCheckedFiles();
	const { files, active, revision, refusal, activate } = desk;
	const check = useCheck(files, revision);
	const names = nameApart(files);
	const empty = files.every(isBlank);
	const status = describeCheck(check, empty, revision);
	const dragging = useFileDrop(open, desk.take);
	const picker = useRef<HTMLInputElement>(null);
	const download = useRef<HTMLButtonElement>(null);
	const [patches, setPatches] = useState<readonly Patch[]>([]);
	const entry = useRef(active);
	useEffect(() => {
		entry.current = active;
	}, [active]);
	useSay(refusal, 0);
	useSay(check.current && !empty ? status : "", rest);
	useEffect(() => {
		// Whoever types elsewhere by the time this code is there goes on with that.
		if (open && !document.activeElement?.matches("input, select, textarea")) entry.current.view.focus();
	}, [open]);

	/** Does something whose button goes with it. */
	const act = (action: () => void) => {
		action();
		requestAnimationFrame(() => entry.current.view.focus());
	};
	const findFile = ({ file }: FileProblem) => files[names.indexOf(file ?? "")] ?? active;
	const choose = (problem: FileProblem) => {
		const file = findFile(problem);
		activate(file);
		// The file's editor can take the focus once it is in sight.
		requestAnimationFrame(() => goTo(file.view, problem.range.start));
	};
	const fix = (problem: FileProblem, { edits }: FileFix) => {
		const file = findFile(problem);
		activate(file);
		applyEdits(file.view, edits);
		requestAnimationFrame(() => file.view.focus());
	};
	const pick = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
		await desk.take([...(currentTarget.files ?? [])]);
		// The same file may be picked again, once it was changed elsewhere.
		if (picker.current) picker.current.value = "";
	};
	return (
		<section
			id="check"
			className={styles.panel}
			aria-labelledby="check-title"
			hidden={!open}
			data-dragging={dragging}
			onKeyDown={(event) => event.key === "Escape" && !event.isDefaultPrevented() && onClose()}
		>
			<header className={styles.header}>
				<h2 id="check-title">Check a config</h2>
				<button type="button" className={styles.button} onClick={onClose}>
					Close
				</button>
			</header>
			<div className={styles.actions}>
				<p className={styles.help}>
					Paste a file of Polars On-Prem, or drop or open one or two. They are checked here and sent nowhere.
				</p>
				<button type="button" className={styles.button} onClick={() => picker.current?.click()}>
					Open files…
				</button>
				<input
					ref={picker}
					type="file"
					accept=".toml,.conf,.txt,application/toml,text/plain"
					multiple
					hidden
					onChange={pick}
				/>
				{empty && (
					<button type="button" className={styles.button} onClick={() => act(desk.loadExample)}>
						Load an example
					</button>
				)}
				{!empty && files.length === 1 && (
					<button type="button" className={styles.button} onClick={() => act(desk.add)}>
						Add a second file
					</button>
				)}
				{!empty && (
					<button type="button" className={styles.button} onClick={() => act(desk.remove)}>
						{files.length === 1 ? "Clear" : `Remove ${active.name}`}
					</button>
				)}
			</div>
			{refusal !== "" && <p className={styles.refusal}>{refusal}</p>}
			<div className={styles.columns}>
				<FileCard
					files={files}
					active={active}
					isEmpty={isBlank(active)}
					patches={patches}
					download={download}
					onActivate={activate}
				/>
				<ProblemList
					problems={(!empty && check.report?.problems) || []}
					total={(!empty && check.report && countAll(check.report)) || 0}
					status={status}
					current={check.current}
					named={files.length > 1}
					onChoose={choose}
					onFix={fix}
				/>
			</div>
			{check.failed && <LoadFailure what="the checks" onRetry={check.retry} />}
			<Exchange
				files={files}
				revision={revision}
				off={explainOff(files, check.report)}
				onAccepted={(accepted) => {
					setPatches(accepted);
					download.current?.focus();
				}}
			/>
		</section>
	);
}

function countAll({ counts }: Report): number {
	return counts.error + counts.warning + counts.advice;
}

/** What stands above the problems. */
function describeCheck({ report, current, failed, takesLong }: Check, empty: boolean, { typed }: Revision): string {
	if (empty) return "Nothing to check yet.";
	if (failed) return "Not checked.";
	if (takesLong) return "Checking… This is a long file.";
	// While somebody types, what was found last stays, or it would flicker with every key.
	if (!report || (!current && !typed)) return "Checking…";
	const { error, warning, advice } = report.counts;
	const parts = [
		count(error, "error", "errors"),
		count(warning, "warning", "warnings"),
		count(advice, "advice", "advice"),
	];
	return parts.filter((part) => part !== "").join(", ") || "No problems found.";
}

function count(number: number, one: string, more: string): string {
	return number === 0 ? "" : `${number.toLocaleString("en")} ${number === 1 ? one : more}`;
}

/** Why the files can't be read or written; nothing if they can. */
function explainOff(files: readonly OpenFile[], report: Report | undefined): string | undefined {
	if (files.some(isBlank)) return files.length > 1 ? "Off until both files have a text." : "Off until there is a text.";
	const [unreadable] = report?.unreadable ?? [];
	return unreadable === undefined ? undefined : `Off until ${unreadable} is TOML: its errors are listed above.`;
}

/** Lets assistive tools hear a sentence that has been true for some time, in milliseconds. */
function useSay(message: string, after: number): void {
	const announce = useAnnounce();
	useEffect(() => {
		if (message === "") return;
		const timer = setTimeout(() => announce(message), after);
		return () => clearTimeout(timer);
	}, [message, after, announce]);
}
