import { useEffect, useMemo, useRef, useState } from "react";
import { checkDraft } from "../../core/draft/check.ts";
import type { CheckpointConfig } from "../../core/draft/checkpoint.ts";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { useAnnounce } from "../announce.tsx";
import { useOpenDraft } from "../draft/DraftProvider.tsx";
import { focusField } from "../draft/focus-field.ts";
import { useDraft } from "../draft/form.ts";
import { useReadDraft } from "../draft/unheard.ts";
import { askWorker } from "./ask-worker.ts";
import styles from "./check.module.css";
import { readDocument } from "./document-format.ts";
import { replaceText } from "./editor.ts";
import { type Kept, KeptKeys } from "./KeptKeys.tsx";
import { type OpenFile, type Patch, snapshot } from "./open-file.ts";
import { PatchView } from "./PatchView.tsx";
import type { Revision } from "./use-check.ts";
import type { PatchedFile } from "./work.ts";

interface ExchangeProps {
	readonly files: readonly OpenFile[];
	readonly revision: Revision;
	/** Why nothing can be done with the files; nothing if it can. */
	readonly off: string | undefined;
	readonly onAccepted: (patches: readonly Patch[]) => void;
}

interface Patched {
	readonly files: readonly PatchedFile[];
	/** What the changes were made for. */
	readonly revision: Revision;
	readonly config: CheckpointConfig;
}

/** What was done, and how it is taken back. */
interface Outcome {
	readonly message: string;
	readonly kept?: Kept;
	readonly before?: CheckpointDraft;
}

const failure = "A part of this page did not load or stopped. Your text is still here: try again.";

/** Takes settings from the files into the form, and from the form into the files. */
export function Exchange({ files, revision, off, onAccepted }: ExchangeProps) {
	const readDraft = useReadDraft();
	const openDraft = useOpenDraft();
	const announce = useAnnounce();
	const draft = useDraft();
	const { config, problems } = useMemo(() => checkDraft(draft), [draft]);
	const error = problems.find(({ severity }) => severity === "error");
	const [outcome, setOutcome] = useState<Outcome>();
	const [reading, setReading] = useState(false);
	const [patching, setPatching] = useState(false);
	const [patched, setPatched] = useState<Patched>();
	const useButton = useRef<HTMLButtonElement>(null);
	const putButton = useRef<HTMLButtonElement>(null);
	// What was said of a text is no longer true of another.
	useEffect(() => {
		if (revision.typed) setOutcome(undefined);
	}, [revision]);
	const say = (next: Outcome) => {
		setOutcome(next);
		announce(next.message);
	};

	const use = async () => {
		if (off !== undefined) return;
		const before = readDraft();
		setReading(true);
		try {
			const answer = await askWorker<"read">({ kind: "read", files: snapshot(files), draft: before });
			if ("refusal" in answer) return say({ message: answer.refusal });
			if (JSON.stringify(answer.draft) === JSON.stringify(before)) {
				return say({ message: "The form has these settings already.", kept: answer.kept });
			}
			openDraft({ draft: answer.draft, notices: [] });
			say({ message: "The form has these settings now.", kept: answer.kept, before });
		} catch {
			say({ message: failure });
		} finally {
			setReading(false);
		}
	};
	const takeBack = (before: CheckpointDraft) => {
		useButton.current?.focus();
		openDraft({ draft: before, notices: [] });
		say({ message: "The form is as it was." });
	};

	const stopPatching = () => {
		setPatching(false);
		setPatched(undefined);
	};
	const put = () => {
		if (off !== undefined || !checkDraft(readDraft()).config) return;
		setOutcome(undefined);
		setPatching(true);
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text or the form is shown anew.
	useEffect(() => {
		if (!patching || !config) return;
		let wanted = true;
		const show = async () => {
			const answer = await askWorker<"patch">({ kind: "patch", files: snapshot(files), config });
			if (!wanted) return;
			if ("refusal" in answer) {
				stopPatching();
				return say({ message: answer.refusal });
			}
			if (!patched && answer.files.every(({ hunks }) => hunks.length === 0)) {
				stopPatching();
				return say({ message: `${joinNames(files)} ${files.length > 1 ? "have" : "has"} these settings already.` });
			}
			setPatched({ files: answer.files, revision, config });
		};
		const timer = setTimeout(
			() =>
				show().catch(() => {
					stopPatching();
					say({ message: failure });
				}),
			patched ? 250 : 0,
		);
		return () => {
			wanted = false;
			clearTimeout(timer);
		};
	}, [patching, files, revision, config]);
	const accept = ({ files: changed, config }: Patched) => {
		const patches = files.flatMap(({ view }, index): readonly Patch[] => {
			const text = changed[index]?.text;
			const before = readDocument(view.state);
			if (text === undefined) return [];
			replaceText(view, text);
			return [{ doc: view.state.doc, before, config }];
		});
		stopPatching();
		say({
			message: `${joinNames(files)} ${files.length > 1 ? "have" : "has"} the form’s settings now. Undo takes them back.`,
		});
		onAccepted(patches);
	};
	const discard = () => {
		stopPatching();
		putButton.current?.focus();
	};

	const formReason = off === undefined && error ? `Off until the form is complete: ${error.message}` : undefined;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the comparison, whatever of it has the focus.
		<div
			className={styles.exchange}
			onKeyDown={(event) => {
				if (event.key !== "Escape" || !patched) return;
				event.stopPropagation();
				discard();
			}}
		>
			<div className={styles.actions}>
				<button
					ref={useButton}
					type="button"
					className={styles.button}
					aria-disabled={off !== undefined}
					aria-describedby={off === undefined ? undefined : "check-off"}
					onClick={use}
				>
					Use these settings
				</button>
				<button
					ref={putButton}
					type="button"
					className={styles.button}
					aria-disabled={off !== undefined || error !== undefined}
					aria-describedby={off !== undefined ? "check-off" : formReason ? "check-form" : undefined}
					onClick={put}
				>
					Put into my file
				</button>
				<span id="check-off" className={styles.reason}>
					{off}
				</span>
				{formReason && (
					<span className={styles.reason}>
						<span id="check-form">{formReason}</span>{" "}
						<button type="button" className={styles.fix} onClick={() => error && focusField(error.path.join("."))}>
							Go to the field
						</button>
					</span>
				)}
			</div>
			{(reading || (patching && !patched)) && <p className={styles.wait}>Reading your file…</p>}
			{outcome && (
				<div className={styles.outcome}>
					<p>
						<span>{outcome.message}</span>{" "}
						{outcome.before && (
							<button type="button" className={styles.fix} onClick={() => outcome.before && takeBack(outcome.before)}>
								Undo
							</button>
						)}
					</p>
					{outcome.kept && <KeptKeys kept={outcome.kept} named={files.length > 1} />}
				</div>
			)}
			{patched && (
				<PatchView
					files={patched.files}
					current={patched.revision === revision && patched.config === config}
					onAccept={() => accept(patched)}
					onDiscard={discard}
				/>
			)}
		</div>
	);
}

function joinNames(files: readonly OpenFile[]): string {
	return files.map(({ name }) => name).join(" and ");
}
