import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import type { Finished } from "../../core/outputs/finish.ts";
import { applyEdits } from "../../core/text/edit.ts";
import { useAnnounce } from "../announce.tsx";
import { useOpenDraft } from "../draft/DraftProvider.tsx";
import { useEditing } from "../draft/EditingProvider.tsx";
import { nameErrors } from "../draft/error-summary.ts";
import { focusField } from "../draft/focus-field.ts";
import { useDraft, useDraftForm } from "../draft/form.ts";
import { useReadDraft } from "../draft/unheard.ts";
import { filesId } from "../files/FilesPane.tsx";
import { type Give, handOut } from "../files/hand-out.ts";
import { summaryId, useGoToSummary } from "../files/Summary.tsx";
import { LoadFailure } from "../lazy-part.tsx";
import { askWorker } from "./ask-worker.ts";
import { describeReading } from "./describe-reading.ts";
import { type Existing, type ExistingFile, useExisting } from "./ExistingProvider.tsx";
import styles from "./existing.module.css";
import { FileDiff } from "./FileDiff.tsx";
import { hasSameSettings, takeSettings } from "./file-settings.ts";
import { KeptKeys } from "./KeptKeys.tsx";
import { ConvertedFiles, OtherFormats } from "./OtherFormat.tsx";
import { useAnswer } from "./use-answer.ts";
import { useReading } from "./use-reading.ts";
import type { Shown, ShowTask } from "./work.ts";

/** How long a change must rest before assistive tools hear what came of it, in milliseconds. */
const pause = 2500;

/** The person's own files, with the form's settings in them, in the place of the files that the page makes. */
export function ExistingFiles() {
	const { existing } = useExisting();
	return existing && <Pane existing={existing} />;
}

