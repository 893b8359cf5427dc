import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from "react";
import type { Finished } from "../../core/outputs/finish.ts";
import { useAnnounce } from "../announce.tsx";
import { copyText, downloadFiles, type Give, handOut, joinTexts } from "../files/hand-out.ts";
import { denied } from "../files/use-copy.ts";
import { askWorker } from "./ask-worker.ts";
import styles from "./check.module.css";
import { readDocument } from "./document-format.ts";
import { selectAll } from "./editor.ts";
import { nameApart, type OpenFile, type Patch } from "./open-file.ts";

interface FileCardProps {
	readonly files: readonly OpenFile[];
	readonly active: OpenFile;
	readonly isEmpty: boolean;
	/** What was last put into the files. */
	readonly patches: readonly Patch[];
	/** Takes the button that downloads the file in sight. */
	readonly download: Ref<HTMLButtonElement>;
	readonly onActivate: (file: OpenFile) => void;
}

/** The editor of each file, one in sight, under the file's name; and the ways to take the file away. */
export function FileCard({ files, active, isEmpty, patches, download, onActivate }: FileCardProps) {
	const announce = useAnnounce();
	const names = nameApart(files);
	const [denial, setDenial] = useState("");
	/** Hands out the file in sight: the person's own text as it is, what was put into it after it was read back. */
	const hand = async (give: Give) => {
		if (isEmpty) return;
		const { name, view } = active;
		const after = { name, text: readDocument(view.state) };
		const patch = patches.find(({ doc }) => doc === view.state.doc);
		const readBack = (): Finished | Promise<Finished> =>
			patch
				? askWorker<"read back">({ kind: "read back", before: patch.before, after, config: patch.config })
				: { ok: true, files: [after] };
		setDenial("");
		const { done, said } = await handOut(readBack, give);
		if (!done) setDenial(said);
		announce(said);
	};
	const copy: Give = async (files) => {
		if (await copyText(joinTexts(files))) return { done: true, said: `Copied ${active.name}` };
		selectAll(active.view);
		return { done: false, said: denied };
	};
	const move = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
		if (key !== "ArrowLeft" && key !== "ArrowRight") return;
		const other = files.find((file) => file !== active);
		if (!other) return;
		onActivate(other);
		currentTarget.parentElement?.querySelector<HTMLElement>("[aria-selected=false]")?.focus();
	};
	return (
		<div className={styles.file}>
			<header className={styles.fileHeader}>
				{files.length === 1 ? (
					<h3 className={styles.name} translate="no">
						{active.name}
					</h3>
				) : (
					<div role="tablist" aria-label="Files" className={styles.tabs}>
						{files.map((file, index) => (
							<button
								key={file.id}
								type="button"
								role="tab"
								id={`check-tab-${file.id}`}
								aria-controls={`check-file-${file.id}`}
								aria-selected={file === active}
								tabIndex={file === active ? 0 : -1}
								className={styles.tab}
								translate="no"
								onClick={() => onActivate(file)}
								onKeyDown={move}
							>
								{names[index]}
							</button>
						))}
					</div>
				)}
				<button type="button" className={styles.button} aria-disabled={isEmpty} onClick={() => hand(copy)}>
					Copy <span className="visually-hidden">{`my ${active.name}`}</span>
				</button>
				<button
					ref={download}
					type="button"
					className={styles.button}
					aria-disabled={isEmpty}
					onClick={() => hand(downloadFiles)}
				>
					Download <span className="visually-hidden">{`my ${active.name}`}</span>
				</button>
				{denial && <p className={styles.denial}>{denial}</p>}
			</header>
			{files.map((file) => (
				<EditorSlot key={file.id} file={file} hidden={file !== active} isTab={files.length > 1} />
			))}
		</div>
	);
}

interface EditorSlotProps {
	readonly file: OpenFile;
	readonly hidden: boolean;
	readonly isTab: boolean;
}

function EditorSlot({ file: { id, host, view }, hidden, isTab }: EditorSlotProps) {
	const slot = useRef<HTMLDivElement>(null);
	useEffect(() => slot.current?.replaceChildren(host), [host]);
	useEffect(() => {
		if (!hidden) view.requestMeasure();
	}, [hidden, view]);
	const tab = isTab ? { role: "tabpanel", "aria-labelledby": `check-tab-${id}` } : {};
	return <div ref={slot} id={`check-file-${id}`} className={styles.editor} hidden={hidden} translate="no" {...tab} />;
}
