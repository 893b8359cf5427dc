import { useEffect, useRef } from "react";
import { createEditor, type Editor } from "./editor.ts";
import styles from "./existing.module.css";
import { rest } from "./use-answer.ts";
import type { ShownFile } from "./work.ts";

interface TextEditorProps {
	readonly file: ShownFile;
	/** Whether the file is known with what was typed last. An older text must not take its place. */
	readonly current: boolean;
	/** A line to go to, counted from 1. The same line once more is another object. */
	readonly target: { readonly line: number } | undefined;
	/** Takes what was typed, once it rests or the editor is left. */
	readonly onText: (text: string) => void;
}

/** Lets a person change a file's text by hand. Secrets are shown in it. */
export function TextEditor({ file, current, target, onText }: TextEditorProps) {
	const { name, text, problems } = file;
	const slot = useRef<HTMLDivElement>(null);
	const editor = useRef<Editor>(undefined);
	const latest = useRef({ text, onText });
	useEffect(() => {
		latest.current = { text, onText };
	}, [text, onText]);
	useEffect(() => {
		const made = createEditor({
			label: `Text of ${name}`,
			text: latest.current.text,
			rest,
			onText: (typed) => latest.current.onText(typed),
		});
		slot.current?.replaceChildren(made.host);
		editor.current = made;
		made.focus();
		return made.end;
	}, [name]);
	useEffect(() => {
		if (!current) return;
		editor.current?.show(text);
		editor.current?.mark(text, problems);
	}, [current, text, problems]);
	useEffect(() => {
		if (target) editor.current?.focus(target.line);
	}, [target]);
	return (
		<>
			<p className={styles.hint}>Secrets are shown while you edit.</p>
			<div ref={slot} className={styles.editor} translate="no" />
		</>
	);
}
