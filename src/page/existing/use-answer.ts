import { useEffect, useRef, useState } from "react";
import { askWorker } from "./ask-worker.ts";
import type { Answers, ReadTask, ShowTask } from "./work.ts";

/** How long typing must rest before what was typed is worked on, in milliseconds. */
export const rest = 250;
/** After how long work is said to take long, in milliseconds. */
const long = 600;

/** What is about files, which may change while it is being done. */
type FilesTask = ReadTask | ShowTask;

interface Answer<Kind extends FilesTask["kind"]> {
	/** What the last finished task came to; nothing before the first. */
	readonly answer: Answers[Kind] | undefined;
	/** Whether that is about the present task. */
	readonly current: boolean;
	readonly takesLong: boolean;
	readonly failed: boolean;
	readonly retry: () => void;
}

/**
 * Has a task done whenever it is another one; of the same files, once it has rested. Of several that come while one is
 * being done, the last alone is.
 */
export function useAnswer<Kind extends FilesTask["kind"]>(task: Extract<FilesTask, { kind: Kind }>): Answer<Kind> {
	const [done, setDone] = useState<{ readonly task: FilesTask; readonly answer: Answers[Kind] }>();
	const [takesLong, setTakesLong] = useState(false);
	const [failed, setFailed] = useState(false);
	const [attempt, setAttempt] = useState(0);
	const latest = useRef(task);
	const isBusy = useRef(false);
	const [run] = useState(() => async () => {
		if (isBusy.current) return;
		isBusy.current = true;
		setFailed(false);
		const timer = setTimeout(() => setTakesLong(true), long);
		try {
			for (let asked: typeof task | undefined; asked !== latest.current; ) {
				asked = latest.current;
				const answer = await askWorker<Kind>(asked);
				if (asked === latest.current) setDone({ task: asked, answer });
			}
		} catch {
			setFailed(true);
		} finally {
			clearTimeout(timer);
			setTakesLong(false);
			isBusy.current = false;
		}
	});
	// A text rests before it gets here.
	const isForm = done?.task.files === task.files;
	// biome-ignore lint/correctness/useExhaustiveDependencies: each task, and each attempt, starts the wait anew.
	useEffect(() => {
		latest.current = task;
		const timer = setTimeout(run, isForm ? rest : 0);
		return () => clearTimeout(timer);
	}, [task, attempt, run]);
	return {
		answer: done?.answer,
		current: done?.task === task,
		takesLong,
		failed,
		retry: () => setAttempt(attempt + 1),
	};
}