function Pane({ existing }: { readonly existing: Existing }) {
	const { setExisting, texts, opener } = useExisting();
	const { files, reading, applied, before, past } = existing;
	const announce = useAnnounce();
	const readDraft = useReadDraft();
	const openDraft = useOpenDraft();
	const draft = useDraft();
	const id = useId();
	const title = useRef<HTMLHeadingElement>(null);
	const goToSummary = useGoToSummary();
	const isTyping = useRef(false);
	const { setValue } = useDraftForm();
	const [isConverted, setConverted] = useState(false);
	const returned = useRef(false);
	const latest = useRef(existing);
	useEffect(() => {
		latest.current = existing;
	}, [existing]);

	const wanted = chooseDraft(existing, draft);
	const task = useMemo((): ShowTask => ({ kind: "show", files, draft: wanted }), [files, wanted]);
	const read = useReading(existing);
	const shown = useAnswer<"show">(task);
	const answer = shown.answer?.files.length === files.length ? shown.answer : undefined;
	const told = useTold(existing);
	useEffect(() => {
		texts.current = shown.current ? answer?.files.map(({ text }) => text) : undefined;
	});
	const status = describeState(shown, answer);

	const names = files.map((file) => file.id).join(" ");
	// biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows what is opened and closed.
	useEffect(() => {
		// Whoever types elsewhere by the time this code is there goes on with that.
		if (!document.activeElement?.matches("input, select, textarea")) title.current?.focus();
		setConverted(false);
	}, [names]);
	useEffect(() => {
		if (isConverted || !returned.current) return;
		returned.current = false;
		title.current?.focus();
	}, [isConverted]);
	const said = reading && shown.current ? [...describeReading(reading), status].join(" ") : "";
	useSay(said, pause);

	const put = (next: Existing | undefined) => {
		// Whoever goes from the editor to a button may press it before this is drawn.
		if (next) latest.current = next;
		setExisting(() => next);
	};
	/** Makes other files of those that are open, to be read into the form; the step before can be brought back. */
	const change = (edit: (file: ExistingFile) => ExistingFile | [], isStep = true) => {
		const { files, reading, applied, past } = latest.current;
		const moment = { files, reading, applied, form: readDraft() };
		// What the form put into a text is a part of it from here on.
		const present = files === task.files ? texts.current : undefined;
		put({
			...latest.current,
			files: files.flatMap((file, index) => edit({ ...file, text: present?.[index] ?? file.text })),
			reading: undefined,
			applied: false,
			past: isStep ? [...past, moment] : past,
		});
	};
	const changeText = (id: number, edit: (text: string) => string, isStep?: boolean) =>
		change((file) => (file.id === id ? { ...file, text: edit(file.text) } : file), isStep);
	const type = (id: number, typed: string) => {
		changeText(id, () => typed, !isTyping.current);
		isTyping.current = true;
	};
	const undo = () => {
		const { reading, past } = latest.current;
		const last = past.at(-1);
		isTyping.current = false;
		if (chooseDraft(latest.current, draft) && reading?.draft) {
			openDraft({ draft: takeSettings(readDraft(), reading.draft), notices: [] });
			put({ ...latest.current, applied: false });
			announce(`The form has ${files.length > 1 ? "your files’" : "your file’s"} settings again.`);
		} else if (last) {
			const { form, ...moment } = last;
			openDraft({ draft: form, notices: [] });
			put({ ...latest.current, ...moment, past: past.slice(0, -1) });
			announce("The last change is undone.");
		}
	};
	const convert = (output: CheckpointDraft["output"]) => {
		setValue("output", output);
		setConverted(true);
	};
	const goBack = () => {
		// What the form asks for follows from the files again.
		if (reading?.draft) setValue("output", reading.draft.output);
		setConverted(false);
		returned.current = true;
	};
	const close = (id: number) => {
		if (files.length > 1) return change((file) => (file.id === id ? [] : file));
		put(undefined);
		opener.current?.focus();
	};
	/** Gives a file away as it is at this very moment. */
	const hand = async (index: number, give: Give) => {
		const now = readDraft();
		const { files } = latest.current;
		const isShown = shown.current && files === task.files && JSON.stringify(now) === JSON.stringify(draft);
		let blocked: Shown | undefined;
		const finish = async (): Promise<Finished> => {
			const present = isShown ? shown.answer : undefined;
			const made =
				present ?? (await askWorker<"show">({ kind: "show", files, draft: chooseDraft(latest.current, now) }));
			if (made.missing.length > 0 || made.refusal !== undefined) blocked = made;
			const file = made.files[index];
			return file && !blocked ? { ok: true, files: [file] } : { ok: false, difference: "" };
		};
		const handed = await handOut(finish, give);
		if (!blocked) return handed;
		goToSummary(blocked.missing);
		return undefined;
	};

	if (isConverted && reading) return <ConvertedFiles readings={reading.files} onBack={goBack} />;
	return (
		<section id={filesId} tabIndex={-1} className={styles.pane} aria-labelledby={`${id}-title`}>
			<header className={styles.paneHeader}>
				<h2 id={`${id}-title`} ref={title} tabIndex={-1} className={styles.title}>
					{files.length > 1 ? "Your files" : "Your file"}
				</h2>
				<p className={styles.status}>{status}</p>
				<button type="button" className={styles.button} aria-disabled={!wanted && past.length === 0} onClick={undo}>
					Undo
				</button>
			</header>
			{told && (
				<div className={styles.summary}>
					{describeReading(told).map((sentence) => (
						<p key={sentence}>{sentence}</p>
					))}
					{!told.draft && !told.files.some(({ isOther }) => isOther) && (
						<p>Its settings load into the form once you fix its errors.</p>
					)}
					{told.isBlank && applied && <p>The form’s settings are added to it below.</p>}
					{told.isBlank && !wanted && (
						<button type="button" className={styles.link} onClick={() => put({ ...existing, applied: true })}>
							Add the form’s settings
						</button>
					)}
					{before && told.draft && !hasSameSettings(before, draft) && (
						<p>
							The form had other settings before.{" "}
							<button
								type="button"
								className={styles.link}
								onClick={() => openDraft({ draft: takeSettings(readDraft(), before), notices: [] })}
							>
								Use those instead
							</button>
						</p>
					)}
					<KeptKeys readings={told.files} />
					{told.draft && !told.isBlank && answer && (
						<OtherFormats formats={answer.files.map(({ format }) => format)} onChoose={convert} />
					)}
				</div>
			)}
			{(read.failed || shown.failed) && (
				<LoadFailure
					what="the checks"
					onRetry={() => {
						if (read.failed) read.retry();
						if (shown.failed) shown.retry();
					}}
				/>
			)}
			{answer?.files.map((file, index) => {
				const own = files[index];
				return (
					own && (
						<FileDiff
							key={own.id}
							file={file}
							isLone={files.length === 1}
							current={shown.current}
							onFix={({ edits }) => {
								isTyping.current = false;
								changeText(own.id, (text) => applyEdits(text, edits));
							}}
							onText={(text) => type(own.id, text)}
							onFormat={(format) => {
								isTyping.current = false;
								change((present) => (present.id === own.id ? { ...present, format } : present));
							}}
							onHand={(give) => hand(index, give)}
							onClose={() => close(own.id)}
						/>
					)
				);
			})}
			{answer && <Missing shown={answer} draft={draft} />}
		</section>
	);
}

