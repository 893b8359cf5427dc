import { useEffect, useRef, useState } from "react";
import { useReadDraft } from "../draft/unheard.ts";
import { lazyPart } from "../lazy-part.tsx";
import { useExisting } from "./ExistingProvider.tsx";
import { takeLostFile } from "./lost-file.ts";
import type { Picked } from "./OpenForm.tsx";
import styles from "./open.module.css";
import { Refusal } from "./refusal.ts";
import { useFileDrop } from "./use-file-drop.ts";

const OpenForm = lazyPart("the dialog", () => import("./OpenForm.tsx").then((part) => part.OpenForm));

/** The button that opens a person's own files; they may as well be dropped anywhere on the page. */
export function OpenExisting() {
	const { existing, setExisting, texts, opener } = useExisting();
	const readDraft = useReadDraft();
	const dialog = useRef<HTMLDialogElement>(null);
	const latest = useRef(existing);
	const [isAsking, setAsking] = useState(false);
	const [refusal, setRefusal] = useState("");
	const [isLost, setLost] = useState(false);
	useEffect(() => {
		latest.current = existing;
		if (existing) setLost(false);
	}, [existing]);
	useEffect(() => setLost(takeLostFile()), []);
	useEffect(() => {
		if (isAsking) dialog.current?.showModal();
	}, [isAsking]);
	const ask = () => {
		setRefusal("");
		setLost(false);
		setAsking(true);
	};
	const take = async (picked: Picked) => {
		try {
			const { namePasted, openFiles, readPicked } = await import("./pick-files.ts");
			const files =
				typeof picked === "string"
					? [await namePasted(picked)]
					: await Promise.all(picked.map((file) => (file instanceof File ? readPicked(file) : file)));
			const opened = openFiles(latest.current, files, readDraft(), texts.current);
			setExisting(() => opened);
			setAsking(false);
		} catch (error) {
			const isRefusal = error instanceof Refusal;
			setRefusal(isRefusal ? error.message : "Part of this page did not load. Try again, or reload the page.");
			setAsking(true);
		}
	};
	const isDragging = useFileDrop(take);
	return (
		<div className={styles.opening}>
			<button ref={opener} type="button" className={styles.button} aria-haspopup="dialog" onClick={ask}>
				Open existing file
			</button>
			{isLost && (
				<p role="status" className={styles.lost}>
					The file that you had open was not kept. Open it again.
				</p>
			)}
			{isDragging && <p className={styles.drop}>Drop your file to open it</p>}
			{isAsking && (
				<dialog ref={dialog} className={styles.dialog} aria-labelledby="open-title" onClose={() => setAsking(false)}>
					<h2 id="open-title" className={styles.title}>
						Open existing file
					</h2>
					{refusal !== "" && (
						<p role="alert" className={styles.refusal}>
							{refusal}
						</p>
					)}
					{/* Before the button: what is asked for has the focus first. */}
					<OpenForm onOpen={take} />
					<button type="button" className={styles.button} onClick={() => dialog.current?.close()}>
						Cancel
					</button>
				</dialog>
			)}
		</div>
	);
}
