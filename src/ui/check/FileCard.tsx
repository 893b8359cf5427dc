import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from "react";
import { useAnnounce } from "../announce.tsx";
import { copyText, downloadFile } from "../preview/hand-out.ts";
import { denied } from "../preview/use-copy.ts";
import styles from "./check.module.css";
import { readText } from "./document-format.ts";
import { selectAll } from "./editor.ts";
import { nameApart, type OpenFile } from "./open-file.ts";

interface FileCardProps {
	readonly files: readonly OpenFile[];
	readonly active: OpenFile;
	readonly isEmpty: boolean;
	/** Takes the button that downloads the file in sight. */
	readonly download: Ref<HTMLButtonElement>;
	readonly onActivate: (file: OpenFile) => void;
}

/** The editor of each file, one in sight, under the file's name; and the ways to take the file away. */
export function FileCard({ files, active, isEmpty, download, onActivate }: FileCardProps) {
	const announce = useAnnounce();
	const names = nameApart(files);
	const [uncopied, setUncopied] = useState(false);
	const copy = async () => {
		if (isEmpty) return;
		const copied = await copyText(readText(active.view.state));
		if (!copied) selectAll(active.view);
		setUncopied(!copied);
		announce(copied ? `Copied ${active.name}` : denied);
	};
	const save = () => {
		if (isEmpty) return;
		downloadFile(active.name, readText(active.view.state));
		announce(`Downloading ${active.name}`);
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
				<button type="button" className={styles.button} aria-disabled={isEmpty} onClick={copy}>
					Copy <span className="visually-hidden">{`my ${active.name}`}</span>
				</button>
				<button ref={download} type="button" className={styles.button} aria-disabled={isEmpty} onClick={save}>
					Download <span className="visually-hidden">{`my ${active.name}`}</span>
				</button>
				{uncopied && <p className={styles.denial}>{denied}</p>}
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
