import { useId, useRef } from "react";
import { example } from "./example.ts";
import styles from "./open.module.css";
import type { PickedFile } from "./pick-files.ts";

/** Files that somebody picked, dropped or chose, or a text that was pasted. */
export type Picked = readonly File[] | readonly PickedFile[] | string;

interface OpenFormProps {
	readonly onOpen: (picked: Picked) => void;
}

/** The ways to bring a file, inside of their dialog. */
export function OpenForm({ onOpen }: OpenFormProps) {
	const id = useId();
	const area = useRef<HTMLTextAreaElement>(null);
	const picker = useRef<HTMLInputElement>(null);
	const paste = (text: string) => {
		if (text.trim() === "") area.current?.focus();
		else onOpen(text);
	};
	return (
		<>
			<label htmlFor={id} className={styles.label}>
				Paste your file
			</label>
			<p id={`${id}-help`} className={styles.help}>
				It opens when you paste it. This page reads it and sends it nowhere.
			</p>
			<textarea
				ref={area}
				id={id}
				aria-describedby={`${id}-help`}
				className={styles.area}
				rows={6}
				autoComplete="off"
				autoCapitalize="off"
				autoCorrect="off"
				spellCheck={false}
				// biome-ignore lint/a11y/noAutofocus: a dialog begins with what it asks for.
				autoFocus
				onPaste={(event) => {
					if (event.currentTarget.value !== "") return;
					event.preventDefault();
					paste(event.clipboardData.getData("text/plain"));
				}}
			/>
			<div className={styles.actions}>
				<button type="button" className={styles.primary} onClick={() => paste(area.current?.value ?? "")}>
					Open this text
				</button>
				<button type="button" className={styles.button} onClick={() => picker.current?.click()}>
					Choose files…
				</button>
				<button
					type="button"
					className={styles.button}
					onClick={() => onOpen([{ name: "example.toml", text: example }])}
				>
					Open an example
				</button>
			</div>
			<p className={styles.help}>
				Choose the scheduler’s file and a worker’s together, to check that they fit. You can also drop files anywhere on
				this page.
			</p>
			<input
				ref={picker}
				type="file"
				multiple
				hidden
				onChange={({ currentTarget }) => {
					onOpen([...(currentTarget.files ?? [])]);
					// The same file may be picked again, once it was changed elsewhere.
					currentTarget.value = "";
				}}
			/>
		</>
	);
}
