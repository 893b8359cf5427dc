import { useCallback, useRef, useState } from "react";
import { setText } from "./editor.ts";
import { example } from "./example.ts";
import { explainTooLarge, isBlank, type OpenFile, openPickedFile, type PickedFile, readPicked } from "./open-file.ts";
import { mostFiles, planFiles } from "./plan-files.ts";
import type { Revision } from "./use-check.ts";

/** The files of the panel, one or two, and what can be done with them. */
export interface Files {
	readonly files: readonly OpenFile[];
	/** The one in sight. */
	readonly active: OpenFile;
	readonly revision: Revision;
	/** Why the last thing that somebody brought was not taken. */
	readonly refusal: string;
	readonly activate: (file: OpenFile) => void;
	/** Takes what was picked or dropped. No text that is there is lost. */
	readonly take: (picked: readonly File[]) => Promise<void>;
	readonly loadExample: () => void;
	/** Opens an empty file beside the one that is there. */
	readonly add: () => void;
	/** Takes away the file in sight; of a lone one, its text, which Undo brings back. */
	readonly remove: () => void;
}

const tooMany = "Two files are checked at a time: the scheduler’s and a worker’s. Remove one first.";

export function useCheckedFiles(): Files {
	const [revision, setRevision] = useState<Revision>({ typed: false });
	const [refusal, setRefusal] = useState("");
	const open = useCallback(
		(picked: PickedFile) =>
			openPickedFile(picked, {
				onChange: (typed) => {
					setRevision({ typed });
					setRefusal("");
				},
				onTooLarge: (size) => setRefusal(`What was pasted ${explainTooLarge(size)}`),
			}),
		[],
	);
	const [files, setFiles] = useState<readonly OpenFile[]>(() => [open({ name: "config.toml", text: "" })]);
	const latest = useRef(files);
	const [activeId, setActiveId] = useState(0);
	const [first] = files;
	if (!first) throw new Error("The panel always has a file.");
	const active = files.find(({ id }) => id === activeId) ?? first;

	const show = (next: readonly OpenFile[], file: OpenFile) => {
		for (const { view } of latest.current.filter((present) => !next.includes(present))) view.destroy();
		latest.current = next;
		setFiles(next);
		setActiveId(file.id);
		setRefusal("");
		setRevision({ typed: false });
	};
	const put = (picked: readonly PickedFile[]) => {
		// Another file may have been opened while these were read.
		const present = latest.current;
		const plan = planFiles(
			present.map((file) => ({ name: file.name, spare: isSpare(file) })),
			picked,
		);
		const last = plan?.at(-1);
		if (!plan || !last) return setRefusal(plan ? "" : tooMany);
		const next = [...present];
		for (const { picked, index, same } of plan) {
			const file = next[index];
			if (same && file) setText(file.view, picked.text);
			else next[index] = open(picked);
		}
		const shown = next[last.index];
		if (shown) show(next, shown);
	};
	return {
		files,
		active,
		revision,
		refusal,
		activate: ({ id }) => setActiveId(id),
		take: async (picked) => {
			if (picked.length > mostFiles) return setRefusal(tooMany);
			try {
				put(await Promise.all(picked.map(readPicked)));
			} catch (error) {
				setRefusal(error instanceof Error ? error.message : String(error));
			}
		},
		loadExample: () => setText(active.view, example),
		add: () => {
			const second = open({ name: first.name === "worker.toml" ? "scheduler.toml" : "worker.toml", text: "" });
			show([...files, second], second);
		},
		remove: () => {
			const others = files.filter((file) => file !== active);
			const [other] = others;
			if (other) show(others, other);
			else setText(active.view, "");
		},
	};
}

/** Whether a picked file may take the place of another, since nothing of anybody's is in it. */
function isSpare(file: OpenFile): boolean {
	return isBlank(file) || file.view.state.doc.toString() === example;
}