/**
 * What files say, or said while they are read anew: for that moment, all that stands below would else move up, from under
 * a click.
 */
function useTold({ files, reading }: Existing): Existing["reading"] {
	const [last, setLast] = useState(reading);
	if (reading && reading !== last) setLast(reading);
	const isOfThese =
		last?.files.length === files.length && last.files.every(({ name }, index) => name === files[index]?.name);
	return reading ?? (isOfThese ? last : undefined);
}

/** What is to be put into files: nothing before they are read, and as long as the form says what they say. */
function chooseDraft({ reading, applied }: Existing, form: CheckpointDraft): CheckpointDraft | undefined {
	const own = reading?.draft;
	return own && (applied || !hasSameSettings(form, own)) ? form : undefined;
}

interface MissingProps {
	readonly shown: Shown;
	readonly draft: CheckpointDraft;
}

/**
 * What keeps the form's settings from being put into the files, with the way to each field. It stands at the end, where
 * its coming and going moves nothing.
 */
function Missing({ shown: { missing, refusal, files }, draft }: MissingProps) {
	const { attempted } = useEditing();
	if (missing.length === 0 && refusal === undefined) return null;
	return (
		<section aria-labelledby={summaryId} className={styles.missing}>
			<h3 id={summaryId} tabIndex={-1}>
				{`The form’s settings are not in your file${files.length > 1 ? "s" : ""}.`}
			</h3>
			{refusal !== undefined && <p>{refusal}</p>}
			{missing.length > 0 && (
				<>
					<p>To fix first:</p>
					<ul data-explained={attempted}>
						{nameErrors(draft, missing).map(({ name, label, message }) => (
							<li key={`${name} ${message}`}>
								<button type="button" className={styles.link} onClick={() => focusField(name)}>
									{label}
								</button>
								{attempted && <span>{`: ${message}`}</span>}
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}

/** What stands above the files. */
function describeState({ failed, takesLong }: ReturnType<typeof useAnswer<"show">>, answer: Shown | undefined): string {
	if (failed) return "Not checked.";
	if (takesLong) return "Checking… This is a long file.";
	if (!answer) return "Checking…";
	const { error, warning, advice } = answer.counts;
	const parts = [
		count(error, "error", "errors"),
		count(warning, "warning", "warnings"),
		count(advice, "piece of advice", "pieces of advice"),
	];
	return parts.filter((part) => part !== "").join(", ") || "No problems found.";
}

function count(number: number, one: string, more: string): string {
	return number === 0 ? "" : `${number.toLocaleString("en")} ${number === 1 ? one : more}`;
}

/** Lets assistive tools hear a sentence: the first at once, each other when it has been true for some milliseconds. */
function useSay(message: string, after: number): void {
	const announce = useAnnounce();
	const isFirst = useRef(true);
	useEffect(() => {
		if (message === "") return;
		const say = () => {
			announce(message);
			isFirst.current = false;
		};
		const timer = setTimeout(say, isFirst.current ? 0 : after);
		return () => clearTimeout(timer);
	}, [message, after, announce]);
}
